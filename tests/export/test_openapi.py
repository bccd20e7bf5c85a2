"""The description of the API is well formed, and every answer is as it says."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from kb.articles import Article, Facet, FacetValue, Kind, Label, Section, Variant
from kb.export.answers import answer_as_json, suggestion_as_json
from kb.export.openapi import Parameters, description
from kb.export.publication import Publication
from kb.language.terms import MatchedBy
from kb.law.changes import Change, Effect
from kb.messages import message
from kb.search.results import FacetCount, FacetCounts, Hit, Note, Reason, SearchResults, Suggestion
from tests.export.json_schema import mistakes

PARAMETERS = Parameters(
    "q",
    "side",
    "sorter",
    "antall",
    "maal",
    "type",
    ("nb", "nn"),
    longest_text=1000,
    hits=10,
    most_hits=100,
    wide=("treff", "alle"),
)
FACETS = (
    Facet("prosess", "processes", Label("Kjerneprosess", "Kjerneprosess"), (FacetValue("ettervern", Label("E", "E")),)),
    Facet("emne", "topics", Label("Emne", "Emne"), ()),
)
DESCRIPTION = description(PARAMETERS, FACETS, Publication("https://kunnskap.example.no"), "1.2.3")
SHAPES = DESCRIPTION["components"]["schemas"]
OPERATIONS = [operation["get"] for operation in DESCRIPTION["paths"].values()]

FULL = SearchResults(
    query="hastefltting",
    total=1,
    page=1,
    pages=1,
    hits=(
        Hit(
            Article(
                "hasteflytting", "Hasteflytting", Kind.PROCESS, "", Variant.NYNORSK, "", "", reviewed=date(2026, 1, 1)
            ),
            Section("frister", "Frister", 2, "", 1),
            1.25,
            (("Et ", False), ("akuttvedtak", True)),
            tuple(Reason("ord", "annet", by) for by in MatchedBy),
            ("borte",),
            (Change("lov 19. juni 2026 nr. 35", ("a",)), Change("lov", ("a",), date(2027, 1, 1), Effect.REPEALS)),
        ),
    ),
    facets=(
        FacetCounts("prosess", Label("P", "P"), (FacetCount(FacetValue("x", Label("X", "X")), 3, selected=True),)),
    ),
    did_you_mean="hasteflytting",
    corrected=True,
    notes=(Note("lov", (message("Opphevet."),), ("a",)),),
    nearest=("haste",),
    farther=3,
    took_ms=1.23,
)


def shape(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a description, however deep."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from inside(item)


def test_the_description_has_what_openapi_requires() -> None:
    assert DESCRIPTION["openapi"].startswith("3.1.")
    assert {"title", "version"} <= DESCRIPTION["info"].keys()
    assert all(path.startswith("/") for path in DESCRIPTION["paths"])
    assert json.loads(json.dumps(DESCRIPTION)) == DESCRIPTION


def test_each_operation_has_a_name_of_its_own_and_tells_what_it_answers() -> None:
    assert len({operation["operationId"] for operation in OPERATIONS}) == len(OPERATIONS)
    for operation in OPERATIONS:
        assert {"200", "503"} <= operation["responses"].keys()
        assert all(response["description"] for response in operation["responses"].values())


def test_each_parameter_is_named_once_and_those_in_a_path_are_required() -> None:
    for path, item in DESCRIPTION["paths"].items():
        parameters = item["get"]["parameters"]
        names = [(parameter["name"], parameter["in"]) for parameter in parameters]

        assert len(set(names)) == len(names)
        assert {name for name, place in names if place == "path"} == set(re.findall(r"\{(\w+)\}", path))
        assert all(parameter.get("required") for parameter in parameters if parameter["in"] == "path")
        assert all(parameter["description"] and parameter["schema"] for parameter in parameters)


def test_every_shape_that_is_referred_to_is_there_and_none_is_idle() -> None:
    references = {part["$ref"].rpartition("/")[2] for part in inside(DESCRIPTION) if "$ref" in part}

    assert references == SHAPES.keys()


def test_the_facets_of_the_content_can_be_chosen_by() -> None:
    parameters = {one["name"]: one for one in DESCRIPTION["paths"]["/api/v1/search"]["get"]["parameters"]}

    assert parameters["prosess"]["schema"] == {"type": "array", "items": {"type": "string", "enum": ["ettervern"]}}
    assert parameters["emne"]["schema"]["items"] == {"type": "string"}


def test_an_answer_with_everything_in_it_is_as_described() -> None:
    answer = json.loads(json.dumps(answer_as_json(FULL)))

    assert list(mistakes(answer, shape("SearchAnswer"), SHAPES)) == []


def test_a_suggestion_is_as_described() -> None:
    told = suggestion_as_json(Suggestion("article", "Hasteflytting", "Prosess", "hasteflytting"), "/a/hasteflytting")

    assert list(mistakes(told, shape("Suggestion"), SHAPES)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"total": -1},
        {"total": True},
        {"did_you_mean": 3},
        {"extra": 1},
        {"hits": [{}]},
        {"notes": [{"kind": "lov", "text": "x", "articles": "y"}]},
    ],
)
def test_the_comparison_sees_what_is_wrong(wrong: dict[str, Any]) -> None:
    assert list(mistakes(answer_as_json(FULL) | wrong, shape("SearchAnswer"), SHAPES))


ASKED = [
    ("/api/v1/search?q=frist", "SearchAnswer"),
    ("/api/v1/search?q=akuttplassring&side=9&prosess=x&antall=0", "SearchAnswer"),
    ("/api/v1/search?q=&sorter=revidert", "SearchAnswer"),
    ("/api/v1/search?q=qqqq", "SearchAnswer"),
    ("/api/v1/suggest?q=haste", "Suggestions"),
    ("/api/v1/suggest", "Suggestions"),
    ("/api/v1/articles", "Articles"),
    ("/api/v1/articles/hasteflytting", "FullArticle"),
    ("/api/v1/articles/akutt-flytting", "FullArticle"),
    ("/api/v1/articles/finnes-ikke", "Error"),
    ("/api/v1/articles?type=tull", "Error"),
    ("/healthz", "Health"),
]


@pytest.mark.parametrize(("address", "name"), ASKED)
def test_the_site_answers_as_described(client: TestClient, address: str, name: str) -> None:
    answer = client.get(address)

    path = re.sub(r"(articles)/.*", r"\1/{id}", address.partition("?")[0])
    described = DESCRIPTION["paths"][path]["get"]["responses"][str(answer.status_code)]
    assert described["content"]["application/json"]["schema"] == shape(name)
    assert list(mistakes(answer.json(), shape(name), SHAPES)) == []
