"""The shapes of the API's answers, as JSON Schema. More fields may come; none goes away or changes its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.articles import Kind, Status, Variant
from kb.language.terms import MatchedBy
from kb.law.changes import Effect

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Every shape, by the name that the description refers to it with."""
    return {
        "SearchAnswer": _search_answer(),
        "Hit": _hit(),
        "FacetCount": _facet_count(),
        "Note": _note(),
        "Suggestions": _object(query=_text("The text as it was understood."), suggestions=_many("Suggestion")),
        "Suggestion": _suggestion(),
        "Articles": _object(total=_whole("How many."), articles=_many("Article")),
        "Reference": _object(**_REFERENCE),
        "Article": _object(**_ARTICLE),
        "FullArticle": _full_article(),
        "Section": _section(),
        "Source": _source(),
        "Health": _health(),
        "Error": _object(error=_text("What went wrong, in Norwegian, to be shown to people.")),
    }


def listed(items: Schema, text: str = "") -> Schema:
    """An array of such items."""
    return {"type": "array", "items": items} | ({"description": text} if text else {})


def _search_answer() -> Schema:
    return _object(
        query=_text("The text as it was understood: without control characters, cut where it was too long."),
        total=_whole("Hits on all pages: articles."),
        page=_whole("The page that this is; the last one when a later one was asked for."),
        pages=_whole("How many pages there are."),
        took_ms=_number("Milliseconds that the search took."),
        hits=_many("Hit", "One for each article, with its best section; best first."),
        facets={
            "type": "object",
            "description": "What more choices would give, by facet. Counts ignore the choices made in the same facet.",
            "additionalProperties": _many("FacetCount"),
        },
        did_you_mean=_or_null(_text("The query with misspelt words mended; null when nothing is misspelt.")),
        corrected=_yes_or_no("Whether the hits are for `did_you_mean`, because the words as typed found nothing."),
        nearest=listed(_text(), "Words of the base that are near to those which found nothing."),
        farther=_whole("Articles that hold something of the query, and too little to be hits."),
        notes=_many("Note"),
    )


def _hit() -> Schema:
    piece: Schema = {
        "type": "array",
        "description": "A piece of text, and whether it matched.",
        "prefixItems": [{"type": "string"}, {"type": "boolean"}],
        "minItems": 2,
        "maxItems": 2,
    }
    return _object(
        **_REFERENCE,
        lang=_LANGUAGE,
        status=_STATUS,
        score=_number("Comparable within one answer only."),
        section=_object(
            anchor=_text("Permanent; empty for the text before the first heading."),
            title=_text("The heading; empty for the text before the first."),
            url=_text("Where the section is."),
        ),
        snippet=listed(piece, "The words to show, in pieces without markup."),
        why=listed(
            _object(
                term=_text("A word of the query."),
                matched=_text("What it met in the text."),
                by=_one_of((by.value for by in MatchedBy), "How the two are the same."),
            ),
            "Why the article was found.",
        ),
        missing=listed(_text(), "Words of the query that the article lacks."),
        changes=listed(
            _change(),
            "Adopted changes of the provision that the article is about, which it does not take into account.",
        ),
    )


def _facet_count() -> Schema:
    return _object(
        value=_text("The id, as it is written in an address."),
        label=_text("What readers are shown, in bokmål."),
        count=_whole("Articles that this choice would give."),
        selected=_yes_or_no("Whether it is chosen."),
    )


def _note() -> Schema:
    return _object(
        kind=_text("Such as `lov`, `synonym`, `unused`, `limit`, `page`, `facet`, `corrected`."),
        text=_text("To be shown to readers, in Norwegian."),
        articles=listed(_text(), "Ids of the articles that it speaks of."),
    )


def _suggestion() -> Schema:
    return _object(
        kind=_text("`article`, `term`, `provision` or `word`, which is a new query."),
        text=_text("What to show, and to search for."),
        lang=_or_null(_text("What `text` is written in: `nb`, `nn` or `se`; null for words of the query.")),
        detail=_text("A few words more; may be empty."),
        detail_lang=_or_null(_text("What `detail` is written in; null when it is empty.")),
        url=_text("Where it leads."),
    )


def _full_article() -> Schema:
    return _object(
        **_ARTICLE,
        laws=listed(_text(), "Ids of the provisions that it builds on."),
        keywords=listed(_text(), "Words that readers use and the text does not."),
        aliases=listed(_text(), "Former ids and addresses, which lead here for ever."),
        replaces=listed(_text(), "Ids of articles."),
        replaced_by=listed(_text(), "Ids of articles."),
        sources=_many("Source"),
        sections=_many("Section"),
        html=_text("The text as HTML, with links as on the page."),
        mentions=listed(_text(), "Ids of the provisions that the text names."),
        changes=listed(
            _change(),
            "Adopted changes of provisions that it is about, builds on or names, which it does not take into account.",
        ),
        related=_many("Reference", "Articles on the same matter, nearest first."),
        incoming=_many("Reference", "Articles that link to this one."),
    )


def _change() -> Schema:
    return _object(
        act=_text("What changes them, in Norwegian."),
        provisions=listed(_text(), "Ids of those of the provisions here that it changes."),
        since=_day("From when; null when we do not know, and they may have changed already."),
        effect=_one_of((effect.value for effect in Effect), "What is done to them."),
    )


def _section() -> Schema:
    return _object(
        anchor=_text("Permanent; empty for the text before the first heading."),
        title=_text("The heading."),
        level=_whole("Of the heading: 2 for `h2`; 1 for the text before the first."),
        text=_text("Plain text, a line for each block."),
        url=_text("Where the section is."),
    )


def _source() -> Schema:
    return _object(
        id=_text("Empty for a source that only this article has."),
        title=_text(),
        publisher=_text(),
        url=_text(),
        note=_text(),
        accessed=_day("When we read it."),
    )


def _health() -> Schema:
    return _object(
        status={"type": "string", "const": "ok"},
        articles=_whole("In the index."),
        sections=_whole("In the index."),
        generation=_text("Another name when the index has been made anew."),
        current=_told({"type": "boolean"}, "False while the content is newer than the edition that is shown."),
    )


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _many(name: str, text: str = "") -> Schema:
    return listed({"$ref": f"#/components/schemas/{name}"}, text)


def _text(text: str = "") -> Schema:
    return _told({"type": "string"}, text)


def _whole(text: str) -> Schema:
    return _told({"type": "integer", "minimum": 0}, text)


def _number(text: str) -> Schema:
    return _told({"type": "number"}, text)


def _yes_or_no(text: str) -> Schema:
    return _told({"type": "boolean"}, text)


def _day(text: str) -> Schema:
    return _or_null(_told({"type": "string", "format": "date"}, text))


def _one_of(values: Iterable[str], text: str = "") -> Schema:
    return _told({"type": "string", "enum": list(values)}, text)


def _or_null(schema: Schema) -> Schema:
    return schema | {"type": [schema["type"], "null"]}


def _told(schema: Schema, text: str) -> Schema:
    return schema | {"description": text} if text else schema


_LANGUAGE = _one_of((variant.value for variant in Variant), "Bokmål, nynorsk or Northern Sámi.")
_STATUS = _one_of((status.value for status in Status), "Whether the article may be acted on.")

_REFERENCE: dict[str, Schema] = {
    "id": _text("Permanent and unique."),
    "kind": _one_of((kind.value for kind in Kind), "What sort of article it is."),
    "title": _text(),
    "url": _text("Its address on the site."),
}

_ARTICLE: dict[str, Schema] = {
    **_REFERENCE,
    "permanent_url": _text("Its address whatever becomes of its kind and title."),
    "summary": _text("One or two sentences, the answer first."),
    "lang": _LANGUAGE,
    "status": _STATUS,
    "facets": {
        "type": "object",
        "description": "The ids of its values, by facet.",
        "additionalProperties": listed({"type": "string"}),
    },
    "valid_from": _day("When what it tells of came into force."),
    "valid_to": _day("When it no longer applied."),
    "reviewed": _day("When somebody last looked it over."),
    "review_due": _day("When somebody should look again."),
}
