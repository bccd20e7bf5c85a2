"""What an index holds besides postings: which sections and articles there are, as compact columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.articles import Kind, Status
from kb.search.documents import SearchArticle
from kb.search.fields import Zone

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The articles and sections of a generation, numbered from 0: articles by address, sections in reading order.

    `article_of` maps a section's number to its article's. `first_section` maps an article's number to that of its
    first section. `lengths` counts words by zone and section. `facets` maps a facet and a value to the articles that
    have it. `vocabulary` maps a word to how many articles hold it.
    """

    ids: tuple[str, ...]
    addresses: tuple[str, ...]
    kinds: tuple[Kind, ...]
    statuses: tuple[Status, ...]
    reviewed: Ints
    anchors: tuple[str, ...]
    article_of: Ints
    first_section: Ints
    lengths: Ints
    facets: Mapping[str, Mapping[str, Bools]]
    vocabulary: Mapping[str, int]

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return len(self.ids)

    @property
    def section_count(self) -> int:
        """How many sections there are."""
        return len(self.anchors)


def in_order(articles: Iterable[SearchArticle]) -> tuple[SearchArticle, ...]:
    """The articles as they are numbered: by address, so that equal scores are in order of address."""
    return tuple(sorted(articles, key=lambda article: article.address))


def make_table(articles: tuple[SearchArticle, ...]) -> Table:
    """The columns of articles that are `in_order`."""
    sections = [(number, document) for number, article in enumerate(articles) for document in article.documents]
    article_of = np.array([number for number, _ in sections], dtype=np.int64)
    lengths = np.array([document.lengths for _, document in sections], dtype=np.int64).reshape(-1, len(Zone))
    facets: dict[str, dict[str, Bools]] = {}
    vocabulary: Counter[str] = Counter()
    for number, article in enumerate(articles):
        vocabulary.update(article.words)
        for facet, values in article.facets.items():
            for value in values:
                column = facets.setdefault(facet, {}).setdefault(value, np.zeros(len(articles), dtype=np.bool_))
                column[number] = True
    return Table(
        ids=tuple(article.id for article in articles),
        addresses=tuple(article.address for article in articles),
        kinds=tuple(article.kind for article in articles),
        statuses=tuple(article.status for article in articles),
        reviewed=np.array(
            [article.reviewed.toordinal() if article.reviewed else 0 for article in articles], dtype=np.int64
        ),
        anchors=tuple(document.anchor for _, document in sections),
        article_of=article_of,
        first_section=np.searchsorted(article_of, np.arange(len(articles))).astype(np.int64),
        lengths=lengths.T.copy(),
        facets=facets,
        vocabulary=dict(vocabulary),
    )
