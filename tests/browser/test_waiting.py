"""The tests' own patience, on a page with the site's policy."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Route

from tests.browser import waiting
from tests.browser.waiting import wait_for_scripts, wait_until


def test_what_comes_later_is_waited_for(visit: Any) -> None:
    page = visit("/")
    page.evaluate("setTimeout(() => document.body.dataset.late = 'here', 200)")

    wait_until(page, "what => document.body.dataset.late === what", "here")


def test_what_never_comes_is_told(visit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 100)

    with pytest.raises(AssertionError, match=r"scrollY > 0 \(None\) gave False for 100 ms"):
        wait_until(visit("/"), "scrollY > 0")


def test_a_part_of_the_scripts_that_comes_late_is_waited_for(visit: Any) -> None:
    page = visit("/prosesser/hasteflytting")
    held: list[Route] = []
    page.route("**/marks.js", lambda route: held.append(route))  # noqa: PLW0108 (it asks how many it takes)
    with page.expect_request("**/marks.js"):
        page.goto("/prosesser/hasteflytting?q=frist")
    assert page.locator(".prose mark").count() == 0

    held[0].continue_()
    wait_for_scripts(page)

    assert page.locator(".prose mark").count() > 0
