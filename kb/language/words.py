"""Finds the words in a text without changing a letter of it."""

from __future__ import annotations

import re
import unicodedata

from kb.language.terms import Word

HYPHENS = "-\u2010\u2011"
APOSTROPHES = "'\u2019"
SOFT_HYPHEN = "\u00ad"
MARKS = "\u0300-\u036f"
"""Combining accents: text from a Mac may write å as a and a ring."""


def _pattern(letters: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        §+\s?\d+(?:[{HYPHENS}]\d+)*[a-z]?(?![^\W\d_])              # § 1-6, §4-12, §§ 8-1, § 3-4a
        | \d+(?:[.,:/{HYPHENS}]\d+)*(?:[{HYPHENS}]?{letters})*     # 2021, 1.1.2023, 4-12, 3,5, 1990-tallet, 12a
        | {letters}(?:[{HYPHENS}{APOSTROPHES}]{letters})*          # barn, Nord-Trøndelag, LOV-2021-06-18-97, o'clock
        """,
        re.VERBOSE,
    )


_PLAIN = _pattern(r"[^\W_]+")
_MARKED = _pattern(rf"(?:[^\W_][{MARKS}{SOFT_HYPHEN}]*)+")


def find_words(text: str) -> tuple[Word, ...]:
    """Every word in order; `word.text == text[word.start:word.end]` for each."""
    is_plain = SOFT_HYPHEN not in text and unicodedata.is_normalized("NFC", text)
    pattern = _PLAIN if is_plain else _MARKED
    return tuple(Word(found.group(), found.start(), found.end()) for found in pattern.finditer(text))
