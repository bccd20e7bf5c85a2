"""Makes words that differ only in how they are typed the same: case, accents, and *aa* for *å*."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kb.language.words import APOSTROPHES, HYPHENS, SOFT_HYPHEN

_SAME = str.maketrans({**dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(APOSTROPHES, "'"), SOFT_HYPHEN: None})

NEIGHBOURS = {"ä": "æ", "ö": "ø"}
"""What is another letter in Swedish and German, and the same sound: Göteborg, Gøteborg."""

TYPEWRITTEN = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
"""How the Norwegian letters are typed where the keyboard lacks them: *aapenhet*, *undersoekelse*."""


def fold(word: str) -> str:
    """The form in which words are compared. Folding twice gives the same as folding once.

    Accents stay, so that a word of the index can be shown to a reader: *idé*.
    """
    folded = word if word.isascii() else unicodedata.normalize("NFC", word)
    folded = folded.casefold().translate(_SAME)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded)
    # A provision is one word however it is spaced: § 1-6, §1-6.
    return re.sub(r"\s+", "", folded) if folded.startswith("§") else folded


def without_accents(word: str) -> str:
    """The word with *é* as *e* and *ö* as *ø*; æ, ø and å are letters of their own."""
    return word if word.isascii() else "".join(map(_without_accent, word))


def as_typewritten(word: str) -> tuple[str, ...]:
    """What a word may be that was typed without æ, ø and å."""
    found = word
    for typed, letter in TYPEWRITTEN:
        found = found.replace(typed, letter)
    return (found,) if found != word else ()


@lru_cache(maxsize=1024)
def _without_accent(letter: str) -> str:
    if letter in "æøå":
        return letter
    if letter in NEIGHBOURS:
        return NEIGHBOURS[letter]
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
