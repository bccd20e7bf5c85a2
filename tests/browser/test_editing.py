"""What editors see while they write, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kb import assembly
from kb.settings import Settings
from tests.browser.screens import DESK, NARROWEST, PHONE
from tests.browser.test_axe import faults
from tests.browser.waiting import PATIENCE
from tests.support.serving import served_from
from tests.support.sites import make_content
from tests.web.test_editing import JUDGEMENTS, MISTAKES
from tests.web.world import FILES

WIDTHS = (NARROWEST, PHONE, DESK)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {**FILES, "artikler/feil.md": MISTAKES, "_judgements.yml": JUDGEMENTS}
    return make_content(tmp_path_factory.mktemp("desk"), files)


@pytest.fixture(scope="module")
def desk(content: Path) -> Iterator[str]:
    """The address of a site that follows what is saved."""
    sites = assembly.SiteInDevelopment(Settings(content=content, index=content.parent / "index", engine="memory"))
    sites.look_over()
    sites.follow()
    with served_from(sites, development=True) as address:
        yield address


@contextmanager
def _window(chromium: Browser, address: str, *, dark: bool = False) -> Iterator[Page]:
    context = chromium.new_context(color_scheme="dark" if dark else "light", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", ["/redaksjon", "/redaksjon?maal=nn", "/artikler/feil"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    chromium: Browser, desk: str, axe: str, path: str, dark: bool
) -> None:
    with _window(chromium, desk + path, dark=dark) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})

            assert faults(page, axe) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_at_the_top_leads_to_the_place_in_the_text_and_back(chromium: Browser, desk: str) -> None:
    with _window(chromium, f"{desk}/artikler/feil") as page:
        page.get_by_role("link", name="Linje 14: Lenken til «hasteflyting»").click()
        note = page.get_by_role("note", name="Å rette på linje 14")
        expect(note).to_be_in_viewport()
        expect(note).to_contain_text("Mente du «hasteflytting»?")

        note.get_by_role("link", name="Til lista øverst").click()

        expect(page.get_by_text("ting å rette i denne artikkelen")).to_be_in_viewport()


def test_what_was_saved_is_there_when_the_page_is_loaded_again(chromium: Browser, desk: str, content: Path) -> None:
    file = content / "verdier" / "apenhet.md"
    whole = file.read_text("utf-8")
    former = "Denne siden viser den forrige versjonen"

    with _window(chromium, f"{desk}/verdier/apenhet") as page:
        file.write_text(whole.replace("kind: verdi", "kind: verdii").replace("Fortell hvorfor", "Si hvorfor"), "utf-8")
        _loaded_again_until(page, former)
        expect(page.get_by_text("Fortell hvorfor")).to_be_visible()
        expect(page.get_by_text("Mente du «verdi»?")).to_be_visible()

        file.write_text(whole.replace("Fortell hvorfor", "Si hvorfor"), "utf-8")
        _loaded_again_until(page, "Si hvorfor")
        expect(page.get_by_text(former)).to_have_count(0)


def _loaded_again_until(page: Page, text: str) -> None:
    for _ in range(PATIENCE // 200):
        page.reload()
        if page.get_by_text(text).count():
            return
        page.wait_for_timeout(200)
    pytest.fail(f"«{text}» never came.")
