"""The API described for programs, as OpenAPI 3.1. For people it is told in docs/reference/api.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb import addresses
from kb.articles import Facet, Kind
from kb.export.openapi_schemas import Schema, listed, schemas
from kb.export.publication import LICENCE, Publication
from kb.search.request import Order


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the parts of a question are called in an address, and the bounds that are kept.

    The web decides both, and hands them down: `kind` chooses among articles, `standard` one of the `standards` that an
    answer may be in, `wide` is a name and the one value it may have, `longest_text` counts characters, `hits` is how
    many there are on a page unless asked.
    """

    text: str
    page: str
    order: str
    size: str
    standard: str
    kind: str
    standards: tuple[str, ...]
    longest_text: int
    hits: int
    most_hits: int
    wide: tuple[str, str]


def description(parameters: Parameters, facets: Iterable[Facet], publication: Publication, version: str) -> Schema:
    """The whole description. `facets` are those of the content, so that a program can offer the same choices."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": publication.name,
            "version": version,
            "summary": "The same answers as the pages give, as JSON.",
            "description": (
                "Open to every program: no key, no cookies, any origin. The text of a query is written in no log. "
                "A question is never wrong: what cannot be used is left out, and told in `notes`."
            ),
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "servers": [{"url": publication.base_url or "/"}],
        "paths": {
            f"{addresses.API}/search": _get(
                "search",
                "Search. Takes the same parameters as the search page.",
                "SearchAnswer",
                _search_parameters(parameters, facets),
            ),
            f"{addresses.API}/suggest": _get(
                "suggest",
                "What the reader may be typing, best first.",
                "Suggestions",
                [_text(parameters), _standard(parameters)],
            ),
            f"{addresses.API}/articles": _get(
                "listArticles",
                "Every article in reading order, without its text.",
                "Articles",
                [_kind(parameters)],
                missing="There is no such kind",
            ),
            f"{addresses.API}/articles/{{id}}": _get(
                "showArticle",
                "One article with its text, and what lies around it.",
                "FullArticle",
                [_id()],
                missing="There is no such article",
            ),
            addresses.HEALTH: _get("health", "Whether searches can be answered.", "Health", []),
        },
        "components": {"schemas": schemas()},
    }


def _get(operation: str, summary: str, schema: str, parameters: list[Schema], *, missing: str = "") -> Schema:
    responses = {"200": _response("The answer", schema)}
    if missing:
        responses["404"] = _response(missing, "Error")
    responses["503"] = _response("The index is away; try again in half a minute", "Error")
    return {"get": {"operationId": operation, "summary": summary, "parameters": parameters, "responses": responses}}


def _response(text: str, schema: str) -> Schema:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": text, "content": content}


def _search_parameters(parameters: Parameters, facets: Iterable[Facet]) -> list[Schema]:
    orders: Schema = {"type": "string", "enum": [one.value for one in Order], "default": Order.RELEVANCE.value}
    size: Schema = {"type": "integer", "minimum": 1, "maximum": parameters.most_hits, "default": parameters.hits}
    return [
        _text(parameters),
        *(_facet(facet) for facet in facets),
        _parameter(parameters.page, "The page, from 1.", {"type": "integer", "minimum": 1, "default": 1}),
        _parameter(parameters.order, "By relevance, or the article reviewed last first.", orders),
        _parameter(parameters.size, "Hits on a page.", size),
        _wide(parameters),
        _standard(parameters),
    ]


def _text(parameters: Parameters) -> Schema:
    schema: Schema = {"type": "string", "maxLength": parameters.longest_text}
    return _parameter(parameters.text, "What to look for.", schema) | {"example": "snakke med barnet alene"}


def _facet(facet: Facet) -> Schema:
    values = [value.id for value in facet.values]
    schema = listed({"type": "string", "enum": values} if values else {"type": "string"})
    text = f"{facet.label.nb}: repeat it for several values, which mean or. Different facets mean and."
    return _parameter(facet.id, text, schema) | {"style": "form", "explode": True}


def _standard(parameters: Parameters) -> Schema:
    text = "Written standard of labels and notes, which addresses keep. Without it, as Accept-Language prefers."
    return _parameter(parameters.standard, text, {"type": "string", "enum": list(parameters.standards)})


def _wide(parameters: Parameters) -> Schema:
    name, value = parameters.wide
    text = "Also articles that hold too little of the text to be hits otherwise."
    return _parameter(name, text, {"type": "string", "enum": [value]})


def _kind(parameters: Parameters) -> Schema:
    return _parameter(parameters.kind, "Only this kind.", {"type": "string", "enum": [kind.value for kind in Kind]})


def _id() -> Schema:
    text = "The article's id, or one that it once had."
    return _parameter("id", text, {"type": "string"}) | {"in": "path", "required": True, "example": "hasteflytting"}


def _parameter(name: str, text: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": text, "schema": schema}
