"""What axe cannot see: zoom, spaced text, long words, targets, own colours, focus, and what is told to whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.browser import kinds, layout
from tests.browser.conftest import Tour, launched
from tests.browser.screens import DESK, NARROWEST, PHONE
from tests.browser.waiting import write_and_wait_for_suggestions

READERS = [kind for kind in kinds.ALL if kind != "for editors"]


@pytest.mark.parametrize("kind", kinds.ALL)
def test_nothing_is_lost_at_four_hundred_percent(tour: Tour, kind: str) -> None:
    page = tour.open(kind, NARROWEST)
    layout.fold_out(page)
    assert layout.lost(page) == []

    layout.dress(page, layout.SPACED)

    assert layout.lost(page) == []


@pytest.mark.parametrize("kind", kinds.ALL)
def test_nothing_is_lost_on_a_desk(tour: Tour, kind: str) -> None:
    page = tour.open(kind, DESK)
    layout.fold_out(page)

    assert layout.lost(page) == []


@pytest.fixture(scope="module")
def with_large_text(playwright: Playwright, tour: Tour) -> Iterator[Tour]:
    """A reader who has set the text in the browser to twice the size (WCAG 1.4.4)."""
    with launched(playwright, "--blink-settings=defaultFontSize=32") as browser:
        large = Tour(browser, tour.kinds)
        yield large
        large.close()


@pytest.mark.parametrize("kind", kinds.ALL)
def test_nothing_is_lost_when_text_is_twice_as_large(with_large_text: Tour, kind: str) -> None:
    page = with_large_text.open(kind, DESK)
    layout.fold_out(page)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert layout.lost(page) == []

    page.set_viewport_size({"width": PHONE, "height": 800})

    assert layout.lost(page) == []


def test_what_is_lost_is_found(tour: Tour) -> None:
    page = tour.open("home", DESK)

    layout.dress(page, "h1 { position: relative; left: 1500px } .chip { margin: -10px }")

    found = " ".join(layout.lost(page))
    assert "outside: <h1" in found
    assert "lies over" in found


@pytest.mark.parametrize("kind", kinds.ALL)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_targets_are_easy_to_hit(tour: Tour, kind: str, width: int) -> None:
    """44 px, but for links within running text."""
    assert layout.small_targets(tour.open(kind, width)) == []


def test_forced_colours_lose_nothing(visit: Any) -> None:
    page = visit("/lov/barnevernloven-1992-1-6", DESK, forced_colors="active")
    canvas, text = page.evaluate(
        """() => ['Canvas', 'CanvasText'].map(name => {
        document.body.style.color = name; return getComputedStyle(document.body).color; })"""
    )
    style = "([where, part, name]) => getComputedStyle(document.querySelector(where), part)[name]"

    # A clear border is painted in the colour of the text, and every entry of the menu would look chosen.
    assert page.evaluate(style, [".menu a:not([aria-current])", "", "borderBottomColor"]) == canvas
    assert page.evaluate(style, [".menu a[aria-current]", "", "borderBottomColor"]) != canvas
    # The picture of a block is a hole in a ground that has become the colour of the page.
    assert page.evaluate(style, ["section.note", "::before", "backgroundColor"]) == text
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_forced_colours_show_what_is_chosen(visit: Any) -> None:
    page = visit("/sok?q=barnet&type=lov", DESK, forced_colors="active")
    tick = page.locator(".facet .chosen .tick")

    assert tick.locator("svg").is_visible()
    assert tick.evaluate("e => getComputedStyle(e).color !== getComputedStyle(e).backgroundColor")
    assert tick.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    assert page.locator("mark").first.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_more_contrast_is_given_to_those_who_ask(visit: Any) -> None:
    page = visit("/sok?q=barnet", DESK, contrast="more")

    colours = page.evaluate(
        "['.facet .count', 'h2'].map(where => getComputedStyle(document.querySelector(where)).color)"
    )
    assert colours[0] == colours[1]


def test_nothing_moves_for_those_who_ask_for_that(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)

    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s =>
        parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none' || s.scrollBehavior === 'smooth').length"""
    )
    assert moving == 0


@pytest.mark.parametrize("kind", READERS)
def test_a_link_tells_where_it_leads(tour: Tour, kind: str) -> None:
    """WCAG 2.4.9, beside what axe sees of links that sound alike. «Les mer» may be a heading on the same page."""
    said = tour.open(kind).evaluate(
        """[...document.querySelectorAll('a:not([href^="#"])')]
        .map(a => (a.ariaLabel ?? a.textContent).trim().toLowerCase())"""
    )

    assert "" not in said
    assert not {"her", "les mer", "mer", "klikk her", "lenke", "les meir", "meir"} & set(said)


def test_help_is_in_the_same_place_everywhere(tour: Tour) -> None:
    """WCAG 3.2.6: the foot of the page leads to who runs the site, privacy and accessibility."""
    feet = {
        tuple(
            tour.open(kind).evaluate(
                "[...document.querySelectorAll('.foot nav a:not([hreflang])')].map(a => new URL(a.href).pathname)"
            )
        )
        for kind in ("home", "search", "process", "repealed", "glossary", "not found", "interface in nynorsk")
    }

    assert len(feet) == 1
    assert "/artikler/tilgjengelighetserklaering" in feet.pop()


@pytest.mark.parametrize("kind", READERS)
def test_headings_and_landmarks_make_a_map(tour: Tour, kind: str) -> None:
    page = tour.open(kind)
    levels = page.evaluate(
        """[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(h => h.checkVisibility())
        .map(h => Number(h.tagName[1]))"""
    )
    names = page.evaluate(
        """[...document.querySelectorAll('nav')].filter(n => n.checkVisibility())
        .map(n => n.ariaLabel ?? document.getElementById(n.getAttribute('aria-labelledby')).textContent)"""
    )

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(level - before <= 1 for before, level in pairwise(levels))
    assert len(names) == len(set(names))
    assert all(names)


def test_the_number_of_suggestions_is_told(visit: Any) -> None:
    page = visit("/")
    write_and_wait_for_suggestions(page, "hasteflytt")

    count = page.get_by_role("option").count()
    assert page.get_by_role("search").get_by_role("status").text_content() == f"{count} forslag"
    page.get_by_label("Søk i kunnskapsbasen").fill("qqqxxxzzz")
    page.get_by_role("option").first.wait_for(state="detached")

    assert page.get_by_role("search").get_by_role("status").text_content() == ""


@pytest.mark.parametrize("kind", ["not found", "down", "no hits", "notes"])
def test_what_went_wrong_is_told_in_words_with_a_way_onward(tour: Tour, kind: str) -> None:
    page = tour.open(kind)

    assert page.title().split(" –")[0] in page.locator("main").inner_text().replace("\u00a0", " ")
    assert page.get_by_role("main").get_by_role("link").count() > 0


def test_the_order_of_reading_is_the_order_of_meaning(tour: Tour) -> None:
    snapshot = tour.open("repealed").get_by_role("main").aria_snapshot()

    places = [
        snapshot.index(text)
        for text in ('heading "Barnets rett til medvirkning', "Opphevet 1. januar 2023", "Avløst av", "Kilder")
    ]
    assert places == sorted(places)
