"""The Norwegian alphabet: æ, ø and å come last, and aa is å."""

from __future__ import annotations

import unicodedata

_ORDER = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
_KEPT = frozenset("æøå")


def alphabetical(text: str) -> tuple[tuple[int, int], ...]:
    """A key to sort by. Signs and figures come before letters; accents do not count: é is e."""
    return tuple(_place(letter) for letter in _letters(text))


def first_letter(text: str) -> str:
    """The heading that a word stands under: a capital letter, or 0–9 for figures and signs."""
    letters = _letters(text)
    return letters[0].upper() if letters and letters[0] in _ORDER else "0–9"


def _place(letter: str) -> tuple[int, int]:
    return (1, _ORDER[letter]) if letter in _ORDER else (0, ord(letter))


def _letters(text: str) -> str:
    # Aase is sorted as Åse: the rule of Norwegian encyclopedias and telephone books.
    lower = text.lower().replace("aa", "å")
    return "".join(
        letter if letter in _KEPT else unicodedata.normalize("NFD", letter)[0]
        for letter in unicodedata.normalize("NFC", lower)
        if letter.isalnum() or letter == " "
    )
