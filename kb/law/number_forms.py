"""How is the number of a provision compared, sorted and written?"""

from __future__ import annotations

import re


def normal_number(number: str) -> str:
    """A number as it is compared: `12–3 A` and `12.3a` are `12-3a`."""
    return re.sub(r"\s", "", re.sub(r"\s*[-‐‑–—.]\s*", "-", number)).lower()


def number_key(number: str) -> tuple[tuple[int, int | str], ...]:
    """Sorts § 4-12 after § 4-2, and § 4-2 a after § 4-2."""
    parts = re.findall(r"\d+|[^\W\d_]+", normal_number(number))
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts)


def as_written(number: str) -> str:
    """A number as acts write it: `12-3a` is § 12-3 a, and `9a-1` is § 9 A-1."""
    chapter = re.fullmatch(r"(\d+)([a-z])(-.+)", normal_number(number))
    if chapter:
        return f"{chapter[1]} {chapter[2].upper()}{as_written(chapter[3])}"
    return re.sub(r"(?<=\d)(?=[a-zæøå]$)", " ", normal_number(number))
