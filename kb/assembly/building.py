"""From a content folder to a site: check, render, index, open."""

from __future__ import annotations

import hashlib
import logging
import pickle
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kb.articles import RenderedArticle
from kb.assembly.site import Site, SiteData
from kb.content import files, library
from kb.content.library import Library
from kb.engines.memory import MemoryEngine
from kb.engines.whoosh.engine import WhooshEngine
from kb.problems import ContentError
from kb.rendering.render import render
from kb.search.engine import Engine, EngineUnavailableError, Generation, Index
from kb.search.indexing import Indexer, Progress, rebuild
from kb.settings import Settings

_PROGRAM = Path(__file__).parent.parent
_LOG = logging.getLogger("kb")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What `kb index` tells."""

    articles: int
    sections: int
    seconds: float


def build(settings: Settings, progress: Progress | None = None) -> BuildReport:
    """Make a new generation of the index. Raises `ContentError`, and then the old generation stays as it was."""
    start = time.perf_counter()
    generation = _make_generation(settings, progress)
    return BuildReport(generation.articles, generation.sections, time.perf_counter() - start)


def open_site(settings: Settings, today: date) -> Site:
    """The newest generation. Raises `EngineUnavailableError` when there is none that can be read."""
    index = _engine(settings).open()
    return _site_of(settings, index, today)


def open_or_build(settings: Settings, today: date) -> Site:
    """The newest generation, made now when there is none that can be read."""
    try:
        return open_site(settings, today)
    except EngineUnavailableError as error:
        _LOG.warning("%s Den bygges nå.", error)
        build(settings)
        return open_site(settings, today)


def is_current(settings: Settings) -> bool:
    """Whether the index was made by this program, of the content as it is now."""
    try:
        index = _engine(settings).open()
    except EngineUnavailableError:
        return False
    try:
        return _fingerprint_in(index.companion) == _fingerprint(settings)
    finally:
        index.close()


def has_index(settings: Settings) -> bool:
    """Whether there is a generation that this program can read, however old."""
    try:
        with open_site(settings, date.min):
            return True
    except EngineUnavailableError:
        return False


def published_library(settings: Settings) -> Library | None:
    """What this program last published; None when that cannot be told."""
    try:
        index = _engine(settings).open()
        try:
            ours = _fingerprint_in(index.companion).startswith(f"{_program()}-")
            return _data_in(index).library if ours else None
        finally:
            index.close()
    except EngineUnavailableError:
        return None


def newest_generation(settings: Settings) -> str:
    """The name of the newest generation; empty when there is none. Cheap enough to ask often."""
    return _engine(settings).current()


def _make_generation(settings: Settings, progress: Progress | None) -> Generation:
    fingerprint = _fingerprint(settings)
    read = library.load(settings.content)
    if read.errors:
        raise ContentError(read.errors)
    rendered = render_all(read)
    indexer = Indexer(read.vocabulary.concepts)
    data = SiteData(read, rendered, read.problems, indexer.analyser)
    companion = fingerprint.encode() + b"\n" + pickle.dumps(data, protocol=pickle.HIGHEST_PROTOCOL)
    return rebuild(tuple(rendered.values()), indexer, _engine(settings), companion, progress)


def _site_of(settings: Settings, index: Index, today: date) -> Site:
    """The site of an open index. Raises `EngineUnavailableError` when what is kept beside it cannot be read."""
    try:
        data = _data_in(index)
    except EngineUnavailableError:
        index.close()
        raise
    content = _fingerprint_in(index.companion).partition("-")[2]
    return Site(settings, data, index, today, content)


def _data_in(index: Index) -> SiteData:
    try:
        data: SiteData = pickle.loads(index.companion.partition(b"\n")[2])  # noqa: S301 (written by ourselves, see build)
    except Exception as error:  # pickle raises all sorts of errors for what another program wrote
        raise EngineUnavailableError("Indeksen er laget av en annen utgave av programmet. Kjør kb index.") from error
    return data


def render_all(read: Library, known: Mapping[str, RenderedArticle] | None = None) -> dict[str, RenderedArticle]:
    """Every article as a page. Those in `known` that did not change are taken from there."""
    before = known or {}
    rendered = {}
    for article in read.articles:
        old = before.get(article.id)
        rendered[article.id] = old if old and old.article == article else render(article, read.resolve, read.law)
    return rendered


def _engine(settings: Settings) -> Engine:
    return _memory_engine(settings) if settings.engine == "memory" else WhooshEngine(settings.index)


@lru_cache
def _memory_engine(settings: Settings) -> Engine:
    # One for each installation, since what is in memory is lost with the engine.
    return MemoryEngine()


def _fingerprint(settings: Settings) -> str:
    return f"{_program()}-{files.fingerprint(settings.content)}"


def _fingerprint_in(companion: bytes) -> str:
    return companion.partition(b"\n")[0].decode("ascii", "replace")


@lru_cache
def _program() -> str:
    """What tells this program from any other edition, so that an upgrade never serves what an older one indexed."""
    digest = hashlib.sha256()
    for path in sorted(_PROGRAM.rglob("*")):
        if path.suffix in (".py", ".tsv", ".txt", ".yml") and "web" not in path.parts and path.is_file():
            digest.update(path.relative_to(_PROGRAM).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]
