"""Quick to the eye: on a slow phone with a slow line."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.screens import PHONE

SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""What Lighthouse calls slow 4G."""
SLOW_PROCESSOR = 6
"""Times slower than this machine: a cheap phone."""

SOON = 1500
"""Milliseconds until the content is seen."""


def slowed(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})


_PAINTED = """() => new Promise(resolve => {
    const seen = {};
    const note = list => list.getEntries().forEach(entry => seen[entry.name || entry.entryType] = entry.startTime);
    for (const type of ['paint', 'largest-contentful-paint'])
        new PerformanceObserver(note).observe({type, buffered: true});
    let waits = 20;
    const tell = () => {
        const [first, largest] = [seen['first-contentful-paint'], seen['largest-contentful-paint']];
        if ((first && largest) || !waits--) resolve([first, largest]); else setTimeout(tell, 300);
    };
    setTimeout(tell, 300);
})"""

TRIES = 3
"""The machine does other things too; the best of three is what the page can do."""


@pytest.mark.parametrize("address", ["/sok?q=snakke+med+barnet+alene", "/", "/prosesser/hasteflytting"])
def test_the_content_is_seen_soon(visit: Any, address: str) -> None:
    page = visit("/artikler/personvern", PHONE)
    slowed(page)

    tries: list[float] = []
    while len(tries) < TRIES and not (tries and tries[-1] < SOON):
        page.goto(address, wait_until="load")
        first, largest = page.evaluate(_PAINTED)
        assert first <= largest
        tries.append(largest)

    assert min(tries) < SOON, tries
