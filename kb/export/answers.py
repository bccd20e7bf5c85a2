"""An answer from search as plain values, the same for the HTTP API and `kb search --json`."""

from __future__ import annotations

from typing import Any

from kb import addresses
from kb.law.changes import Change
from kb.messages import BOKMAL, Voice
from kb.search.results import Hit, SearchResults, Suggestion


def answer_as_json(results: SearchResults, voice: Voice = BOKMAL) -> dict[str, Any]:
    """The answer in the form that docs/reference/api.md describes; ready for `json.dumps`.

    Labels and notes are in the standard of the voice.
    """
    return {
        "query": results.query,
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "took_ms": round(results.took_ms, 1),
        "hits": [_hit(hit) for hit in results.hits],
        "facets": {
            facet.id: [
                {
                    "value": count.value.id,
                    "label": voice.text(count.value.label),
                    "count": count.count,
                    "selected": count.selected,
                }
                for count in facet.counts
            ]
            for facet in results.facets
        },
        "did_you_mean": results.did_you_mean,
        "corrected": results.corrected,
        "nearest": list(results.nearest),
        "farther": results.farther,
        "notes": [
            {"kind": note.kind, "text": note.told(voice), "articles": list(note.articles)} for note in results.notes
        ],
    }


def suggestion_as_json(suggestion: Suggestion, url: str, voice: Voice = BOKMAL) -> dict[str, str | None]:
    """One line of completion; `url` is where it leads."""
    detail = voice.parts(suggestion.detail)
    return {
        "kind": suggestion.kind,
        "text": suggestion.text,
        "lang": suggestion.lang.value if suggestion.lang else None,
        "detail": "".join(part.text for part in detail),
        "detail_lang": detail[0].lang.value if detail else None,
        "url": url,
    }


def change_as_json(change: Change) -> dict[str, Any]:
    """A change of the law that our text does not have."""
    return {
        "act": change.act,
        "provisions": list(change.provisions),
        "since": change.since.isoformat() if change.since else None,
        "effect": change.effect.value,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    article, section = hit.article, hit.section
    return {
        "id": article.id,
        "kind": article.kind.value,
        "title": article.title,
        "url": addresses.article(article.kind, article.id),
        "lang": article.lang.value,
        "status": article.status.value,
        "score": round(hit.score, 3),
        "section": {
            "anchor": section.anchor,
            "title": section.title,
            "url": addresses.article(article.kind, article.id, section.anchor),
        },
        "snippet": [list(piece) for piece in hit.snippet],
        "why": [{"term": why.term, "matched": why.matched, "by": why.by.value} for why in hit.reasons],
        "missing": list(hit.missing),
        "changes": [change_as_json(change) for change in hit.changes],
    }
