"""The drawings in a real browser: seen where there is room, reached by keys, told once, and whole on paper."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.screens import DESK, NARROWEST, TABLET

NAMES = ["Undersøkelse", "Hjelpetiltak", "Hasteflytting", "Langtidsflytting", "Ettervern", "Møter og planlegging"]

_OUTSIDE = """selector => [...document.querySelectorAll(selector + ' text')].filter(text => {
    const box = text.getBoundingClientRect(), all = text.ownerSVGElement.getBoundingClientRect();
    return box.left < all.left - 1 || box.right > all.right + 1 || box.top < all.top - 1 || box.bottom > all.bottom + 1;
}).map(text => text.textContent)"""

_MEETING = """selector => { const links = [...document.querySelectorAll(selector + ' svg a')].map(link => ({
        name: link.ariaLabel ?? link.textContent,
        box: [...link.querySelectorAll('text')].map(text => text.getBoundingClientRect()).reduce((a, b) => ({
            left: Math.min(a.left, b.left), right: Math.max(a.right, b.right),
            top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom)})) }));
    return links.flatMap((one, place) => links.slice(place + 1).filter(other =>
        one.box.left < other.box.right && other.box.left < one.box.right &&
        one.box.top < other.box.bottom - 3 && other.box.top < one.box.bottom - 3)
        .map(other => one.name + ' / ' + other.name)); }"""


def links_in_map(page: Page) -> list[str]:
    """What a screen reader is given: what is not shown is not in the tree."""
    tree = page.get_by_role("region", name="De seks kjerneprosessene").aria_snapshot()
    found = re.findall(r'link "([^"]+)"', tree)
    return [name for name in found if not name.startswith("Last ned")]


@pytest.mark.parametrize(("width", "is_drawn"), [(NARROWEST, False), (TABLET, False), (1024, True), (DESK, True)])
def test_the_map_is_a_drawing_where_there_is_room_else_a_list_and_told_once(
    visit: Any, width: int, is_drawn: bool
) -> None:
    page = visit("/", width)

    assert page.locator(".map-drawn svg").is_visible() == is_drawn
    assert page.locator("ol.map").is_visible() != is_drawn
    assert [name.partition(",")[0] for name in links_in_map(page)] == NAMES


def test_the_map_can_be_walked_with_keys_in_the_order_of_the_processes(visit: Any) -> None:
    page = visit("/")
    page.get_by_role("link", name="trygghetsperson").focus()
    walked = []
    for _name in NAMES:
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.getAttribute('aria-label').split(',')[0]"))
        ring = page.evaluate("getComputedStyle(document.activeElement.querySelector('.halo')).stroke")
        assert ring == "rgb(255, 203, 71)"

    assert walked == NAMES
    page.keyboard.press("Enter")
    page.wait_for_url("**/prosesser/moter-og-planlegging")


@pytest.mark.parametrize(("address", "drawing"), [("/", ".map-drawn"), ("/tidslinje", ".timeline-drawn")])
@pytest.mark.parametrize("width", [1200, DESK])
def test_no_text_of_a_drawing_is_outside_it_or_meets_another(
    visit: Any, address: str, drawing: str, width: int
) -> None:
    """The widths were reckoned without the font; here it is the one that the browser has."""
    page = visit(address, width)

    assert page.locator(f"{drawing} text").count() > 10
    assert page.evaluate(_OUTSIDE, drawing) == []
    assert page.evaluate(_MEETING, drawing) == []


@pytest.mark.parametrize("address", ["/", "/tidslinje"])
def test_a_drawing_follows_the_colours_of_the_page(visit: Any, address: str) -> None:
    colours = "[...document.querySelectorAll('.drawing text')].map(text => getComputedStyle(text).fill)"
    light, dark = visit(address), visit(address, dark=True)

    assert set(light.evaluate(colours)).isdisjoint(dark.evaluate(colours))


@pytest.mark.parametrize("address", ["/", "/tidslinje"])
def test_in_forced_colours_a_drawing_has_the_colours_of_the_reader_only(visit: Any, address: str) -> None:
    page = visit(address, forced_colors="active")
    used = page.evaluate(
        """() => { const ours = new Set(), probe = document.body.appendChild(document.createElement('i'));
        for (const name of ['Canvas', 'CanvasText', 'LinkText', 'Highlight']) {
            probe.style.color = name; ours.add(getComputedStyle(probe).color); }
        return [...document.querySelectorAll('.drawing :is(text, rect, circle, path)')].flatMap(part =>
            ['fill', 'stroke'].map(name => getComputedStyle(part)[name]))
            .filter(colour => colour.startsWith('rgb') && !ours.has(colour)); }"""
    )

    assert used == []


def test_a_point_of_the_timeline_leads_to_its_place_in_the_list(visit: Any) -> None:
    page = visit("/tidslinje")
    # Anywhere on what is told, also between the letters.
    page.get_by_role("link", name="Juni 2016: Seks anbefalinger overleveres").locator(".halo").click()

    event = page.locator(":target")
    assert event.get_by_role("heading").inner_text() == "Seks anbefalinger overleveres"
    assert event.is_visible()


def test_on_a_phone_the_timeline_is_a_list(visit: Any) -> None:
    page = visit("/tidslinje", NARROWEST)

    assert not page.locator(".timeline-drawn").is_visible()
    assert page.get_by_role("listitem").filter(has_text="Seks anbefalinger overleveres").is_visible()


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """The sheets of a PDF in millimetres."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width) * 25.4 / 72), round(float(height) * 25.4 / 72)) for width, height in boxes]


def test_on_paper_the_timeline_lies_and_the_map_is_the_drawing(visit: Any) -> None:
    timeline, home = visit("/tidslinje"), visit("/", NARROWEST)
    home.emulate_media(media="print")

    assert set(sheets(timeline.pdf(prefer_css_page_size=True))) == {(297, 210)}
    assert home.locator(".map-drawn svg").is_visible()
    assert not home.locator("ol.map").is_visible()


def test_paper_is_light_also_when_the_screen_is_dark(visit: Any) -> None:
    colours = "[...document.querySelectorAll('.map-drawn .name')].map(text => getComputedStyle(text).fill)"
    light, dark = visit("/"), visit("/", dark=True)
    on_screen = dark.evaluate(colours)
    for page in (light, dark):
        page.emulate_media(media="print")

    assert dark.evaluate(colours) == light.evaluate(colours) != on_screen


@pytest.mark.parametrize("address", ["/prosesskart.svg", "/tidslinje.svg"])
def test_a_drawing_alone_is_shown_under_the_policy_of_the_site(visit: Any, address: str) -> None:
    """The fixture fails the test when the browser complains that the policy stopped something."""
    page = visit(address)

    assert page.evaluate("document.documentElement.localName") == "svg"
    assert page.evaluate(_OUTSIDE, "svg") == []
    assert page.evaluate("document.querySelectorAll('a').length") >= 6
