"""What an article is called when its author has not said: an id and a title of the file's name or of other words."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from kb.typography import capital


def id_of(path: str) -> str:
    """The name of the file, with letters that do not belong in an address written otherwise."""
    stem = Path(path).stem
    if re.fullmatch(r"[A-Za-z0-9._~-]+", stem):
        return stem
    return slug(stem) or "uten-navn"


def slug(text: str) -> str:
    """Words as an id: «Barnets beste» is `barnets-beste`."""
    letters = text.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain_letters = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain_letters).strip("-")


def title_of(path: str) -> str:
    """The name of the file as words."""
    words = re.sub(r"[-_]+", " ", Path(path).stem).strip()
    return capital(words)
