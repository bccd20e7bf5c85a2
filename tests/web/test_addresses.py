"""Every address of the contract answers, and none is an error page for what a reader may type."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb import assembly
from kb.search.engine import EngineUnavailableError
from kb.web import pages
from kb.web.app import create_app
from tests.web.world import page_of, settings_for

PAGES = {
    "/": pages.HomePage,
    "/sok": pages.SearchPage,
    "/sok?q=barnet": pages.SearchPage,
    "/prosesser": pages.ListingPage,
    "/prosesser/hasteflytting": pages.ArticlePage,
    "/verdier/apenhet": pages.ArticlePage,
    "/lov": pages.ListingPage,
    "/lov/nyloven-2021-1-4": pages.ArticlePage,
    "/begreper": pages.GlossaryPage,
    "/begreper/akuttvedtak": pages.ArticlePage,
    "/historie": pages.ListingPage,
    "/erfaringer/naustdal": pages.ArticlePage,
    "/artikler/personvern": pages.ArticlePage,
    "/tidslinje": pages.TimelinePage,
}


@pytest.mark.parametrize(("address", "page"), PAGES.items())
def test_an_address_answers_with_its_page(small: TestClient, address: str, page: type) -> None:
    response = small.get(address)

    assert response.status_code == 200
    assert type(page_of(response)) is page


def test_a_short_address_leads_to_the_article_with_what_was_asked(small: TestClient) -> None:
    response = small.get("/a/hasteflytting?maal=nn", follow_redirects=False)

    assert response.status_code == 302
    assert response.headers["location"] == "/prosesser/hasteflytting?maal=nn"


@pytest.mark.parametrize(
    "address", ["/verdier/openhet", "/a/openhet", "/lov/apenhet", "/gammel/adresse", "/verdier/apenhet/"]
)
def test_a_former_address_leads_to_where_the_article_lives(small: TestClient, address: str) -> None:
    response = small.get(address)

    assert response.status_code == 200
    assert response.url.path == "/verdier/apenhet"


@pytest.mark.parametrize("address", ["/finnes-ikke", "/prosesser/finnes-ikke", "/a/finnes-ikke", "/kurs", "/redaksjon"])
def test_an_unknown_address_is_a_page_with_search(small: TestClient, address: str) -> None:
    response = small.get(address)

    assert response.status_code == 404
    assert 'name="q"' in response.text
    assert "Hasteflytting" in response.text


@pytest.mark.parametrize(
    "query",
    [
        "prosess=tull",
        "side=999999",
        "side=tull",
        "sorter=tull",
        "q=" + "a" * 10_000,
        "q=%00%1b%ff",
        'q="uavsluttet',
        "q=%22%28%29%5B*?~^:",
        "q=prosess:",
        "maal=klingon",
        "q=%ED%A0%80",
        "&&&=&q",
    ],
)
def test_nothing_typed_is_an_error(small: TestClient, query: str) -> None:
    page = small.get(f"/sok?{query}")
    answer = small.get(f"/api/v1/search?{query}")

    assert page.status_code == 200
    assert answer.status_code == 200
    assert [note["text"] for note in answer.json()["notes"]] == [note.text for note in page_of(page).results.notes]


def test_what_could_not_be_used_is_told_on_the_page(small: TestClient) -> None:
    response = small.get("/sok?q=barnet&prosess=tull&side=999")

    assert "«tull» finnes ikke under Kjerneprosess" in response.text
    assert page_of(response).form.page == 1


def test_another_method_is_refused_in_words(small: TestClient) -> None:
    response = small.post("/sok")

    assert response.status_code == 405
    assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert "Det går ikke an her" in response.text


def test_an_error_in_the_api_is_json(small: TestClient) -> None:
    response = small.get("/api/v1/articles/finnes-ikke")

    assert response.status_code == 404
    assert response.json() == {"error": "Siden finnes ikke"}


class Failing:
    """Sites that can be made to fail."""

    def __init__(self, folder: Path) -> None:
        self.sites = assembly.SiteInDevelopment(settings_for(folder))
        self.error: Exception | None = None

    def __call__(self) -> assembly.Site:
        if self.error:
            raise self.error
        return self.sites()


def test_a_bug_is_a_plain_page_with_the_same_headers(tmp_path: Path) -> None:
    sites = Failing(tmp_path)
    client = TestClient(create_app(sites), raise_server_exceptions=False)

    sites.error = RuntimeError("hemmelig")
    response = client.get("/")

    assert response.status_code == 500
    assert "Noe gikk galt hos oss" in response.text
    assert "hemmelig" not in response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_an_index_that_is_away_is_told_with_when_to_come_back(tmp_path: Path) -> None:
    sites = Failing(tmp_path)
    client = TestClient(create_app(sites), raise_server_exceptions=False)

    sites.error = EngineUnavailableError("borte")
    page, health = client.get("/sok?q=barn"), client.get("/healthz")

    assert (page.status_code, health.status_code) == (503, 503)
    assert page.headers["retry-after"] == "30"
    assert health.json() == {"error": "Søket er nede akkurat nå"}


def test_health_tells_what_can_be_searched(small: TestClient) -> None:
    answer = small.get("/healthz").json()

    assert answer["status"] == "ok"
    assert answer["articles"] == 12
    assert answer["sections"] > 12
    assert answer["generation"]
    assert answer["current"] is True
