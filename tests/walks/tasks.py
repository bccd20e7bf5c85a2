"""What our readers come for: the table in tasks.yml, as it reads in one written standard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

TABLE = Path(__file__).with_name("tasks.yml")

Standard = Literal["nb", "nn"]

USERS = ("Caseworker", "Trainer", "Student", "Editor", "Operator")
"""Whom the site is for; the others in the table are extra."""


@dataclass(frozen=True, slots=True)
class Task:
    """See the head of the table for what each value is."""

    reader: str
    wish: str
    standard: Standard
    arrives: str
    sees: str
    asks: str = ""
    types: str = ""
    clicks: tuple[str, ...] = ()
    where: str = "real"
    saves: str = ""

    @property
    def name(self) -> str:
        return f"{self.reader}: {self.wish}"

    @property
    def starts(self) -> str:
        return self.asks or "/"


def tasks(standard: Standard) -> tuple[Task, ...]:
    """All tasks, with the words of those who read and write this standard."""
    table = yaml.safe_load(TABLE.read_text("utf-8"))
    return tuple(
        Task(reader=reader, standard=standard, **_said(row, standard)) for reader in table for row in table[reader]
    )


def _said(row: dict[str, Any], standard: Standard) -> dict[str, Any]:
    def words(value: Any) -> Any:
        if isinstance(value, dict):
            return value[standard]
        return tuple(words(one) for one in value) if isinstance(value, list) else value

    return {name: words(value) for name, value in row.items()}
