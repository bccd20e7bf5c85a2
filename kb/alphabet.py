"""In which order do words come? In Norwegian æ, ø and å are last; in Northern Sámi á, č, đ, ŋ, š, ŧ, ž stand apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from kb.articles import Variant

# The three signs that follow z in ASCII stand in for the three letters that follow z in Norwegian.
_LAST = {"æ": "{", "ø": "|", "å": "}"}

# Letters of the neighbours that are sorted as ours: Göteborg as Gøteborg, Müller as Myller.
_NEIGHBOURS = {"ä": "{", "ö": "|", "ü": "y"}

# A letter with a place of its own right after another: the sign after those makes «č» follow all that begins with c.
_AFTER_ITS_LIKE = {"á": "a~", "č": "c~", "đ": "d~", "ŋ": "n~", "š": "s~", "ŧ": "t~", "ž": "z~"}

# Those of them that are no letter with an accent; others are sorted as the letter without it.
_ALIKE = {"đ": "d", "ŋ": "n", "ŧ": "t"}

_NORWEGIAN = str.maketrans({**_LAST, **_NEIGHBOURS, **_ALIKE})
_ALPHABETS: Mapping[Variant, dict[int, str]] = {
    Variant.SAMI: str.maketrans({**_LAST, **_NEIGHBOURS, **_AFTER_ITS_LIKE})
}

_NOT_SORTED_BY = re.compile(r"[^a-z0-9 {|}~]")
_LETTERS = {key: letter for letter, key in (_LAST | _AFTER_ITS_LIKE).items()}


@lru_cache(maxsize=8192)
def alphabetical(text: str, standard: Variant = Variant.BOKMAL) -> str:
    """A key to sort by. Figures come before letters; accents and signs do not count: é is e.

    In Norwegian Aase is sorted as Åse: the rule of encyclopedias and telephone books.
    """
    lower = unicodedata.normalize("NFC", text).lower()
    if standard is not Variant.SAMI:
        lower = lower.replace("aa", "å")
    key = lower.translate(_ALPHABETS.get(standard, _NORWEGIAN))
    return _NOT_SORTED_BY.sub("", unicodedata.normalize("NFD", key))


def first_letter(text: str, standard: Variant = Variant.BOKMAL) -> str:
    """The heading that a word stands under: a capital letter, or 0–9 for figures and signs."""
    key = alphabetical(text, standard)
    first = key[:2] if key[1:2] == "~" else key[:1]
    if not first or first.isdigit() or first == " ":
        return "0–9"
    return _LETTERS.get(first, first).upper()
