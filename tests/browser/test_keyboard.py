"""Everything can be done from the keyboard, and what is typed is never lost."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect


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

    page.get_by_label("Søk i kunnskapsbasen").press_sequentially("hasteflytt")
    page.get_by_role("option").first.wait_for()
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
    page.get_by_label("Søk i kunnskapsbasen").press_sequentially("hasteflytt")
    page.get_by_role("option").first.wait_for()

    page.keyboard.press("ArrowUp")

    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_escape_closes_the_suggestions_and_keeps_the_words(visit: Any) -> None:
    page = visit("/")
    box = page.get_by_role("combobox")
    page.get_by_label("Søk i kunnskapsbasen").press_sequentially("hasteflytt")
    page.get_by_role("option").first.wait_for()

    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("hasteflytt")


def test_enter_without_a_choice_searches_for_what_was_typed(visit: Any) -> None:
    page = visit("/")
    page.get_by_label("Søk i kunnskapsbasen").press_sequentially("hasteflytt")
    page.get_by_role("option").first.wait_for()

    page.keyboard.press("Enter")

    page.wait_for_url("**/sok?q=hasteflytt")


def test_a_suggestion_can_be_clicked(visit: Any) -> None:
    page = visit("/")
    page.get_by_label("Søk i kunnskapsbasen").press_sequentially("hasteflytt")

    page.get_by_role("option").first.click()

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


def test_focus_is_always_seen(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting")

    for _step in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        height = page.evaluate("document.activeElement.getBoundingClientRect().height")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert height > 0


def test_nothing_covers_what_has_the_focus(visit: Any) -> None:
    """WCAG 2.4.11: nothing on our pages is fixed over the content."""
    page = visit("/prosesser/hasteflytting", 320)

    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).position === 'fixed').length"
        )
        == 0
    )
