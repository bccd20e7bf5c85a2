"""The `Analyser`: the steps that make a word of a text or of a query comparable, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import Stemmer

from kb.concepts import Concept
from kb.language.folding import fold
from kb.language.terms import Alternative, MatchedBy, Term, TermKind, Word
from kb.language.words import find_words

_NOTHING: Mapping[str, int] = MappingProxyType({})


class Analyser:
    """Knows when two words are the same word."""

    def __init__(self, concepts: Sequence[Concept] = (), vocabulary: Mapping[str, int] | None = None) -> None:
        self._concepts = tuple(concepts)
        self._vocabulary = _NOTHING if vocabulary is None else vocabulary
        self._stemmer = Stemmer.Stemmer("norwegian")
        self._forms = lru_cache(maxsize=200_000)(self._forms_uncached)

    def __reduce__(self) -> tuple[object, ...]:
        return Analyser, (self._concepts, dict(self._vocabulary))

    def with_vocabulary(self, vocabulary: Mapping[str, int]) -> Analyser:
        """The same analyser, splitting compounds by these words. Maps a folded word to how many documents hold it."""
        return Analyser(self._concepts, vocabulary)

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of the text, untouched, with their places."""
        return find_words(text)

    def exact(self, word: str) -> str:
        """The word in the form that is compared."""
        return fold(word)

    def terms(self, text: str) -> tuple[Term, ...]:
        """Everything under which a text is filed; what a word gives has the position of the word, counted from 0."""
        return tuple(
            Term(kind, form, position)
            for position, word in enumerate(find_words(text))
            for kind, form in self._forms(word.text)
        )

    def alternatives(self, word: str) -> tuple[Alternative, ...]:
        """The ways in which a word of a query may match, the strongest first."""
        by = {TermKind.EXACT: MatchedBy.EXACT, TermKind.STEM: MatchedBy.STEM}
        return tuple(Alternative(kind, (form,), by[kind]) for kind, form in self._forms(word))

    def phrases(self, words: Sequence[str]) -> tuple[tuple[int, int, tuple[Alternative, ...]], ...]:
        """Labels of several words found at `words[start:end]`, and what they equal."""
        return ()

    def labels_shown(self, words: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
        """(typed, other word, role) for each synonym that the reader should be told of."""
        return ()

    def _forms_uncached(self, word: str) -> tuple[tuple[TermKind, str], ...]:
        exact = fold(word)
        return (TermKind.EXACT, exact), (TermKind.STEM, self._stemmer.stemWord(exact))
