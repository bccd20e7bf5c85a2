"""An article's running text line for line as readers see it: what Markdown made nothing of stands in it as typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from kb.articles import Article
from kb.rendering.anchors import taken_from
from kb.rendering.markdown import parse

HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is not running text: code and pictures."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a paragraph, heading or cell. `block` is the line on which that begins; both are lines of the file."""

    text: str
    line: int
    block: int
    is_heading: bool


def shown_lines(article: Article) -> Iterator[ShownLine]:
    """Every line of running text. The marks of bold, links and the like that became such are not in it."""
    in_heading = False
    for token in parse(article.body):
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.type == "heading_open"
        if token.type == "inline" and token.map is not None:
            block = token.map[0] + article.body_line
            text = "".join(_shown(child) for child in token.children or ())
            if in_heading:
                text, _anchor = taken_from(text)
            for number, line in enumerate(text.split("\n")):
                yield ShownLine(line, block + number, block, in_heading)


def _shown(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    if child.type in ("code_inline", "image"):
        return HIDDEN
    return child.content if child.type == "text" else ""
