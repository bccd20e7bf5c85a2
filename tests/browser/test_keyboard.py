"""Everything can be done from the keyboard, and what is typed is never lost."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Tour
from tests.browser.screens import DESK, NARROWEST, PHONE
from tests.browser.waiting import wait_until, write_and_wait_for_suggestions


def test_the_first_stop_leads_past_the_menu(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til innholdet")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def test_home_begins_in_the_search_box(visit: Any) -> None:
    page = visit("/")
    box = page.get_by_role("combobox", name="Søk i kunnskapsbasen")

    expect(box).to_be_focused()
    page.keyboard.type("akuttplassering")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=akuttplassering")

    expect(page.get_by_role("heading", name="Hasteflytting", exact=True)).to_be_visible()


def test_slash_goes_to_the_box_and_keeps_what_stands_there(visit: Any) -> None:
    page = visit("/sok?q=barnet")
    box = page.get_by_role("combobox")
    box.blur()

    page.keyboard.press("/")

    expect(box).to_be_focused()
    expect(box).to_have_value("barnet")


def test_a_slash_can_be_typed_in_the_box(visit: Any) -> None:
    page = visit("/")

    page.get_by_label("Søk i kunnskapsbasen").press_sequentially("og/eller")

    expect(page.get_by_role("combobox")).to_have_value("og/eller")


def test_suggestions_are_chosen_with_arrows_and_enter(visit: Any) -> None:
    page = visit("/")
    box = page.get_by_role("combobox")

    write_and_wait_for_suggestions(page, "hasteflytt")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_contain_text("Hasteflytting")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    expect(box).to_have_value("hasteflytt")
    page.keyboard.press("Enter")

    page.wait_for_url("**/prosesser/hasteflytting")


def test_arrows_go_round_the_suggestions(visit: Any) -> None:
    page = visit("/")
    write_and_wait_for_suggestions(page, "hasteflytt")

    page.keyboard.press("ArrowUp")

    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_escape_closes_the_suggestions_and_keeps_the_words(visit: Any) -> None:
    page = visit("/")
    box = page.get_by_role("combobox")
    write_and_wait_for_suggestions(page, "hasteflytt")

    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("hasteflytt")


def test_enter_without_a_choice_searches_for_what_was_typed(visit: Any) -> None:
    page = visit("/")
    write_and_wait_for_suggestions(page, "hasteflytt")

    page.keyboard.press("Enter")

    page.wait_for_url("**/sok?q=hasteflytt")


def test_a_suggestion_can_be_clicked(visit: Any) -> None:
    page = visit("/")
    page.get_by_label("Søk i kunnskapsbasen").press_sequentially("hasteflytt")

    page.locator("[role=option][data-url='/prosesser/hasteflytting']").click()

    page.wait_for_url("**/prosesser/hasteflytting")


def test_arrows_go_through_the_hits_and_escape_back(visit: Any) -> None:
    page = visit("/sok?q=barnet")
    box, hits = page.get_by_role("combobox"), page.locator("[data-hit]")
    box.focus()

    page.keyboard.press("ArrowDown")
    expect(hits.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(hits.nth(0)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")

    expect(box).to_be_focused()


def test_a_choice_is_made_and_taken_away_from_the_keyboard(visit: Any) -> None:
    page = visit("/sok?q=barnet")

    page.get_by_role("navigation", name="Avgrens treffene").get_by_role("link", name="Hasteflytting").press("Enter")
    page.wait_for_url("**prosess=hasteflytting**")
    page.get_by_role("link", name="Fjern valget: Kjerneprosess: Hasteflytting").press("Enter")

    page.wait_for_url("**/sok?q=barnet")


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_slash_with_another_key_is_left_to_the_browser(visit: Any, modifier: str) -> None:
    page = visit("/prosesser/hasteflytting")

    page.keyboard.press(f"{modifier}+/")

    expect(page.get_by_role("combobox")).not_to_be_focused()


@pytest.mark.parametrize("element", ["input", "textarea", "select", "div contenteditable"])
def test_slash_is_left_to_whoever_is_writing(visit: Any, element: str) -> None:
    page = visit("/prosesser/hasteflytting")
    page.evaluate(
        """markup => {
            document.querySelector('main').insertAdjacentHTML('afterbegin', `<${markup} id="mine" tabindex="0">`);
            document.getElementById('mine').focus();
        }""",
        element,
    )

    page.keyboard.press("/")

    expect(page.locator("#mine")).to_be_focused()


def test_arrows_with_shift_and_arrows_in_the_text_are_left_alone(visit: Any) -> None:
    page = visit("/sok?q=barnet")
    box, hits = page.get_by_role("combobox"), page.locator("[data-hit]")
    box.focus()

    page.keyboard.press("Shift+ArrowDown")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    expect(box).to_be_focused()
    box.blur()
    page.keyboard.press("ArrowDown")

    expect(hits.first).not_to_be_focused()
    wait_until(page, "scrollY > 0")


def tab_to(page: Page, target: Locator, most: int = 80) -> None:
    """As one who has nothing but Tab; the focus is seen at every step."""
    for _step in range(most + 1):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        assert is_seen(page), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    raise AssertionError(f"{most} steps did not lead to {target}")


def is_seen(page: Page) -> bool:
    """A ring of 2 px or more round what has the focus, on the screen, and nothing else in front of it (WCAG 2.4.13)."""
    return bool(
        page.evaluate(
            """() => {
            const element = document.activeElement, style = getComputedStyle(element);
            if (element === document.body) return true;
            // In a drawing the ring is drawn too.
            const drawn = element.querySelector(':scope > .halo');
            const ring = drawn ? getComputedStyle(drawn).stroke !== 'none' :
                style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
            const box = (drawn ?? element).getClientRects()[0];
            const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
            const x = middle(box.left, Math.min(box.right, box.left + 40), innerWidth);
            const there = document.elementFromPoint(x, middle(box.top, box.bottom, innerHeight));
            return ring &&
                box.height > 0 && Boolean(there) && (element.contains(there) || there.contains(element));
        }"""
        )
    )


def test_from_question_to_hit_and_back_with_tab_alone(visit: Any) -> None:
    page = visit("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("barnet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=barnet")
    choice = page.get_by_role("navigation", name="Avgrens treffene").get_by_role("link", name="Hasteflytting")

    tab_to(page, choice)
    page.keyboard.press("Enter")
    page.wait_for_url("**prosess=hasteflytting")
    tab_to(page, choice, most=1)
    hit = page.get_by_role("heading", name="Hasteflytting", exact=True).get_by_role("link")
    tab_to(page, hit)
    page.keyboard.press("Enter")
    page.wait_for_url("**/prosesser/hasteflytting?q=barnet**")
    back = page.get_by_role("link", name="Tilbake til treffene")
    tab_to(page, back)
    page.keyboard.press("Enter")

    page.wait_for_url("**/sok?q=barnet&prosess=hasteflytting**")
    expect(page.get_by_role("combobox")).to_have_value("barnet")


def test_the_contents_lead_to_the_section_and_reading_goes_on_there(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting")
    contents = page.get_by_role("navigation", name="På denne siden")

    contents.get_by_role("link", name="Frister").press("Enter")
    wait_until(page, "location.hash === '#frister'")
    page.keyboard.press("Tab")

    assert page.locator("#frister").evaluate(
        """heading => heading.parentElement.contains(document.activeElement) ||
        Boolean(heading.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)"""
    )
    assert page.evaluate("document.activeElement.closest('.prose') !== null")
    assert is_seen(page)


def test_two_choices_on_a_phone_with_the_keyboard(visit: Any) -> None:
    page = visit("/sok?q=barnet", PHONE)
    sheet = page.get_by_role("navigation", name="Avgrens treffene")
    tab_to(page, page.locator("summary", has_text="Avgrens treffene"))
    page.keyboard.press("Enter")

    tab_to(page, sheet.get_by_role("link", name="Hasteflytting"))
    page.keyboard.press("Enter")
    page.wait_for_url("**prosess=hasteflytting")
    tab_to(page, sheet.get_by_role("link", name="Lov og forskrift").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**type=lov")
    tab_to(page, page.get_by_role("link", name="Vis "))
    page.keyboard.press("Enter")

    expect(sheet).to_be_hidden()
    expect(page.locator("#antall")).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", ["home", "choices", "process", "repealed", "glossary", "timeline", "not found"])
def test_tab_goes_through_the_page_as_it_looks_and_out_again(tour: Tour, kind: str, width: int) -> None:
    """No trap, no jumping about: within a column the focus never goes up again; and all that can be used is reached."""
    page = tour.open(kind, width)
    page.evaluate(
        """[...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex="0"]')]
        .filter(e => e.checkVisibility({ visibilityProperty: true })).forEach(e => e.dataset.waits = '')"""
    )
    page.get_by_role("link", name="Hopp til innholdet").focus()
    places: list[tuple[Any, ...]] = []
    while len(places) < 600:
        place = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            delete e.dataset.waits;
            const column = e.closest('.facets, .beside, .answer, header, footer')?.className ?? '';
            const box = e.getClientRects()[0], own = e.closest('.beside');
            // What stands beside the text has a scroll of its own.
            const top = own ? box.top - own.getBoundingClientRect().top + own.scrollTop : box.top + scrollY;
            return [column, top, box.left]; }"""
        )
        if place is None:
            break
        assert is_seen(page), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        places.append(tuple(place))
        page.keyboard.press("Tab")

    assert page.evaluate("[...document.querySelectorAll('[data-waits]')].map(e => e.outerHTML.slice(0, 100))") == []
    # Up again only at the top of the next column to the right.
    ups = [
        (before, after)
        for before, after in pairwise(places)
        if before[0] == after[0] != "top" and after[1] < before[1] - 40 and after[2] < before[2] + 40
    ]
    assert ups == []


def test_nothing_covers_what_has_the_focus(visit: Any) -> None:
    """WCAG 2.4.11: nothing on our pages is fixed over the content."""
    page = visit("/prosesser/hasteflytting", NARROWEST)

    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).position === 'fixed').length"
        )
        == 0
    )
