"""Choosing among the hits: a panel on a desk, a sheet on a phone; with and without scripts, and nothing gets lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.screens import DESK, PHONE
from tests.browser.waiting import wait_for_scripts, wait_until


def sheet(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Avgrens treffene")


def number(page: Page) -> int:
    found = re.search(r"\d+", page.locator("#antall").text_content() or "")
    assert found is not None
    return int(found[0])


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_two_choices_in_a_row_on_a_phone(visit: Any, script: bool) -> None:
    page = visit("/sok?q=barnet", PHONE, java_script_enabled=script)
    page.get_by_text("Avgrens treffene").click()

    sheet(page).get_by_role("link", name="Hasteflytting").click()
    page.wait_for_url(re.compile("prosess=hasteflytting"))
    expect(sheet(page).get_by_role("link", name="Hasteflytting")).to_be_in_viewport()
    sheet(page).get_by_role("link", name=re.compile("^Lov")).first.click()
    page.wait_for_url(re.compile("type=lov"))
    if script:
        wait_for_scripts(page)
    show = page.get_by_role("link", name=re.compile(r"^Vis \d+ treff"))
    expect(show).to_be_in_viewport()
    promised = (show.text_content() or "").split()[1]
    show.click()

    if script:
        expect(sheet(page)).to_be_hidden()
    expect(page.locator("#antall")).to_contain_text(promised)
    expect(page.get_by_role("heading", level=3).first).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_all_choices_are_taken_back_in_the_sheet(visit: Any, script: bool) -> None:
    page = visit("/sok?q=barnet&prosess=hasteflytting&type=lov", PHONE, java_script_enabled=script)
    page.get_by_text("Avgrens treffene").click()

    page.get_by_role("link", name="Nullstill").click()

    page.wait_for_url(re.compile(r"/sok\?q=barnet(#|$)"))
    expect(sheet(page)).to_be_visible()
    expect(sheet(page).locator("[aria-current]")).to_have_count(0)


def test_the_place_of_a_choice_is_not_part_of_an_address_to_share(visit: Any) -> None:
    page = visit("/sok?q=barnet", PHONE)
    page.get_by_text("Avgrens treffene").click()

    sheet(page).get_by_role("link", name="Hasteflytting").click()

    page.wait_for_url(re.compile("prosess=hasteflytting$"))


def test_escape_folds_the_sheet_and_the_menu(visit: Any) -> None:
    page = visit("/sok?q=barnet", PHONE)
    for words, inside in [
        ("Avgrens treffene", sheet(page)),
        ("Meny", page.get_by_role("navigation", name="Alt innhold")),
    ]:
        page.get_by_text(words).click()
        inside.get_by_role("link").first.focus()

        page.keyboard.press("Escape")

        expect(inside).to_be_hidden()
        expect(page.locator("summary", has_text=words)).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_focus_stays_where_one_chose(visit: Any, width: int) -> None:
    page = visit("/sok?q=barnet", width)
    if width == PHONE:
        page.get_by_text("Avgrens treffene").click()

    sheet(page).get_by_role("link", name="Hasteflytting").press("Enter")
    page.wait_for_url(re.compile("prosess=hasteflytting"))
    page.keyboard.press("Tab")

    expect(sheet(page).get_by_role("link", name="Hasteflytting")).to_be_focused()
    expect(sheet(page).get_by_role("link", name="Hasteflytting")).to_be_in_viewport()


def test_the_page_does_not_jump_on_a_desk(visit: Any) -> None:
    page = visit("/sok?q=barnet", DESK)

    sheet(page).get_by_role("link", name="Hasteflytting").click()
    page.wait_for_url(re.compile("prosess=hasteflytting"))

    assert page.evaluate("scrollY") == 0
    expect(page.locator("#antall")).to_be_in_viewport()


def test_the_number_of_hits_is_what_is_said_first(visit: Any) -> None:
    """A page says its title when it has come; then the reading goes on from where the address points."""
    page = visit("/sok?q=barnet", DESK)
    before = number(page)

    sheet(page).get_by_role("link", name="Hasteflytting").click()
    page.wait_for_url(re.compile("prosess=hasteflytting"))

    assert number(page) < before
    assert page.title().startswith(f"{number(page)} treff på «barnet» –")


def test_the_number_is_said_where_nothing_was_typed(visit: Any) -> None:
    page = visit("/sok?prosess=hasteflytting", DESK)

    assert page.title().startswith(f"{number(page)} artikler –")


def test_one_who_takes_a_choice_away_comes_to_the_number(visit: Any) -> None:
    page = visit("/sok?q=barnet&prosess=hasteflytting", DESK)

    page.get_by_role("link", name="Fjern valget: Kjerneprosess: Hasteflytting").press("Enter")
    page.wait_for_url(re.compile(r"/sok\?q=barnet$"))

    expect(page.locator("#antall")).to_be_focused()


def test_a_choice_keeps_what_is_being_typed(visit: Any) -> None:
    page = visit("/sok?q=barnet", DESK)
    page.get_by_role("combobox").press("End")
    page.keyboard.type(" alene")

    sheet(page).get_by_role("link", name="Hasteflytting").click()
    page.wait_for_url(re.compile("prosess=hasteflytting"))

    expect(page.get_by_role("combobox")).to_have_value("barnet alene")


@pytest.mark.parametrize("how", ["reload", "back", "home"])
def test_what_was_typed_survives(visit: Any, how: str) -> None:
    page = visit("/" if how == "home" else "/sok?q=barnet", DESK)
    box = page.get_by_role("combobox")
    box.fill("barnet alene")
    wait_until(page, "history.state?.typed === 'barnet alene'")
    if how == "reload":
        page.reload()
    else:
        page.get_by_role("link", name="Tidslinje").click()
        page.wait_for_url("**/tidslinje")
        page.go_back()

    expect(page.get_by_role("combobox")).to_have_value("barnet alene")


def test_escape_never_empties_the_box(visit: Any) -> None:
    page = visit("/sok?q=barnet", DESK)
    page.get_by_role("combobox").focus()

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    expect(page.get_by_role("combobox")).to_have_value("barnet")


def test_asking_twice_in_haste_asks_the_same(visit: Any) -> None:
    page = visit("/", DESK)
    page.get_by_role("combobox").fill("barnet alene")

    page.get_by_role("button", name="Søk").dblclick()
    page.wait_for_url(re.compile("/sok"))

    expect(page.get_by_role("combobox")).to_have_value("barnet alene")
