"""Finds, chooses, counts and orders articles. Every engine does it through here, so that all give the same answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from kb.language.terms import Alternative
from kb.search import ranking
from kb.search.engine import Match, Matches, Occurrence, Sought
from kb.search.fields import SECTION_BITS, position_of, zone_of
from kb.search.near_enough import Asked, most_held, near_enough
from kb.search.request import Order, SearchRequest
from kb.search.scoring import ReadPostings, Scorer
from kb.search.tables import Bools, Floats, Ints, Table


class Matcher:
    """Answers questions about one generation. `read` gives the occurrences of a term."""

    def __init__(self, table: Table, read: ReadPostings) -> None:
        self._table = table
        self._scorer = Scorer(table, read)
        self._priors = np.array([ranking.prior(*of) for of in zip(table.kinds, table.statuses, strict=True)])
        self._numbers = {article: number for number, article in enumerate(table.ids)}

    def holds(self, alternative: Alternative) -> bool:
        """Whether the alternative occurs anywhere."""
        return self._scorer.occurrences(alternative).size > 0

    def find(self, sought: Sought, request: SearchRequest) -> Matches:
        """The articles that match, best first; those of equal score by address."""
        table = self._table
        pinned = self._pins(sought)
        asked = [(clause, self._scorer.found(clause.alternatives)) for clause in sought.clauses]
        matched = self._matched(sought, asked, pinned)
        score, best_section = _best_of_each(self._scorer.sections(sought.clauses), table)
        # With nothing to look for but what is left out or chosen, only the priors tell articles apart.
        score = score * self._priors if sought.clauses else self._priors.copy()
        # What is pinned has the highest scores, so that hits are in order of score.
        highest = float(score[matched].max(initial=0.0))
        for number, article in enumerate(pinned):
            score[article] = highest + len(pinned) - number
        allowed = {facet: self._any_of(facet, values) for facet, values in request.chosen.items() if values}
        hits = matched
        if asked and not request.wide:
            best_first = self._in_order(np.flatnonzero(matched), score, Order.RELEVANCE)
            hits = near_enough(asked, matched, score >= ranking.NEAR_THE_BEST * highest, best_first)
        within = _all((matched, *allowed.values()), table.article_count)
        if not (hits & within).any():
            # Nothing near is among what was chosen; what is farther is better than nothing.
            hits = matched
        order = self._in_order(np.flatnonzero(hits & within), score, request.order)
        pages = -(-order.size // request.size)
        page = max(1, min(request.page, pages))
        shown = order[(page - 1) * request.size : page * request.size]
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
                for hit in shown.tolist()
            ),
            facets=self._count(hits, allowed),
            farther=int(np.count_nonzero(within & ~hits)),
            most_held=1.0 if pinned or not asked else most_held(asked, matched),
        )

    def occurrences(self, sought: Sought, article: str) -> tuple[Occurrence, ...]:
        """Every word of the article that matches, in the order of sections, zones and positions."""
        first, end = self._sections_of(self._numbers[article])
        occurrences = []
        for number, clause in enumerate(sought.clauses):
            found = self._scorer.found(clause.alternatives)
            start, stop = np.searchsorted(found.keys, (first << SECTION_BITS, end << SECTION_BITS))
            alternatives = found.alternative[start:stop].tolist()
            for key, alternative in zip(found.keys[start:stop].tolist(), alternatives, strict=True):
                section = (key >> SECTION_BITS) - first
                occurrences.append(Occurrence(number, alternative, section, zone_of(key), position_of(key)))
        occurrences.sort(key=lambda one: (one.section, one.zone, one.position, one.clause))
        return tuple(occurrences)

    def _matched(self, sought: Sought, asked: Asked, pinned: Iterable[int]) -> Bools:
        """Which articles are found at all. A word such as «hvem» finds none by itself when there are others."""
        telling = [found.articles for clause, found in asked if not clause.optional]
        if not asked:
            matched = np.full(self._table.article_count, not sought.pinned)
        else:
            matched = np.any(telling or [found.articles for _, found in asked], axis=0)
        for clause, found in asked:
            if clause.required:
                matched &= found.articles
        for alternative in sought.excluded:
            sections = self._scorer.occurrences(alternative) >> SECTION_BITS
            matched[self._table.article_of[sections]] = False
        for article in pinned:
            matched[article] = True
        return matched

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

    def _count(self, hits: Bools, allowed: Mapping[str, Bools]) -> Mapping[str, Mapping[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for facet, columns in self._table.facets.items():
            others = (column for other, column in allowed.items() if other != facet)
            counted = _all((hits, *others), self._table.article_count)
            by_value = ((value, int(np.count_nonzero(counted & column))) for value, column in columns.items())
            counts[facet] = {value: count for value, count in by_value if count}
        return counts

    def _in_order(self, articles: Ints, score: Floats, order: Order) -> Ints:
        # Numbers are in order of address, and a stable sort keeps them so where scores are equal.
        # Scores are rounded, so that the order in which floats were added up is no matter.
        by_score = articles[np.argsort(-np.round(score[articles], 9), kind="stable")]
        if order is Order.REVIEWED:
            return by_score[np.argsort(-self._table.reviewed[by_score], kind="stable")]
        return by_score

    def _section_to_show(self, article: int, best_section: Ints, pinned: Mapping[int, str]) -> int:
        """The best section; of an article that is pinned by its anchor, the section with that anchor."""
        if pinned.get(article):
            for section in range(*self._sections_of(article)):
                if self._table.anchors[section] == pinned[article]:
                    return section
        return int(best_section[article])

    def _sections_of(self, article: int) -> tuple[int, int]:
        first = self._table.first_section
        return int(first[article]), int(first[article + 1]) if article + 1 < first.size else self._table.section_count


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
