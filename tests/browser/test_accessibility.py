"""WCAG 2.2 AA, and AAA for contrast and the size of targets, on every kind of page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser import kinds

PHONE, DESK = 320, 1440

KINDS = kinds.REAL


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_phone_or_four_hundred_percent(visit: Any, kind: str) -> None:
    page = visit(KINDS[kind], PHONE)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("kind", ["home", "search", "process", "provision", "glossary"])
def test_text_can_be_spaced_out(visit: Any, kind: str) -> None:
    """WCAG 1.4.12. The style is set through the script's own door, since the site's policy bars style elements."""
    page = visit(KINDS[kind], PHONE)
    page.evaluate(
        """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`* { line-height: 1.5 !important;
        letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
        document.adoptedStyleSheets = [sheet]; }"""
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert page.evaluate(_CUT_OFF) == []


_CUT_OFF = """() => [...document.querySelectorAll('a, button, summary, h1, h2, h3, p')]
    .filter(e => e.checkVisibility() && !e.closest('.unseen, .visually-hidden') &&
        getComputedStyle(e).overflow === 'hidden' && e.scrollWidth > e.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 120))"""


_TOO_SMALL = """() => [...document.querySelectorAll(
        'button, summary, input:not([type=hidden]), .chip, .button, nav a, .entry > a, .plain-list a, .hit h3 a')]
    .filter(e => e.checkVisibility() && e.getClientRects().length && e.getBoundingClientRect().height < 43.5)
    .map(e => `${Math.round(e.getBoundingClientRect().height)} ${e.outerHTML.slice(0, 120)}`)"""


@pytest.mark.parametrize("kind", ["home", "search", "choices", "process", "provision", "glossary", "list"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_targets_are_easy_to_hit(visit: Any, kind: str, width: int) -> None:
    """44 px, but for links within running text."""
    assert visit(KINDS[kind], width).evaluate(_TOO_SMALL) == []


@pytest.mark.parametrize("kind", ["home", "search", "process"])
def test_forced_colours_lose_nothing(visit: Any, kind: str) -> None:
    page = visit(KINDS[kind], DESK, forced_colors="active")

    assert page.get_by_role("main").is_visible()
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    # Icons are drawn in the colour of the text, and a chosen value has its tick as a border too.
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).borderBlockEndStyle") == "solid"


def test_a_screen_reader_is_told_the_number_of_hits(visit: Any) -> None:
    page = visit(KINDS["search"])

    assert page.get_by_role("status").filter(has_text="treff på «akuttplassering»").is_visible()
    assert "treff på «akuttplassering»" in page.title()


def test_the_order_of_reading_is_the_order_of_meaning(visit: Any) -> None:
    page = visit(KINDS["repealed"])
    snapshot = page.get_by_role("main").aria_snapshot()

    places = [
        snapshot.index(text)
        for text in ('heading "Barnets rett til medvirkning', "Opphevet 1. januar 2023", "Vises til som", "Kilder")
    ]
    assert places == sorted(places)


def test_landmarks_have_names_that_tell_them_apart(visit: Any) -> None:
    page = visit(KINDS["process"])
    names = page.evaluate(
        """() => [...document.querySelectorAll('nav')].filter(n => n.checkVisibility())
        .map(n => n.ariaLabel ?? document.getElementById(n.getAttribute('aria-labelledby')).textContent)"""
    )

    assert len(names) == len(set(names))
    assert all(names)
