"""docs/reference/api.md is true: its examples run, and its tables name every parameter and field."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kb.export.openapi_schemas import schemas
from kb.language.terms import MatchedBy
from kb.web import search_form

DOCUMENT = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(
    r"```sh\ncurl 'http://127\.0\.0\.1:8000(.*?)'\n```\n\n```json ?(\d*)\n(.*?)\n```", DOCUMENT, re.DOTALL
)
LEFT_OUT = "…"
OF_THE_MOMENT = ("took_ms", "score")
"""Numbers that another run, or a better ranking, makes different."""


def differences(shown: Any, real: Any, place: str = "") -> Iterator[str]:
    """Where an answer is not what the document shows, apart from what it leaves out."""
    if shown == LEFT_OUT or (place.rpartition(".")[2] in OF_THE_MOMENT and isinstance(real, float)):
        return
    if isinstance(shown, dict) and isinstance(real, dict):
        told = {name: value for name, value in shown.items() if name != LEFT_OUT}
        yield from (f"{place}: {name} is not there" for name in told.keys() - real.keys())
        if LEFT_OUT not in shown:
            yield from (f"{place}: {name} is not shown" for name in real.keys() - told.keys())
        for name in told.keys() & real.keys():
            yield from differences(told[name], real[name], f"{place}.{name}")
    elif isinstance(shown, list) and isinstance(real, list):
        told_items = [item for item in shown if item != LEFT_OUT]
        if len(real) < len(told_items) or (len(real) > len(told_items) and LEFT_OUT not in shown):
            yield f"{place}: {len(real)} items"
        for number, (one, other) in enumerate(zip(told_items, real, strict=False)):
            yield from differences(one, other, f"{place}[{number}]")
    elif shown != real:
        yield f"{place}: {real!r} is shown as {shown!r}"


def rows_under(heading: str) -> set[str]:
    """The names in code in the first column of the tables under a heading."""
    section = re.split(r"^#+ ", DOCUMENT.partition(f"# {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def test_there_is_an_example_of_each_address() -> None:
    assert {address.partition("?")[0] for address, _status, _answer in EXAMPLES} == {
        *("/api/v1/search", "/api/v1/suggest", "/api/v1/articles", "/api/v1/articles/hasteflytting", "/healthz"),
    }
    assert len(EXAMPLES) == DOCUMENT.count("```sh") == DOCUMENT.count("```json")


@pytest.mark.parametrize(("address", "status", "answer"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_answers_as_shown(client: TestClient, address: str, status: str, answer: str) -> None:
    real = client.get(address)

    assert real.status_code == int(status or 200)
    assert list(differences(json.loads(answer), real.json())) == []


def test_the_comparison_sees_what_is_not_as_shown() -> None:
    assert list(differences({"a": [1, "…"], "took_ms": 2.0, "…": "…"}, {"a": [1, 2], "took_ms": 9.9, "b": 3})) == []
    assert list(differences({"a": [1]}, {"a": [1, 2]})) == [".a: 2 items"]
    assert list(differences({"a": 1}, {"a": 2, "b": 3})) == [": b is not shown", ".a: 2 is shown as 1"]
    assert list(differences({"a": 1, "…": "…"}, {"b": 3})) == [": a is not there"]


FULL_ARTICLE = schemas()["FullArticle"]["properties"].keys() - schemas()["Article"]["properties"].keys()


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("The answer", schemas()["SearchAnswer"]["properties"].keys()),
        ("A hit", schemas()["Hit"]["properties"].keys() | {"by"} | {by.value for by in MatchedBy}),
        ("A facet count", schemas()["FacetCount"]["properties"].keys()),
        ("A note", schemas()["Note"]["properties"].keys()),
        ("Suggestions", schemas()["Suggestion"]["properties"].keys() | {"q", "maal"}),
        ("All articles", schemas()["Article"]["properties"].keys() | {"type"}),
        ("One article", FULL_ARTICLE),
        ("Health", schemas()["Health"]["properties"].keys()),
    ],
)
def test_a_table_names_every_field_and_no_other(heading: str, fields: set[str]) -> None:
    assert rows_under(heading) == set(fields)


def test_the_table_of_search_names_what_the_site_reads(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/search"]["get"]["parameters"]

    assert rows_under("Search") == {parameter["name"] for parameter in described}


def test_the_bounds_are_those_that_are_kept() -> None:
    assert f"up to {search_form.LONGEST_TEXT:,} characters" in DOCUMENT
    assert f"1 to {search_form.MOST_HITS}" in DOCUMENT


@pytest.mark.parametrize("ending", ["ris", "bib", "json", "txt"])
def test_a_citation_can_be_fetched(client: TestClient, ending: str) -> None:
    assert f"`.{ending}`" in DOCUMENT or f"siter.{ending}`" in DOCUMENT

    answer = client.get(f"/prosesser/hasteflytting/siter.{ending}")

    assert answer.status_code == 200
    assert "/a/hasteflytting" in answer.text


@pytest.mark.parametrize("address", ["/feed.xml", "/sitemap.xml", "/opensearch.xml"])
def test_what_is_not_json_is_served_too(client: TestClient, address: str) -> None:
    assert f"`{address}`" in DOCUMENT
    assert client.get(address).status_code == 200


def test_any_origin_may_ask(client: TestClient) -> None:
    answer = client.get("/api/v1/search?q=frist", headers={"Origin": "https://example.no"})

    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_an_answer_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/articles")

    assert client.get("/api/v1/articles", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
