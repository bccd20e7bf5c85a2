"""Reads the data files that editors keep, such as `_sources.yml`, and gathers what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from rapidfuzz import fuzz, process

from kb.articles import Label, Variant
from kb.content.files import read
from kb.content.front_matter import Value, compose, to_value
from kb.content.slips import Mistake, slips
from kb.problems import Problem, Severity

Choice = TypeVar("Choice", bound=StrEnum)

MOST_CHOICES = 12
"""More than this in a message is no help: then the nearest are told."""

NEAREST = 5

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass
class Record:
    """One mapping of a data file. Each method reads a key; `problems` grows with what is wrong.

    The one value of this room that is changed after it is made: it lives only while a file is read.
    """

    file: str
    line: int
    values: Mapping[str, Value]
    problems: list[Problem]
    used: set[str] = field(default_factory=set)

    def text(self, key: str, *, required: bool = False) -> str:
        """Text on one line; empty when it is not there."""
        value = self._value(key)
        if value is None or value.content is None:
            if required:
                self.report(self.line, f"«{key}» mangler.", f"Skriv {key}: …")
            return ""
        if not isinstance(value.content, str):
            self.report(value.line, f"«{key}» skal være tekst.", "Skriv én verdi etter kolon.")
            return ""
        return value.content.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self._value(key)
        return texts_of(
            value, lambda line: self.report(line, f"«{key}» skal være en liste med tekst.", "Skriv [a, b].")
        )

    def day(self, key: str) -> date | None:
        """A date, or None when it is not there."""
        written = self.text(key)
        if not written:
            return None
        day = as_date(written)
        if day is None:
            self.report(self._line(key), f"«{key}» er «{written}».", "Skriv datoen som 2026-01-31.")
        return day

    def choice(self, key: str, choices: type[Choice], default: Choice) -> Choice:
        """One of a few words."""
        written = self.text(key)
        if not written:
            return default
        try:
            return choices(written)
        except ValueError:
            self.report(self._line(key), f"«{key}» er «{written}».", choose(written, [one.value for one in choices]))
            return default

    def label(self, key: str) -> Label:
        """A name in both standards; one of them stands in for the other when that is missing."""
        value = self._value(key)
        if value is not None and isinstance(value.content, str):
            return Label(value.content, value.content)
        inner = self._inner(value)
        nb, nn = inner.text("nb"), inner.text("nn")
        inner.finish()
        if not nb and not nn:
            self.report(self._line(key), f"«{key}» mangler navn.", f"Skriv {key}: {{nb: …, nn: …}}")
        return Label(nb or nn, nn or nb)

    def labels(self, key: str) -> dict[Variant, tuple[str, ...]]:
        """Words in each standard; those that are left out are not in the answer."""
        value = self._value(key)
        if value is None or value.content is None:
            return {}
        if not isinstance(value.content, Mapping):
            self.report(
                value.line, f"«{key}» sier ikke hvilken målform ordene er i.", f"Skriv {key}: {{nb: [a, b], nn: [c]}}."
            )
            return {}
        inner = self._inner(value)
        found = {variant: words for variant in Variant if (words := inner.texts(variant.value))}
        inner.finish()
        return found

    def records(self, key: str) -> Iterator[Record]:
        """The mappings of a list."""
        value = self._value(key)
        if value is not None:
            yield from records_of(value, self.file, self.problems)

    def finish(self) -> None:
        """Tells of keys that nobody has read. Call it last."""
        for key, value in self.values.items():
            if key not in self.used:
                self.report(value.line, f"Kjenner ikke «{key}».", choose(key, sorted(self.used)))

    def report(self, line: int, message: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        """Adds a problem with this file."""
        self.problems.append(Problem(self.file, line, "datafil", message, remedy, severity))

    def _value(self, key: str) -> Value | None:
        self.used.add(key)
        return self.values.get(key)

    def _line(self, key: str) -> int:
        return self.values[key].line if key in self.values else self.line

    def _inner(self, value: Value | None) -> Record:
        content = value.content if value is not None else None
        return Record(
            self.file,
            value.line if value else self.line,
            content if isinstance(content, Mapping) else {},
            self.problems,
        )


def read_data(folder: Path, name: str, problems: list[Problem]) -> Value | None:
    """What a data file holds, or None when there is no such file or it cannot be read."""
    path = folder / name
    if not path.is_file():
        return None
    source = read(path, folder)
    if isinstance(source, Problem):
        problems.append(source)
        return None
    node = compose(source.text)
    found = (node,) if isinstance(node, Mistake) else slips(source.text, 1)
    problems.extend(Problem(str(path), one.line, "datafil", one.message, one.remedy, one.severity) for one in found)
    if isinstance(node, Mistake):
        return None
    return to_value(node) if node is not None else None


def records_of(value: Value | None, file: str, problems: list[Problem]) -> Iterator[Record]:
    """The mappings of a list; what is not a mapping is told of."""
    if value is None or value.content is None:
        return
    if not isinstance(value.content, tuple):
        problems.append(
            Problem(file, value.line, "datafil", "Her skal det stå en liste.", "Begynn hver post med «- ».")
        )
        return
    for item in value.content:
        if isinstance(item.content, Mapping):
            yield Record(file, item.line, item.content, problems)
        else:
            problems.append(
                Problem(file, item.line, "datafil", "Posten er ikke på formen «nøkkel: verdi».", "Skriv id: …")
            )


def texts_of(value: Value | None, complain: Callable[[int], None]) -> tuple[str, ...]:
    """A list of texts, without those that are empty; `complain` hears of the line of what is not text."""
    if value is None or value.content is None:
        return ()
    if isinstance(value.content, str):
        return (value.content.strip(),) if value.content.strip() else ()
    if not isinstance(value.content, tuple):
        complain(value.line)
        return ()
    for item in value.content:
        if item.content is not None and not isinstance(item.content, str):
            complain(item.line)
    return tuple(
        item.content.strip() for item in value.content if isinstance(item.content, str) and item.content.strip()
    )


def as_date(written: str) -> date | None:
    """A date written as 2026-01-31, or None."""
    if not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def choose(written: str, choices: Iterable[str]) -> str:
    """A remedy: the likeliest of some choices, or all of them, or the ones most like it when they are many."""
    known = list(choices)
    guess = likeliest(written, known)
    if guess is not None:
        return f"Mente du «{guess}»?"
    if not known:
        return "Fjern det."
    if len(known) <= MOST_CHOICES:
        return f"Velg blant {', '.join(known)}."
    nearest = process.extract(written, known, scorer=fuzz.ratio, limit=NEAREST)
    return f"Mest likt er {', '.join(str(one[0]) for one in nearest)}."


def likeliest(written: str, choices: Iterable[str]) -> str | None:
    """The choice that is most like what was written, when it is like enough to be worth saying."""
    # 70 of 100: «sumary» is 92 like «summary», and «updated» only 53 like «aliases».
    found = process.extractOne(written, list(choices), scorer=fuzz.ratio, score_cutoff=70)
    return str(found[0]) if found else None
