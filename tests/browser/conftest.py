"""The real site on an address of its own, and a real Chromium that visits it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, expect, sync_playwright

from kb import assembly
from kb.search.engine import EngineUnavailableError
from kb.settings import Settings
from tests.browser import kinds
from tests.browser.screens import DESK
from tests.browser.waiting import PATIENCE, wait_for_scripts
from tests.support.chromium import CHROMIUM, launch
from tests.support.serving import served, served_from

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

Visit = Callable[..., Page]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def lacking(what: str) -> None:
    """CI has everything, and must not pass by leaving these tests out."""
    if os.environ.get("KB_REQUIRE_BROWSER"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the real site."""
    with served(Settings(content=ROOT / "content", engine="memory")) as address:
        yield address


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site, as editors run it."""
    with served(kinds.settings_for(tmp_path_factory.mktemp("small")), development=True) as address:
        yield address


@pytest.fixture(scope="session")
def fallen_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that stood when the server started, and then lost its index."""
    sites = [assembly.SiteInDevelopment(kinds.settings_for(tmp_path_factory.mktemp("fallen")))()]

    def site() -> assembly.Site:
        if not sites:
            raise EngineUnavailableError("The index is away.")
        return sites.pop()

    with served_from(site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@contextmanager
def launched(playwright: Playwright, *flags: str) -> Iterator[Browser]:
    """A browser of its own, for what is set in a browser and not on a page."""
    if CHROMIUM is None:
        lacking("Chromium")
    browser = launch(playwright, *flags)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    with launched(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        lacking("axe-core (npm ci --prefix tests/browser)")
    return AXE.read_text("utf-8")


def without_our_scripts(context: BrowserContext) -> None:
    context.route("**/static/**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))


class Tour:
    """Goes round among all kinds of pages; one window for each theme, with and without scripts, is kept open."""

    def __init__(self, chromium: Browser, sites: dict[str, str]) -> None:
        self.kinds = sites
        self._chromium = chromium
        self._windows: dict[tuple[bool, bool], Page] = {}
        self.complaints: list[str] = []

    def open(self, kind: str, width: int = DESK, *, dark: bool = False, script: bool = True) -> Page:
        """A page of the kind, as new."""
        if (dark, script) not in self._windows:
            self._windows[dark, script] = self._window(dark=dark, script=script)
        page = self._windows[dark, script]
        page.set_viewport_size({"width": width, "height": 800})
        # From nowhere, so that an address with a fragment is loaded anew too.
        page.goto("about:blank")
        page.goto(self.kinds[kind], wait_until="load")
        wait_for_scripts(page)
        return page

    def _window(self, *, dark: bool, script: bool) -> Page:
        context = self._chromium.new_context(
            color_scheme="dark" if dark else "light", locale="nb-NO", reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        if not script:
            without_our_scripts(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def close(self) -> None:
        for page in self._windows.values():
            page.context.close()


@pytest.fixture(scope="module")
def tour(chromium: Browser, site: str, small_site: str, fallen_site: str) -> Iterator[Tour]:
    addresses = {kind: site + path for kind, path in kinds.REAL.items()}
    addresses |= {kind: small_site + path for kind, path in kinds.SMALL.items()}
    addresses["down"] = fallen_site + "/sok?q=barnet"
    tour = Tour(chromium, addresses)
    yield tour
    tour.close()
    assert tour.complaints == []


@pytest.fixture
def visit(chromium: Browser, site: str) -> Iterator[Visit]:
    """Opens a page as someone would; with `script` false, as where our scripts never arrive.

    Afterwards: no errors in the console, no cookies, and nobody else was asked for anything.
    Where a test must switch all script off, Playwright can no longer look inside the page; such tests give
    `java_script_enabled=False` and ask about roles and addresses only.
    """
    contexts, complaints, hosts = [], [], set()

    def told(message: ConsoleMessage) -> None:
        # A page that is not there is told of by the browser too; tests that ask for one know it.
        if message.type in ("error", "warning") and "404" not in message.text:
            complaints.append(message.text)

    def open_page(address: str, width: int = DESK, *, dark: bool = False, script: bool = True, **more: Any) -> Page:
        context = chromium.new_context(
            base_url=site,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            locale="nb-NO",
            reduced_motion="reduce",
            **more,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if not script:
            without_our_scripts(context)
        page = context.new_page()
        page.on("console", told)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.goto(address, wait_until="load")
        if more.get("java_script_enabled", True):
            wait_for_scripts(page)
        return page

    yield open_page
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert complaints == []
    assert hosts <= {urlsplit(site).netloc}
