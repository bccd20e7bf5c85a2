"""Takes compounds apart: *omsorg-s-overtakelse*, *barn-e-vern*."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from types import MappingProxyType

from kb.language.lexicon import REMEMBERED, STANDARDS, Lexicon, word_list

SHORTEST_COMPOUND = 6
"""*øyfolk*, *bilvei*; what is shorter is seldom a compound."""

LONGEST_COMPOUND = 64
"""Longer strings are not words that someone wrote."""

SHORTEST_PART = 4
"""Shorter parts must stand in `short_parts.txt`: too many words begin or end alike by chance (*kar-akter*)."""

JOINTS = (("", 0.0), ("s", 0.1), ("e", 0.3))
"""Letters that may join two parts, with what each costs: *skole-plass*, *omsorg-s-plan*, *barn-e-vern*."""

TAKES_S = ("ning", "ing", "het", "heit", "skap", "dom", "sjon", "tet", "else", "nad", "leik")
S_MISSING = 0.5
"""What it costs when a first part with such an ending is not followed by -s-: *forvaltning-s-loven*, not *-sloven*."""

BOUND = frozenset({"hoved", "hovud", "selv", "sjølv", "hjemme", "heime", "hjem", "heim", "fjern", "enkelt", "einskild"})
"""First parts that are listed as something else or not at all."""

LISTED, TAKEN_APART = 1.0, 1.4
"""What a part costs: a word of the general lists, or a compound that only its own parts explain."""

UNUSED = 0.3
"""What a part costs besides that the index does not hold as a word of its own."""

ONSET = re.compile(
    r"""(?: [bcdfghjklmnpqrstvwxz]? | [bcdfgkptv]r | [bcfgkps]l | [fgkps]n | s[cjkmptvh] | [bdfghklmnpt]j | [dhktq]v
        | s[kpt]r | s[kp]l | s[kpt]j | skv | [cprtw]h | ps | kv | tsj | tw | sch ) [aeiouyæøåéêèóòô]""",
    re.VERBOSE,
)
"""How Norwegian words begin. No word begins with *ng* or *rk*, so no part does: most places in a word are ruled out."""

LONG = 8
"""A part that only its own parts explain must be long: *stat-is-tisk* is no compound."""

SHORT_COSTS = {2: 0.6, 3: 0.3, 4: 0.2}
"""What a part costs besides, by its length: of *lands-tyre* and *land-styre*, the latter."""

NO_WORDS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Split:
    """A compound in two: `first` without the letter that joins it, `last` with the ending of the compound."""

    first: str
    last: str
    cost: float


class Splitter:
    """Splits compounds into words that the general lists know, or that are `listed` besides."""

    def __init__(self, lexicon: Lexicon, listed: Container[str] = frozenset()) -> None:
        self._lexicon = lexicon
        self._listed = listed
        self._short = word_list("short_parts.txt")
        self._never_first = word_list("never_first.txt") | word_list("function_words.txt")
        self._never_last = word_list("never_last.txt") | word_list("function_words.txt")
        self._splits = lru_cache(maxsize=REMEMBERED)(self._find_splits)

    def leaves(self, word: str) -> tuple[str, ...]:
        """The smallest parts in the order in which they stand; the word itself when it is no compound."""
        splits = () if self._is_simple(word) else self._splits(word)
        if not splits:
            return (word,)
        return (*self.leaves(splits[0].first), *self.leaves(splits[0].last))

    def parts(self, word: str, vocabulary: Mapping[str, int] = NO_WORDS) -> tuple[str, ...]:
        """All parts of a folded word, the larger ones first. Empty for a word that had better stand.

        `vocabulary` are the words of the index: of two ways to split, the one with its words is taken, and a word
        that the dictionaries list as a whole is split only into words that are in use.
        """
        best: Split | None = None
        lowest = inf
        for split in self._splits(word):
            used = (split.first in vocabulary) + (split.last in vocabulary)
            cost = split.cost + UNUSED * (2 - used)
            if cost < lowest and self._may_split(split, vocabulary):
                best, lowest = split, cost
        if best is None:
            return ()
        return (best.first, best.last, *self.parts(best.first, vocabulary), *self.parts(best.last, vocabulary))

    def _may_split(self, split: Split, vocabulary: Mapping[str, int]) -> bool:
        """Short parts must be in use, so that chance likenesses are not taken for parts."""
        return all(len(part) > SHORTEST_PART or part in vocabulary for part in (split.first, split.last))

    def _find_splits(self, word: str) -> tuple[Split, ...]:
        """The ways to split it in two, the best first."""
        if not SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND or not word.isalpha() or self._is_derived(word):
            return ()
        found = []
        for end in range(2, len(word) - 1):
            joints = [one for one in JOINTS if word.startswith(one[0], end) and ONSET.match(word, end + len(one[0]))]
            first = word[:end]
            first_cost = self._cost_of_first(first) if joints else inf
            if first_cost == inf:
                continue
            for joint, joint_cost in joints:
                last = word[end + len(joint) :]
                cost = first_cost + joint_cost + self._cost_of_last(last)
                if joint != "s" and first.endswith(TAKES_S):
                    cost += S_MISSING
                if cost < inf:
                    found.append(Split(first, last, cost))
        return tuple(sorted(found, key=lambda split: split.cost))

    def _is_simple(self, word: str) -> bool:
        """Whether it is no compound for all its letters: *planetane* is a form of *planet*, not *plan-e-tane*."""
        if word in self._listed:
            return True
        lemmas = [lemma for standard in STANDARDS if (lemma := self._lexicon.common(word, standard))]
        return bool(lemmas) and word not in lemmas and not any(self._splits(lemma) for lemma in lemmas)

    def _is_derived(self, word: str) -> bool:
        """Whether it is made of a verb: *flytt-ing*, not *flyt-ting*."""
        return word.endswith("ing") and self._lexicon.is_word(word[:-3] + "e")

    def _cost_of_first(self, part: str) -> float:
        if len(part) < SHORTEST_PART and part not in self._short:
            return inf
        if part in self._never_first:
            return inf
        if part in self._listed or part in BOUND or self._lexicon.is_word(part):
            return LISTED + SHORT_COSTS.get(len(part), 0.0)
        return TAKEN_APART if len(part) >= LONG and self._splits(part) else inf

    def _cost_of_last(self, part: str) -> float:
        if len(part) < SHORTEST_PART and part not in self._short:
            return inf
        if part in self._never_last:
            return inf
        if part in self._listed or self._lexicon.knows(part):
            return LISTED + SHORT_COSTS.get(len(part), 0.0)
        return TAKEN_APART if len(part) >= LONG and self._splits(part) else inf
