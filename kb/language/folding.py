"""Makes words that differ only in how they are typed the same: case, accents, and *aa* for *å*."""

from __future__ import annotations

import unicodedata


def fold(word: str) -> str:
    """The form in which words are compared. Folding twice gives the same as folding once."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).casefold())
