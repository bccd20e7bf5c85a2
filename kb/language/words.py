"""Finds the words in a text without changing a letter of it."""

from __future__ import annotations

import re

from kb.language.terms import Word

WORD = re.compile(
    r"""
    §+\s?\d+[a-z]?(?:-\d+[a-z]?)*        # § 1-6, §4-12, §§ 8-1
    | \d+(?:[.,:/-]\d+)*[^\W\d_]*         # 2021, 1.1.2023, 4-12, 3,5, 12a
    | [^\W_]+(?:['’-][^\W_]+)*            # barn, Mitt-Liv, o'clock, trøndelag
    """,
    re.VERBOSE,
)


def find_words(text: str) -> tuple[Word, ...]:
    """Every word in order; `word.text == text[word.start:word.end]` for each."""
    return tuple(Word(found.group(), found.start(), found.end()) for found in WORD.finditer(text))
