"""Cuts the tokens of an article at its headings, into sections that can be found each for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from kb.articles import Article, Section
from kb.rendering.anchors import Anchor
from kb.rendering.plain_text import block_text, inline_text


def cut(tokens: Sequence[Token], article: Article) -> tuple[Section, ...]:
    """The sections, the text before the first heading first. Headings within lists and quotations do not cut."""
    sections: list[Section] = []
    current = Section("", "", 1, "", article.body_line)
    said: list[str] = []
    inside = 0
    place = 0
    while place < len(tokens):
        token = tokens[place]
        inside += _NESTING.get(token.type, 0)
        if token.type == "heading_open" and inside == 0:
            sections.append(replace(current, text="\n".join(said)))
            current, said = _begun_by(token, tokens[place + 1], article), []
            place += 3
        else:
            if text := block_text(token):
                said.append(text)
            place += 1
    sections.append(replace(current, text="\n".join(said)))
    return tuple(sections)


_NESTING = {"blockquote_open": 1, "blockquote_close": -1, "list_item_open": 1, "list_item_close": -1}


def _begun_by(heading: Token, words: Token, article: Article) -> Section:
    anchor: Anchor = heading.meta["anchor"]
    line = (heading.map[0] if heading.map else 0) + article.body_line
    return Section(anchor.id, inline_text(words.children or ()), int(heading.tag[1]), "", line, anchor.former)
