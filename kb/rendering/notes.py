"""Our own blocks, `::: lov Tittel`: they say what a text rests on, in words and not by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from kb.articles import Label, Variant

KINDS: Mapping[str, Label] = MappingProxyType(
    {
        "lov": Label("Lov og forskrift", "Lov og forskrift"),
        "barn": Label("Råd fra barn", "Råd frå barn"),
        "praksis": Label("Fra praksis", "Frå praksis"),
        "avledet": Label("Vår egen avledning", "Vår eiga avleiing"),
        "mangler": Label("Det vi ikke vet", "Det vi ikkje veit"),
        "frist": Label("Frist", "Frist"),
        "viktig": Label("Viktig", "Viktig"),
    }
)
"""What each block is called on the page."""


def is_note(params: str) -> bool:
    """Whether what stands after the colons begins one of our blocks."""
    return params.split(maxsplit=1)[:1] != [] and params.split(maxsplit=1)[0] in KINDS


def kind_and_title(params: str) -> tuple[str, str]:
    """The kind of a block and the title that the author gave it, which may be empty."""
    kind, _, title = params.strip().partition(" ")
    return kind, title.strip()


def opening(kind: str, title_html: str, number: int, variant: Variant) -> str:
    """The start of a block. Its label is text, so that it is read aloud and printed too."""
    label = escape(KINDS[kind].in_standard(variant))
    named = f"merknad-{number}"
    title = f' <span class="note-title">{title_html}</span>' if title_html else ""
    return (
        f'<section class="note note-{kind}" role="note" aria-labelledby="{named}"><div>\n'
        f'<p class="note-label" id="{named}"><strong class="note-kind">{label}</strong>{title}</p>\n'
    )


CLOSING = "</div></section>\n"
