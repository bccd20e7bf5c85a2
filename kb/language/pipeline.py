"""The `Analyser`: the steps that make a word of a text or of a query comparable, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from kb.articles import Variant
from kb.concepts import Concept
from kb.language.compounds import NO_WORDS
from kb.language.folding import fold
from kb.language.lexicon import REMEMBERED, is_function_word
from kb.language.norwegian import norwegian
from kb.language.synonyms import Synonyms
from kb.language.terms import Alternative, MatchedBy, Term, TermKind, Word
from kb.language.words import find_words


class Analyser:
    """Knows when two words are the same word.

    `concepts` are the editors' synonyms. `vocabulary` maps each folded word of the index to how many documents hold
    it; compounds are split by it. An analyser is cheap to make and to pickle: what it knows of Norwegian is loaded
    once in a process, at the first word.
    """

    def __init__(self, concepts: Sequence[Concept] = (), vocabulary: Mapping[str, int] | None = None) -> None:
        self._begin(Synonyms(concepts, _names_of, _term_of), NO_WORDS if vocabulary is None else vocabulary)

    def _begin(self, synonyms: Synonyms, vocabulary: Mapping[str, int]) -> None:
        self._synonyms = synonyms
        self._vocabulary = vocabulary
        self._norwegian = norwegian()
        self._forms = lru_cache(maxsize=REMEMBERED)(self._make_forms)
        self._ways = lru_cache(maxsize=REMEMBERED)(self._find_ways)
        self.indexing: tuple[tuple[TermKind, Callable[[str], Iterable[str]]], ...] = (
            (TermKind.EXACT, lambda word: (word,)),
            (TermKind.STEM, lambda word: (self._norwegian.stem(word),)),
            (TermKind.VARIANT, self._norwegian.keys),
            (TermKind.PART, self._parts),
        )
        """What is posted of a folded word, in order."""
        self.asking: tuple[Callable[[str], Iterator[Alternative]], ...] = (
            self._as_typed,
            self._in_other_forms,
            self._in_either_standard,
            self._by_other_names,
            self._within_compounds,
        )
        """How a folded word of a query may match, the strongest first."""

    def __reduce__(self) -> tuple[object, ...]:
        return _with_synonyms, (self._synonyms, dict(self._vocabulary))

    def with_vocabulary(self, vocabulary: Mapping[str, int]) -> Analyser:
        """The same analyser, splitting compounds by these words."""
        return _with_synonyms(self._synonyms, vocabulary)

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of the text, untouched, with their places."""
        return find_words(text)

    def exact(self, word: str) -> str:
        """The word in the form that is compared."""
        return fold(word)

    def terms(self, text: str) -> tuple[Term, ...]:
        """Everything under which a text is filed; what a word gives has the position of the word, counted from 0."""
        forms = self._forms
        return tuple(
            Term(kind, form, position)
            for position, word in enumerate(find_words(text))
            for kind, form in forms(word.text)
        )

    def alternatives(self, word: str) -> tuple[Alternative, ...]:
        """The ways in which a word of a query may match, the strongest first."""
        return self._ways(fold(word))

    def part_alternatives(self, word: str) -> tuple[tuple[Alternative, ...], ...]:
        """For a compound in a query, the ways in which each of its parts may match.

        A part says less than the word, and is as rare as it is: weigh each as a word of its own that counts little.
        """
        parts = self._norwegian.split(fold(word), self._vocabulary)
        return tuple(
            tuple(
                Alternative(kind, (key,), MatchedBy.COMPOUND, part)
                for key in self._norwegian.keys(part)
                for kind in (TermKind.VARIANT, TermKind.PART)
            )
            for part in dict.fromkeys(parts)
        )

    def phrases(self, words: Sequence[str]) -> tuple[tuple[int, int, tuple[Alternative, ...]], ...]:
        """Words at `words[start:end]` that together are a name of a concept, or that may be written as one word."""
        joined = (
            (start, start + 2, (Alternative(TermKind.VARIANT, (key,), MatchedBy.COMPOUND, first + second),))
            for start, (first, second) in enumerate(pairwise(words))
            if not is_function_word(first) and not is_function_word(second)
            for key in self._norwegian.joined(fold(first), fold(second))
        )
        return (*self._synonyms.phrases(words), *joined)

    def labels_shown(
        self, words: Sequence[str], standard: Variant = Variant.BOKMAL
    ) -> tuple[tuple[str, str, str], ...]:
        """(typed, other name, role) for each synonym that the reader should be told of; role as in `Synonyms.shown`."""
        return tuple(self._synonyms.shown(words, standard))

    def _make_forms(self, word: str) -> tuple[tuple[TermKind, str], ...]:
        folded = fold(word)
        return tuple((kind, form) for kind, step in self.indexing for form in dict.fromkeys(step(folded)))

    def _find_ways(self, folded: str) -> tuple[Alternative, ...]:
        return tuple(dict.fromkeys(way for step in self.asking for way in step(folded)))

    def _parts(self, word: str) -> Iterator[str]:
        for part in self._norwegian.split(word, self._vocabulary):
            yield from self._norwegian.keys(part)

    def _as_typed(self, word: str) -> Iterator[Alternative]:
        yield Alternative(TermKind.EXACT, (word,), MatchedBy.EXACT)

    def _in_other_forms(self, word: str) -> Iterator[Alternative]:
        yield Alternative(TermKind.STEM, (self._norwegian.stem(word),), MatchedBy.STEM)

    def _in_either_standard(self, word: str) -> Iterator[Alternative]:
        label = self._norwegian.in_bokmal(word)
        for key in self._norwegian.keys(word):
            yield Alternative(TermKind.VARIANT, (key,), MatchedBy.VARIANT, label)

    def _by_other_names(self, word: str) -> Iterator[Alternative]:
        yield from self._synonyms.of(word)

    def _within_compounds(self, word: str) -> Iterator[Alternative]:
        for key in self._norwegian.keys(word):
            yield Alternative(TermKind.PART, (key,), MatchedBy.COMPOUND)


def _with_synonyms(synonyms: Synonyms, vocabulary: Mapping[str, int]) -> Analyser:
    """An analyser whose synonyms are worked out already, which takes most of the time that making one takes."""
    analyser = Analyser.__new__(Analyser)
    analyser._begin(synonyms, vocabulary)
    return analyser


def _names_of(word: str) -> tuple[str, ...]:
    return norwegian().names(fold(word))


def _term_of(name: str) -> str:
    return norwegian().term(name)
