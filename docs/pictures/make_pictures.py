"""Takes the pictures of README and docs from the real pages, and draws the one for sharing. `make pictures`."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from kb import assembly
from kb.settings import Settings
from kb.web.app import create_app
from kb.web.static_files import FOLDER

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: a page, on a screen of a size, in light or dark."""

    name: str
    address: str
    width: int
    height: int
    dark: bool = False


SHOTS = (
    Shot("home", "/", 1280, 800),
    Shot("search", "/sok?q=akuttplassering", 1280, 800),
    Shot("process", "/prosesser/hasteflytting", 1280, 800),
    Shot("repealed", "/lov/barnevernloven-1992-1-6", 1280, 800),
    Shot("phone", "/prosesser/hasteflytting", 390, 800),
    Shot("dark", "/prosesser/hasteflytting", 1280, 800, dark=True),
)


def main() -> None:
    """Every picture, anew."""
    chromium = shutil.which("chromium") or sys.exit("Chromium is needed: apt-get install chromium")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright, served() as address:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for shot in SHOTS:
            take(browser, address, shot)
        draw_for_sharing(browser)
        browser.close()


@contextmanager
def served() -> Iterator[str]:
    """The real site, as long as it is needed."""
    sites = assembly.SiteInDevelopment(Settings(content=ROOT / "content", engine="memory"))
    server = uvicorn.Server(uvicorn.Config(create_app(sites), port=0, log_level="error", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield "http://{}:{}".format(*server.servers[0].sockets[0].getsockname())
    server.should_exit = True
    thread.join()


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
    page.screenshot(path=HERE / f"{shot.name}.png")
    context.close()


def draw_for_sharing(browser: Browser) -> None:
    """1200 × 630, the size that sharing asks for (https://ogp.me)."""
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.set_content(f"""<style>
        body {{ margin: 0; height: 630px; display: grid; grid-template-columns: 1fr auto; align-items: center;
            padding-inline: 90px 60px; box-sizing: border-box; background: #f3efe6; color: #1a2730;
            font: 700 86px/1.1 "Segoe UI", Roboto, "Liberation Sans", sans-serif; letter-spacing: -0.02em }}
        small {{ display: block; font-size: 36px; font-weight: 400; letter-spacing: 0; margin-top: 28px }}
        span {{ font-weight: 400 }} svg {{ width: 400px; height: 400px }} svg rect {{ fill: none }}
        </style><div>MITT LIV<br><span>kunnskapsbase</span><small>Lov, råd fra barn og praksis</small></div>
        {(FOLDER / "favicon.svg").read_text("utf-8")}""")
    page.screenshot(path=FOLDER / "deling.png")
    page.close()


if __name__ == "__main__":
    main()
