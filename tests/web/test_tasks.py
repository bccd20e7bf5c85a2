"""The table of tasks is whole, and each can be walked along the links of the pages, in both written standards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from starlette.testclient import TestClient

from kb.web.app import create_app
from tests.walks.report import DOCUMENT, TABLES
from tests.walks.sites import Sites, make_sites, wait_until_search_is_tried
from tests.walks.tasks import USERS, Task, tasks

ALL = (*tasks("nb"), *tasks("nn"))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return make_sites(tmp_path_factory.mktemp("editors"))


@pytest.fixture(scope="module")
def clients(sites: Sites) -> Mapping[str, TestClient]:
    clients = {
        name: TestClient(create_app(site, development=name == "editors"), raise_server_exceptions=False)
        for name, site in (("real", sites.real), ("editors", sites.editors), ("down", sites.down))
    }
    wait_until_search_is_tried(lambda: clients["editors"].get("/redaksjon").text)
    return clients


def texts(element: Element) -> Iterator[str]:
    """What the element says; what only screen readers hear, and scripts, are no part of it."""
    if "unseen" in (element.get("class") or "").split() or element.tag in ("script", "style"):
        return
    yield element.text or ""
    for child in element:
        yield from texts(child)
        yield child.tail or ""


def said(element: Element) -> str:
    return " ".join("".join(texts(element)).split())


def follow(page: Element, words: str) -> str:
    """Where the first link with these words leads."""
    pattern = re.compile(".*".join(re.escape(part.strip()) for part in words.split("…")))
    for link in page.iter("a"):
        if pattern.fullmatch(said(link)):
            return str(link.get("href"))
    pytest.fail(f"There is no link «{words}»")


@pytest.mark.parametrize("task", ALL, ids=lambda task: f"{task.standard}: {task.name}")
def test_the_way_is_there(sites: Sites, clients: Mapping[str, TestClient], task: Task) -> None:
    def load(address: str) -> Element:
        text = client.get(address, headers={"Accept-Language": task.standard}).text
        return html5lib.parse(text, namespaceHTMLElements=False)

    client = clients[task.where]
    if task.saves:
        sites.save(task.saves)
    address = task.starts
    page = load(address)
    if task.types:
        address = f"/sok?q={task.types}"
        page = load(address)
    for words in task.clicks:
        address = follow(page, words)
        if not address.startswith("#"):
            page = load(address)

    wanted = urlsplit(task.arrives)
    if not address.startswith("#"):
        assert urlsplit(address).path == wanted.path
    assert urlsplit(address).fragment == wanted.fragment
    assert not wanted.fragment or page.find(f".//*[@id='{wanted.fragment}']") is not None
    assert task.sees in said(page)


def test_there_are_ten_tasks_for_each_reader() -> None:
    readers = Counter(task.reader for task in tasks("nb"))

    assert readers == dict.fromkeys((*USERS, "Leader", "Partner"), 10)


def test_the_document_tells_of_the_same_tasks() -> None:
    part = DOCUMENT.read_text("utf-8").partition(f"<!-- {TABLES} -->")[2].partition(f"<!-- /{TABLES} -->")[0]
    written = part.partition("### Task by task")[2]
    rows = [line.split(" | ") for line in written.strip().splitlines()[2:]]
    in_nynorsk = {task.name: task for task in tasks("nn")}
    told = [(row[0].removeprefix("| "), *row[1:5]) for row in rows]

    assert told == [
        (
            task.reader,
            task.wish,
            (task.asks and f"`{task.asks}`") or " / ".join(dict.fromkeys((task.types, in_nynorsk[task.name].types))),
            " › ".join(task.clicks),
            task.arrives,
        )
        for task in tasks("nb")
    ]
