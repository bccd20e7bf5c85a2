"""A first draft for an author: right in everything but what only the author knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kb.addresses import FOLDERS
from kb.articles import Kind, Variant
from kb.content.library import Library
from kb.content.names import slug
from kb.problems import KbError

TO_FILL_IN = "[FYLL INN"
"""What stands where the author must write. `kb check` tells of each until it is gone."""

MAX_ID = 60
"""Letters of an id that is made of a title; an author may write a longer one."""

# An act's text changes more often than advice does.
_REVIEW = {Kind.LAW: timedelta(days=92)}
_YEAR = timedelta(days=365)

_SECTIONS = {
    Kind.PROCESS: (
        ("Stegene", "stegene"),
        ("Frister", "frister"),
        ("Barnets rettigheter", "barnets-rettigheter"),
        ("Sjekkliste", "sjekkliste"),
    ),
    Kind.RECOMMENDATION: (("Anbefalingen", "anbefalingen"), ("Slik gjør dere", "slik"), ("Det vi ikke vet", "mangler")),
    Kind.VALUE: (("Hva verdien betyr", "hva"), ("Slik merkes den i arbeidet", "slik")),
    Kind.WORKING_METHOD: (("Slik gjør dere", "slik"), ("Hvorfor", "hvorfor"), ("Hvor det er fortalt", "kilde")),
    Kind.LAW: (("Hva bestemmelsen sier", "hva"), ("Hva den betyr for arbeidet", "arbeidet")),
    Kind.TERM: (("Hva ordet betyr", "hva"), ("Ord som ligner", "ligner")),
    Kind.HISTORY: (("Hva som skjedde", "hva"), ("Hva kildene sier", "kilder")),
    Kind.EXPERIENCE: (("Hva tjenesten gjorde", "hva"), ("Hva tjenesten lærte", "laert")),
    Kind.ARTICLE: (("Det viktigste", "viktigst"),),
    Kind.COURSE: (("Mål", "mal"), ("Opplegg", "opplegg")),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is not yet written. `path` is within the content folder."""

    path: str
    text: str


def draft(kind: Kind, title: str, library: Library, today: date) -> Draft:
    """A draft with an id of its own, of the title's words. Raises `KbError` for one that gives none, or is taken."""
    base = _short(slug(title))
    if not base:
        raise KbError(
            f"Tittelen «{title}» har ingen bokstaver eller tall, og id-en lages av dem. Skriv en annen tittel."
        )
    words = title.casefold().split()
    for article in library.articles:
        if article.lang is Variant.BOKMAL and article.title.casefold().split() == words:
            message = f"«{article.title}» er alt tittelen på {article.path}."
            raise KbError(f"{message} Rediger den, eller velg en annen tittel.")
    article_id, number = base, 1
    while library.resolve(article_id) is not None:
        number += 1
        article_id = f"{base}-{number}"
    due = today + _REVIEW.get(kind, _YEAR)
    sections = "\n\n".join(
        f"## {heading} {{#{anchor}}}\n\n{TO_FILL_IN}: {heading.lower()}]" for heading, anchor in _SECTIONS[kind]
    )
    facets = "".join(f"{key}: []\n" for key in _facet_keys(library))
    text = (
        f"---\nid: {article_id}\ntitle: {_quoted(title)}\nkind: {kind.value}\n"
        f'summary: "{TO_FILL_IN}: én eller to setninger, svaret først]"\n'
        f"lang: nb\n{facets}laws: []\nstatus: utkast\n"
        f"reviewed: {today.isoformat()}\nreview_due: {due.isoformat()}\nsources: []\nkeywords: []\n---\n"
        f"{TO_FILL_IN}: svaret, i én eller to setninger]\n\n{sections}\n"
    )
    return Draft(f"{FOLDERS[kind]}/{article_id}.md", text)


def _short(words: str) -> str:
    """An id that can be read aloud and fits in a file name: whole words, as many as there is room for."""
    if len(words) <= MAX_ID:
        return words
    return words[: MAX_ID + 1].rpartition("-")[0] or words[:MAX_ID]


def _facet_keys(library: Library) -> tuple[str, ...]:
    common = {"kind", "lang", "status"}
    return tuple(facet.key for facet in library.vocabulary.facets if facet.key not in common)


def _quoted(title: str) -> str:
    """The title as YAML: between quotes, so that colons and quotes in it do no harm."""
    plain = " ".join(title.split())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
