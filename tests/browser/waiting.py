"""Waits for what a page is about to do.

Playwright's own `wait_for_function` is not of use here: it asks again with `eval`, which the site's policy refuses,
and so it fails whenever the first answer is no.
"""

from __future__ import annotations

import time

from playwright.sync_api import Page

PATIENCE = 10_000
"""Milliseconds; a page that takes longer is broken."""

BETWEEN = 20
"""Milliseconds from one question to the next."""


def wait_until(page: Page, expression: str, arg: object = None) -> None:
    """Ask the page until the answer is true.

    Raises:
        AssertionError: It never was; the message holds the expression and what it gave last.
    """
    end = time.monotonic() + PATIENCE / 1000
    while not (answer := page.evaluate(expression, arg)):
        if time.monotonic() > end:
            raise AssertionError(f"{expression} ({arg!r}) gave {answer!r} for {PATIENCE} ms")
        page.wait_for_timeout(BETWEEN)


def wait_for_scripts(page: Page) -> None:
    """Until all that our scripts add is at work: each part comes by itself, and may come after the page is loaded."""
    page.evaluate(
        """() => { const site = document.querySelector('script[type=module]');
        return site && import(site.src).then(({ started }) => started).then(() => true); }"""
    )


def write_and_wait_for_suggestions(page: Page, text: str) -> None:
    """In the search box, all letters at once: of one who is slow between two, the first suggestions are replaced."""
    page.get_by_label("Søk i kunnskapsbasen").fill(text)
    page.get_by_role("option").first.wait_for()
