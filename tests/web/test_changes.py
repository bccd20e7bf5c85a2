"""A change of the law that our text does not have is told of wherever the provision is met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.messages import BOKMAL
from tests.web.world import FILES, LAW, client_for, page_of, settings_for

CHANGES = """
changes:
  - {act: lov 19. juni 2026 nr. 35, provisions: [nyloven-2021-1-4]}
  - {act: lov 20. juni 2025 nr. 39, since: 2999-01-01, provisions: [nyloven-2021-1-4]}
"""
SEE = 'Se <a href="https://lovdata.no/lov/2021-06-18-97/§1-4" rel="external">Lovdata</a> før du handler.'


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("changed")
    with client_for(settings_for(folder, {**FILES, "_law.yml": LAW + CHANGES})) as client:
        yield client


def words(html: str) -> str:
    """What is read, without markup."""
    return re.sub(r"<[^>]*>", "", html)


def test_the_page_of_the_provision_says_so_at_its_top(changed: TestClient) -> None:
    response = changed.get("/lov/nyloven-2021-1-4")
    top, _, rest = response.text.partition('<div class="prose"')

    assert [BOKMAL.text(one) for one in page_of(response).law.changes][:2] == [
        "Bestemmelsen kan være endret",
        "Bestemmelsen endres av lov 19. juni 2026 nr. 35.",
    ]
    assert "<strong>Bestemmelsen kan være endret</strong>" in top
    assert SEE in top
    assert "kan være endret" not in rest.lower()


def test_an_article_that_rests_on_it_says_so_once_by_its_sources(changed: TestClient) -> None:
    html = changed.get("/prosesser/hasteflytting").text
    before, _, sources = html.partition('id="side-kilder"')

    assert html.count("Kan være endret: ") == 1
    assert '<a href="/lov/nyloven-2021-1-4">nyloven (2021) <span class="whole">§ 1-4</span></a>' in before
    assert "(lov 19. juni 2026 nr. 35).Endres 1. januar 2999: nyloven (2021) § 1-4" in words(before)
    assert SEE in before
    assert "Kan være endret" not in sources


def test_links_keep_the_standard_that_the_reader_chose(changed: TestClient) -> None:
    html = changed.get("/prosesser/hasteflytting?maal=nn").text

    assert 'Kan vere endra: <a href="/lov/nyloven-2021-1-4?maal=nn">' in html
    assert "Blir endra 1. januar 2999: nyloven (2021) § 1-4 (lov 20. juni 2025 nr. 39)." in words(html)


def test_an_article_that_does_not_rest_on_it_says_nothing(changed: TestClient) -> None:
    assert 'id="side-endringer"' not in changed.get("/prosesser/ettervern").text


def test_the_api_has_the_changes(changed: TestClient) -> None:
    assert changed.get("/api/v1/articles/hasteflytting").json()["changes"] == [
        {
            "act": "lov 19. juni 2026 nr. 35",
            "provisions": ["nyloven-2021-1-4"],
            "since": None,
            "effect": "changes",
        },
        {
            "act": "lov 20. juni 2025 nr. 39",
            "provisions": ["nyloven-2021-1-4"],
            "since": "2999-01-01",
            "effect": "changes",
        },
    ]
    assert changed.get("/api/v1/articles/ettervern").json()["changes"] == []


def test_the_hits_of_the_api_have_the_changes_of_the_provision_that_they_are_about(changed: TestClient) -> None:
    hits = {one["id"]: one["changes"] for one in changed.get("/api/v1/search?q=medvirkning").json()["hits"]}

    assert [(one["since"], one["effect"]) for one in hits.pop("nyloven-2021-1-4")] == [
        (None, "changes"),
        ("2999-01-01", "changes"),
    ]
    assert hits
    assert not any(hits.values())


def test_a_search_for_it_says_so_above_the_hits(changed: TestClient) -> None:
    (note,) = (one for one in changed.get("/api/v1/search?q=nyloven+§+1-4").json()["notes"] if one["kind"] == "lov")

    assert "Kan være endret: nyloven (2021) § 1-4 (lov 19. juni 2026 nr. 35)." in note["text"]


def test_a_hit_on_it_says_so(changed: TestClient) -> None:
    hits = changed.get("/sok?q=medvirkning").text

    assert hits.count("Kan være endret</span>") == 1
    assert "Kan være endret</span>" in hits.partition('id="treff-nyloven-2021-1-4"')[2].partition("</li>")[0]
