"""`Problem`: what is wrong with content, told so that an author can mend it. `KbError`: what we cannot go on from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the content from being published; a warning does not, but `--strict` counts it."""

    ERROR = "feil"
    WARNING = "advarsel"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that an author should mend. All texts are in Norwegian, for people who do not program.

    `file` is relative to where the command was given, `line` counts from 1.
    """

    file: str
    line: int
    rule: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} {self.remedy} [{self.rule}]"


class KbError(Exception):
    """Something that the program cannot go on from. The text names the thing, shows the value, offers the choices."""


class ContentError(KbError):
    """The content has errors, so that no index may be made of it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
