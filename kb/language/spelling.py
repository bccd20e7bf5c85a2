"""Finds the word that a reader meant, among the words that the index holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache
from math import log10

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.language.compounds import Splitter
from kb.language.confusions import distance
from kb.language.folding import fold
from kb.language.lexicon import is_function_word, lexicon
from kb.language.variants import pairs
from kb.language.words import HYPHENS

SHORTEST_WORD = 3
"""What is shorter is not guessed at: too much is near to it."""

LONGEST_WORD = 40
"""Longer strings are not words that someone wrote."""

LONGEST_ABBREVIATION = 5
"""Capitals only, and no longer than this, is an abbreviation and left alone: BUP, NTNU."""

SLIPS = {3: 1, 4: 2, 5: 2}
MOST_SLIPS = 3
"""How many letters may differ at most, by the length of the word; longer words may differ by three."""

WEIGHED = 60
"""How many of the nearest words are weighed letter by letter: each takes about 20 µs."""

RANKED = 12
"""How many of those are looked up in the dictionaries."""

ALLOWED, ALLOWED_PER_LETTER = 0.5, 0.2
"""How costly a slip is still believed: 1.3 in a word of four letters, 2.9 in one of twelve."""

WRONG_FIRST_LETTER = 0.4
"""Few get the first letter wrong."""

FREQUENT = 0.12
"""What ten times as many documents take off."""

OF_THE_FIELD = 0.3
"""What it takes off that the word is a term of the field."""

UNLISTED = 0.3
"""What it adds that no dictionary has the word: it may be foreign, or a slip in an article."""

IN_COMPOUND = 0.65
"""A compound of known words that the index lacks is probably right. Only a slip that costs less than this is mended,
such as a missing joint or single consonant: *lønnslipp*, *medlemsskap*."""

SHORTEST_SENSITIVE = 5
"""From this length the inflected forms of a word that is never suggested are not suggested either."""

ENDINGS = (
    "a", "e", "n", "r", "s", "t", "ar", "as", "en", "er", "es", "et", "te", "de", "dd", "ens", "ets", "ene", "ane",
    "ers", "ars", "dde", "enes", "anes", "ande", "ende", "ere", "are", "est", "ast",
)  # fmt: skip
"""Of both standards; after a word, or after a word without its last *e*."""


class Speller:
    """Suggests right words for misspelt ones.

    `vocabulary` maps each folded word of the index to how many documents hold it; `domain` are the terms of the
    field, suggested before others; `never` are words that are neither suggested nor corrected, in any form.
    """

    def __init__(
        self, vocabulary: Mapping[str, int], domain: Collection[str] = (), never: Collection[str] = ()
    ) -> None:
        self._vocabulary = vocabulary
        self._domain = frozenset(part for term in domain for part in fold(term).split())
        entries = [fold(entry).split() for entry in never]
        self._never = frozenset(words[0] for words in entries if len(words) == 1)
        self._names = frozenset(word for words in entries if len(words) > 1 for word in words)
        self._suggestions = lru_cache(maxsize=2048)(self._find)

    def knows(self, word: str) -> bool:
        """Whether the word is right, or not ours to mend."""
        return not self._is_mendable(word) or self._is_right(fold(word))

    def suggest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """What the reader may have meant, best first. Empty for a word that is right or must be left alone."""
        return () if self.knows(word) else self._suggestions(fold(word))[:limit]

    def _is_mendable(self, word: str) -> bool:
        letters = word.translate(_NO_HYPHENS)
        if not letters.isalpha() or not SHORTEST_WORD <= len(letters) <= LONGEST_WORD:
            return False
        return not (word.isupper() and len(letters) <= LONGEST_ABBREVIATION)

    def _is_right(self, folded: str) -> bool:
        if self._is_ours(folded) or folded in self._names or self._is_sensitive(folded):
            return True
        return _is_listed(folded) or (folded.endswith("s") and self._is_ours(folded[:-1])) or is_function_word(folded)

    def _is_ours(self, folded: str) -> bool:
        return folded in self._vocabulary or folded in self._domain

    def _is_sensitive(self, folded: str) -> bool:
        if folded in self._never:
            return True
        for length in range(max(len(folded) - 4, SHORTEST_SENSITIVE - 1), len(folded)):
            base, ending = folded[:length], folded[length:]
            if ending in ENDINGS and (
                (base in self._never and length >= SHORTEST_SENSITIVE) or base + "e" in self._never
            ):
                return True
        return False

    def _find(self, folded: str) -> tuple[str, ...]:
        allowed = ALLOWED + ALLOWED_PER_LETTER * len(folded)
        if len(_splitter().leaves(folded)) > 1:
            allowed = IN_COMPOUND
        near = []
        for word in self._near(folded):
            cost = distance(folded, word, allowed)
            if folded[0] != word[0]:
                cost += min(cost, WRONG_FIRST_LETTER)
            if cost <= allowed:
                near.append((cost, word))
        near.sort()
        ranked = sorted((cost - self._likelihood(word), word) for cost, word in near[:RANKED])
        if ranked and self._is_sensitive(ranked[0][1]):
            # The reader wrote of something that we do not say aloud, and no other word is a good guess.
            return ()
        return tuple(word for _, word in ranked if not self._is_sensitive(word))

    def _likelihood(self, word: str) -> float:
        likelihood = FREQUENT * log10(self._vocabulary.get(word, 0) + 1)
        if word in self._domain:
            return likelihood + OF_THE_FIELD
        return likelihood if _is_listed(word) else likelihood - UNLISTED

    def _near(self, folded: str) -> list[str]:
        """The words with few enough other letters, the nearest first."""
        slips = SLIPS.get(len(folded), MOST_SLIPS)
        words = self._words_with_letters(folded, slips)
        found = process.extract(folded, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
        found.sort(key=lambda one: one[1])
        return [word for word, _, _ in found[:WEIGHED]]

    def _words_with_letters(self, folded: str, slips: int) -> list[str]:
        """The words that have nearly the same letters: a quick sieve, since each slip changes two of them at most."""
        lengths, letters, words = self._sieve
        first, last = np.searchsorted(lengths, (len(folded) - slips, len(folded) + slips + 1))
        unlike = np.bitwise_count(letters[first:last] ^ np.uint32(_letters(folded)))
        return [words[first + place] for place in np.flatnonzero(unlike <= 2 * slips)]

    @cached_property
    def _sieve(self) -> tuple[np.ndarray, np.ndarray, list[str]]:
        sensitive = (word for word in self._never if word.isalpha())
        candidates = {
            *filter(self._is_mendable, self._vocabulary),
            *filter(self._is_mendable, self._domain),
            *sensitive,
        }
        words = sorted(candidates, key=len)
        lengths = np.fromiter(map(len, words), np.int32, len(words))
        return lengths, np.fromiter(map(_letters, words), np.uint32, len(words)), words


_NO_HYPHENS = str.maketrans(dict.fromkeys(HYPHENS))


@lru_cache(maxsize=1)
def _splitter() -> Splitter:
    return Splitter(lexicon(), pairs())


@lru_cache(maxsize=20_000)
def _is_listed(folded: str) -> bool:
    return lexicon().knows(folded) or lexicon().knows(folded.capitalize())


def _letters(word: str) -> int:
    """Which letters the word has, a bit for each."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits
