"""How students cite an article or a section: as plain text, and as files for the programs that keep references."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from babel.dates import format_date

from kb import addresses
from kb.articles import Article, Section, Status, Variant
from kb.export.publication import Publication, one_line

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is set in italics."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What every form of a citation is made of. Make one with `cite`.

    `url` is the permanent one. `dated` is the day of review, and None when there is none. `accessed` is the day on
    which the reader read it. Texts are on one line.
    """

    key: str
    author: str
    title: str
    url: str
    lang: Variant
    summary: str
    dated: date | None
    accessed: date | None
    is_draft: bool


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A file that a reference manager reads. `ending` is that of its name."""

    ending: str
    name: str
    media_type: str
    write: Callable[[Citation], str]


def cite(
    article: Article, publication: Publication, section: Section | None = None, accessed: date | None = None
) -> Citation:
    """The citation of an article, or of a section in it."""
    anchor = section.anchor if section else ""
    title = f"{article.title}: {section.title}" if section and section.title else article.title
    return Citation(
        key=_key(article.id, anchor),
        author=one_line(publication.name),
        title=one_line(title),
        url=publication.url(addresses.permanent(article.id, anchor)),
        lang=article.lang,
        summary=one_line(article.summary),
        dated=article.reviewed,
        accessed=accessed,
        is_draft=article.status is Status.DRAFT,
    )


def as_pieces(citation: Citation, standard: Variant = Variant.BOKMAL) -> Pieces:
    """The line in a list of references, after the Norwegian APA 7 manual.

    The name of the site is left out because it is the author's. The day of reading is told when it is known, since
    articles are revised; the manual asks for it where content changes, or has no date.
    """
    words = _WORDS.get(standard, _WORDS[Variant.BOKMAL])
    draft = f" [{words.draft}]" if citation.is_draft else ""
    stop = "" if not draft and citation.title.endswith(("?", "!", ".", "…")) else "."
    read = f"{words.retrieved.format(_day(citation.accessed, standard))} " if citation.accessed else ""
    return (
        (f"{citation.author.rstrip('.')}. ({_dated(citation, standard)}). ", False),
        (citation.title, True),
        (f"{draft}{stop} {read}{citation.url}", False),
    )


def as_text(citation: Citation, standard: Variant = Variant.BOKMAL) -> str:
    """The same line as plain text."""
    return "".join(text for text, _italic in as_pieces(citation, standard))


def in_text(citation: Citation) -> str:
    """What stands in the running text: `(MITT LIV kunnskapsbase, 2026)`."""
    return f"({citation.author}, {citation.dated.year if citation.dated else NO_YEAR})"


def as_bibtex(citation: Citation) -> str:
    """An entry for BibTeX and biblatex. `year` stands beside `date` for styles that know only the old field."""
    fields = {
        # A second pair of braces keeps a name together and a title's capitals as they are.
        "author": f"{{{_tex(citation.author)}}}",
        "title": f"{{{_tex(citation.title)}}}",
        "date": citation.dated.isoformat() if citation.dated else "",
        "year": str(citation.dated.year) if citation.dated else "",
        # Verbatim in biblatex: to escape it would break the link.
        "url": citation.url,
        "urldate": citation.accessed.isoformat() if citation.accessed else "",
        "langid": _BABEL_NAMES[citation.lang],
        "note": "Utkast" if citation.is_draft else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{citation.key},", *lines, "}", ""])


def as_ris(citation: Citation) -> str:
    """A record for EndNote, Zotero, Mendeley and others."""
    fields = (
        ("TY", "ELEC"),
        # The comma tells EndNote that this is a name in one piece; without it, the last word becomes a surname.
        ("AU", f"{citation.author},"),
        ("TI", citation.title),
        ("T2", citation.author),
        ("PY", str(citation.dated.year) if citation.dated else ""),
        ("DA", f"{citation.dated:%Y/%m/%d}" if citation.dated else ""),
        ("AB", citation.summary),
        ("LA", _language(citation)),
        ("N1", "Utkast" if citation.is_draft else ""),
        ("UR", citation.url),
        ("Y2", f"{citation.accessed:%Y/%m/%d}" if citation.accessed else ""),
    )
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def as_csl(citation: Citation) -> dict[str, Any]:
    """An item of CSL-JSON, which Zotero, pandoc and citeproc read."""
    item: dict[str, Any] = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "author": [{"literal": citation.author}],
        "container-title": citation.author,
        "URL": citation.url,
        "language": _language(citation),
    }
    if citation.summary:
        item["abstract"] = citation.summary
    if citation.dated:
        item["issued"] = _date_parts(citation.dated)
    if citation.accessed:
        item["accessed"] = _date_parts(citation.accessed)
    if citation.is_draft:
        item["status"] = "utkast"
    return item


def as_csl_file(citation: Citation) -> str:
    """The item in a list of one, which is what programs expect in a file."""
    return json.dumps([as_csl(citation)], ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, CitationFormat] = MappingProxyType(
    {
        one.ending: one
        for one in (
            CitationFormat("ris", "RIS (EndNote, Zotero, Mendeley)", "application/x-research-info-systems", as_ris),
            CitationFormat("bib", "BibTeX", "application/x-bibtex", as_bibtex),
            CitationFormat("json", "CSL-JSON", "application/vnd.citationstyles.csl+json", as_csl_file),
        )
    }
)
"""The files that are offered, by the ending of their name. All are UTF-8."""

NO_YEAR = "u.å."
"""«Uten år», the same in both standards."""


@dataclass(frozen=True, slots=True)
class _Words:
    retrieved: str
    draft: str


_WORDS = {
    Variant.BOKMAL: _Words("Hentet {} fra", "Utkast"),
    Variant.NYNORSK: _Words("Henta {} frå", "Utkast"),
}

_BABEL_NAMES = {Variant.BOKMAL: "norsk", Variant.NYNORSK: "nynorsk", Variant.SAMI: "samin"}
"""What biblatex calls the languages."""

_TEX = {
    "\\": r"\textbackslash{}",
    # Not \{ and \}: BibTeX counts braces without minding the backslash, and one alone would swallow the rest.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "#$%&_"},
}


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)


def _key(article_id: str, anchor: str) -> str:
    """What reference managers call it; in letters that BibTeX, biber and LaTeX all take in a key."""
    name = f"mitt-liv-{article_id}:{anchor}" if anchor else f"mitt-liv-{article_id}"
    return re.sub(r"[^A-Za-z0-9.:-]", lambda letter: f"_{ord(letter[0]):x}", name)


def _dated(citation: Citation, standard: Variant) -> str:
    if citation.dated is None:
        return NO_YEAR
    return f"{citation.dated.year}, {_written(citation.dated, 'd. MMMM', _locale(standard))}"


def _day(day: date, standard: Variant) -> str:
    return _written(day, "d. MMMM y", _locale(standard))


@lru_cache(maxsize=256)
def _written(day: date, pattern: str, locale: str) -> str:
    # A page cites each of its sections, all of the same two days.
    return format_date(day, pattern, locale=locale)


def _locale(standard: Variant) -> str:
    return "nn" if standard is Variant.NYNORSK else "nb"


def _language(citation: Citation) -> str:
    return f"{citation.lang.value}-NO"


def _date_parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
