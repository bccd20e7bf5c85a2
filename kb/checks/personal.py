"""What may tell of somebody: articles are open to all, and no child or colleague may be known in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.articles import Article
from kb.checks.passages import Passage, passages
from kb.checks.subject import Subject
from kb.messages import MONTHS
from kb.problems import Problem

RULE = "personvern"

_BEFORE, _AFTER = r"(?<![\w.,/=+-])", r"(?![\w/-]|[.,]\d| \d)"
_DAY = r"(?:[04][1-9]|[1256]\d|[37][01])"
_MONTH = r"(?:[048][1-9]|[159][0-2])"
_LIKE = (
    # A D-number has 4 added to the day, and numbers made for tests have 4 or 8 added to the month.
    ("et fødselsnummer", re.compile(rf"{_BEFORE}{_DAY}{_MONTH}\d\d ?\d{{5}}{_AFTER}")),
    (
        "et telefonnummer",
        re.compile(
            rf"{_BEFORE}(?:(?:\+|00)47 ?)?(?!20\d\d[01]\d[0-3]\d{_AFTER})"
            rf"(?:[2-9]\d{{7}}|[2-9]\d(?: \d\d){{3}}|[2-9]\d\d \d\d \d{{3}}){_AFTER}"
        ),
    ),
    (
        "en fødselsdato",
        re.compile(
            r"\b(?:født|fødd|f\.)\s+(?:den\s+)?\d{1,2}\.\s?"
            rf"(?:\d{{1,2}}\.\s?\d{{2,4}}|(?:{'|'.join(MONTHS)})\s+\d{{4}})\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT_READ = re.compile(r"\]\([^)\s]*\)|<[^<>\s]*>|https?://\S+|`[^`]*`")
"""Addresses and code."""


def check_personal(subject: Subject) -> Iterator[Problem]:
    """Titles, summaries and running text. What was found is not repeated: what a check says may be kept in a log."""
    for article in subject.library.articles:
        for passage in _texts(article):
            text = _NOT_READ.sub(lambda found: "/" * len(found[0]), passage.text)
            for name, pattern in _LIKE:
                for found in pattern.finditer(text):
                    message = f"Her står noe som ligner {name}."
                    remedy = "Ta det bort: artiklene er åpne for alle. Til en offentlig tjeneste kan du heller lenke."
                    yield subject.problem(article, passage.line_at(found.start()), RULE, message, remedy)


def _texts(article: Article) -> Iterator[Passage]:
    if "title" in article.lines:
        yield Passage(article.title, article.lines["title"])
    yield from passages(article)
