"""What a screen reader is given: the accessibility tree of the main pages of a small site, as it was read and kept.

A change that is meant is kept with: KB_RENEW_TREES=1 .venv/bin/pytest tests/browser/test_trees.py
Read what came, from top to bottom, as one who cannot see the page will hear it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import kinds
from tests.browser.screens import DESK
from tests.browser.waiting import wait_for_scripts
from tests.support.serving import served

KEPT = Path(__file__).parent / "trees"

PAGES = {
    "home": "/",
    "search": "/sok?q=barnet&type=prosess",
    "no-hits": "/sok?q=qqqxxx",
    "process": "/prosesser/hasteflytting",
    "from-a-search": "/prosesser/hasteflytting?q=frist",
    "provision": "/lov/gamleloven-1992-1-6",
    "term": "/begreper/akuttvedtak",
    "list": "/erfaringer",
    "glossary": "/begreper",
    "timeline": "/tidslinje",
}

WHOLE = "home"
"""Here the frame around every page is read too."""


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with served(kinds.settings_for(tmp_path_factory.mktemp("trees"))) as address:
        context = chromium.new_context(base_url=address, viewport={"width": DESK, "height": 800}, locale="nb-NO")
        yield context.new_page()
        context.close()


def read(page: Page, part: str) -> str:
    """The tree without addresses, which are seen to elsewhere, and without the day on which one reads."""
    lines = page.locator(part).aria_snapshot().splitlines()
    told = [re.sub(r"Hentet \d+\. \w+ \d{4}", "Hentet i dag", line) for line in lines if "- /url: " not in line]
    return "\n".join(told) + "\n"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_as_it_did(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    wait_for_scripts(page)

    tree = read(page, "body" if name == WHOLE else "main")

    kept = KEPT / f"{name}.yml"
    if os.environ.get("KB_RENEW_TREES"):
        KEPT.mkdir(exist_ok=True)
        kept.write_text(tree, encoding="utf-8")
    assert tree == kept.read_text(encoding="utf-8")
