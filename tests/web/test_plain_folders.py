"""Any folder of Markdown is a knowledge base: without front matter, facets, laws or words of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.web import browse_page
from tests.web.world import client_for, page_of, settings_for

PLAIN = {
    f"{name}.md": f"# Notat om {name}\n\nTekst om {name}.\n\n## Mer\n\nOg mer.\n" for name in ("havre", "bygg", "rug")
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_for(settings_for(tmp_path_factory.mktemp("plain"), PLAIN))


@pytest.mark.parametrize(
    "address",
    ["/", "/sok", "/sok?q=havre&prosess=x", "/artikler", "/artikler/havre", "/feed.xml", "/sitemap.xml"],
)
def test_every_page_that_there_is_answers(plain: TestClient, address: str) -> None:
    assert plain.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/prosesser", "/begreper", "/tidslinje", "/prosesser/hasteflytting"])
def test_what_there_is_nothing_of_is_not_found(plain: TestClient, address: str) -> None:
    assert plain.get(address).status_code == 404


def test_what_is_written_is_found(plain: TestClient) -> None:
    page = page_of(plain.get("/sok?q=havre"))

    assert [hit.article.id for hit in page.results.hits] == ["havre"]


def test_an_empty_folder_is_a_site_without_articles(tmp_path: Path) -> None:
    client = client_for(settings_for(tmp_path, {"_notat.md": "x"}))

    assert client.get("/").status_code == 200
    assert client.get("/sok?q=havre").status_code == 200


def test_a_long_list_shows_its_beginning_and_leads_to_the_rest(
    plain: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browse_page, "MOST_LISTED", 2)
    page = page_of(plain.get("/artikler"))

    assert sum(len(group.articles) for group in page.groups) == 2
    assert page.total == 3
    assert page_of(plain.get(page.all_found_at)).results.total == 3
