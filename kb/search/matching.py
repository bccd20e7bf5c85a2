"""Finds and ranks articles from postings. Every engine does it through here, so that all give the same answers.

The formula is BM25F (Robertson, Zaragoza & Taylor, CIKM 2004): for each word of the query the occurrences in all
zones are weighed together, and then saturated once. A section is scored with its article's title, summary and
keywords, and mixed with the score of the article as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kb.language.terms import Alternative, TermKind
from kb.search import ranking
from kb.search.engine import Match, Matches, Occurrence, Sought
from kb.search.fields import ARTICLE_ZONES, SECTION_BITS, ZONE_BITS, Zone, position_of, zone_of
from kb.search.request import Order, SearchRequest
from kb.search.tables import Bools, Floats, Ints, Table

Keys = NDArray[np.int64]
"""Occurrences of a term, in order: the section's number, and the place within it in the lower bits."""

ReadPostings = Callable[[TermKind, str], Keys]

CLAUSES_KEPT = 512
"""So many words of queries are remembered with their scores: a section takes 8 bytes in each."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """What one clause found: its occurrences, the number of the alternative of each, and what it adds to scores."""

    keys: Keys
    alternative: NDArray[np.int64]
    scores: Floats
    articles: Bools


class Matcher:
    """Answers questions about one generation. `read` gives the occurrences of a term."""

    def __init__(self, table: Table, read: ReadPostings) -> None:
        self._table = table
        self._read = read
        self._found: Callable[[tuple[Alternative, ...]], _Found] = lru_cache(CLAUSES_KEPT)(self._look_up)
        self._priors = np.array([ranking.prior(*of) for of in zip(table.kinds, table.statuses, strict=True)])
        self._numbers = {article: number for number, article in enumerate(table.ids)}
        self._section_norms, self._article_norms = _length_norms(table)

    def holds(self, alternative: Alternative) -> bool:
        """Whether the alternative occurs anywhere."""
        return self._occurrences(alternative).size > 0

    def find(self, sought: Sought, request: SearchRequest) -> Matches:
        """The articles that match, best first; those of equal score by address."""
        table = self._table
        found = [self._found(clause.alternatives) for clause in sought.clauses]
        matched, best_section, score = self._score(sought, found)
        pinned = self._pins(sought)
        allowed = {facet: self._any_of(facet, values) for facet, values in request.chosen.items() if values}
        chosen = matched & _all(allowed.values(), table.article_count)
        order = self._in_order(np.flatnonzero(chosen), score, pinned, request.order)
        pages = -(-order.size // request.size)
        page = max(1, min(request.page, pages))
        hits = order[(page - 1) * request.size : page * request.size]
        return Matches(
            total=int(order.size),
            page=page,
            pages=pages,
            hits=tuple(
                Match(
                    article=table.ids[hit],
                    section=self._section_to_show(hit, best_section, pinned) - int(table.first_section[hit]),
                    score=round(float(score[hit]), 6),
                    pinned=hit in pinned,
                )
                for hit in hits.tolist()
            ),
            facets=self._count(matched, allowed),
        )

    def occurrences(self, sought: Sought, article: str) -> tuple[Occurrence, ...]:
        """Every word of the article that matches, in the order of sections, zones and positions."""
        first, end = self._sections_of(self._numbers[article])
        occurrences = []
        for number, clause in enumerate(sought.clauses):
            one = self._found(clause.alternatives)
            start, stop = np.searchsorted(one.keys, (first << SECTION_BITS, end << SECTION_BITS))
            alternatives = one.alternative[start:stop].tolist()
            for key, alternative in zip(one.keys[start:stop].tolist(), alternatives, strict=True):
                here = (key >> SECTION_BITS) - first
                occurrences.append(Occurrence(number, alternative, here, zone_of(key), position_of(key)))
        occurrences.sort(key=lambda one: (one.section, one.zone, one.position, one.clause))
        return tuple(occurrences)

    def _score(self, sought: Sought, found: list[_Found]) -> tuple[Bools, Ints, Floats]:
        """Which articles match, the number of the best section of each, and its score."""
        table = self._table
        sections = np.zeros(table.section_count)
        for one in found:
            sections += one.scores
        score, best_section = _best_of_each(sections, table)
        score = score * self._priors
        if found:
            matched = np.any([one.articles for one in found], axis=0)
        else:
            # Nothing to look for but what is left out or chosen: everything matches.
            matched = np.full(table.article_count, not sought.pinned)
            score = self._priors.copy()
        for clause, one in zip(sought.clauses, found, strict=True):
            if clause.required:
                matched &= one.articles
        for alternative in sought.excluded:
            matched[table.article_of[self._occurrences(alternative) >> SECTION_BITS]] = False
        for article in self._pins(sought):
            matched[article] = True
        return matched, best_section, score

    def _pins(self, sought: Sought) -> dict[int, str]:
        """The numbers of the articles that come first, with the anchors to show, in order."""
        pins: dict[int, str] = {}
        for article, anchor in sought.pinned:
            if article in self._numbers:
                pins.setdefault(self._numbers[article], anchor)
        return pins

    def _any_of(self, facet: str, values: frozenset[str]) -> Bools:
        columns = self._table.facets.get(facet, {})
        allowed = np.zeros(self._table.article_count, dtype=np.bool_)
        for value in values & columns.keys():
            allowed |= columns[value]
        return allowed

    def _count(self, matched: Bools, allowed: Mapping[str, Bools]) -> Mapping[str, Mapping[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for facet, columns in self._table.facets.items():
            others = [column for other, column in allowed.items() if other != facet]
            counted = matched & _all(others, self._table.article_count)
            by_value = ((value, int(np.count_nonzero(counted & column))) for value, column in columns.items())
            counts[facet] = {value: count for value, count in by_value if count}
        return counts

    def _in_order(self, articles: Ints, score: Floats, pinned: Mapping[int, str], order: Order) -> Ints:
        # Numbers are in order of address, and a stable sort keeps them so where scores are equal.
        # Scores are rounded, so that the order in which floats were added up is no matter.
        by_score = articles[np.argsort(-np.round(score[articles], 9), kind="stable")]
        if order is Order.REVIEWED:
            return by_score[np.argsort(-self._table.reviewed[by_score], kind="stable")]
        if not pinned:
            return by_score
        found = set(articles.tolist())
        first = [article for article in pinned if article in found]
        return np.array([*first, *by_score[~np.isin(by_score, first)]], dtype=np.int64)

    def _section_to_show(self, article: int, best_section: Ints, pinned: Mapping[int, str]) -> int:
        """The best section; of an article that is pinned by its anchor, the section with that anchor."""
        anchors = self._table.anchors
        if pinned.get(article):
            start, stop = self._sections_of(article)
            for section in range(start, stop):
                if anchors[section] == pinned[article]:
                    return section
        return int(best_section[article])

    def _sections_of(self, article: int) -> tuple[int, int]:
        first = self._table.first_section
        return int(first[article]), int(first[article + 1]) if article + 1 < first.size else self._table.section_count

    def _occurrences(self, alternative: Alternative) -> Keys:
        """Where the alternative begins: all its terms side by side in the same zone."""
        terms = alternative.terms
        if not terms:
            return np.empty(0, dtype=np.int64)
        keys = self._read(alternative.kind, terms[0])
        for number, term in enumerate(terms[1:], start=1):
            keys = np.intersect1d(keys, self._read(alternative.kind, term) - number, assume_unique=True)
        return keys

    def _look_up(self, alternatives: tuple[Alternative, ...]) -> _Found:
        table = self._table
        parts, weights, numbers = [], [], []
        for number, alternative in enumerate(alternatives):
            keys = self._occurrences(alternative)
            parts.append(keys)
            weights.append(np.full(keys.size, ranking.weight(alternative)))
            numbers.append(np.full(keys.size, number, dtype=np.int64))
        if not sum(part.size for part in parts):
            return _Found(
                np.empty(0, dtype=np.int64),
                np.empty(0, dtype=np.int64),
                np.zeros(table.section_count),
                np.zeros(table.article_count, dtype=np.bool_),
            )
        keys, weight, number_of = np.concatenate(parts), np.concatenate(weights), np.concatenate(numbers)
        # An occurrence counts once, in the strongest way in which it matches.
        order = np.lexsort((number_of, -weight, keys))
        keys, weight, number_of = keys[order], weight[order], number_of[order]
        first = np.concatenate(([True], keys[1:] != keys[:-1]))
        keys, weight, number_of = keys[first], weight[first], number_of[first]
        articles = np.zeros(table.article_count, dtype=np.bool_)
        articles[table.article_of[keys >> SECTION_BITS]] = True
        return _Found(keys, number_of, self._clause_scores(keys, weight), articles)

    def _clause_scores(self, keys: Keys, weight: Floats) -> Floats:
        """What a clause adds to the score of each section."""
        table = self._table
        section = keys >> SECTION_BITS
        zone = keys >> ZONE_BITS & 0x7F
        # Every section has the words of its article's own zones.
        of_article = np.zeros(table.article_count)
        of_section = np.zeros(table.section_count)
        whole = np.zeros(table.article_count)
        for name, zone_weight in ranking.ZONE_WEIGHTS.items():
            here = zone == name
            if not here.any():
                continue
            raw = np.bincount(section[here], weights=weight[here] * zone_weight, minlength=table.section_count)
            if name in ARTICLE_ZONES:
                of_article += (
                    np.bincount(table.article_of, weights=raw, minlength=table.article_count)
                    / self._article_norms[name]
                )
                continue
            of_section += raw / self._section_norms[name]
            whole += (
                np.bincount(table.article_of, weights=raw, minlength=table.article_count) / self._article_norms[name]
            )
        strongest = np.zeros(table.article_count)
        np.maximum.at(strongest, table.article_of[section], weight)
        idf = _idf(float(np.sum(np.minimum(strongest, 1.0))), table.article_count)
        as_section = _saturated(of_section + of_article[table.article_of])
        as_article = _saturated(whole + of_article)[table.article_of]
        share = ranking.ARTICLE_SHARE
        return idf * ((1 - share) * as_section + share * as_article)


def _length_norms(table: Table) -> tuple[dict[Zone, Floats], dict[Zone, Floats]]:
    """What occurrences are divided by, for the length of their zone: in sections, and in articles."""
    sections, articles = {}, {}
    for zone in Zone:
        b = ranking.LENGTH_MATTERS[zone]
        lengths = table.lengths[zone].astype(np.float64)
        whole: Floats = np.bincount(table.article_of, weights=lengths, minlength=table.article_count).astype(np.float64)
        sections[zone] = 1 - b + b * lengths / _mean(lengths)
        articles[zone] = 1 - b + b * whole / _mean(whole)
    return sections, articles


def _mean(lengths: Floats) -> float:
    filled = lengths[lengths > 0]
    return float(filled.mean()) if filled.size else 1.0


def _saturated(frequency: Floats) -> Floats:
    return frequency * (ranking.K1 + 1) / (frequency + ranking.K1)


def _idf(holding: float, total: int) -> float:
    """How telling a word is, as in Lucene's BM25: never negative."""
    return float(np.log(1 + (total - holding + 0.5) / (holding + 0.5)))


def _best_of_each(sections: Floats, table: Table) -> tuple[Floats, Ints]:
    """The highest score of each article's sections, and the first section that has it."""
    if not table.article_count:
        return np.zeros(0), np.zeros(0, dtype=np.int64)
    highest = np.maximum.reduceat(sections, table.first_section)
    is_best = np.flatnonzero(sections == highest[table.article_of])
    _, first = np.unique(table.article_of[is_best], return_index=True)
    return highest, is_best[first]


def _all(columns: Iterable[Bools], count: int) -> Bools:
    result = np.ones(count, dtype=np.bool_)
    for column in columns:
        result &= column
    return result
