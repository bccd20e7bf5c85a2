"""What a section says without its markup, for search and for feeds."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

from kb.rendering.markdown import PIECE

_SAYS = frozenset({"text", "code_inline", PIECE})


def inline_text(children: Iterable[Token]) -> str:
    """The words of a paragraph or heading on one line."""
    parts = []
    for child in children:
        if child.type in _SAYS:
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(inline_text(child.children or ()))
    return " ".join("".join(parts).split())


def block_text(token: Token) -> str:
    """What one block-level token says; empty for those that only hold others."""
    if token.type == "inline":
        return inline_text(token.children or ())
    return token.content if token.type == PIECE else ""
