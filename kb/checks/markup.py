"""What an author typed that does not become what was meant: headings, pictures, blocks, HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kb.articles import Article
from kb.checks.links import guess
from kb.checks.passages import numbered_lines
from kb.checks.subject import Subject, has_front_matter
from kb.problems import Problem, Severity
from kb.rendering.anchors import slug, taken_from
from kb.rendering.notes import KINDS

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*$")
_ANCHOR = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\((?P<file>[^)\s]*)[^)]*\)|\[[^\]]*\])")
# An address between < and > is a link; a tag or comment is shown as the text that it is.
# So is one that is the target of a link: [text](<id>).
_HTML = re.compile(r"(?<!\]\()<(?:!--|/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>)")
_BLOCK = re.compile(r" {0,3}(?P<colons>:{3,})[ \t]*(?P<kind>\S*)")


def check_headings(subject: Subject) -> Iterator[Problem]:
    """Headings come in order, have words, and anchors of their own that can stand in an address."""
    for page in subject.rendered:
        article = page.article
        previous, title_is_met, seen, told = 1, False, Counter[str](), Counter[str]()
        addresses = {section.line: section.anchor for section in page.sections}
        for line, text in numbered_lines(article):
            heading = _HEADING.match(text)
            if heading is None:
                continue
            level = len(heading["marks"])
            words, anchor = taken_from(heading["text"] or "")
            if not words.strip():
                yield subject.problem(
                    article, line, "overskrift", "Overskriften er tom.", "Skriv den, eller ta den bort."
                )
            if level == 1:
                if title_is_met or " ".join(words.split()) != article.title:
                    message = f"«{words.strip()}» har én #, som bare tittelen skal ha."
                    yield subject.problem(article, line, "overskrift", message, "Bruk ## for deler av teksten.")
                title_is_met = True
                previous = 1 if previous == 1 else 2
                continue
            if level > previous + 1:
                message = f"«{words.strip()}» hopper fra nivå {previous} til nivå {level}."
                yield subject.problem(article, line, "overskrift", message, f"Bruk {'#' * (previous + 1)}.")
            previous = level
            if anchor is not None:
                yield from _check_anchor(subject, article, line, anchor.id, seen)
            elif has_front_matter(article):
                yield from _check_words(subject, article, line, words, told, addresses.get(line, ""))


def check_images(subject: Subject) -> Iterator[Problem]:
    """Articles are text alone: pictures in the folder are not sent to readers, and those elsewhere are not fetched."""
    for article in _articles(subject):
        for line, text in numbered_lines(article):
            for image in _IMAGE.finditer(_CODE.sub("", text)):
                named = f"Bildet «{image['file']}»" if image["file"] else "Bildet"
                message = f"{named} blir ikke vist, for artiklene kan bare ha tekst ennå."
                remedy = "Skriv det bildet viser, som tekst, liste eller tabell, og ta bort bildet."
                yield subject.problem(article, line, "bilde", message, remedy)


def check_html(subject: Subject) -> Iterator[Problem]:
    """HTML is shown to readers as it is typed."""
    for article in _articles(subject):
        for line, text in numbered_lines(article):
            found = _HTML.search(_CODE.sub("", text))
            if found:
                message = f"«{found[0][:30]}» er HTML og vises som tekst."
                yield subject.problem(article, line, "html", message, "Skriv det med Markdown, eller ta det bort.")


def check_blocks(subject: Subject) -> Iterator[Problem]:
    """Blocks are of a known kind, and are closed."""
    for article in _articles(subject):
        opened: list[tuple[int, int]] = []
        for line, text in numbered_lines(article):
            block = _BLOCK.match(text)
            if block is None:
                continue
            colons, kind = len(block["colons"]), block["kind"]
            if not kind:
                if opened and colons >= opened[-1][1]:
                    opened.pop()
                else:
                    message = "Her avsluttes en blokk som ikke er begynt."
                    yield subject.problem(article, line, "blokk", message, "Ta bort linjen, eller begynn med ::: lov.")
            elif kind in KINDS:
                opened.append((line, colons))
            else:
                message = f"Kjenner ikke blokken «::: {kind}»."
                yield subject.problem(article, line, "blokk", message, guess(kind, frozenset(KINDS)), Severity.ERROR)
                opened.append((line, colons))
        for line, _colons in opened:
            message = "Blokken som begynner her, blir aldri avsluttet."
            yield subject.problem(article, line, "blokk", message, "Sett en linje med ::: etter den.", Severity.ERROR)


def _articles(subject: Subject) -> Iterator[Article]:
    return (page.article for page in subject.rendered)


def _check_anchor(subject: Subject, article: Article, line: int, anchor: str, seen: Counter[str]) -> Iterator[Problem]:
    seen[anchor] += 1
    if seen[anchor] == 2:
        message = f"Ankeret «{anchor}» er brukt på to overskrifter."
        yield subject.problem(article, line, "anker", message, "Gi en av dem et annet.", Severity.ERROR)
    if not _ANCHOR.fullmatch(anchor):
        message = f"Ankeret «{anchor}» kan ikke stå i en adresse."
        yield subject.problem(article, line, "anker", message, "Bruk små bokstaver a–z, tall og bindestrek.")


def _check_words(  # noqa: PLR0913, PLR0917 (what a heading is and what is known of the others)
    subject: Subject, article: Article, line: int, words: str, told: Counter[str], address: str
) -> Iterator[Problem]:
    """A heading's own words are its anchor; when another has that, it gets a number, which moves with them."""
    name = slug(words)
    told[name] += 1
    if not name or address in ("", name):
        return
    if told[name] > 1:
        message = f"Overskriften «{words.strip()}» står flere ganger, så adressen til denne blir {address}."
    else:
        message = f"Overskriften «{words.strip()}» har samme anker som en annen, så adressen til denne blir {address}."
    remedy = f"Gi den en egen overskrift, eller et eget anker: {{#{name}-om-…}}."
    yield subject.problem(article, line, "anker", message, remedy)
