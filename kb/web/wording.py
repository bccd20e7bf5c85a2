"""The words of the interface in each written standard: bokmål stands in the code, the others in their catalogues."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from kb.articles import Variant
from kb.messages import Voice

LOCALE = Path(__file__).resolve().parent / "locale"

STANDARDS: Mapping[Variant, str] = {Variant.BOKMAL: "Bokmål", Variant.NYNORSK: "Nynorsk"}
"""What the interface speaks, and what each is called in itself. docs/how-to/legge-til-sprak.md tells how to add one."""


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
    # How a day is written is for each catalogue to say, in the letters of Unicode's date patterns.
    pattern = translations(standard).gettext(_("d. MMMM y"))
    return format_date(day, pattern, locale=standard.value)


@cache
def voice(standard: Variant) -> Voice:
    """Tells messages in a standard."""
    words = translations(standard)
    return Voice(standard, words.gettext, words.ngettext, partial(long_date, standard=standard))


def _(text: str) -> str:
    """Marks a text for the catalogue; it is translated where it is shown."""
    return text
