"""Pages look as they did: kept pictures of every kind of page of a small site, on three screens, in light and dark.

A change of looks that is meant is kept with: KB_RENEW_LOOKS=1 .venv/bin/pytest tests/browser/test_looks.py
"""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser import kinds
from tests.browser.screens import PHONE, TABLET
from tests.browser.waiting import wait_for_scripts
from tests.support.serving import served

KEPT = Path(__file__).parent / "looks"

PAGES = {
    "home": "/",
    "search": "/sok?q=barnet&type=prosess",
    "no-hits": "/sok?q=qqqxxx",
    "notes": "/sok?q=§ 1-6",
    "nynorsk": "/sok?q=barnet&maal=nn",
    "process": "/prosesser/hasteflytting",
    "value": "/verdier/apenhet",
    "repealed": "/lov/gamleloven-1992-1-6",
    "term": "/begreper/akuttvedtak",
    "draft": "/artikler/utkast",
    "list": "/erfaringer",
    "laws": "/lov",
    "glossary": "/begreper",
    "timeline": "/tidslinje",
    "not-found": "/finnes-ikke",
}
SCREENS = {"phone": PHONE, "tablet": TABLET, "desk": 1280}
THEMES = ("light", "dark")
HEIGHT = 800

COLOURS = 64
"""So many are kept of each picture: enough to see a change, and a third of the bytes."""

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
def windows(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, str], Page]]:
    """A window for each screen and theme, all on one site."""
    with ExitStack() as opened:
        address = opened.enter_context(served(kinds.settings_for(tmp_path_factory.mktemp("looks"))))
        windows = {}
        for screen, width in SCREENS.items():
            for theme in THEMES:
                context = chromium.new_context(
                    base_url=address,
                    viewport={"width": width, "height": HEIGHT},
                    color_scheme="dark" if theme == "dark" else "light",
                    locale="nb-NO",
                    reduced_motion="reduce",
                )
                opened.callback(context.close)
                windows[screen, theme] = context.new_page()
        yield windows


@pytest.fixture(scope="module")
def comparer(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(
    windows: dict[tuple[str, str], Page], comparer: Page, name: str, screen: str, theme: str
) -> None:
    page = windows[screen, theme]
    page.goto(PAGES[name])
    wait_for_scripts(page)
    # A box that has the focus from the start is given it when the page is first drawn.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    # The line in a list of references holds the day and the port.
    picture = page.screenshot(caret="hide", mask=[page.locator(".reference")])

    kept = KEPT / f"{name}-{screen}-{theme}.png"
    if os.environ.get("KB_RENEW_LOOKS"):
        KEPT.mkdir(exist_ok=True)
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
            kept, optimize=True
        )
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
