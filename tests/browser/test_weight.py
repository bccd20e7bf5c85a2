"""Light for those who pay for what they fetch; nothing jumps while it comes, and nothing waits for a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser import kinds
from tests.browser.conftest import Tour
from tests.browser.screens import DESK, PHONE

LIGHT, LIGHT_SEARCH = 100_000, 60_000
"""Bytes over the wire, headers and all, for one who comes for the first time."""

SEARCHES = [kind for kind, path in {**kinds.REAL, **kinds.SMALL}.items() if path.startswith("/sok")]

_JUMPS = """() => new Promise(resolve => {
    const told = source => (source.node?.outerHTML ?? source.node?.data ?? '').slice(0, 100);
    const found = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) found.push(entry.sources.map(told).join(' and '));
    }).observe({type: 'layout-shift', buffered: true});
    setTimeout(() => resolve(found), 500);
})"""


@pytest.fixture(scope="module")
def slow_line(tour: Tour) -> Iterator[tuple[Tour, list[float]]]:
    """A tour on which scripts come well after the text, as on a real line, and the bytes that came."""
    sizes: list[float] = []
    page = tour.open("home")
    session = page.context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    slow = {"offline": False, "latency": 80, "downloadThroughput": -1, "uploadThroughput": -1}
    session.send("Network.emulateNetworkConditions", slow)
    yield tour, sizes
    session.detach()


@pytest.mark.parametrize("kind", kinds.ALL)
def test_a_page_is_light_and_does_not_jump(slow_line: tuple[Tour, list[float]], kind: str) -> None:
    tour, sizes = slow_line
    sizes.clear()

    assert tour.open(kind, PHONE).evaluate(_JUMPS) == []
    assert 1000 < sum(sizes) < (LIGHT_SEARCH if kind in SEARCHES else LIGHT)

    assert tour.open(kind, DESK).evaluate(_JUMPS) == []


def test_a_jump_is_seen(slow_line: tuple[Tour, list[float]]) -> None:
    page = slow_line[0].open("home", DESK)
    page.wait_for_timeout(600)

    page.evaluate(
        "document.querySelector('main').prepend(Object.assign(document.createElement('p'), {textContent: 'x'}))"
    )

    assert page.evaluate(_JUMPS) != []


@pytest.mark.parametrize("kind", kinds.ALL)
def test_nothing_needs_a_script_to_be_seen(tour: Tour, kind: str) -> None:
    """What scripts add are ways to do things, never what there is to read."""
    page = tour.open(kind, DESK)
    with_scripts = page.locator("main").inner_text().split()

    without = tour.open(kind, DESK, script=False).locator("main").inner_text().split()

    assert [word for word in without if word not in with_scripts] == []
    assert len(without) > 0.9 * len(with_scripts)
