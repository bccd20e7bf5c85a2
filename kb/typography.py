"""Which words may a line not part, and how does a text begin?"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTH = "(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)"
_PLACE = r"(?:kapittel|kap\.|artikkel|art\.|paragraf|nr\.|side|s\.|punkt|pkt\.|vedlegg|steg|ledd nr\.)"
_MEASURE = "(?:år|uker?|veker?|døgn|dag(?:er|ar)?|tim(?:er?|ar)|minutt(?:er)?|måned(?:er)?|månad(?:er)?|kroner|%)"
_NUMBER = r"\d+(?:[.:,]\d+)*"

_WHOLE = re.compile(
    "|".join(
        (
            # bvl. § 4-12 a. A letter that is a word of its own («i», «å») is no part of the number.
            r"(?:\b[^\W\d_]{1,8}\.\s)?§§?\s?\d+(?:[-–]\d+)*(?:\s[a-hj-z]\b)?",
            rf"\b\d{{1,2}}\.(?:[-–]\d{{1,2}}\.)?\s{_MONTH}\b",
            rf"\b{_PLACE}\s\d+(?:[-–]\d+)*",
            r"\bbokstav\s[a-z]\b",
            rf"(?<![\w–-]){_NUMBER}[-–]{_NUMBER}(?![\w–-])",
            r"(?<![\d.,:])\d{1,3}(?:\s\d{3})+(?!\d)",
            rf"(?<![\w-]){_NUMBER}\s{_MEASURE}(?!\w)",
        )
    ),
    re.IGNORECASE,
)


def capital(text: str) -> str:
    """The text with a capital first; the rest as it was written."""
    return text[:1].upper() + text[1:]


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it must stand on one line: «§ 1-4», «1. januar», «18 år», «2013–2016».

    Put together, the pieces are the text as it was written, so that a word is found, marked and copied as before.
    """
    place = 0
    for found in _WHOLE.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], False
        yield found[0], True
        place = found.end()
    if place < len(text):
        yield text[place:], False
