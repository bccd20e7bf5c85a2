"""Finds the word that a reader meant, among the words that the index holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache
from math import log10

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.articles import Variant
from kb.language.compounds import Splitter
from kb.language.confusions import VOWELS, distance
from kb.language.folding import fold
from kb.language.lexicon import is_function_word, lexicon
from kb.language.norwegian import norwegian
from kb.language.variants import pairs
from kb.language.words import HYPHENS

SHORTEST_WORD = 3
"""What is shorter is not guessed at: too much is near to it."""

LONGEST_WORD = 40
"""Longer strings are not words that someone wrote."""

LONGEST_ABBREVIATION = 5
"""Capitals only, and no longer than this, is an abbreviation and left alone: BUP, NTNU."""

FEWEST_SLIPS, MOST_SLIPS = 2, 3
"""How many letters may differ: three when nothing near is found with two."""

SHORT = {3: 1, 4: 2, 5: 2}
"""How many may differ at most in a short word, by its length."""

GOOD = 1.0
"""How near a word must be for none with more slips to be sought."""

WEIGHED = 40
"""How many of the nearest words are weighed letter by letter: each takes about 20 µs."""

RANKED = 12
"""How many of those are looked up in the dictionaries."""

ALLOWED, ALLOWED_PER_LETTER = 0.1, 0.2
"""How costly a slip is still believed: 0.9 in a word of four letters, 2.5 in one of twelve."""

IN_LISTED = 0.1
"""A word of the dictionaries is right, also when it is rare. Only accents are mended: *Montreal*, *Montréal*."""

LONG_PART = 5
IN_COMPOUND, IN_LIKELY_COMPOUND = 0.75, 1.0
"""A compound of known words that the index lacks is probably right. Only small slips are mended, such as a missing
joint or consonant (*lønnslipp*, *medlemsskap*), and larger ones where a short part may be chance: *stat-e-stikk*."""

SMALL_WORD, BESIDE_SMALL_WORD = 2, 5
"""The fewest letters of a small word that was written together with the next, and of that."""

WRONG_FIRST_LETTER = 0.35
"""Few get the first letter wrong."""

FREQUENT = 0.12
"""What ten times as many documents take off."""

OF_THE_FIELD = 0.3
"""What it takes off that the word is a term of the field."""

UNLISTED = 0.3
"""What it adds that no dictionary has the word: it may be foreign, or a slip in an article."""

NEGATIONS = frozenset({"aldri", "ikke", "ikkje", "inga", "nei", "utan", "uten"})

SURE = 0.7
"""Into a small word or a negation only a slip is mended that costs no more: two letters that changed places, or one
that was left out. *Ongen* is a dialect's *ungen*, and *ingen* would turn the question round."""

SHORTEST_GENITIVE = 6
"""Of words that only the dictionaries have: in shorter ones a last *s* is too often a slip."""

SIBILANTS = frozenset("sxz")
"""After these no *s* is added: *sykehuss* is no genitive."""

SHORTEST_SENSITIVE = 5
"""From this length the inflected forms of a word that is never suggested are not suggested either."""

SHORTEST_STEM = 4
"""What two forms of one word must have in common."""

NYNORSK_ENDINGS = ("ast", "ar", "ane", "ande", "a")
"""Of verbs and nouns, the regular ones that bokmål lacks or seldom has."""

ENDINGS = frozenset(
    (
        "", "a", "e", "n", "r", "s", "t", "ar", "as", "en", "er", "es", "et", "te", "de", "dd", "ens", "ets", "ene",
        "ane", "ers", "ars", "dde", "enes", "anes", "ande", "ende", "ere", "are", "est", "ast",
    )
)  # fmt: skip
"""Of both standards."""

AFTER_VOWELS = frozenset(("n", "r", "dd", "dde"))
"""Endings that only follow a vowel: *temperaturr* is no form."""


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
        folded = fold(word)
        return not _is_mendable(word) or self._is_ours(folded) or _is_listed(folded) or _is_compound(folded)

    def suggest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """What the reader may have meant, best first. Empty for a word that is right or must be left alone."""
        folded = fold(word)
        if not _is_mendable(word) or self._is_ours(folded):
            return ()
        return self._suggestions(folded)[:limit]

    def _is_ours(self, folded: str) -> bool:
        """Whether the word, or what it is the genitive of, is in the index or the field, or must be left alone."""
        known = (self._vocabulary, self._domain, self._names)
        forms = _with_base(folded, SHORTEST_STEM)
        return any(form in words for form in forms for words in known) or self._is_sensitive(folded)

    def _is_sensitive(self, folded: str) -> bool:
        if folded in self._never:
            return True
        ends = (end for end in range(max(len(folded) - len("ende"), 1), len(folded)) if folded[end:] in ENDINGS)
        bases = (base for end in ends for base in (folded[:end], folded[:end] + "e"))
        return any(len(base) >= SHORTEST_SENSITIVE and base in self._never for base in bases)

    def _find(self, folded: str) -> tuple[str, ...]:
        near = self._near(folded, _allowed(folded))
        ranked = sorted((cost - self._likelihood(word), word) for cost, word in near[:RANKED])
        if ranked and self._is_sensitive(ranked[0][1]):
            # The reader wrote of something that we do not say aloud, and no other word is a good guess.
            return ()
        if ranked and _are_counterparts(folded, ranked[0][1]):
            return ()
        if not ranked and folded.isalpha() and not _is_listed(folded) and not _is_compound(folded):
            return self._apart(folded)
        return tuple(word for _, word in ranked if not self._is_sensitive(word))

    def _apart(self, folded: str) -> tuple[str, ...]:
        """The small word and the word that were written as one: *kanbarnet*."""
        for end in range(SMALL_WORD, len(folded) - SMALL_WORD + 1):
            first, last = folded[:end], folded[end:]
            for small, word in ((first, last), (last, first)):
                if is_function_word(small) and len(word) >= BESIDE_SMALL_WORD and word in self._vocabulary:
                    return () if self._is_sensitive(word) else (f"{first} {last}",)
        return ()

    def _near(self, folded: str, allowed: float) -> list[tuple[float, str]]:
        """What it may be a slip of, the nearest first, with what the slip costs."""
        most = SHORT.get(len(folded), MOST_SLIPS)
        near: list[tuple[float, str]] = []
        for slips in range(min(most, FEWEST_SLIPS), most + 1):
            words = self._words_with_letters(folded, slips)
            found = process.extract(folded, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
            found.sort(key=lambda one: one[1])
            near = sorted((_cost(folded, word, allowed), word) for word, _, _ in found[:WEIGHED])
            near = [(cost, word) for cost, word in near if cost <= (min(allowed, SURE) if _turns(word) else allowed)]
            if near and near[0][0] <= GOOD:
                break
        others = [(cost, word) for cost, word in near if not _are_forms(folded, word)]
        if len(others) < len(near):
            # The index has the same word in another form, so that this one is as likely right as a compound is.
            return [(cost, word) for cost, word in others if cost <= IN_COMPOUND]
        return near

    def _likelihood(self, word: str) -> float:
        likelihood = FREQUENT * log10(self._vocabulary.get(word, 0) + 1)
        if word in self._domain:
            return likelihood + OF_THE_FIELD
        return likelihood if _is_listed(word) else likelihood - UNLISTED

    def _words_with_letters(self, folded: str, slips: int) -> list[str]:
        """The words that have nearly the same letters: a quick sieve, since each slip changes two of them at most."""
        lengths, letters, words = self._sieve
        first, last = np.searchsorted(lengths, (len(folded) - slips, len(folded) + slips + 1))
        unlike = np.bitwise_count(letters[first:last] ^ np.uint64(_letters(folded)))
        found = words[first:last][unlike <= 2 * slips].tolist()
        return [word for word in found if "-" in word] if "-" in folded else found

    @cached_property
    def _sieve(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """All words, the shortest first: their lengths, their letters, and the words."""
        candidates = {word for words in (self._vocabulary, self._domain, self._never) for word in words}
        words = sorted(filter(_is_mendable, candidates), key=len)
        lengths = np.fromiter(map(len, words), np.int32, len(words))
        return lengths, np.fromiter(map(_letters, words), np.uint64, len(words)), np.array(words, dtype=object)


_NO_HYPHENS = str.maketrans(dict.fromkeys(HYPHENS))


def _is_mendable(word: str) -> bool:
    letters = word.translate(_NO_HYPHENS)
    if not letters.isalpha() or not SHORTEST_WORD <= len(letters) <= LONGEST_WORD:
        return False
    return not (word.isupper() and len(letters) <= LONGEST_ABBREVIATION)


@lru_cache(maxsize=1)
def _splitter() -> Splitter:
    return Splitter(lexicon(), pairs())


@lru_cache(maxsize=20_000)
def _is_listed(folded: str) -> bool:
    """Whether the dictionaries have it, or what it is the genitive of, as a word or as a name."""
    words = lexicon()
    return (
        is_function_word(folded)
        or any(words.knows(form) for form in _with_base(folded, SHORTEST_GENITIVE))
        or any(words.knows(form.capitalize()) for form in _with_base(folded, SHORTEST_STEM))
    )


def _with_base(folded: str, shortest: int) -> tuple[str, ...]:
    """The word, and what it is the genitive of."""
    base = folded[:-1]
    is_genitive = len(base) >= shortest and folded.endswith("s") and base[-1] not in SIBILANTS
    return (folded, base) if is_genitive else (folded,)


def _is_nynorsk(folded: str) -> bool:
    """Whether it is a regular form of nynorsk, which the dictionaries often lack: *fengslast*, *representantar*."""
    endings = (ending for ending in NYNORSK_ENDINGS if folded.endswith(ending))
    bases = (folded.removesuffix(ending) for ending in endings)
    return any(len(base) >= SHORTEST_STEM and (_is_listed(base) or _is_listed(base + "e")) for base in bases)


def _is_compound(folded: str) -> bool:
    return len(_splitter().leaves(folded)) > 1


def _turns(word: str) -> bool:
    """Whether it says how other words are meant, so that a wrong guess turns the whole question."""
    return word in NEGATIONS or is_function_word(word)


def _are_forms(folded: str, word: str) -> bool:
    """Whether both may be forms of one word: *klimaskeptiker*, *klimaskeptikere*.

    The dictionaries have all forms of their words. So this holds only where they lack the word, or for a compound.
    """
    if _is_listed(word) and not _is_compound(folded):
        return False
    stems = (end for end in range(SHORTEST_STEM, len(folded) + 1) if word.startswith(folded[:end]))
    return any(_is_ending(folded, end) and _is_ending(word, end) for end in stems)


def _are_counterparts(folded: str, word: str) -> bool:
    """Whether the first is nynorsk for the second: *smittsam*, *smittsom*; *læringsveg*, *læringsvei*."""
    words, listed = norwegian(), lexicon()
    leaves, others = _splitter().leaves(folded), _splitter().leaves(word)
    if any(listed.lemma(leaf, Variant.BOKMAL) and not listed.lemma(leaf, Variant.NYNORSK) for leaf in leaves):
        # Overtagelse is nynorsk for nothing.
        return False
    if words.in_bokmal(folded) and not words.in_bokmal(word):
        return _share_a_name(folded, word)
    is_compound = len(leaves) == len(others) > 1 and leaves != others
    return is_compound and all(
        one == other or _share_a_name(one, other) for one, other in zip(leaves, others, strict=True)
    )


def _share_a_name(one: str, other: str) -> bool:
    return not set(norwegian().names(one)).isdisjoint(norwegian().names(other))


def _is_ending(word: str, start: int) -> bool:
    ending = word[start:]
    if ending in AFTER_VOWELS and word[start - 1] not in VOWELS:
        return False
    return ending in ENDINGS and not (ending[:1] == "s" and word[start - 1] in SIBILANTS)


def _allowed(folded: str) -> float:
    """How costly a slip may be, by how likely it is that the word is right as it stands."""
    if _is_listed(folded) or _is_nynorsk(folded):
        return IN_LISTED
    leaves = _splitter().leaves(folded)
    if len(leaves) > 1:
        return IN_COMPOUND if min(map(len, leaves)) >= LONG_PART else IN_LIKELY_COMPOUND
    return ALLOWED + ALLOWED_PER_LETTER * len(folded)


def _cost(folded: str, word: str, allowed: float) -> float:
    cost = distance(folded, word, allowed)
    return cost if folded[0] == word[0] else cost + min(cost, WRONG_FIRST_LETTER)


def _letters(word: str) -> int:
    """Which letters the word has, and in the upper half which it has twice, a bit for each."""
    once = twice = 0
    for letter in word:
        bit = 1 << (ord(letter) & 31)
        twice |= once & bit
        once |= bit
    return twice << 32 | once
