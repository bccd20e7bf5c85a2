"""The API described for programs, as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from kb import __version__, addresses
from kb.articles import Kind, Status
from kb.language.terms import MatchedBy
from kb.search.request import Order
from kb.web import search_form

Schema = dict[str, Any]


def description() -> Schema:
    """The whole description; a test holds every answer against it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "MITT LIV kunnskapsbase",
            "version": __version__,
            "description": "The same answers as the pages give. No key, no cookies; no query is logged.",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "paths": {
            f"{addresses.API}/search": _get(
                "Search", "SearchAnswer", [_query(), *_choices(), _page(), _order(), _size()]
            ),
            f"{addresses.API}/suggest": _get("Suggestions as one types", "Suggestions", [_query()]),
            f"{addresses.API}/articles": _get("All articles", "Articles", [_kind()]),
            f"{addresses.API}/articles/{{id}}": _get(
                "One article with its text", "FullArticle", [_id()], may_miss=True
            ),
            addresses.HEALTH: _get("Whether searches can be answered", "Health", []),
        },
        "components": {"schemas": _schemas()},
    }


def _get(summary: str, schema: str, parameters: list[Schema], *, may_miss: bool = False) -> Schema:
    responses = {"200": _response("The answer", schema)}
    if may_miss:
        responses["404"] = _response("There is no such article", "Error")
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}


def _response(text: str, schema: str) -> Schema:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": text, "content": content}


def _parameter(name: str, text: str, schema: Schema, **more: Any) -> Schema:
    return {"name": name, "in": "query", "description": text, "schema": schema, **more}


def _query() -> Schema:
    return _parameter(search_form.TEXT, "What to look for", {"type": "string", "maxLength": search_form.LONGEST_TEXT})


def _choices() -> list[Schema]:
    facets = ("prosess", "type", "verdi", "malgruppe", "fagfelt", "grunnlag", "sprak", "status")
    text = "A value of the facet; repeat it for several, which mean or. Facets together mean and."
    return [_parameter(name, text, _list({"type": "string"}), explode=True) for name in facets]


def _page() -> Schema:
    return _parameter(search_form.PAGE, "The page, from 1", {"type": "integer", "minimum": 1, "default": 1})


def _order() -> Schema:
    schema = {"type": "string", "enum": [order.value for order in Order], "default": Order.RELEVANCE.value}
    return _parameter(search_form.ORDER, "The order of the hits", schema)


def _size() -> Schema:
    schema = {"type": "integer", "minimum": 1, "maximum": search_form.MOST_HITS}
    return _parameter(search_form.SIZE, "Hits on a page", schema)


def _kind() -> Schema:
    return _parameter("type", "Only this kind", {"type": "string", "enum": [kind.value for kind in Kind]})


def _id() -> Schema:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _reference() -> dict[str, Schema]:
    return {"id": _TEXT, "kind": {"enum": [kind.value for kind in Kind]}, "title": _TEXT, "url": _TEXT}


_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_STATUS: Schema = {"enum": [status.value for status in Status]}
_LANG: Schema = {"enum": ["nb", "nn", "se"]}


def _schemas() -> Schema:
    section_of_hit = _object(anchor=_TEXT, title=_TEXT, url=_TEXT)
    snippet = {"type": "array", "prefixItems": [_TEXT, {"type": "boolean"}], "minItems": 2, "maxItems": 2}
    reason = _object(term=_TEXT, matched=_TEXT, by={"enum": [by.value for by in MatchedBy]})
    hit = _object(
        **_reference(),
        lang=_LANG,
        status=_STATUS,
        score={"type": "number"},
        section=section_of_hit,
        snippet=_list(snippet),
        why=_list(reason),
        missing=_list(_TEXT),
    )
    count = _object(value=_TEXT, label=_TEXT, count=_NUMBER, selected={"type": "boolean"})
    about = {
        **_reference(),
        "permanent_url": _TEXT,
        "summary": _TEXT,
        "lang": _LANG,
        "status": _STATUS,
        "facets": {"type": "object", "additionalProperties": _list(_TEXT)},
        **dict.fromkeys(("valid_from", "valid_to", "reviewed", "review_due"), _DAY),
    }
    source = _object(id=_TEXT, title=_TEXT, publisher=_TEXT, url=_TEXT, note=_TEXT, accessed=_DAY)
    section = _object(anchor=_TEXT, title=_TEXT, level=_NUMBER, text=_TEXT, url=_TEXT)
    return {
        "SearchAnswer": _object(
            query=_TEXT,
            total=_NUMBER,
            page=_NUMBER,
            pages=_NUMBER,
            took_ms={"type": "number"},
            hits=_list(hit),
            facets={"type": "object", "additionalProperties": _list(count)},
            did_you_mean={"type": ["string", "null"]},
            corrected={"type": "boolean"},
            nearest=_list(_TEXT),
            notes=_list(_object(kind=_TEXT, text=_TEXT, articles=_list(_TEXT))),
        ),
        "Suggestions": _object(
            query=_TEXT, suggestions=_list(_object(kind=_TEXT, text=_TEXT, detail=_TEXT, url=_TEXT))
        ),
        "Articles": _object(total=_NUMBER, articles=_list(_object(**about))),
        "FullArticle": _object(
            **about,
            **dict.fromkeys(("laws", "keywords", "aliases", "replaces", "replaced_by", "mentions"), _list(_TEXT)),
            sources=_list(source),
            sections=_list(section),
            html=_TEXT,
            related=_list(_object(**_reference())),
            incoming=_list(_object(**_reference())),
        ),
        "Health": _object(status={"const": "ok"}, articles=_NUMBER, sections=_NUMBER, generation=_TEXT),
        "Error": _object(error=_TEXT),
    }
