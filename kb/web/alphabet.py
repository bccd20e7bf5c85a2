"""The Norwegian alphabet: æ, ø and å come last, and aa is å."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The three signs that follow z in ASCII stand in for the three letters that follow z in Norwegian.
_LAST = str.maketrans({"æ": "{", "ø": "|", "å": "}"})
_HEADINGS = str.maketrans({"{": "Æ", "|": "Ø", "}": "Å"})
_NOT_SORTED_BY = re.compile(r"[^a-z0-9 {|}]")


@lru_cache(maxsize=8192)
def alphabetical(text: str) -> str:
    """A key to sort by. Figures come before letters; accents and signs do not count: é is e.

    Aase is sorted as Åse: the rule of Norwegian encyclopedias and telephone books.
    """
    lower = unicodedata.normalize("NFC", text).lower().replace("aa", "å").translate(_LAST)
    return _NOT_SORTED_BY.sub("", unicodedata.normalize("NFD", lower))


def first_letter(text: str) -> str:
    """The heading that a word stands under: a capital letter, or 0–9 for figures and signs."""
    first = alphabetical(text)[:1]
    return first.upper().translate(_HEADINGS) if first and not first.isdigit() and first != " " else "0–9"
