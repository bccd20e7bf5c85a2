"""Pages look as they did: kept pictures of a small world, compared with a tolerance.

A change of looks that is meant is kept with: KB_RENEW_LOOKS=1 .venv/bin/pytest tests/browser/test_looks.py
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.serving import served
from tests.web.world import settings_for

KEPT = Path(__file__).parent / "looks"

PAGES = {
    "home": "/",
    "search": "/sok?q=barnet&type=prosess",
    "no-hits": "/sok?q=qqqxxx",
    "process": "/prosesser/hasteflytting",
    "repealed": "/lov/gamleloven-1992-1-6",
    "glossary": "/begreper",
    "not-found": "/finnes-ikke",
}
SCREENS = {"desk": (1280, 800, False), "desk-dark": (1280, 800, True), "phone": (360, 740, False)}
ON_EVERY_SCREEN = ("home", "search", "process")
LOOKS = [(page, screen) for page in PAGES for screen in SCREENS if screen == "desk" or page in ON_EVERY_SCREEN]

TOLERANCE = 0.01
"""The share of pixels that may differ: another version of Chromium draws the edges of letters a little differently,
and moves no block."""

_SHARE_THAT_DIFFERS = """async ([one, other]) => {
    const read = async data => {
        const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
    };
    const [a, b] = [await read(one), await read(other)];
    if (a.width !== b.width || a.height !== b.height) return 1;
    let differing = 0;
    for (let i = 0; i < a.data.length; i += 4)
        if ([0, 1, 2].some(c => Math.abs(a.data[i + c] - b.data[i + c]) > 32)) differing++;
    return differing / (a.width * a.height);
}"""


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(settings_for(tmp_path_factory.mktemp("looks"))) as address:
        yield address


@pytest.fixture(scope="module")
def comparer(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.mark.parametrize(("name", "screen"), LOOKS)
def test_a_page_looks_as_it_did(chromium: Browser, small_site: str, comparer: Page, name: str, screen: str) -> None:
    width, height, dark = SCREENS[screen]
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="nb-NO",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(small_site + PAGES[name], wait_until="networkidle")
    # The line in a list of references holds the day and the port.
    picture = page.screenshot(caret="hide", mask=[page.locator(".reference")])
    context.close()

    kept = KEPT / f"{name}-{screen}.png"
    if os.environ.get("KB_RENEW_LOOKS"):
        KEPT.mkdir(exist_ok=True)
        kept.write_bytes(picture)
    pictures = [base64.b64encode(data).decode() for data in (picture, kept.read_bytes())]

    assert comparer.evaluate(_SHARE_THAT_DIFFERS, pictures) <= TOLERANCE


def test_a_picture_that_differs_is_seen(comparer: Page) -> None:
    comparer.set_viewport_size({"width": 100, "height": 100})
    pictures = []
    for colour in ("white", "black"):
        comparer.set_content(
            f"<body style='margin:0;background:white'><p style='margin:0;width:100px;height:5px;background:{colour}'>"
        )
        pictures.append(base64.b64encode(comparer.screenshot()).decode())

    assert comparer.evaluate(_SHARE_THAT_DIFFERS, pictures) == pytest.approx(0.05)
    assert comparer.evaluate(_SHARE_THAT_DIFFERS, [pictures[0], pictures[0]]) == 0
