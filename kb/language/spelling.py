"""Finds the word that a reader meant, among the words that the index holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.language.folding import fold

FARTHEST = 2
"""Most slips of the finger that are still guessed at."""


class Speller:
    """Suggests right words for misspelt ones. `vocabulary` maps a folded word to how many documents hold it."""

    def __init__(
        self, vocabulary: Mapping[str, int], domain: Collection[str] = (), never: Collection[str] = ()
    ) -> None:
        self._never = frozenset(fold(word) for word in never)
        self._domain = frozenset(fold(word) for word in domain)
        self._frequency = {word: count for word, count in vocabulary.items() if word not in self._never}
        for word in self._domain - self._never:
            self._frequency.setdefault(word, 1)

    def knows(self, word: str) -> bool:
        """Whether the word is right, or not ours to mend."""
        folded = fold(word)
        return folded in self._frequency or folded in self._never or not folded.isalpha()

    def suggest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """What the reader may have meant, best first. Empty for a word that is right or must be left alone."""
        if self.knows(word):
            return ()
        near = process.extract(
            fold(word), self._frequency.keys(), scorer=OSA.distance, score_cutoff=FARTHEST, limit=None
        )
        near.sort(key=lambda found: (found[1], found[0] not in self._domain, -self._frequency[found[0]], found[0]))
        return tuple(found[0] for found in near[:limit])
