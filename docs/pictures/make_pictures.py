"""Takes the pictures of README and docs from the real pages, and draws the icons of an app. `make pictures`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from kb.settings import Settings
from kb.web.static_files import FOLDER
from tests.support.chromium import launch
from tests.support.serving import served

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: a page, or the part of it that `part` selects, on a screen of a size, in light or dark."""

    name: str
    address: str
    width: int
    height: int
    dark: bool = False
    part: str = ""


SHOTS = (
    Shot("home", "/", 1280, 800),
    Shot("search", "/sok?q=akuttplassering", 1280, 800),
    Shot("process", "/prosesser/hasteflytting", 1280, 800),
    Shot("repealed", "/lov/barnevernloven-1992-1-6", 1280, 800),
    Shot("phone", "/prosesser/hasteflytting", 390, 800),
    Shot("dark", "/prosesser/hasteflytting", 1280, 800, dark=True),
    Shot("map", "/", 1280, 800, part=".map-drawn"),
    Shot("map-dark", "/", 1280, 800, dark=True, part=".map-drawn"),
    Shot("timeline", "/tidslinje", 1280, 800, part=".timeline-drawn .drawing"),
    Shot("sharing", "/deling/hasteflytting.png", 1200, 630),
)


def main() -> None:
    """Every picture, anew."""
    with sync_playwright() as playwright, served(Settings(content=ROOT / "content", engine="memory")) as address:
        browser = launch(playwright)
        for shot in SHOTS:
            take(browser, address, shot)
        draw_icons(browser)
        browser.close()


def take(browser: Browser, site: str, shot: Shot) -> None:
    """One picture of one page."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        locale="nb-NO",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(site + shot.address, wait_until="networkidle")
    # The ring around the box is for those who type, not for a picture.
    page.evaluate("document.activeElement.blur()")
    seen = page.locator(shot.part).first if shot.part else page
    seen.screenshot(path=HERE / f"{shot.name}.png")
    context.close()


def draw_icons(browser: Browser) -> None:
    """The icons of an app, from the mark. One that is cut to a shape by the phone has nothing in its corners."""
    mark = (FOLDER / "favicon.svg").read_text("utf-8")
    whole = mark.replace(' rx="9"', "")
    # What a phone may cut lies outside the middle 80 % (https://www.w3.org/TR/appmanifest/#icon-masks).
    roomy = whole.replace('viewBox="0 0 40 40"', 'viewBox="-3 -3 46 46"').replace(
        '<rect width="40" height="40"', '<rect x="-3" y="-3" width="46" height="46"'
    )
    icons = (
        ("apple-touch-icon", 180, whole),
        ("app-192", 192, mark),
        ("app-512", 512, mark),
        ("app-maskable-512", 512, roomy),
    )
    for name, size, drawing in icons:
        page = browser.new_page(viewport={"width": size, "height": size})
        page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{drawing}")
        page.screenshot(path=FOLDER / f"{name}.png", omit_background=True)
        page.close()


if __name__ == "__main__":
    main()
