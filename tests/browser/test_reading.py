"""What scripts add to reading: marks, a way back, contents that follow, copying. And all of it can be done without."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

DESK, PHONE = 1440, 360


def test_words_searched_for_are_marked_and_can_be_unmarked(visit: Any) -> None:
    page = visit("/sok?q=akuttvedtak&type=prosess")
    page.get_by_role("heading", name="Hasteflytting", exact=True).get_by_role("link").click()
    marks = page.locator(".prose mark")
    expect(marks.first).to_have_text(re.compile("akuttvedtak", re.IGNORECASE))
    text = page.locator(".prose").inner_text()

    page.get_by_role("button", name="Fjern merkingen").click()

    expect(marks).to_have_count(0)
    expect(page.get_by_role("button", name="Fjern merkingen")).to_be_hidden()
    assert page.locator(".prose").inner_text() == text


def test_the_way_back_keeps_the_place(visit: Any) -> None:
    page = visit("/sok?q=barnet")
    last = page.locator("[data-hit]").last
    last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    last.click()
    page.wait_for_load_state()

    page.get_by_role("link", name="Tilbake til treffene").click()
    page.wait_for_url(re.compile(r"/sok\?q=barnet"))

    expect(page.get_by_role("combobox")).to_have_value("barnet")
    page.wait_for_function("place => Math.abs(scrollY - place) < 300", arg=place)


def test_the_contents_follow_along(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    contents = page.get_by_role("navigation", name="På denne siden")

    page.evaluate("document.getElementById('frister').scrollIntoView()")

    expect(contents.locator("a[aria-current]")).to_have_text("Frister")


def test_the_steps_follow_along_and_are_left_behind(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    current = page.get_by_role("navigation", name="Steg for steg").locator("a[aria-current]")

    page.evaluate("document.getElementById('steg-2').scrollIntoView()")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", "#steg-2")
    page.evaluate("document.getElementById('sjekkliste').scrollIntoView()")

    expect(current).to_have_count(0)


def test_the_short_address_can_be_copied(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", permissions=["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Kopier lenken").click()

    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/a/hasteflytting")


def test_the_citation_can_be_copied(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", permissions=["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Kopier henvisningen").click()

    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("MITT LIV kunnskapsbase. (20")


def test_from_question_to_deadline_without_javascript_on_a_phone(visit: Any) -> None:
    page = visit("/", PHONE, java_script_enabled=False)

    page.get_by_label("Søk i kunnskapsbasen").fill("hasteflytting")
    page.get_by_role("button", name="Søk").click()
    page.get_by_text("Avgrens treffene").first.click()
    page.get_by_role("link", name=re.compile("^Prosess")).click()
    page.get_by_role("link", name="Hasteflytting", exact=True).first.click()
    page.get_by_role("link", name="Frister").first.click()

    assert page.url.endswith("#frister")
    expect(page.get_by_role("link", name="Tilbake til treffene")).to_have_attribute(
        "href", "/sok?q=hasteflytting&type=prosess#treff-hasteflytting"
    )
    expect(page.get_by_role("button", name="Kopier lenken")).to_have_count(0)


def test_the_menu_opens_without_javascript_on_a_phone(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", PHONE, java_script_enabled=False)

    page.get_by_text("Meny", exact=True).click()
    page.get_by_role("link", name="Begreper").click()

    expect(page.get_by_role("heading", level=1, name="Begreper")).to_be_visible()


def test_on_a_desk_the_menu_and_the_choices_lie_open(visit: Any) -> None:
    page = visit("/sok?q=barnet", DESK, java_script_enabled=False)

    expect(page.get_by_role("link", name="Begreper")).to_be_visible()
    expect(page.get_by_role("navigation", name="Avgrens treffene").get_by_role("link").first).to_be_visible()
    expect(page.get_by_text("Meny", exact=True)).to_be_hidden()


def test_on_paper_there_is_the_content_alone(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Kilder")).to_be_visible()
    for part in (".top-search", ".menu", ".foot nav", ".beside", ".crumbs", ".turn"):
        expect(page.locator(part)).to_be_hidden()
