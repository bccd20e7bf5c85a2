"""The pages as a browser reads them: valid, and every link inside leads somewhere."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from starlette.testclient import TestClient

from kb.web import pages

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"

SHOWN_BY = {
    pages.Frame: ["base.html", "parts.html"],
    pages.HomePage: ["home.html"],
    pages.Asked: ["home.html"],
    pages.SearchPage: ["search.html"],
    pages.ArticlePage: ["article.html", "process.html", "law.html"],
    pages.ProcessPart: ["process.html"],
    pages.LawPart: ["law.html"],
    pages.Replacement: ["law.html"],
    pages.CitationPart: ["article.html"],
    pages.SectionCitation: ["article.html"],
    pages.ListingPage: ["listing.html"],
    pages.Numbered: ["parts.html"],
    pages.GlossaryPage: ["glossary.html"],
    pages.TimelinePage: ["timeline.html"],
    pages.ErrorPage: ["error.html"],
    pages.ProcessCard: ["parts.html"],
    pages.ProcessMapAlone: ["process_map.svg", "process_map_alone.svg"],
    pages.Choice: ["search.html"],
    pages.Entry: ["article.html"],
    pages.Tag: ["article.html"],
    pages.Group: ["article.html", "process.html", "listing.html", "parts.html"],
    pages.Word: ["glossary.html"],
    pages.Letter: ["glossary.html"],
    pages.Event: ["timeline.html"],
    pages.TimelineDrawing: ["timeline.svg"],
}


@pytest.mark.parametrize("page", SHOWN_BY)
def test_each_field_of_a_page_is_used_by_its_template(page: type) -> None:
    templates = "".join((TEMPLATES / name).read_text("utf-8") for name in SHOWN_BY[page])

    assert [f.name for f in dataclasses.fields(page) if not re.search(rf"\.{f.name}\b", templates)] == []


def test_every_page_value_is_held_against_its_template() -> None:
    values = {one for one in vars(pages).values() if dataclasses.is_dataclass(one) and one.__module__ == pages.__name__}

    assert values == set(SHOWN_BY)


@cache
def parsed(html: str) -> tuple[list[str], Counter[str], list[str], list[str]]:
    """Errors, ids, links, and ids that something points to."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    errors = [f"{place}: {name}" for place, name, _details in parser.errors]
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    links = [element.get("href") for element in tree.iter("a") if element.get("href")]
    pointed = [
        name
        for element in tree.iter()
        for attribute in ("for", "aria-labelledby", "aria-controls", "aria-describedby")
        for name in (element.get(attribute) or "").split()
    ]
    return errors, ids, links, pointed


SOME = [
    "/",
    "/?maal=nn",
    "/sok",
    "/sok?q=barnet&type=prosess&maal=nn",
    "/sok?q=qqqxxx",
    "/prosesser",
    "/prosesser/hasteflytting",
    "/prosesser/hasteflytting?q=barnet",
    "/prosesser/ettervern",
    "/lov",
    "/lov/nyloven-2021-1-4",
    "/lov/gamleloven-1992-1-6",
    "/begreper",
    "/begreper/akuttvedtak",
    "/erfaringer/naustdal",
    "/artikler/utkast",
    "/tidslinje",
    "/finnes-ikke",
]


@pytest.mark.parametrize("address", SOME)
def test_the_html_is_valid(small: TestClient, address: str) -> None:
    errors, ids, _links, pointed = parsed(small.get(address).text)

    assert errors == []
    assert [name for name, count in ids.items() if count > 1] == []
    assert [name for name in pointed if name not in ids] == []


def test_the_editors_page_is_valid_too(editors: TestClient) -> None:
    assert parsed(editors.get("/redaksjon").text)[0] == []


@pytest.mark.parametrize("address", SOME)
def test_a_page_has_one_heading_of_the_first_rank_and_skips_none(small: TestClient, address: str) -> None:
    html = small.get(address).text
    ranks = [int(rank) for rank in re.findall(r"<h([1-6])", html)]

    assert ranks.count(1) == 1
    # What stands before the h1 in the source is beside the content; from the h1 on no rank is skipped.
    after = ranks[ranks.index(1) :]
    assert all(second - first <= 1 for first, second in pairwise(after))


def crawl(client: TestClient, start: str = "/") -> tuple[dict[str, str], list[str]]:
    """Every page that links lead to, and the links that lead nowhere. Search pages are asked once each way."""
    pages_found: dict[str, str] = {}
    wanted: list[tuple[str, str, str]] = []
    left = [start]
    seen = {start}
    while left:
        address = left.pop()
        response = client.get(address)
        if response.status_code != 200:
            wanted.append((address, "", str(response.status_code)))
            continue
        if not response.headers["content-type"].startswith("text/html"):
            continue
        pages_found[address] = html = response.text
        for link in parsed(html)[2]:
            parts = urlsplit(urljoin(address, link))
            if parts.scheme or parts.netloc:
                continue
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.fragment and not parts.query:
                wanted.append((address, target, unquote(parts.fragment)))
            # One choice deep is enough: the pages of two are made as those of one, and so are both standards.
            if target not in seen and (not parts.query or (parts.path == "/sok" and parts.query.count("=") < 2)):
                seen.add(target)
                left.append(target)
    broken = []
    for page, target, fragment in wanted:
        html = pages_found.get(target) or (client.get(target).text if target else "")
        if not target or (fragment not in parsed(html)[1] and not target.startswith("/sok")):
            broken.append(f"{page} -> {target}#{fragment}")
    return pages_found, broken


def test_every_link_of_the_small_site_leads_somewhere(small: TestClient) -> None:
    found, broken = crawl(small)

    assert broken == []
    assert {"/prosesser/hasteflytting", "/lov/gamleloven-1992-1-6", "/begreper", "/tidslinje"} <= found.keys()


def test_every_link_of_the_real_site_leads_somewhere_and_every_page_is_valid(real: TestClient) -> None:
    found, broken = crawl(real)
    invalid = {address: errors for address, html in found.items() if (errors := parsed(html)[0])}
    doubled = {
        address: twice
        for address, html in found.items()
        if (twice := [name for name, count in parsed(html)[1].items() if count > 1])
    }

    assert broken == []
    assert invalid == {}
    assert doubled == {}
    assert len(found) > 180
