"""What stands in running text and is more than words: references to provisions, and citations of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from markdown_it.token import Token

from kb import addresses
from kb.articles import Article, Variant
from kb.law.provisions import LawRegister, Provision, text_address
from kb.law.references import Reference, find_references
from kb.messages import norwegian_date
from kb.rendering.links import Resolver
from kb.rendering.markdown import piece, words
from kb.typography import capital

_CITATION = re.compile(r"\[@(?P<id>[A-Za-z0-9-]+)\]")
_ONE = r"\[@[A-Za-z0-9-]+\]"
_CITATIONS = re.compile(rf"[ \t\n]?{_ONE}(?:[ \t\n,;]*{_ONE})*")


@dataclass(frozen=True, slots=True)
class RunningText:
    """Some text with everything found in it. `citations` are (source id, line breaks before it)."""

    tokens: tuple[Token, ...]
    mentions: tuple[str, ...]
    citations: tuple[tuple[str, int], ...]


def read(text: str, article: Article, resolve: Resolver, register: LawRegister, *, link: bool) -> RunningText:
    """Reads text that may hold line breaks. With `link` false, provisions are noted but not linked."""
    references = find_references(text, register)
    pieces = [(one.start(), one.end(), _citations(one[0], article)) for one in _CITATIONS.finditer(text)]
    if link:
        for reference in references:
            written = text[reference.start : reference.end]
            html = _law_html(reference, written, article, resolve, register)
            if html:
                pieces.append((reference.start, reference.end, piece(" ".join(written.split()), html)))
    return RunningText(
        tuple(_woven(text, sorted(pieces, key=lambda one: one[0]))),
        tuple(name for one in references for name in (*one.between, *one.provisions[:1]) if one.act),
        tuple((one["id"], text.count("\n", 0, one.start("id"))) for one in _CITATION.finditer(text)),
    )


def _woven(text: str, pieces: list[tuple[int, int, Token]]) -> Iterator[Token]:
    place = 0
    for start, end, token in pieces:
        if start > place:
            yield Token("text", "", 0, content=text[place:start])
        yield token
        place = end
    if place < len(text):
        yield Token("text", "", 0, content=text[place:])


def _citations(written: str, article: Article) -> Token:
    """Small numbers that lead to the sources' places in the list below the article."""
    shown = ", ".join(_citation(one["id"], article) for one in _CITATION.finditer(written))
    return piece("", f'<sup class="citation">{shown}</sup>')


def _citation(source_id: str, article: Article) -> str:
    for number, source in enumerate(article.sources, start=1):
        if source.id == source_id:
            word = "Kjelde" if article.lang is Variant.NYNORSK else "Kilde"
            name = escape(f"{word} {number}: {source.title}")
            return f'<a href="#kilde-{number}" aria-label="{name}">{number}</a>'
    return f'<span class="missing-source">{escape(source_id)}</span>'


def _law_html(reference: Reference, written: str, article: Article, resolve: Resolver, register: LawRegister) -> str:
    """The link of a reference; empty when it has none. A number without an act is left alone: we would be guessing."""
    if reference.act is None or not reference.provisions:
        return ""
    provision = register.provisions[reference.provisions[0]]
    title = escape(_told(provision, register, article.lang))
    shown = words(written)
    # «4-4» says nothing in a list of links; the whole name does, and it holds what is seen.
    named = register.cite(provision.id) if written == reference.number else ""
    label = f' aria-label="{escape(named)}"' if named else ""
    if provision.article == article.id and not provision.anchor:
        return ""
    target = resolve(provision.article) if provision.article else None
    repealed = " law-repealed" if provision.repealed is not None else ""
    if target is not None:
        href = escape(addresses.article(target.kind, target.id, provision.anchor))
        return f'<a class="law{repealed}" href="{href}"{label} title="{title}">{shown}</a>'
    address = text_address(register.acts[provision.act], provision.number)
    if not address:
        return ""
    outside = f'href="{escape(addresses.readable(address))}" rel="external noopener"'
    return f'<a class="law law-outside{repealed}" {outside}{label} title="{title}">{shown}</a>'


def _told(provision: Provision, register: LawRegister, standard: Variant) -> str:
    """What the reader is told on pointing at a reference: its heading, and what became of it."""
    repealed, now = ("Oppheva", "No") if standard is Variant.NYNORSK else ("Opphevet", "Nå")
    parts = [provision.heading or capital(provision.subject)]
    if provision.repealed is not None:
        parts.append(f"{repealed} {norwegian_date(provision.repealed)}")
        successors = [name for step in register.successors(provision.id) for name in step.successors]
        known = [register.cite(name) for name in successors if name in register.provisions]
        if known:
            parts.append(f"{now} {' og '.join(known)}")
    return ". ".join(part for part in parts if part)
