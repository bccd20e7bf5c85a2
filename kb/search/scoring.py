"""How well each section answers a query, from postings.

The formula is BM25F (Robertson, Zaragoza & Taylor, CIKM 2004): for each word of the query the occurrences in all
zones are weighed together, and then saturated once. A section is scored with its article's title, summary and
keywords, and mixed with the score of the article as a whole. Then comes what BM25F cannot see: how much of the query
is there at all, whether its words stand near each other, and whether a title or heading says just what is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kb.language.terms import Alternative, TermKind
from kb.search import ranking
from kb.search.agreement import agreement
from kb.search.engine import Clause
from kb.search.fields import ARTICLE_ZONES, SECTION_BITS, ZONE_BITS, Zone
from kb.search.nearness import nearness
from kb.search.tables import Bools, Floats, Ints, Table

Keys = NDArray[np.int64]
"""Occurrences of a term, in order: the section's number, and the place within it in the lower bits."""

ReadPostings = Callable[[TermKind, str], Keys]

CLAUSES_KEPT = 256
"""So many words of queries are remembered with their scores: a section takes 8 bytes in each."""

_NOWHERE: Keys = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What one clause found.

    `keys` are its occurrences, `alternative` the number of the strongest alternative at each. `scores` is what it
    adds to each section, `presence` how strongly each article holds it, from 0 to 1, and `idf` how telling it is.
    """

    keys: Keys
    alternative: Ints
    scores: Floats
    presence: Floats
    idf: float

    @property
    def articles(self) -> Bools:
        """Which articles hold it."""
        return self.presence > 0


class Scorer:
    """Scores the sections of one generation. `read` gives the occurrences of a term."""

    def __init__(self, table: Table, read: ReadPostings) -> None:
        self._table = table
        self._read = read
        self.found: Callable[[tuple[Alternative, ...]], Found] = lru_cache(CLAUSES_KEPT)(self._look_up)
        self._section_norms, self._article_norms = _length_norms(table)
        self._unknown = np.array([anchor == ranking.UNKNOWN_ANCHOR for anchor in table.anchors], dtype=np.bool_)

    def occurrences(self, alternative: Alternative) -> Keys:
        """Where the alternative begins: all its terms side by side in the same zone."""
        terms = alternative.terms
        keys = self._read(alternative.kind, terms[0]) if terms else _NOWHERE
        for number, term in enumerate(terms[1:], start=1):
            if not keys.size:
                break
            keys = np.intersect1d(keys, self._read(alternative.kind, term) - number, assume_unique=True)
        return keys

    def sections(self, clauses: Sequence[Clause]) -> Floats:
        """The score of each section."""
        table = self._table
        scores = np.zeros(table.section_count)
        held = np.zeros(table.article_count)
        sought = 0.0
        words: list[tuple[Keys, float]] = []
        telling: list[tuple[Keys, float]] = []
        for clause in clauses:
            found = self.found(clause.alternatives)
            if clause.part:
                scores += ranking.PART_WEIGHT * found.scores
                continue
            weight = ranking.OPTIONAL_WEIGHT if clause.optional else 1.0
            scores += weight * found.scores
            held += weight * found.idf * found.presence
            sought += weight * found.idf
            words.append((found.keys, weight * found.idf))
            if not clause.optional and found.keys.size:
                telling.append((found.keys, found.idf))
        if sought > 0:
            coverage = np.maximum(held / sought, ranking.LEAST_COVERAGE)
            scores *= (coverage**ranking.COVERAGE_MATTERS)[table.article_of]
        scores += nearness(telling, scores)
        scores *= 1 + ranking.AGREEMENT_WEIGHT * agreement(words, sought, table)
        scores[table.first_section] *= ranking.LEAD_WEIGHT
        scores[self._unknown] *= ranking.UNKNOWN_WEIGHT
        return scores

    def _look_up(self, alternatives: tuple[Alternative, ...]) -> Found:
        table = self._table
        parts = [self.occurrences(alternative) for alternative in alternatives]
        keys = np.concatenate([_NOWHERE, *parts])
        numbers = np.repeat(np.arange(len(parts)), [part.size for part in parts])
        weights = np.array([ranking.weight(alternative) for alternative in alternatives])
        # An occurrence counts once, in the strongest way in which it matches.
        order = np.lexsort((numbers, -weights[numbers], keys))
        keys, numbers = keys[order], numbers[order]
        first = np.ones(keys.size, dtype=np.bool_)
        first[1:] = keys[1:] != keys[:-1]
        keys, numbers = keys[first], numbers[first]
        weight = weights[numbers]
        presence = np.zeros(table.article_count)
        np.maximum.at(presence, table.article_of[keys >> SECTION_BITS], np.minimum(weight, 1.0))
        idf = _idf(float(presence.sum()), table.article_count)
        return Found(keys, numbers, idf * self._frequencies(keys, weight), presence, idf)

    def _frequencies(self, keys: Keys, weight: Floats) -> Floats:
        """How much each section speaks of a clause, saturated; the mix of the section's own and its article's."""
        table = self._table
        section = keys >> SECTION_BITS
        zone = keys >> ZONE_BITS & 0x7F
        inherited, whole = np.zeros(table.article_count), np.zeros(table.article_count)
        own = np.zeros(table.section_count)
        for name in Zone:
            here = zone == name
            if not here.any():
                continue
            counted = weight[here] * ranking.ZONE_WEIGHTS[name]
            by_section = _summed(counted, section[here], table.section_count)
            by_article = _summed(by_section, table.article_of, table.article_count) / self._article_norms[name]
            if name in ARTICLE_ZONES:
                inherited += by_article
            else:
                own += by_section / self._section_norms[name]
                whole += by_article
        share = ranking.ARTICLE_SHARE
        of_section = _saturated(own + inherited[table.article_of])
        of_article = _saturated(whole + inherited)[table.article_of]
        return (1 - share) * of_section + share * of_article


def _length_norms(table: Table) -> tuple[dict[Zone, Floats], dict[Zone, Floats]]:
    """What occurrences are divided by, for the length of their zone: in sections, and in articles."""
    sections, articles = {}, {}
    for zone in Zone:
        b = ranking.LENGTH_MATTERS[zone]
        lengths = table.lengths[zone].astype(np.float64)
        whole = _summed(lengths, table.article_of, table.article_count)
        mean = _mean(lengths)
        sections[zone] = 1 - b + b * np.maximum(lengths, ranking.SHORTEST * mean) / mean
        articles[zone] = 1 - b + b * whole / _mean(whole)
    return sections, articles


def _summed(values: Floats, groups: Ints, count: int) -> Floats:
    """The sum of the values of each group."""
    return np.bincount(groups, weights=values, minlength=count).astype(np.float64, copy=False)


def _mean(lengths: Floats) -> float:
    filled = lengths[lengths > 0]
    return float(filled.mean()) if filled.size else 1.0


def _saturated(frequency: Floats) -> Floats:
    return frequency * (ranking.K1 + 1) / (frequency + ranking.K1)


def _idf(holding: float, total: int) -> float:
    """How telling a word is, as in Lucene's BM25: never negative."""
    return float(np.log(1 + (total - holding + 0.5) / (holding + 0.5)))
