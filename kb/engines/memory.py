"""The smallest engine that is right: keeps one generation in memory. For editors' servers and for tests."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

import numpy as np

from kb.language.terms import TermKind
from kb.search.documents import SearchArticle
from kb.search.engine import EngineUnavailableError, Generation, Index
from kb.search.fields import SECTION_BITS, unpacked
from kb.search.scored_index import ScoredIndex
from kb.search.scoring import Keys
from kb.search.tables import in_order, make_table


class MemoryIndex(ScoredIndex):
    """One generation in memory."""

    def __init__(self, name: str, articles: Iterable[SearchArticle], companion: bytes) -> None:
        ordered = in_order(articles)
        table = make_table(ordered)
        postings: dict[tuple[TermKind, str], list[tuple[int, bytes]]] = {}
        documents = (document for article in ordered for document in article.documents)
        for section, document in enumerate(documents):
            for kind, terms in document.terms.items():
                for term, places in terms.items():
                    postings.setdefault((kind, term), []).append((section, places))
        self._postings = postings
        super().__init__(Generation(name, table.article_count, table.section_count), table, companion, self._read)

    def _read(self, kind: TermKind, term: str) -> Keys:
        postings = self._postings.get((kind, term), ())
        keys = [section << SECTION_BITS | place for section, places in postings for place in unpacked(places)]
        return np.array(keys, dtype=np.int64)


class MemoryEngine:
    """Keeps the newest generation as long as the program runs."""

    def __init__(self) -> None:
        self._index: MemoryIndex | None = None
        self._count = 0
        self._lock = Lock()

    def rebuild(self, articles: Iterable[SearchArticle], companion: bytes) -> Generation:
        """Make a new generation, and make it the current one when it is whole."""
        with self._lock:
            index = MemoryIndex(f"{self._count + 1:06}", articles, companion)
            self._count += 1
            self._index = index
        return index.generation

    def open(self) -> Index:
        """The current generation. Raises `EngineUnavailableError`."""
        if self._index is None:
            raise EngineUnavailableError("Indeksen er ikke bygd ennå. Kjør kb index.")
        return self._index

    def current(self) -> str:
        """The name of the current generation; empty when there is none."""
        return self._index.generation.name if self._index else ""
