"""What was typed as Markdown and became plain text, which readers see with its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from kb.articles import Article
from kb.checks.links import guess, guess_id
from kb.checks.subject import Subject
from kb.content.names import slug
from kb.content.records import likeliest
from kb.messages import MONTHS
from kb.problems import Problem, Severity
from kb.rendering.links import split_target
from kb.rendering.notes import KINDS
from kb.rendering.shown_lines import ShownLine, shown_lines

_HEADING = re.compile(r"(?P<marks>#{2,6})(?P<text>[^#\s].*)")
_TITLE_LIKE = re.compile(r"#(?P<text>[A-ZÆØÅ][^#]*[^#.\s])")
_ANCHOR = re.compile(r"\{#?(?P<name>[^{}]*)\}")
_BLOCK = re.compile(r"::[ \t]*(?P<kind>[^\W\d_]*)(?P<rest>[^:]*)$")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<target>[^()]*)(?P<end>\)?)")
_LINK_APART = re.compile(r"\[(?P<text>[^\[\]]+)\][ \t]+\((?P<target>[^()\s]+)\)")
_LINK_TURNED = re.compile(r"\((?P<text>[^()]+)\)\[(?P<target>[^\[\]\s]+)\]")
_CITATION = re.compile(r"\[@(?P<name>[^\]]*)\]?")
_CITED = re.compile(r"\[@[A-Za-z0-9-]+\]")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_TIGHT = re.compile(r"(?P<sign>§§?)(?P<number>\d+(?:[-–]\d+)?)")
_NO_POINT = "|".join(("ledd", "punktum", *MONTHS))
_POINT = re.compile(rf"(?P<mark>[•·▪◦●]|[-*+](?=[^\W\d_])|\d{{1,2}}[.)](?=[^\W\d_])(?!(?:{_NO_POINT})\b))")


def check_leftovers(subject: Subject) -> Iterator[Problem]:
    """Every paragraph, heading and cell."""
    for page in subject.rendered:
        lines = shown_lines(page.article)
        for _, block in groupby(lines, key=lambda line: (line.block, line.is_heading)):
            yield from _in_block(subject, page.article, list(block))


def _in_block(subject: Subject, article: Article, lines: list[ShownLine]) -> Iterator[Problem]:
    yield from _tables(subject, article, lines)
    for line in lines:
        yield from _headings(subject, article, line)
        if len(lines) == 1:
            yield from _title_like(subject, article, line)
        yield from _blocks(subject, article, line)
        yield from _links(subject, article, line)
        yield from _citations(subject, article, line)
        yield from _bold(subject, article, line)
        yield from _points(subject, article, line)
        yield from _signs(subject, article, line)


def _headings(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    heading = _HEADING.match(line.text)
    if heading and not line.is_heading:
        message = f"«{_short(line.text)}» blir ikke en overskrift, for det mangler et mellomrom etter #."
        remedy = f"Skriv «{heading['marks']} {_short(heading['text'])}»."
        yield subject.problem(article, line.line, "overskrift", message, remedy, Severity.ERROR)
    anchor = _ANCHOR.search(line.text)
    if anchor is None or not (line.is_heading or anchor[0].startswith("{#")):
        return
    message = f"«{anchor[0]}» blir ikke et anker, og leserne ser det som tekst."
    name = slug(anchor["name"])
    remedy = f"Skriv {{#{name}}} til slutt i overskriften." if name else "Ta det bort."
    if not line.is_heading:
        remedy = "Bare overskrifter kan ha anker. Flytt det til en overskrift, eller ta det bort."
    yield subject.problem(article, line.line, "anker", message, remedy, Severity.ERROR)


def _title_like(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    """One # may be a sign that the author wants, but not before words that stand alone as a heading does."""
    heading = _TITLE_LIKE.fullmatch(line.text)
    if heading and not line.is_heading:
        message = f"«{_short(line.text)}» blir ikke en overskrift, for det mangler et mellomrom etter #."
        yield subject.problem(article, line.line, "overskrift", message, f"Skriv «## {_short(heading['text'])}».")


def _blocks(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    block = _BLOCK.match(line.text)
    if block is None:
        return
    message = f"«{_short(line.text)}» har bare to kolon, og leserne ser det som tekst."
    kind = block["kind"]
    meant = kind if kind in KINDS else likeliest(kind, KINDS)
    if not kind:
        remedy = "Avslutt blokken med tre: «:::»."
    elif meant:
        remedy = f"Begynn blokken med tre: «::: {meant}»."
    else:
        remedy = f"Begynn blokken med tre. {guess(kind, frozenset(KINDS))}"
    yield subject.problem(article, line.line, "blokk", message, remedy, Severity.ERROR)


def _links(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    for link in _LINK.finditer(line.text):
        shown = _short(link[0])
        target = link["target"].strip()
        if not link["end"]:
            message, remedy = f"Lenken «{shown}» blir ikke avsluttet.", "Sett ) etter id-en eller adressen."
        elif not target:
            continue
        elif " " not in target:
            message = f"«{shown}» blir ikke en lenke."
            remedy = "Skriv [tekst](id), med bare tekst mellom klammene. En lenke kan ikke stå i en annen."
        else:
            message = f"«{shown}» blir ikke en lenke, for det er mellomrom i den."
            found = subject.library.resolve(slug(target))
            remedy = f"Skriv [{link['text']}]({found.id})." if found else guess_id(subject, slug(target))
        yield subject.problem(article, line.line, "lenke", message, remedy, Severity.ERROR)
    for pattern, message in (
        (_LINK_APART, "blir ikke en lenke, for det er mellomrom mellom ] og (."),
        (_LINK_TURNED, "blir ikke en lenke, for klammer og parenteser har byttet plass."),
    ):
        for link in pattern.finditer(line.text):
            if _leads(subject, link["target"]):
                remedy = f"Skriv [{link['text']}]({link['target']})."
                told = f"«{_short(link[0])}» {message}"
                yield subject.problem(article, line.line, "lenke", told, remedy, Severity.ERROR)


def _leads(subject: Subject, target: str) -> bool:
    name, _anchor = split_target(target)
    return target.startswith(("http://", "https://")) or bool(name and subject.library.resolve(name))


def _citations(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    for citation in _CITATION.finditer(line.text):
        if _CITED.fullmatch(citation[0]):
            continue
        message = f"«{_short(citation[0])}» blir ikke en henvisning til en kilde."
        meant = slug(citation["name"])
        likely = likeliest(meant, subject.library.vocabulary.sources) if meant else None
        remedy = f"Skriv [@{likely}]." if likely else "Skriv [@id], med id-en til kilden."
        yield subject.problem(article, line.line, "kilde", message, remedy, Severity.ERROR)


def _bold(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    if "**" in line.text:
        message = "Her ser leserne stjernene ** i stedet for halvfet skrift."
        remedy = "Sett ** tett inntil ordene, både foran og bak, i samme avsnitt."
        yield subject.problem(article, line.line, "utheving", message, remedy)


def _points(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    point = _POINT.match(line.text)
    if point and not line.is_heading:
        mark = point["mark"]
        meant = mark if mark[0].isdigit() else "-"
        message = f"«{_short(line.text)}» blir ikke et punkt i en liste."
        yield subject.problem(article, line.line, "liste", message, f"Begynn linjen med «{meant} », med mellomrom.")


def _signs(subject: Subject, article: Article, line: ShownLine) -> Iterator[Problem]:
    """«§1-6» is found and linked as well as «§ 1-6», but it is not how Norwegian is written."""
    for sign in _TIGHT.finditer(line.text):
        message = f"«{sign[0]}» mangler et mellomrom etter {sign['sign']}."
        yield subject.problem(article, line.line, "lov", message, f"Skriv {sign['sign']} {sign['number']}.")


def _tables(subject: Subject, article: Article, lines: list[ShownLine]) -> Iterator[Problem]:
    rows = [line for line in lines if line.text.count("|") >= 2 or (line.text.strip().startswith("|"))]
    ruled = any("|" in line.text and "-" in line.text and _DELIMITER.fullmatch(line.text) for line in lines)
    if len(rows) < 2 or lines[0].is_heading:
        return
    message = "Dette ser ut som en tabell, men blir ikke en."
    remedy = "Sett en linje som |---|---| under overskriftene."
    if ruled:
        remedy = "La linjen med streker ha like mange felt som overskriftene over den."
    yield subject.problem(article, rows[0].line, "tabell", message, remedy, Severity.ERROR)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"
