"""The API says what docs and openapi.json promise."""

from __future__ import annotations

from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.web.world import page_of


def described(small: TestClient, path: str) -> tuple[dict[str, Any], dict[str, Any]]:
    document = small.get("/api/v1/openapi.json").json()
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return document, schema


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], place: str = "$") -> list[str]:
    """Where a value is not as a schema says; enough of JSON Schema for what our description uses."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return faults(value, document["components"]["schemas"][name], document, place)
    if "const" in schema or "enum" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{place}: {value!r}"]
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    names: dict[type, set[str]] = {
        str: {"string"}, bool: {"boolean"}, int: {"integer", "number"}, float: {"number"},
        list: {"array"}, dict: {"object"}, type(None): {"null"},
    }  # fmt: skip
    if not names[type(value)] & set(types):
        return [f"{place}: {type(value).__name__} is not {types}"]
    if isinstance(value, dict):
        known, more = schema.get("properties", {}), schema.get("additionalProperties")
        missing = [f"{place}: no {name}" for name in schema.get("required", []) if name not in value]
        told = [f"{place}: {name} is not described" for name in value if name not in known and more is None]
        return (
            missing
            + told
            + [
                fault
                for name, part in value.items()
                if name in known or more
                for fault in faults(part, known.get(name, more), document, f"{place}.{name}")
            ]
        )
    if isinstance(value, list):
        parts = schema.get("prefixItems", [schema.get("items")] * len(value))
        return [f for n, part in enumerate(value) for f in faults(part, parts[n], document, f"{place}[{n}]")]
    return []


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/api/v1/search", "/api/v1/search?q=barnet+xyzzy&prosess=tull"),
        ("/api/v1/search", "/api/v1/search"),
        ("/api/v1/suggest", "/api/v1/suggest?q=haste"),
        ("/api/v1/articles", "/api/v1/articles"),
        ("/api/v1/articles", "/api/v1/articles?type=lov"),
        ("/api/v1/articles/{id}", "/api/v1/articles/hasteflytting"),
        ("/api/v1/articles/{id}", "/api/v1/articles/gamleloven-1992-1-6"),
        ("/healthz", "/healthz"),
    ],
)
def test_an_answer_is_as_it_is_described(small: TestClient, path: str, address: str) -> None:
    document, schema = described(small, path)

    response = small.get(address)

    assert response.status_code == 200
    assert faults(response.json(), schema, document) == []


def test_the_description_tells_every_facet_of_the_contract(real: TestClient) -> None:
    document, _schema = described(real, "/api/v1/search")
    names = [one["name"] for one in document["paths"]["/api/v1/search"]["get"]["parameters"]]

    facets = ["prosess", "type", "verdi", "malgruppe", "fagfelt", "grunnlag", "sprak", "status"]
    assert set(names) == {"q", *facets, "side", "sorter", "antall", "treff", "maal"}


def test_what_is_on_the_page_is_in_the_api(small: TestClient) -> None:
    results = page_of(small.get("/sok?q=barnet&sprak=nb")).results
    answer = small.get("/api/v1/search?q=barnet&sprak=nb").json()

    assert answer["total"] == results.total
    assert [hit["id"] for hit in answer["hits"]] == [hit.article.id for hit in results.hits]
    assert answer["facets"].keys() == {facet.id for facet in results.facets}


def test_labels_and_notes_are_in_the_standard_asked_for(small: TestClient) -> None:
    address = "/api/v1/search?q=gamleloven+%C2%A7+1-6"
    bokmal, nynorsk = small.get(address), small.get(f"{address}&maal=nn")
    preferred = small.get(address, headers={"Accept-Language": "nn"})

    def notes(response: Response) -> list[str]:
        return [note["text"] for note in response.json()["notes"]]

    def labels(response: Response) -> set[str]:
        return {one["label"] for one in response.json()["facets"]["status"]}

    assert notes(bokmal)[0].startswith("§ 1-6 var medvirkning i gamleloven (1992), opphevet 1. januar 2023.")
    assert notes(nynorsk)[0].startswith("§ 1-6 var medvirkning i gamleloven (1992), oppheva 1. januar 2023.")
    assert labels(bokmal) >= {"Opphevet"}
    assert labels(nynorsk) >= {"Oppheva"}
    assert notes(preferred) == notes(nynorsk)
    assert preferred.headers["content-language"] == "nn"
    assert {"Accept-Language", "Accept-Encoding"} <= set(preferred.headers["vary"].split(", "))


def test_the_detail_of_a_suggestion_is_in_the_standard_asked_for(small: TestClient) -> None:
    def detail(query: str) -> str:
        return str(small.get(f"/api/v1/suggest?q={query}").json()["suggestions"][0]["detail"])

    assert (detail("hastevedt&maal=nb"), detail("akuttv&maal=nb"), detail("akuttv&maal=nn")) == (
        "Akuttvedtak",
        "Begrep",
        "Omgrep",
    )
    assert detail("gamleloven+1-6&maal=nn") == "Medvirkning, oppheva"


def test_a_suggestion_tells_what_it_and_its_detail_are_written_in(small: TestClient) -> None:
    def languages(query: str) -> tuple[str, str]:
        first = small.get("/api/v1/suggest", params={"q": query, "maal": "nn"}).json()["suggestions"][0]
        return first["lang"], first["detail_lang"]

    assert languages("Erfaringa frå") == ("nn", "nn")
    assert languages("akuttv") == ("nb", "nn")
    assert languages("gammelt vedt") == ("nb", "nb")


def test_a_program_may_ask_for_more_hits_on_a_page(small: TestClient) -> None:
    assert len(small.get("/api/v1/search?antall=2").json()["hits"]) == 2
    assert small.get("/api/v1/search?antall=1000").json()["notes"][-1]["kind"] == "unused"


def test_any_site_may_ask_the_api(small: TestClient) -> None:
    assert small.get("/api/v1/search?q=barn").headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("address", ["/api/v1/articles/nei", "/api/v1/nei", "/api/v1/articles?type=tull"])
def test_what_goes_wrong_is_told_to_any_site_in_the_readers_standard(small: TestClient, address: str) -> None:
    joint = "&" if "?" in address else "?"
    bokmal, nynorsk = small.get(address), small.get(f"{address}{joint}maal=nn")

    assert (bokmal.status_code, nynorsk.status_code) == (404, 404)
    assert bokmal.headers["access-control-allow-origin"] == "*"
    assert "finnes ikke" in bokmal.json()["error"] or "Velg blant" in bokmal.json()["error"]
    assert "finst ikkje" in nynorsk.json()["error"] or "Vel blant" in nynorsk.json()["error"]
    assert nynorsk.headers["content-language"] == "nn"


def test_a_refusal_is_open_to_any_site_too(small: TestClient) -> None:
    response = small.post("/api/v1/search")

    assert response.status_code == 405
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.json() == {"error": "Det går ikke an her"}


def test_the_query_is_told_without_what_cannot_be_seen(small: TestClient) -> None:
    query = small.get("/api/v1/search?q=barn%00et%E2%80%AE+i%C2%ADdag").json()["query"]

    assert query == "barn et idag"


def test_a_suggestion_leads_somewhere_in_the_readers_standard(small: TestClient) -> None:
    suggestions = small.get("/api/v1/suggest?q=hasteflytt&maal=nn").json()["suggestions"]

    assert suggestions
    for suggestion in suggestions:
        assert small.get(suggestion["url"]).status_code == 200
        assert "maal=nn" in suggestion["url"]


def test_an_empty_question_has_no_suggestions(small: TestClient) -> None:
    assert small.get("/api/v1/suggest").json() == {"query": "", "suggestions": []}


def test_an_unknown_kind_is_refused_with_the_choices(small: TestClient) -> None:
    response = small.get("/api/v1/articles?type=tull")

    assert response.status_code == 404
    assert "prosess, anbefaling" in response.json()["error"]
