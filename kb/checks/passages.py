"""The running text of a file in passages, each with its line, for checks that look at what the author typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.articles import Article

_FENCE = re.compile(r" {0,3}(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that stand together, as typed. `line` is the first one's line in the file."""

    text: str
    line: int

    def line_at(self, place: int) -> int:
        """The line of a place in the text."""
        return self.line + self.text.count("\n", 0, place)


def passages(article: Article) -> Iterator[Passage]:
    """The summary that an author wrote, then the body without code, in passages that a blank line parts."""
    if "summary" in article.lines:
        yield Passage(article.summary.replace("\n", " "), article.lines["summary"])
    lines: list[str] = []
    start = article.body_line
    for number, line in numbered_lines(article):
        if line.strip():
            if not lines:
                start = number
            lines.append(line)
        elif lines:
            yield Passage("\n".join(lines), start)
            lines = []
    if lines:
        yield Passage("\n".join(lines), start)


def numbered_lines(article: Article) -> Iterator[tuple[int, str]]:
    """The lines of the body with their numbers in the file; those within fenced code are empty."""
    fence = ""
    for number, line in enumerate(article.body.split("\n"), start=article.body_line):
        opening = _FENCE.match(line)
        if opening and not fence:
            fence = opening[0].strip()
            yield number, ""
        elif fence:
            if line.strip().startswith(fence) and not line.strip(" `~"):
                fence = ""
            yield number, ""
        else:
            yield number, line
