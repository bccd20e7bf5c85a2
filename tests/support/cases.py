"""Reads tests/cases: text files in which each case is a name, an input and what is expected, with dots between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `given` is all that is written when nothing is expected apart from it."""

    name: str
    given: str
    expected: str

    @property
    def lines(self) -> list[str]:
        return [line for line in self.given.splitlines() if line.strip()]


def cases(file: str) -> list[Case]:
    """The cases of a file with an input and an outcome each."""
    text = (FOLDER / file).read_text(encoding="utf-8")
    found = re.findall(r"^(.+)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.$", text, re.MULTILINE)
    return [Case(name, given.rstrip("\n"), expected.rstrip("\n")) for name, given, expected in found]


def lists(file: str) -> list[Case]:
    """The cases of a file with lines that speak for themselves."""
    text = (FOLDER / file).read_text(encoding="utf-8")
    return [Case(name, given, "") for name, given in re.findall(r"^(.+)\n\.\n((?:.*\n)*?)\.$", text, re.MULTILINE)]
