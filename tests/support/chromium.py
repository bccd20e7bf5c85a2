"""Which Chromium there is, and how it is started so that it asks nobody for anything."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """A browser of its own, for what is set in a browser and not on a page."""
    if CHROMIUM is None:
        raise SystemExit("Chromium is needed: apt-get install chromium")
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *flags])
