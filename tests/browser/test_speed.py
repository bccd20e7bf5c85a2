"""Quick to the eye: on a slow phone with a slow line, and light for those who pay for what they fetch."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""What Lighthouse calls slow 4G."""
SLOW_PROCESSOR = 4
"""Times slower than this machine; Lighthouse's own factor for a phone."""

SOON = 1500
"""Milliseconds until the content of a search page is seen."""


def weigh(page: Page) -> int:
    """Bytes over the wire, headers and all."""
    return int(
        page.evaluate(
            """() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
            .reduce((sum, entry) => sum + entry.transferSize, 0)"""
        )
    )


def slowed(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})


@pytest.mark.parametrize("address", ["/sok?q=snakke+med+barnet+alene", "/", "/prosesser/hasteflytting"])
def test_the_content_is_seen_soon_and_does_not_jump(visit: Any, address: str) -> None:
    page = visit("/artikler/personvern", 360)
    slowed(page)

    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    seen = page.evaluate(
        """() => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
        .observe({type: 'largest-contentful-paint', buffered: true}))"""
    )
    jumps = page.evaluate(
        """() => new Promise(resolve => { let sum = 0;
        new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
        .observe({type: 'layout-shift', buffered: true}); setTimeout(() => resolve(sum), 200); })"""
    )

    assert seen < SOON
    assert jumps == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/sok?q=snakke+med+barnet+alene", 60_000),
        ("/", 60_000),
        ("/prosesser/hasteflytting", 100_000),
        ("/lov/forskrift-2023-1631", 100_000),
        ("/begreper", 100_000),
        ("/lov", 100_000),
    ],
)
def test_a_page_is_light(visit: Any, address: str, most: int) -> None:
    page = visit(address)
    page.wait_for_load_state("networkidle")

    assert weigh(page) < most
