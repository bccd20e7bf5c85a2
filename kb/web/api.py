"""The API: the same answers as the pages, as JSON. Open to every program; it knows nothing about who asks."""

from __future__ import annotations

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kb import __version__, addresses
from kb.articles import Article, Kind
from kb.export.answers import answer_as_json, change_as_json, suggestion_as_json
from kb.export.openapi import Parameters, description
from kb.messages import message
from kb.search.results import Suggestion
from kb.web import search_form, templating
from kb.web.article_addresses import current_article
from kb.web.publishing import publication
from kb.web.reader import reader_of
from kb.web.search_form import SearchForm
from kb.web.search_page import answer
from kb.web.wording import STANDARDS, voice

OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""Any site may ask: everything here is public, and there is no session to ride on."""

MOST_SUGGESTIONS = 8
"""More than these are not read while one types; Baymard's studies of search boxes say at most ten."""


def search(request: Request) -> Response:
    """`/api/v1/search`: the parameters of `/sok`."""
    site, _pages = templating.of(request)
    pairs = request.query_params.multi_items()
    form, notes = search_form.parse(pairs, site.facets)
    size, size_notes = search_form.size_in(pairs, site.settings.page_size)
    standard = reader_of(request).standard
    answered = answer_as_json(answer(site, form, (*notes, *size_notes), size, standard), voice(standard))
    return JSONResponse(answered, headers=OPEN | in_language(request))


def suggest(request: Request) -> Response:
    """`/api/v1/suggest?q=`"""
    site, _pages = templating.of(request)
    pairs = request.query_params.multi_items()
    text = search_form.text_in(pairs)
    reader = reader_of(request)
    form = SearchForm(standard=reader.chosen)
    suggestions = site.suggest(text, limit=MOST_SUGGESTIONS) if text else ()

    def address(suggestion: Suggestion) -> str:
        article = site.article(suggestion.article_id) if suggestion.article_id else None
        if article is None:
            return form.with_text(suggestion.text).address
        return search_form.in_standard(addresses.article(article.kind, article.id, suggestion.anchor), form.standard)

    words = voice(reader.standard)
    listed = [suggestion_as_json(suggestion, address(suggestion), words) for suggestion in suggestions]
    return JSONResponse({"query": text, "suggestions": listed}, headers=OPEN | in_language(request))


def list_articles(request: Request) -> Response:
    """`/api/v1/articles`: every article, without its text; `?type=` for one kind."""
    site, _pages = templating.of(request)
    asked = request.query_params.get("type", "")
    kind = next((kind for kind in Kind if kind.value == asked), None)
    if asked and kind is None:
        kinds = tuple(kind.value for kind in Kind)
        told = message("type er %(asked)s. Velg blant %(kinds)s.", asked=repr(asked[:40]), kinds=kinds)
        raise HTTPException(404, voice(reader_of(request).standard).text(told))
    articles = [_about(article) for article in site.articles(kind)]
    return JSONResponse({"total": len(articles), "articles": articles}, headers=OPEN)


def show_article(request: Request) -> Response:
    """`/api/v1/articles/ID`: an article with its text, and what is around it."""
    site, _pages = templating.of(request)
    article = current_article(site, request.path_params["id"])
    rendered = site.rendered(article.id)
    return JSONResponse(
        _about(article)
        | {
            "laws": list(article.laws),
            "keywords": list(article.keywords),
            "aliases": list(article.aliases),
            "replaces": list(article.replaces),
            "replaced_by": list(article.replaced_by),
            "sources": [
                {
                    "id": source.id,
                    "title": source.title,
                    "publisher": source.publisher,
                    "url": source.url,
                    "note": source.note,
                    "accessed": source.accessed.isoformat() if source.accessed else None,
                }
                for source in article.sources
            ],
            "sections": [
                {
                    "anchor": section.anchor,
                    "title": section.title,
                    "level": section.level,
                    "text": section.text,
                    "url": addresses.article(article.kind, article.id, section.anchor),
                }
                for section in rendered.sections
            ],
            "html": rendered.html,
            "mentions": list(rendered.mentions),
            "changes": [
                change_as_json(change)
                for change in site.law.changes_of({article.id, *article.laws, *rendered.mentions})
            ],
            "related": [_reference(other) for other in site.related(article.id)],
            "incoming": [_reference(other) for other in site.incoming(article.id)],
        },
        headers=OPEN,
    )


def openapi(request: Request) -> Response:
    """`/api/v1/openapi.json`"""
    site, _pages = templating.of(request)
    parameters = Parameters(
        text=search_form.TEXT,
        page=search_form.PAGE,
        order=search_form.ORDER,
        size=search_form.SIZE,
        standard=search_form.STANDARD,
        standards=tuple(STANDARDS),
        kind="type",
        longest_text=search_form.LONGEST_TEXT,
        hits=site.settings.page_size,
        most_hits=search_form.MOST_HITS,
        wide=(search_form.WIDE, search_form.EVERYTHING),
    )
    told = description(parameters, site.facets, publication(site, request), __version__)
    return JSONResponse(told, headers=OPEN)


def in_language(request: Request) -> dict[str, str]:
    """Headers of an answer that is in the reader's standard."""
    return {"Content-Language": reader_of(request).standard.value, "Vary": "Accept-Language"}


def health(request: Request) -> Response:
    """`/healthz`: 200 when it can answer searches."""
    site, _pages = templating.of(request)
    now = site.health()
    return JSONResponse(
        {
            "status": "ok",
            "articles": now.articles,
            "sections": now.sections,
            "generation": now.generation,
            "current": now.current,
        },
        headers={"Cache-Control": "no-store"},
    )


def _about(article: Article) -> dict[str, Any]:
    return _reference(article) | {
        "permanent_url": addresses.permanent(article.id),
        "summary": article.summary,
        "lang": article.lang.value,
        "status": article.status.value,
        "facets": {facet: list(values) for facet, values in article.facets.items()},
        **{
            name: day.isoformat() if (day := getattr(article, name)) else None
            for name in ("valid_from", "valid_to", "reviewed", "review_due")
        },
    }


def _reference(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "kind": article.kind.value,
        "title": article.title,
        "url": addresses.article(article.kind, article.id),
    }
