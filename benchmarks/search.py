"""Speed and quality of search with our own content, beside SQLite's full text search over the same sections.

Prints seconds and milliseconds with the machine, and how well both find what the editors have judged.
`python benchmarks/search.py DIR` takes another content folder; then quality is left out. Run: make benchmark
"""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from kb.content.library import Library, load
from kb.engines.whoosh.engine import WhooshEngine
from kb.language.pipeline import Analyser
from kb.language.spelling import Speller
from kb.relevance.judgements import Judgement, from_values
from kb.relevance.measures import measure
from kb.rendering.render import render
from kb.search.answer import answer, ranking
from kb.search.catalogue import Catalogue
from kb.search.indexing import Indexer, rebuild
from kb.search.request import SearchRequest
from kb.search.suggestions import Completions, suggest

QUERIES = (
    "akuttplassering",
    "kan barnet ha med seg noen i møtet",
    "hvor lang tid har vi på en undersøkelse",
    "§ 1-6",
    '"trygg voksen" -institusjon',
    "medvirkining",
    "korleis snakke med barnet åleine",
    "barnevernsundersøkelse prosess:undersokelse",
)
ROUNDS = 40
T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    own = len(sys.argv) == 1
    library = load(Path("content" if own else sys.argv[1]))
    judgements = from_values(library.vocabulary.judgements) if own else ()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        catalogue = _build(library, Path(folder))
        _ours(catalogue, judgements)
    _peer(library, judgements)


def _build(library: Library, folder: Path) -> Catalogue:
    rendered = {article.id: render(article, library.resolve, library.law) for article in library.articles}
    engine, indexer = WhooshEngine(folder), Indexer(library.vocabulary.concepts)
    spent, generation = _timed(lambda: rebuild(tuple(rendered.values()), indexer, engine, b""))
    print(f"{generation.articles} articles, {generation.sections} sections")
    size = sum(file.stat().st_size for file in folder.rglob("*"))
    print(f"  analyse and write the index: {spent:.2f} s, {size / 1e6:.1f} MB")
    spent, index = _timed(engine.open)
    print(f"  open it: {spent * 1000:.0f} ms")
    return Catalogue(
        index=index,
        analyser=Analyser(library.vocabulary.concepts).with_vocabulary(index.vocabulary),
        speller=Speller(index.vocabulary),
        articles=rendered,
        facets=library.vocabulary.facets,
        concepts=library.vocabulary.concepts,
        register=library.law,
        today=date.today(),
    )


def _ours(catalogue: Catalogue, judgements: Sequence[Judgement]) -> None:
    spent, _ = _timed(lambda: answer(SearchRequest(QUERIES[1]), catalogue))
    print(f"  first search: {spent * 1000:.0f} ms")
    _print_times(
        "  search with snippets and facets", [partial(answer, SearchRequest(text), catalogue) for text in QUERIES]
    )
    completions = Completions.of(catalogue)
    typed = ("h", "haste", "kan barnet h", "bvl 1-", "medvirkining")
    _print_times("  suggest as one types", [partial(suggest, text, completions) for text in typed])
    if judgements:
        _print_quality("  ours", judgements, lambda text: ranking(text, catalogue))


def _peer(library: Library, judgements: Sequence[Judgement]) -> None:
    print(f"SQLite {sqlite3.sqlite_version} FTS5, its own BM25, title and text, any of the words")
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table section using fts5(article unindexed, title, text, tokenize=unicode61)")
    spent, _ = _timed(lambda: _fill(database, library))
    print(f"  write the index: {spent:.2f} s")
    _print_times("  search with one snippet a hit", [partial(_find, database, text, 10) for text in QUERIES])
    if judgements:
        _print_quality("  theirs", judgements, lambda text: _find(database, text, 100))


def _fill(database: sqlite3.Connection, library: Library) -> None:
    rows = (
        (article.id, f"{article.title} {section.title}", f"{article.summary} {section.text}")
        for article in library.articles
        for section in render(article, library.resolve, library.law).sections
    )
    database.executemany("insert into section values (?, ?, ?)", rows)


def _find(database: sqlite3.Connection, text: str, limit: int) -> tuple[str, ...]:
    query = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
    # Five sections for each article wanted: an article has that many on average.
    found = database.execute(
        "select article, snippet(section, 2, '<', '>', '…', 30) from section where section match ? "
        "order by bm25(section, 0, 5, 1) limit ?",
        (query, 5 * limit),
    )
    return tuple(dict.fromkeys(article for article, _ in found))[:limit]


def _print_times(what: str, asked: Sequence[Callable[[], object]]) -> None:
    times = sorted(_timed(one)[0] * 1000 for _ in range(ROUNDS) for one in asked)
    print(f"{what}: median {statistics.median(times):.1f} ms, 95 % within {times[int(len(times) * 0.95)]:.1f} ms")


def _print_quality(what: str, judgements: Sequence[Judgement], find: Callable[[str], Sequence[str]]) -> None:
    mean = measure(judgements, {one.id: tuple(find(one.query)) for one in judgements}).mean
    print(f"{what}: " + ", ".join(f"{name} {value:.3f}" for name, value in mean.items()))


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()
