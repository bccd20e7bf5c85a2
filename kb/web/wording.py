"""The words of the interface in both written standards: bokmål stands in the code, nynorsk in the catalogue."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from kb.articles import Variant

LOCALE = Path(__file__).resolve().parent / "locale"

# Babel knows both Norwegian standards; for Northern Sámi too when a catalogue comes.
_CALENDAR = {Variant.BOKMAL: "nb", Variant.NYNORSK: "nn", Variant.SAMI: "se"}


@cache
def translations(standard: Variant) -> NullTranslations:
    """The catalogue of a standard. Bokmål is what the code says, and needs none."""
    path = LOCALE / standard.value / "messages.po"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=standard.value)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def long_date(day: date, standard: Variant) -> str:
    """22. november 2026"""
    return format_date(day, "d. MMMM y", locale=_CALENDAR[standard])


def _(text: str) -> str:
    """Marks a text for the catalogue; it is translated where it is shown."""
    return text
