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
