"""The engine that keeps its generations on disk, with Whoosh as the store of postings."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from threading import Lock

import numpy as np
import whoosh.index
from whoosh.reading import TermNotFound

from kb.engines.whoosh import index as generations
from kb.engines.whoosh.terms import decoded
from kb.language.terms import Alternative, MatchedBy, TermKind
from kb.search.documents import SearchArticle
from kb.search.engine import EngineUnavailableError, Generation, Index
from kb.search.fields import SECTION_BITS
from kb.search.scored_index import ScoredIndex
from kb.search.scoring import Keys
from kb.search.tables import Table

TERMS_KEPT = 4096
"""So many terms are kept as read from disk. A common word of a thousand articles takes about 100 kB, most take less
than one."""

TERMS_VERIFIED = 200
"""So many terms of a new generation are read back before it is used, spread over all of them."""

_NOWHERE: Keys = np.empty(0, dtype=np.int64)


class WhooshIndex(ScoredIndex):
    """One generation on disk, open for questions."""

    def __init__(self, folder: Path, name: str) -> None:
        manifest = generations.read_manifest(folder, name)
        place = folder / name
        try:
            table = pickle.loads((place / generations.TABLE).read_bytes())  # noqa: S301 (made by ourselves)
            companion = (place / generations.COMPANION).read_bytes()
            self._index = whoosh.index.open_dir(str(place), readonly=True)
            self._reader = self._index.reader()
        except Exception as error:  # Whoosh and pickle raise all sorts of errors for files that are damaged.
            raise EngineUnavailableError(f"Indeksen {place} kan ikke leses. Kjør kb index --force.") from error
        if not isinstance(table, Table) or table.section_count != manifest.generation.sections:
            raise EngineUnavailableError(f"Indeksen {place} henger ikke sammen. Kjør kb index --force.")
        self._lock = Lock()
        super().__init__(manifest.generation, table, companion, lru_cache(TERMS_KEPT)(self._read))

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._reader.close()
            self._index.close()

    def _read(self, kind: TermKind, term: str) -> Keys:
        # Whoosh's reader has one place in its file, which threads would move under each other.
        with self._lock:
            try:
                matcher = self._reader.postings(kind.value, term)
            except TermNotFound:
                return _NOWHERE
            sections: list[int] = []
            values: list[bytes] = []
            while matcher.is_active():
                sections.append(matcher.id())
                values.append(matcher.value())
                matcher.next()
        counts = [len(value) // 4 for value in values]
        of_occurrence = np.repeat(np.array(sections, dtype=np.int64), counts)
        return of_occurrence << SECTION_BITS | decoded(b"".join(values))


class WhooshEngine:
    """Keeps generations in a folder. Any number of processes may read it while one rebuilds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rebuild(self, articles: Iterable[SearchArticle], companion: bytes) -> Generation:
        """Make a new generation beside the old one, look it over, and make it the current one."""
        listed = tuple(articles)
        try:
            generation = generations.write_generation(self._folder, listed, companion)
            with generations.discarded_unless_current(self._folder, generation.name):
                _verify(self._folder, generation, listed, companion)
                generations.make_current(self._folder, generation.name)
        except OSError as error:
            # A full disk does not say which file it had no room for.
            raise OSError(error.errno, error.strerror, error.filename or str(self._folder)) from error
        generations.prune(self._folder, generation.name)
        return generation

    def open(self) -> Index:
        """The current generation. Raises `EngineUnavailableError`."""
        name = self.current()
        if not name:
            raise EngineUnavailableError(f"Det er ingen indeks i {self._folder}. Kjør kb index.")
        return WhooshIndex(self._folder, name)

    def current(self) -> str:
        """The name of the current generation; empty when there is none. Reads one line of a file."""
        return generations.current_name(self._folder)


def _verify(folder: Path, generation: Generation, articles: Sequence[SearchArticle], companion: bytes) -> None:
    """Read back what was written, as a server will. Raises `EngineUnavailableError`, and the old one stays."""
    index = WhooshIndex(folder, generation.name)
    try:
        whole = index.companion == companion and index.generation == generation
        terms = [
            Alternative(kind, (term,), MatchedBy.EXACT)
            for article in islice(articles, 0, None, max(1, len(articles) // 20))
            for document in article.documents[:1]
            for kind, by_term in document.terms.items()
            for term in islice(by_term, 0, None, max(1, len(by_term) // 5))
        ]
        whole = whole and all(index.holds(term) for term in terms[:TERMS_VERIFIED])
    finally:
        index.close()
    if not whole:
        raise EngineUnavailableError(f"Den nye indeksen {folder / generation.name} ble ikke hel. Den gamle er beholdt.")
