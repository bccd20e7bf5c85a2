"""Which site to show at this moment: the newest on disk for readers, what was just saved for editors."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from datetime import date
from os.path import samestat
from pathlib import Path

import watchfiles

from kb.articles import RenderedArticle
from kb.assembly.building import newest_generation, open_or_build, open_site, published_library, render_all
from kb.assembly.editing import check, host_of
from kb.assembly.site import Site, SiteData
from kb.checks.check import run
from kb.concepts import Concept
from kb.content import files, ledger, library
from kb.content.library import Library
from kb.engines.memory import MemoryEngine
from kb.problems import KbError, Problem
from kb.search.engine import EngineUnavailableError
from kb.search.indexing import Indexer, rebuild
from kb.settings import Settings

LOOK_EVERY = 1.0
"""Seconds between two looks at whether there is a newer generation. A look reads one line of a file."""

_LOG = logging.getLogger("kb")


class SiteOnDisk:
    """The newest generation on disk. A new one, made by `kb index`, is shown within a second, without a stop.

    A generation that cannot be opened leaves the one that is shown.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._site = open_or_build(settings, date.today())
        self._looked = time.monotonic()

    def __call__(self) -> Site:
        """The site to show now."""
        if time.monotonic() - self._looked > LOOK_EVERY and self._lock.acquire(blocking=False):
            try:
                self._looked = time.monotonic()
                self._follow()
            finally:
                self._lock.release()
        return self._site

    def _follow(self) -> None:
        newest = newest_generation(self._settings)
        if newest in ("", self._site.health().generation) and self._site.today == date.today():
            return
        try:
            # The old site is let go of when the last request that uses it has been answered.
            self._site = open_site(self._settings, date.today())
        except EngineUnavailableError as error:
            _LOG.warning("%s Den forrige utgaven vises fortsatt.", error)


class SiteInDevelopment:
    """The content as an editor just saved it, searched in memory; nothing is written to disk.

    What has mistakes that keep it from being published is shown as it was before them, as far as anything is known of
    that; the mistakes are in `Site.problems` at once. The rest of what `kb check` finds takes longer than showing a
    page, and is there a moment later.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._engine = MemoryEngine()
        self._rendered: dict[str, RenderedArticle] = {}
        self._concepts: Sequence[Concept] | None = None
        self._indexer = Indexer()
        self._lock = threading.Lock()
        self._changed = threading.Event()
        self._site, self._read = self._make(None)
        former = published_library(settings) if self._read.errors else None
        if former is not None:
            self._rendered = {}
            self._site, self._read = self._make(former)

    def __call__(self) -> Site:
        """The site to show now."""
        return self._site

    def follow(self) -> None:
        """Show what is saved in the content folder from now on, as long as the program runs."""
        threading.Thread(target=self._follow, daemon=True).start()
        threading.Thread(target=self._look_over_each, daemon=True).start()

    def refresh(self) -> None:
        """Read the content again. What goes wrong leaves the site as it was, with a line in the log."""
        try:
            made = self._make(self._read)
        except Exception as error:  # whatever it is, the next save must be followed too
            _log(error)
            return
        with self._lock:
            self._site, self._read = made
        self._changed.set()

    def look_over(self) -> None:
        """Let the site tell of everything that `kb check` finds in what was saved."""
        with self._lock:
            site, read = self._site, self._read
        rendered = [site.rendered(article.id) for article in site.articles()]
        published = ledger.read_ledger(self._settings.content)
        found = run(read, rendered, site.today, published, host_of(self._settings))
        if read.held_back:
            found = _of_held_back(read, found, check(self._settings, site.today))
        with self._lock:
            # A save in the meantime has its own turn.
            if self._site is site:
                self._site = site.with_problems(found)

    def _look_over_each(self) -> None:
        self._changed.set()
        while self._changed.wait():
            self._changed.clear()
            try:
                self.look_over()
            except Exception as error:
                _log(error)

    def _follow(self) -> None:
        while True:
            try:
                self._follow_until_replaced()
            except Exception as error:  # such as a folder that is away for a while
                _log(error)
                time.sleep(LOOK_EVERY)
            self.refresh()

    def _follow_until_replaced(self) -> None:
        """Follow the folder until there is another one at its place, of which the watcher hears nothing."""
        folder = self._settings.content
        first = folder.stat()
        look_every = int(LOOK_EVERY * 1000)
        watched = watchfiles.watch(
            folder, step=20, debounce=200, watch_filter=None, rust_timeout=look_every, yield_on_timeout=True
        )
        for turn, changes in enumerate(watched):
            if not samestat(folder.stat(), first):
                return
            # Of what was saved before the watcher had begun, it heard nothing.
            if changes or (turn == 0 and files.fingerprint(folder) != self._fingerprint):
                self.refresh()

    def _make(self, former: Library | None) -> tuple[Site, Library]:
        self._fingerprint = files.fingerprint(self._settings.content)
        read = library.load(self._settings.content, former)
        if read.vocabulary.concepts != self._concepts:
            self._concepts = read.vocabulary.concepts
            self._indexer = Indexer(self._concepts)
        is_as_before = former is not None and read.leads_as(former)
        self._rendered = render_all(read, self._rendered if is_as_before else None)
        rebuild(tuple(self._rendered.values()), self._indexer, self._engine, b"")
        data = SiteData(read, self._rendered, read.problems, self._indexer.analyser)
        return Site(self._settings, data, self._engine.open(), date.today()), read


def _of_held_back(read: Library, of_shown: tuple[Problem, ...], of_saved: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is told of files that are shown as they were before is what checks find in them as they are saved."""
    held_back = {Path(read.folder, article.path) for article in read.articles if article.id in read.held_back}
    others = {one for one in of_shown if Path(one.file) not in held_back}
    saved = {one for one in of_saved if Path(one.file) in held_back}
    known = {one for one in read.problems if Path(one.file) in held_back}
    return tuple(sorted(others | saved | known))


def _log(error: Exception) -> None:
    """What went wrong, in a line when it is something that we know may happen, else with where it happened."""
    if isinstance(error, KbError | OSError):
        _LOG.warning("%s", error)
    else:
        _LOG.error("Noe gikk galt mens innholdet ble fulgt. Neste lagring følges likevel.", exc_info=error)
