"""Says of a field that cannot be used what is wrong with it, and what the author should write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kb.articles import Kind, Status, Variant
from kb.content.front_matter import Value
from kb.content.names import slug
from kb.content.records import choose
from kb.problems import Problem

RULE = "front-matter"

_CHOICES: Mapping[str, list[str]] = {
    "kind": [kind.value for kind in Kind],
    "status": [status.value for status in Status],
    "lang": [variant.value for variant in Variant],
}


# What an author who writes Norwegian is likely to call the fields.
_IN_NORWEGIAN: Mapping[str, str] = {
    "tittel": "title",
    "type": "kind",
    "sammendrag": "summary",
    "ingress": "summary",
    "språk": "lang",
    "målform": "lang",
    "lov": "laws",
    "lover": "laws",
    "kilde": "sources",
    "kilder": "sources",
    "stikkord": "keywords",
    "nøkkelord": "keywords",
    "tags": "keywords",
    "gjennomgått": "reviewed",
    "frist": "review_due",
}


def explained(key: str, error: Mapping[str, Any], value: Value, file: str, known: list[str]) -> Problem:
    """What is wrong with the value of a field, and what to write. `error` is what pydantic says of it."""
    given = error["input"]
    kind = error["type"]
    message = f"«{key}» er «{given}»." if isinstance(given, str) else f"«{key}» har en form som ikke kan brukes."
    if kind == "extra_forbidden" and len(error["loc"]) == 1:
        message = f"Kjenner ikke feltet «{key}»."
        remedy = f"Feltet heter «{meant}»." if (meant := _IN_NORWEGIAN.get(key.casefold())) else choose(key, known)
    elif key in _CHOICES and isinstance(given, str):
        remedy = choose(given, _CHOICES[key])
    elif kind == "string_pattern_mismatch":
        remedy = f"Skriv «{slug(str(given)) or 'barnets-beste'}»: bare små bokstaver a–z, tall og bindestrek."
    elif kind == "value_error":
        remedy = str(error["ctx"]["error"])
    elif kind == "tuple_type":
        message, remedy = f"«{key}» skal være en liste.", f"Skriv {key}: [a, b]."
    elif key == "sources":
        message, remedy = "En kilde er skrevet på en måte vi ikke forstår.", "Skriv {title: …, url: …}."
    else:
        message, remedy = f"«{key}» skal være tekst.", f"Skriv {key}: og så teksten på samme linje."
    return Problem(file, line_at(value, tuple(error["loc"][1:])), RULE, message, remedy)


def line_at(value: Value, place: tuple[object, ...]) -> int:
    """The line of the innermost value that an error points at."""
    for step in place:
        content = value.content
        if isinstance(content, tuple) and isinstance(step, int) and step < len(content):
            value = content[step]
        elif isinstance(content, Mapping) and step in content:
            value = content[str(step)]
    return value.line
