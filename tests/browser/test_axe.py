"""axe-core finds nothing: WCAG 2.2 AA, and AAA for contrast, links and the size of targets.

On every kind of page, light and dark, on a phone, a tablet and a desk, with and without our scripts.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import kinds
from tests.browser.conftest import Tour
from tests.browser.screens import DESK, NARROWEST, TABLET
from tests.browser.waiting import write_and_wait_for_suggestions

WIDTHS = (NARROWEST, TABLET, DESK)

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"],
    "rules": {
        "color-contrast-enhanced": {"enabled": True},
        "identical-links-same-purpose": {"enabled": True},
        "target-size": {"enabled": True},
    },
}


def faults(page: Page, axe: str) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    answer: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{fault['id']}: {node['target']} {node.get('failureSummary', '')[:300]}"
        for fault in answer["violations"]
        for node in fault["nodes"][:3]
    ]


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", kinds.ALL)
def test_axe_finds_nothing(tour: Tour, axe: str, kind: str, dark: bool, script: bool) -> None:
    page = tour.open(kind, dark=dark, script=script)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = faults(page, axe)

    assert found == {width: [] for width in WIDTHS}


def test_axe_finds_nothing_while_suggestions_are_open(tour: Tour, axe: str) -> None:
    page = tour.open("home")
    write_and_wait_for_suggestions(page, "haste")
    page.keyboard.press("ArrowDown")

    assert faults(page, axe) == []


@pytest.mark.parametrize("kind", ["search", "choices", "process", "long words found"])
def test_axe_finds_nothing_with_everything_folded_out(tour: Tour, axe: str, kind: str) -> None:
    page = tour.open(kind, NARROWEST)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    # On the whole page at once: the foot of the sheet lies over whatever happens to be at the edge of the window, from
    # where it is scrolled, and where focus never stays (test_keyboard.py).
    page.set_viewport_size({"width": NARROWEST, "height": page.evaluate("document.documentElement.scrollHeight")})

    assert faults(page, axe) == []


def test_axe_would_find_something(tour: Tour, axe: str) -> None:
    page = tour.open("home")
    page.evaluate("""() => { document.querySelector('.try span').style.color = '#666';
        document.documentElement.removeAttribute('lang'); }""")

    found = " ".join(faults(page, axe))

    assert "color-contrast-enhanced" in found
    assert "html-has-lang" in found
