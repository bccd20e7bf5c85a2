"""Walks a task in Chromium as one kind of reader would, and tells what it took."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ElementHandle, JSHandle, Page
from playwright.sync_api import Error as BrowserError

from tests.walks.effort import Effort
from tests.walks.tasks import Standard, Task

LOOK = Path(__file__).with_name("look.js").read_text("utf-8")

PATIENCE = 10_000
"""Milliseconds; a page that takes longer is broken."""

MOST_KEYS = 300
"""Tabs before someone gives up; no page has as many places to stop."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How the reader sits: with which screen, and which hands."""

    name: str
    phone: bool
    standard: Standard = "nb"
    keyboard: bool = False
    script: bool = True
    dark: bool = False

    @property
    def screen(self) -> tuple[int, int]:
        return (360, 740) if self.phone else (1280, 900)


def _modes(where: str, *, phone: bool) -> tuple[Mode, ...]:
    return (
        Mode(f"{where}, plain", phone),
        Mode(f"{where}, keyboard only", phone, keyboard=True),
        Mode(f"{where}, without JavaScript", phone, script=False),
        Mode(f"{where}, dark", phone, dark=True),
        Mode(f"{where}, in nynorsk", phone, standard="nn"),
    )


MODES = (*_modes("Phone", phone=True), *_modes("Desk", phone=False))


class LostError(AssertionError):
    """The reader did not find it; the message says where the way ended."""


@dataclass(slots=True)
class Walk:
    """What a task took. A click is a link, a button, a part that opens, or Enter in the search box or address field."""

    task: Task
    mode: Mode
    clicks: int = 0
    keys: int = 0
    """Key presses that are not letters of a query; counted with the keyboard only."""
    screens: int = 0
    """Windows that were scrolled past."""
    seconds: float = 0.0
    pages: list[float] = field(default_factory=list)
    """Seconds until each page was there and painted."""
    effort: Effort = field(default_factory=Effort)
    lost: str = ""

    @property
    def slowest(self) -> float:
        return max(self.pages)


class Walker:
    """One reader with one window, who walks task after task on the sites that are up."""

    def __init__(self, chromium: Browser, mode: Mode, sites: Mapping[str, str], save: Callable[[str], None]) -> None:
        self.mode = mode
        self._sites = sites
        self._save = save
        width, height = mode.screen
        self._context = chromium.new_context(
            viewport={"width": width, "height": height},
            is_mobile=mode.phone,
            has_touch=mode.phone,
            java_script_enabled=mode.script,
            color_scheme="dark" if mode.dark else "light",
            locale="nn-NO" if mode.standard == "nn" else "nb-NO",
        )
        self._context.set_default_timeout(PATIENCE)
        self._page: Page = self._context.new_page()
        self._look: JSHandle = self._page.evaluate_handle(LOOK)

    def close(self) -> None:
        self._context.close()

    def walk(self, task: Task) -> Walk:
        """From the front page, or the address that is asked for, to the answer on the screen. Raises `LostError`."""
        assert task.standard == self.mode.standard
        walk = Walk(task, self.mode)
        if task.saves:
            self._save(task.saves)
        started = time.perf_counter()
        try:
            self._go(walk)
        except BrowserError as error:
            raise LostError(f"{task.name}: {error.message.splitlines()[0]}") from error
        walk.seconds = time.perf_counter() - started
        return walk

    def _go(self, walk: Walk) -> None:
        task = walk.task
        # From nowhere, so that a page which is open already is loaded anew.
        self._page.goto("about:blank")
        if task.asks:
            walk.clicks += 1
            walk.effort.type(task.asks)
        self._load(walk, lambda: self._page.goto(self._sites[task.where] + task.starts))
        if task.types:
            self._search(walk, task.types)
        for name in task.clicks:
            self._follow(walk, name)
        self._arrive(walk)

    def _search(self, walk: Walk, text: str) -> None:
        page = self._page
        box = page.locator("input[type=search]").first
        if not self._focused(box.element_handle()):
            if self.mode.keyboard:
                self._tab_to(walk, box.element_handle())
                walk.effort.press(walk.keys)
            else:
                box.click()
                walk.clicks += 1
                walk.effort.point()
        page.keyboard.type(text)
        walk.effort.type(text)
        walk.clicks += 1
        walk.keys += 1
        self._load(walk, lambda: page.keyboard.press("Enter"), leaves=True)

    def _follow(self, walk: Walk, name: str) -> None:
        """Follow the words. What lies folded is opened first, and that is a click of its own."""
        target = self._find(walk, name)
        if target.evaluate("one => one.tagName") == "SUMMARY" and target.inner_text().strip() != name:
            self._press(walk, target)
            target = self._find(walk, name)
        self._press(walk, target)

    def _find(self, walk: Walk, name: str) -> ElementHandle:
        found = self._look.evaluate_handle("(look, name) => look.find(name)", name).as_element()
        if found is None:
            raise LostError(f"{walk.task.name}: there is no link «{name}» on {self._page.url}")
        return found

    def _press(self, walk: Walk, target: ElementHandle) -> None:
        look = self._look
        leaves = bool(look.evaluate("(look, one) => look.leaves(one)", target))
        screens = math.ceil(look.evaluate("(look, one) => look.away(one)", target))
        walk.effort.read(look.evaluate("(look, one) => look.read(one)", target))
        walk.clicks += 1
        if self.mode.keyboard:
            before = walk.keys
            self._tab_to(walk, target)
            walk.keys += 1
            walk.effort.press(walk.keys - before)
            self._load(walk, lambda: self._page.keyboard.press("Enter"), leaves=leaves)
        else:
            walk.screens += screens
            walk.effort.scroll(screens)
            walk.effort.point()
            self._load(walk, target.click, leaves=leaves)

    def _load(self, walk: Walk, act: Callable[[], object], *, leaves: bool = True) -> None:
        """Do what opens a page, and note how long it took until it could be read."""
        if not leaves:
            act()
            return
        with self._page.expect_navigation(wait_until="load"):
            act()
        self._look = look = self._looking()
        patience = time.monotonic() + 1
        while not look.evaluate("look => look.painted()") and time.monotonic() < patience:
            time.sleep(0.01)
        walk.pages.append(look.evaluate("look => look.seconds()"))
        walk.effort.wait(walk.pages[-1])
        if self.mode.dark and self._is_ours() and not look.evaluate("look => look.isDark()"):
            raise LostError(f"{walk.task.name}: {self._page.url} is not dark")

    def _tab_to(self, walk: Walk, target: ElementHandle) -> None:
        """By keys alone: past the top by the link for that, along hits by the arrow, else from stop to stop."""
        before = walk.keys
        if not self._focused(target):
            self._key(walk, "Tab")
            focus = self._focus()
            if focus and focus.evaluate("(one, target) => one.matches('.skip') && !!target.closest('main')", target):
                self._key(walk, "Enter")
        in_hit = self.mode.script and target.evaluate("one => Boolean(one.closest('.hit'))")
        while not self._focused(target):
            if walk.keys - before > MOST_KEYS:
                raise LostError(f"{walk.task.name}: the Tab key does not come to it on {self._page.url}")
            self._key(walk, "ArrowDown" if in_hit and not self._is_at_hit(target) and self._is_on_the_way() else "Tab")
        look = self._look
        if not look.evaluate("(look, one) => look.hasRing(one)", target):
            raise LostError(f"{walk.task.name}: no ring shows where the focus is on {self._page.url}")
        if look.evaluate("(look, one) => look.isCovered(one)", target):
            raise LostError(f"{walk.task.name}: what has the focus is covered on {self._page.url}")

    def _key(self, walk: Walk, key: str) -> None:
        self._page.keyboard.press(key)
        walk.keys += 1

    def _is_on_the_way(self) -> bool:
        """Whether the arrow goes to the next hit from here."""
        focus = self._focus()
        return focus is not None and bool(focus.evaluate("one => one.matches('input[type=search], [data-hit]')"))

    def _is_at_hit(self, target: ElementHandle) -> bool:
        """Whether the hit that holds the target has been reached; the rest of the way is inside it."""
        return bool(target.evaluate("one => one.closest('.hit').contains(document.activeElement)"))

    def _arrive(self, walk: Walk) -> None:
        task, url = walk.task, self._page.url
        arrived, wanted = urlsplit(url), urlsplit(task.arrives)
        if arrived.path != wanted.path or (wanted.fragment and arrived.fragment != wanted.fragment):
            raise LostError(f"{task.name}: came to {arrived.path}#{arrived.fragment}, not {task.arrives}")
        look = self._look
        away = look.evaluate("(look, text) => look.where(text)", task.sees)
        patience = time.monotonic() + 1  # where scrolling is smooth, it takes a moment
        while away and time.monotonic() < patience:
            time.sleep(0.05)
            away = look.evaluate("(look, text) => look.where(text)", task.sees)
        if away is None:
            raise LostError(f"{task.name}: «{task.sees}» is not on {url}")
        if away:
            raise LostError(f"{task.name}: «{task.sees}» is {away:.1f} screens away on {url}")
        if self._is_ours() and self._page.locator("html").get_attribute("lang") != task.standard:
            raise LostError(f"{task.name}: {url} does not meet the reader in {task.standard}")
        walk.effort.read(look.evaluate("(look, text) => look.read(text)", task.sees))

    def _looking(self) -> JSHandle:
        """A page may be replaced once more just when it is there, as when an address has moved."""
        try:
            return self._page.evaluate_handle(LOOK)
        except BrowserError:
            self._page.wait_for_load_state("load")
            return self._page.evaluate_handle(LOOK)

    def _is_ours(self) -> bool:
        """Whether this is a page, and not a file for programs that the browser shows in its own way."""
        return self._page.locator("main#side-innhold").count() > 0

    def _focus(self) -> ElementHandle | None:
        return self._look.evaluate_handle("look => look.focus()").as_element()

    def _focused(self, target: ElementHandle) -> bool:
        return bool(target.evaluate("one => one === document.activeElement"))
