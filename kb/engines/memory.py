"""The smallest engine that is right: keeps one generation in memory. For editors' servers and for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Lock

import numpy as np

from kb.language.terms import Alternative, TermKind
from kb.search.documents import SearchArticle
from kb.search.engine import EngineUnavailableError, Generation, Index, Matches, Occurrence, Sought
from kb.search.fields import SECTION_BITS, unpacked
from kb.search.matching import Matcher
from kb.search.request import SearchRequest
from kb.search.scoring import Keys
from kb.search.tables import in_order, make_table


class MemoryIndex:
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
        self._matcher = Matcher(table, self._read)
        self._vocabulary = table.vocabulary
        self._companion = companion
        self._generation = Generation(name, table.article_count, table.section_count)

    @property
    def generation(self) -> Generation:
        """Which edition this is."""
        return self._generation

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """Every word in the form that is compared, and how many articles hold it."""
        return self._vocabulary

    @property
    def companion(self) -> bytes:
        """What was handed over when this generation was made."""
        return self._companion

    def find(self, sought: Sought, request: SearchRequest) -> Matches:
        """The articles that match, best first; those of equal score by address."""
        return self._matcher.find(sought, request)

    def occurrences(self, sought: Sought, article: str) -> tuple[Occurrence, ...]:
        """Every word of the article that matches, in the order of sections, zones and positions."""
        return self._matcher.occurrences(sought, article)

    def holds(self, alternative: Alternative) -> bool:
        """Whether the alternative occurs anywhere."""
        return self._matcher.holds(alternative)

    def close(self) -> None:
        """Nothing is held open."""

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
