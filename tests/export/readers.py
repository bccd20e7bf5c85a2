"""Small readers of what is exported, written from the formats' own descriptions and not from our writers."""

from __future__ import annotations

import re


def read_ris(text: str) -> dict[str, list[str]]:
    """One record: a tag of two letters, two spaces, a hyphen, a space, the value; CRLF between lines."""
    lines = text.split("\r\n")
    assert lines[-1] == "", "the record ends with a line break"
    fields: dict[str, list[str]] = {}
    for line in lines[:-1]:
        found = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line, re.DOTALL)
        assert found, line
        fields.setdefault(found[1], []).append(found[2])
    assert lines[0].startswith("TY  - ")
    assert lines[-2] == "ER  - "
    return fields


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """One entry: its type, its key and its fields, found as BibTeX does it: by counting braces, backslash or not."""
    head = re.match(r"@(\w+)\{([^\s,{}]+),\s*", text)
    assert head, text
    fields, place = {}, head.end()
    while (name := re.compile(r"(\w+)\s*=\s*\{").match(text, place)) is not None:
        start = name.end()
        place, depth = start, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(text[place], 0)
            place += 1
        fields[name[1]] = text[start : place - 1]
        place = _after(r"\s*,?\s*", text, place)
    assert text[place:].strip() == "}", text[place:]
    return head[1], head[2], fields


def set_by_tex(value: str) -> str:
    """What a reader sees of a field, for the commands that text needs. Fails on what TeX would trip over."""
    return re.sub(r"\\text(\w+)\{\}|\\([#$%&_])|[\\{}#$%&_~^]", _set, value)


_NAMES = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}


def _set(found: re.Match[str]) -> str:
    if found[1] or found[2]:
        return _NAMES[found[1]] if found[1] else found[2]
    assert found[0] in "{}", f"{found[0]} is not text to TeX"
    return ""


def _after(pattern: str, text: str, place: int) -> int:
    found = re.compile(pattern).match(text, place)
    return found.end() if found else place
