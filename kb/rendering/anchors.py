"""The permanent anchors of headings: `## Frister {#frister former="tidsfrister"}`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from kb.articles import Variant

_ATTRIBUTES = re.compile(
    r'[ \t]*\{#(?P<id>[^\s}"]+)(?:[ \t]+former=(?:"(?P<former>[^"]*)"|(?P<one>[^\s}]+)))?[ \t]*\}[ \t]*$'
)
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "§": "paragraf-"})

RESERVED = re.compile(r"(?:kilde|merknad)-\d+")
"""Ids that the page gives to its sources and notes."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a heading can be pointed at. `former` are older anchors that still lead to it."""

    id: str
    former: tuple[str, ...] = ()


def taken_from(heading: str) -> tuple[str, Anchor | None]:
    """A heading without the anchor that its author wrote after it, and that anchor."""
    found = _ATTRIBUTES.search(heading)
    if found is None:
        return heading, None
    former = (found["former"] or found["one"] or "").split()
    return heading[: found.start()], Anchor(found["id"], tuple(former))


def slug(text: str) -> str:
    """A heading as an anchor in ASCII: «Hvor lang tid har vi på en undersøkelse?» -> hvor-lang-tid-har-vi-pa-…"""
    letters = text.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def link(anchor: str, heading: str, standard: Variant) -> str:
    """The link beside a heading. Its name is in the language of the article, as the heading is."""
    said = "Lenkje til avsnittet" if standard is Variant.NYNORSK else "Lenke til avsnittet"
    name = escape(f"{said} «{heading}»")
    return f'<a class="to-section" href="#{escape(quote(anchor))}" aria-label="{name}"></a>'


def distinct(wanted: Iterable[tuple[str, Anchor | None]]) -> list[Anchor]:
    """One anchor for each heading, given as (text, the author's own). The author's own come before those we make.

    A second heading with the same words gets `-2`. It would change if a heading with these words were put before
    it, which is why headings that matter should carry an anchor of their own.
    """
    headings = list(wanted)
    kept = {name for _, own in headings if own for name in (own.id, *own.former)}
    seen: set[str] = set()
    numbers: dict[str, int] = {}
    given: list[Anchor] = []
    for text, own in headings:
        if own is not None and own.id not in seen:
            anchor = own
        else:
            base = own.id if own else slug(text) or "del"
            name, number = base, numbers.get(base, 1)
            while name in kept or name in seen or RESERVED.fullmatch(name):
                number += 1
                name = f"{base}-{number}"
            numbers[base] = number
            anchor = Anchor(name, own.former if own else ())
        seen.add(anchor.id)
        given.append(anchor)
    return given
