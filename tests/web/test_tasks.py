"""Fifty tasks of our five readers, walked on the real content as docs/explanation/tasks.md tells them."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from starlette.testclient import TestClient

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "explanation" / "tasks.md"

MOST_CLICKS = 3
LONGEST_PAGE = 1.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Task:
    reader: str
    wish: str
    typed: str
    clicks: tuple[str, ...]
    arrives: str

    @property
    def cost(self) -> int:
        return len(self.clicks) + bool(self.typed)


def tasks() -> list[Task]:
    ours, _, _by_hand = DOCUMENT.read_text("utf-8").partition("\n## ")
    rows = [line.strip("|").split("|") for line in ours.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in row] for row in rows[2:]]
    return [Task(a, b, c, tuple(d.split(" › ")), e) for a, b, c, d, e in cells]


def follow(html: str, words: str) -> str:
    """Where the first link with these words leads; what only screen readers hear is no part of them."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for link in tree.iter("a"):
        for unseen in [part for part in link.iter("span") if "unseen" in (part.get("class") or "")]:
            unseen.text = ""
        if " ".join("".join(link.itertext()).split()) == words:
            return str(link.get("href"))
    pytest.fail(f"There is no link «{words}»")


@pytest.mark.parametrize("task", tasks(), ids=lambda task: f"{task.reader}: {task.wish}")
def test_a_reader_finds_it(real: TestClient, task: Task) -> None:
    address = "/"
    times = []

    def load(address: str) -> str:
        started = time.perf_counter()
        response = real.get(address)
        times.append(time.perf_counter() - started)
        assert response.status_code == 200
        return response.text

    html = load(address)
    if task.typed:
        html = load(f"/sok?q={task.typed}")
    for words in task.clicks:
        address = follow(html, words)
        if not address.startswith("#"):
            html = load(address)

    arrived = urlsplit(address)
    wanted = urlsplit(task.arrives)
    if not address.startswith("#"):
        assert arrived.path == wanted.path
    assert not wanted.fragment or (arrived.fragment == wanted.fragment and f'id="{wanted.fragment}"' in html)
    assert task.cost <= MOST_CLICKS
    assert max(times) < LONGEST_PAGE


def test_there_are_ten_tasks_for_each_reader() -> None:
    assert Counter(task.reader for task in tasks()) == dict.fromkeys(
        ("Caseworker", "Leader", "Trainer", "Student", "Partner"), 10
    )
