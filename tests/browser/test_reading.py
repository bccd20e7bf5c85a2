"""What scripts add to reading: marks, a way back, contents that follow, copying. And all of it can be done without."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.screens import DESK, NARROWEST, PHONE, TABLET
from tests.browser.waiting import wait_for_scripts, wait_until


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


def test_words_are_marked_in_the_lead_too(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting?q=akuttvedtak")
    marks = page.locator(".lead mark")
    expect(marks).to_have_text(["akuttvedtak"])

    page.get_by_role("button", name="Fjern merkingen").click()

    expect(marks).to_have_count(0)


def test_a_process_says_first_what_it_is_about_and_then_its_points(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", 360)
    lead = page.locator(".lead").inner_text()

    assert lead.startswith("Ved fare for at barnet blir vesentlig skadelidende")
    assert page.locator("article").inner_text().count(lead) == 1
    # The heading of the points is on the second screen, when the first is left behind.
    assert page.get_by_role("heading", name="Kort fortalt").bounding_box()["y"] < 1000


def test_the_contents_of_a_process_lead_to_its_steps_on_a_phone(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", 360, script=False)
    page.locator("summary", has_text="På denne siden").click()
    page.get_by_role("link", name="5. Send vedtaket til nemnda straks", exact=True).click()

    expect(page).to_have_url(re.compile("#steg-5$"))
    expect(page.get_by_role("heading", name="5. Send vedtaket til nemnda straks")).to_be_in_viewport()


def test_the_way_back_keeps_the_place(visit: Any) -> None:
    page = visit("/sok?q=barnet")
    last = page.locator("[data-hit]").last
    last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    with page.expect_navigation():
        last.click()
    wait_for_scripts(page)

    page.get_by_role("link", name="Tilbake til treffene").click()
    page.wait_for_url(re.compile(r"/sok\?q=barnet"))

    expect(page.get_by_role("combobox")).to_have_value("barnet")
    wait_until(page, "place => Math.abs(scrollY - place) < 2", place)


def test_the_way_back_leads_past_the_sections_one_has_been_to(visit: Any) -> None:
    page = visit("/sok?q=barnet&type=prosess", DESK)
    last = page.locator("[data-hit]").last
    last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    with page.expect_navigation():
        last.click()
    wait_for_scripts(page)
    for name in ("Frister", "Sjekkliste"):
        page.get_by_role("navigation", name="På denne siden").get_by_role("link", name=name).click()

    page.get_by_role("link", name="Tilbake til treffene").click()

    page.wait_for_url(re.compile(r"/sok\?q=barnet"))
    wait_until(page, "place => Math.abs(scrollY - place) < 2", place)
    assert page.evaluate("navigation.canGoForward")


def test_the_contents_follow_along(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    contents = page.get_by_role("navigation", name="På denne siden")

    page.evaluate("document.getElementById('frister').scrollIntoView()")

    expect(contents.locator("a[aria-current]")).to_have_text("Frister")


def test_the_last_section_is_marked_although_the_page_ends_before_it_can_rise(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    page.set_viewport_size({"width": DESK, "height": 3200})
    contents = page.get_by_role("navigation", name="På denne siden")
    last = contents.get_by_role("link").last

    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    expect(last).to_have_attribute("aria-current", "location")
    expect(contents.locator("a[aria-current]")).to_have_count(1)


def test_the_section_one_has_jumped_to_is_marked_wherever_it_stands(visit: Any) -> None:
    page = visit("/verdier/apenhet", DESK)
    page.set_viewport_size({"width": DESK, "height": 3000})
    links = page.get_by_role("navigation", name="På denne siden").get_by_role("link")

    for number in range(links.count()):
        links.nth(number).click()
        expect(links.nth(number)).to_have_attribute("aria-current", "location")
        expect(page.locator("[data-contents] a[aria-current]")).to_have_count(1)

    page.go_back()
    expect(links.nth(links.count() - 2)).to_have_attribute("aria-current", "location")


def test_the_marked_section_is_always_seen_in_its_box(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    page.set_viewport_size({"width": DESK, "height": 500})

    for anchor in ("steg-7", "sporsmal", "steg-1"):
        page.evaluate("anchor => document.getElementById(anchor).scrollIntoView()", anchor)
        current = page.locator(f"[data-contents] a[href='#{anchor}']")
        expect(current).to_have_attribute("aria-current", "location")
        box, seen = current.bounding_box(), page.locator(".beside").bounding_box()
        assert box["y"] >= seen["y"]
        assert box["y"] + box["height"] <= seen["y"] + seen["height"]


def test_contents_mark_the_section_that_the_address_names(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting#sjekkliste", DESK)

    contents = page.get_by_role("navigation", name="På denne siden")
    expect(contents.locator("a[aria-current]")).to_have_text("Sjekkliste")


def test_an_address_that_names_no_section_does_no_harm(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting#%E0%A4%A", DESK)

    page.evaluate("document.getElementById('frister').scrollIntoView()")

    contents = page.get_by_role("navigation", name="På denne siden")
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


@pytest.mark.parametrize("width", [NARROWEST, PHONE, DESK])
def test_nothing_moves_when_the_scripts_arrive(visit: Any, width: int) -> None:
    page = visit("/lov/barnevernsloven-2021-1-4?q=medvirkning", width)
    expect(page.get_by_role("button", name="Fjern merkingen")).to_be_visible()
    expect(page.get_by_role("button", name="Skriv ut")).to_be_visible()

    assert page.evaluate(_MOVED) == 0


_MOVED = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
})"""


MAY_COPY = ["clipboard-read", "clipboard-write"]


def test_a_link_beside_a_heading_copies_the_permanent_address(visit: Any, site: str) -> None:
    page = visit("/prosesser/hasteflytting?q=frist", permissions=MAY_COPY)
    link = page.get_by_role("link", name="Lenke til avsnittet «Frister»")
    link.scroll_into_view_if_needed()
    before = page.evaluate("[scrollY, document.documentElement.scrollHeight]")

    link.click()

    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}/a/hasteflytting#frister"
    assert page.evaluate("[scrollY, document.documentElement.scrollHeight]") == before
    assert page.url == f"{site}/prosesser/hasteflytting?q=frist#frister"
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_have_count(0)


def test_the_link_is_no_part_of_the_headings_name(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting")

    expect(page.get_by_role("heading", name="Frister", exact=True)).to_have_count(1)
    links = page.locator(".prose a.to-section")
    assert links.count() == page.locator(".prose :is(h2, h3, h4)").count() > 20


def test_the_link_is_quiet_until_it_is_wanted_but_always_there_for_touch_and_keyboard(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    heading, link = page.locator("#frister"), page.locator("#frister + a.to-section")

    expect(link).to_have_css("opacity", "0")
    heading.hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    link.focus()
    expect(link).to_have_css("opacity", "1")

    phone = visit("/prosesser/hasteflytting", PHONE, has_touch=True, is_mobile=True).locator("#frister + a.to-section")
    expect(phone).to_have_css("opacity", "1")
    box = phone.bounding_box()
    assert (box["width"], box["height"]) == (44, 44)
    assert box["x"] + box["width"] <= PHONE


def test_the_link_goes_to_the_section_where_nothing_can_be_copied(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", PHONE, java_script_enabled=False)

    page.get_by_role("link", name="Lenke til avsnittet «Frister»").click()

    assert page.url.endswith("/prosesser/hasteflytting#frister")
    expect(page.get_by_role("heading", name="Frister", exact=True)).to_be_in_viewport()


def test_the_reference_of_a_section_can_be_copied(visit: Any, site: str) -> None:
    page = visit("/prosesser/hasteflytting", permissions=MAY_COPY)

    page.get_by_text("Vis til et avsnitt").click()
    cited = page.get_by_role("listitem").filter(has=page.locator(f".reference:text-is('{_cited(page)}')"))
    cited.get_by_role("button", name="Kopier henvisningen").click()

    expect(cited.get_by_role("button", name="Kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{site}/a/hasteflytting#frister")


def _cited(page: Any) -> str:
    return str(page.locator(".fold .reference", has_text=re.compile("#frister$")).inner_text())


def test_a_section_can_be_cited_without_javascript(visit: Any, site: str) -> None:
    page = visit("/prosesser/hasteflytting", PHONE, java_script_enabled=False)

    page.get_by_text("Vis til et avsnitt").click()

    expect(page.get_by_text(f"{site}/a/hasteflytting#frister")).to_be_visible()
    expect(page.get_by_role("link", name="BibTeX")).to_have_count(page.locator(".fold li").count() + 1)


def test_what_stands_far_below_is_reached_from_the_top(visit: Any) -> None:
    page = visit("/lov/barnevernsloven-2021-1-4", PHONE)
    ways = page.locator(".ways")

    for name, heading in (
        ("Del", "Del eller vis til"),
        ("Vis til", "Slik viser du til artikkelen"),
        (re.compile(r"^Viser hit \(\d+\)$"), "Artikler som viser til bestemmelsen"),
    ):
        ways.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", name=heading)).to_be_in_viewport()


def test_the_page_can_be_printed_from_the_top(visit: Any) -> None:
    page = visit("/verdier/apenhet")
    page.evaluate("window.print = () => (window.printed = true)")

    page.get_by_role("button", name="Skriv ut").click()

    assert page.evaluate("window.printed")
    without = visit("/verdier/apenhet", java_script_enabled=False)
    expect(without.get_by_role("button", name="Skriv ut")).to_have_count(0)


def test_from_deep_down_a_phone_comes_back_to_the_contents(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting#sjekkliste", PHONE, java_script_enabled=False)

    page.get_by_role("link", name="På denne siden").first.click()

    contents = page.get_by_role("navigation", name="På denne siden")
    expect(contents.get_by_role("link", name="Frister")).to_be_in_viewport()


def test_marks_can_be_taken_away_from_the_keyboard(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting?q=frist")
    button = page.get_by_role("button", name="Fjern merkingen")
    button.focus()

    page.keyboard.press("Enter")

    expect(page.locator(".prose mark")).to_have_count(0)
    expect(page.get_by_role("main")).to_be_focused()


def test_a_provision_searched_for_is_marked_also_where_it_is_a_link(visit: Any) -> None:
    page = visit("/lov/barnevernsloven-2021-1-4?q=§+1-4")

    assert "§ 1-4" in page.locator(".prose mark").all_inner_texts()


def test_the_way_back_works_without_javascript(visit: Any) -> None:
    page = visit("/sok?q=barnet", PHONE, java_script_enabled=False)
    hit = page.locator("[data-hit]").last
    name = hit.inner_text()
    hit.click()

    page.get_by_role("link", name="Tilbake til treffene").click()

    expect(page.get_by_role("heading", name=name).first).to_be_in_viewport()


@pytest.mark.parametrize(
    "address", ["/prosesser/hasteflytting", "/lov/barnevernsloven-2021-1-4", "/historie/medvirkning-i-loven-1992-2023"]
)
def test_a_number_never_leaves_what_it_is_a_number_of(visit: Any, address: str) -> None:
    page = visit(address, NARROWEST)

    lines = page.evaluate(
        "[...document.querySelectorAll('.whole')].filter(e => e.checkVisibility()).map(e => e.getClientRects().length)"
    )
    assert len(lines) > 10
    assert set(lines) == {1}


@pytest.mark.parametrize("width", [TABLET, 1000, DESK])
@pytest.mark.parametrize("part", [".prose", ".lead"])
def test_a_line_holds_sixty_to_seventy_five_letters(visit: Any, part: str, width: int) -> None:
    page = visit("/prosesser/hasteflytting", width)

    assert 60 <= page.evaluate(_LETTERS_A_LINE, part) <= 75


_LETTERS_A_LINE = """part => {
    const text = [...document.querySelectorAll('.prose > p')].map(p => p.textContent).join(' ');
    const like = document.querySelector(part);
    const long = document.createElement('p');
    long.textContent = text;
    if (like.matches('p')) { long.className = like.className; like.after(long); } else like.append(long);
    return text.length / Math.round(long.offsetHeight / parseFloat(getComputedStyle(long).lineHeight));
}"""


@pytest.mark.parametrize(
    "address", ["/", "/sok?q=akuttplassering", "/verdier/apenhet", "/lov/barnevernsloven-2021-2-2"]
)
def test_no_text_is_smaller_than_small_print(visit: Any, address: str) -> None:
    page = visit(address, 360)

    assert page.evaluate(_TOO_SMALL, 15) == []


_TOO_SMALL = """least => {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, around = text.parentElement;
        if (!text.data.trim() || around.closest('.unseen, .visually-hidden, svg')) continue;
        if (parseFloat(getComputedStyle(around).fontSize) < least) found.push(text.data.trim());
    }
    return found;
}"""


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


@pytest.mark.parametrize("width", [PHONE, TABLET])
def test_the_menu_is_closed_again_where_it_was_opened(visit: Any, width: int) -> None:
    page = visit("/prosesser/hasteflytting", width=width)
    button = page.locator(".menu > summary")
    place = button.bounding_box()
    menu = page.get_by_role("navigation", name="Alt innhold")
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2

    page.mouse.click(x, y)
    expect(menu).to_be_visible()
    assert button.bounding_box() == place
    assert menu.bounding_box()["y"] >= place["y"] + place["height"]

    page.mouse.click(x, y)
    expect(menu).to_be_hidden()


def test_no_word_of_the_menu_moves_from_page_to_page(visit: Any) -> None:
    def places(address: str) -> list[dict[str, float]]:
        page = visit(address, width=1024)
        return [link.bounding_box() for link in page.locator(".menu nav a").all()]

    first = places("/prosesser")

    assert first == places("/artikler")
    assert len({place["y"] for place in first}) == 1


@pytest.mark.parametrize("address", ["/", "/prosesser/hasteflytting"])
def test_the_name_of_the_site_and_its_titles_stay_whole_in_large_text(visit: Any, address: str) -> None:
    page = visit(address, width=PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert page.locator(".brand .light").evaluate("e => e.getBoundingClientRect().height < 1.5 * 1.15 * 2 * 17")
    assert page.locator(".hero-mark svg").filter(visible=True).count() == 0


def test_on_a_desk_the_menu_and_the_choices_lie_open(visit: Any) -> None:
    page = visit("/sok?q=barnet", DESK, java_script_enabled=False)

    expect(page.get_by_role("link", name="Begreper")).to_be_visible()
    expect(page.get_by_role("navigation", name="Avgrens treffene").get_by_role("link").first).to_be_visible()
    expect(page.get_by_text("Meny", exact=True)).to_be_hidden()


def test_on_paper_sources_and_the_text_of_the_law_have_addresses_that_can_be_read(visit: Any) -> None:
    page = visit("/lov/barnevernsloven-2021-2-2", DESK)
    page.emulate_media(media="print")

    for link in (page.locator(".law-facts a", has_text="Les den hos Lovdata"), page.locator(".sources a").first):
        printed = link.evaluate("link => getComputedStyle(link, '::after').content")
        assert printed == f'" ({link.get_attribute("href")})"'
        assert "%" not in printed


def test_on_paper_there_is_the_content_alone(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting", DESK)
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Kilder")).to_be_visible()
    for part in (".top-search", ".menu", ".foot nav", ".beside", ".crumbs", ".turn"):
        expect(page.locator(part)).to_be_hidden()
