"""The `Analyser`: the steps that make a word of a text or of a query comparable, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from kb.articles import Variant
from kb.concepts import Concept
from kb.language.compounds import NO_WORDS, Splitter
from kb.language.folding import fold
from kb.language.lexicon import REMEMBERED, is_function_word, lexicon
from kb.language.stems import Stems
from kb.language.synonyms import Synonyms
from kb.language.terms import Alternative, MatchedBy, Term, TermKind, Word
from kb.language.variants import Bridge, counterparts, pairs
from kb.language.words import find_words

SHORTEST_NUMBER = 3
"""Numbers within a number are sought by themselves from three digits on: the years of 2013-2018, not the 1 of 1-6."""


VERB_ENDINGS = ("", "dd", "d", "t", "dde", "de", "te", "ar", "er", "ande", "ast", "est")
"""Of forms that the dictionaries may not lead back to the verb."""

MOST_READINGS = 2
"""Of the last part of a compound."""


class Analyser:
    """Knows when two words are the same word.

    `concepts` are the editors' synonyms. `vocabulary` maps each folded word of the index to how many documents hold
    it; compounds are split by it. An analyser is cheap to make and to pickle: what it knows of Norwegian is loaded
    once in a process, at the first word.
    """

    def __init__(self, concepts: Sequence[Concept] = (), vocabulary: Mapping[str, int] | None = None) -> None:
        self._begin(Synonyms(concepts, _keys_of), NO_WORDS if vocabulary is None else vocabulary)

    def _begin(self, synonyms: Synonyms, vocabulary: Mapping[str, int]) -> None:
        self._synonyms = synonyms
        self._vocabulary = vocabulary
        self._knowledge = _knowledge()
        self._forms = lru_cache(maxsize=REMEMBERED)(self._make_forms)
        self.indexing: tuple[tuple[TermKind, Callable[[str], Iterable[str]]], ...] = (
            (TermKind.EXACT, lambda word: (word,)),
            (TermKind.STEM, lambda word: (self._knowledge.stem(word),)),
            (TermKind.VARIANT, self._knowledge.keys),
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
        folded = fold(word)
        return tuple(dict.fromkeys(way for step in self.asking for way in step(folded)))

    def part_alternatives(self, word: str) -> tuple[tuple[Alternative, ...], ...]:
        """For a compound in a query, the ways in which each of its parts may match.

        A part says less than the word, and is as rare as it is: weigh each as a word of its own that counts little.
        """
        parts = self._knowledge.split(fold(word), self._vocabulary)
        return tuple(
            tuple(
                Alternative(kind, (key,), MatchedBy.COMPOUND, part)
                for key in self._knowledge.keys(part)
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
            for key in self._knowledge.joined(fold(first), fold(second))
        )
        return (*self._synonyms.phrases(words), *joined)

    def labels_shown(self, words: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
        """(typed, other name, role) for each synonym that the reader should be told of; role as in `Concept`."""
        return tuple(self._synonyms.shown(words))

    def _make_forms(self, word: str) -> tuple[tuple[TermKind, str], ...]:
        folded = fold(word)
        return tuple((kind, form) for kind, step in self.indexing for form in dict.fromkeys(step(folded)))

    def _parts(self, word: str) -> Iterator[str]:
        for part in self._knowledge.split(word, self._vocabulary):
            yield from self._knowledge.keys(part)

    def _as_typed(self, word: str) -> Iterator[Alternative]:
        yield Alternative(TermKind.EXACT, (word,), MatchedBy.EXACT)

    def _in_other_forms(self, word: str) -> Iterator[Alternative]:
        yield Alternative(TermKind.STEM, (self._knowledge.stem(word),), MatchedBy.STEM)

    def _in_either_standard(self, word: str) -> Iterator[Alternative]:
        label = self._knowledge.in_bokmal(word)
        for key in self._knowledge.keys(word):
            yield Alternative(TermKind.VARIANT, (key,), MatchedBy.VARIANT, label)

    def _by_other_names(self, word: str) -> Iterator[Alternative]:
        yield from self._synonyms.of(word)

    def _within_compounds(self, word: str) -> Iterator[Alternative]:
        for key in self._knowledge.keys(word):
            yield Alternative(TermKind.PART, (key,), MatchedBy.COMPOUND)


def _with_synonyms(synonyms: Synonyms, vocabulary: Mapping[str, int]) -> Analyser:
    """An analyser whose synonyms are worked out already, which takes most of the time that making one takes."""
    analyser = Analyser.__new__(Analyser)
    analyser._begin(synonyms, vocabulary)
    return analyser


def _keys_of(word: str) -> tuple[str, ...]:
    return _knowledge().keys(fold(word))


class _Knowledge:
    """What is known of Norwegian, whatever the index and its concepts. All words given to it are folded."""

    def __init__(self) -> None:
        self._lexicon = lexicon()
        self._stems = Stems(self._lexicon)
        self._splitter = Splitter(self._lexicon, pairs())
        self._bridge = Bridge(self._lexicon, self._splitter.leaves)
        self.keys = lru_cache(maxsize=REMEMBERED)(self._keys)

    def stem(self, word: str) -> str:
        """What the forms of the word share."""
        return self._stems.stem(self._stems.as_written(word))

    def in_bokmal(self, word: str) -> str:
        """The word that bokmål has for a word of nynorsk, or "" for what bokmål has itself."""
        lemmas = self._lemmas(word)
        turned = self._bridge.in_bokmal(lemmas[0])[0]
        return "" if turned in lemmas or "|" in turned else turned

    def split(self, word: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
        """The parts of a compound, or of what is written with a hyphen."""
        if word.isalpha():
            lemma = self._lemmas(word)[0]
            return self._splitter.parts(lemma, vocabulary) or self._splitter.parts(word, vocabulary)
        if word.startswith("§"):
            return ()
        pieces = [piece.text for piece in find_words(word.replace("-", " ").replace("/", " "))]
        return tuple(piece for piece in pieces if piece != word and _stands_alone(piece))

    def joined(self, first: str, second: str) -> tuple[str, ...]:
        """The keys of the compound that two words would make: *omsorg*, *overtakelse*."""
        if not first.isalpha() or not second.isalpha():
            return ()
        return (self._stems.stem(self._levelled(first) + self._levelled(second)),)

    def _keys(self, word: str) -> tuple[str, ...]:
        """What the word shares with its counterparts in both standards, the likeliest first. Never empty."""
        if not any(letter.isalpha() for letter in word):
            return (word.removeprefix("§"),)
        if not word.isalpha():
            pieces = [self._levelled(piece) if piece.isalpha() else piece for piece in word.split("-")]
            return (self._stems.stem("".join(pieces)),)
        levelled = (key for lemma in self._lemmas(word) for key in self._bridge.keys(lemma))
        return tuple(dict.fromkeys(self._stems.stem(key) for key in levelled))

    def _levelled(self, word: str) -> str:
        return self._bridge.keys(self._lemmas(word)[0])[0]

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """Its dictionary forms; for a compound that no dictionary has, its parts with the last in that form."""
        if len(word) == 1:
            return (word,)
        listed = (word,) if word in pairs() or word in counterparts() else ()
        if is_function_word(word):
            # Of the rarer words that it might be a form of, none is meant: et is no form of ete.
            return tuple(dict.fromkeys((*listed, *self._stems.lemmas(word)[:1]))) or (word,)
        known = (*listed, *self._stems.lemmas(word), *self._verbs(word))
        return tuple(dict.fromkeys(known or self._guesses(word)))

    def _verbs(self, word: str) -> Iterator[str]:
        """Verbs of our list that the word may be a form of: *spreidd*, *sigrar*."""
        for ending in VERB_ENDINGS:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                yield from (verb for verb in (stem + "e", stem + "je") if verb in pairs())

    def _guesses(self, word: str) -> tuple[str, ...]:
        """The dictionary form of a word that no dictionary has."""
        for base in self._stems.without_endings(word):
            # Names have no ending but the -s of the genitive.
            look_up = self._lexicon.lemma if base + "s" == word else self._lexicon.common
            lemma = look_up(base, Variant.BOKMAL) or look_up(base, Variant.NYNORSK)
            if lemma or self._bridge.leads_to_bokmal(base):
                return (lemma or base,)
        *first, last = self._splitter.leaves(word)
        beginning = word.removesuffix(last)
        return tuple(beginning + lemma for lemma in self._lemmas(last)[:MOST_READINGS]) if first else (word,)


def _stands_alone(piece: str) -> bool:
    return len(piece) >= SHORTEST_NUMBER if piece.isdigit() else not is_function_word(piece)


@lru_cache(maxsize=1)
def _knowledge() -> _Knowledge:
    return _Knowledge()
