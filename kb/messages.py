"""How is something told to readers, in whichever written standard they read?

A message keeps its words apart from its values, so that a catalogue can translate the words, and the values (a day,
the name of an act) can be shown as each standard wants them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from kb.articles import Label, Variant

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that are shown as they are in every standard: the subject of a provision, the name of an act."""

    text: str
    lang: Variant = Variant.BOKMAL


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; in plain text the address is told after them."""

    words: Message
    url: str


@dataclass(frozen=True, slots=True)
class Message:
    """`template` is bokmål with `%(name)s` where the values go, and is what a catalogue translates by.

    `plural` is the template for any `count` but one; empty when the message does not count.
    """

    template: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str = ""
    count: int = 1


Value = str | date | Label | Quoted | Link | Message | tuple["Value", ...]
"""What a message may hold. Text is what a reader typed, a number, an address; several are parted by commas."""


def message(template: str, **values: Value) -> Message:
    """A message. Its template is written out in the call, which stands in no other: so the catalogue finds it."""
    return Message(template, tuple(values.items()))


def counted(one: str, many: str, count: int, **values: Value) -> Message:
    """A message that counts; its templates may hold `%(num)s`, and are written out in the call too."""
    return Message(one, (("num", str(count)), *values.items()), many, count)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what is told, the language that it is in, and where it leads, if anywhere."""

    text: str
    lang: Variant
    url: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Tells messages in one written standard. What it is given are a catalogue's functions, and how it writes a day."""

    standard: Variant
    translate: Callable[[str], str]
    translate_counted: Callable[[str, str, int], str]
    write_day: Callable[[date], str]

    def text(self, value: Value) -> str:
        """What is told, as plain text."""
        by_address = groupby(self._parts(value), key=lambda part: part.url)
        told = (("".join(part.text for part in same), url) for url, same in by_address)
        return "".join(f"{text} ({url})" if url else text for text, url in told)

    def parts(self, value: Value) -> tuple[Part, ...]:
        """What is told, in pieces of one language each; a link is a piece of its own."""
        alike = groupby(self._parts(value), key=lambda part: (part.lang, part.url))
        return tuple(Part("".join(part.text for part in same), lang, url) for (lang, url), same in alike)

    def _parts(self, value: Value) -> Iterator[Part]:
        match value:
            case str():
                yield Part(value, self.standard)
            case date():
                yield Part(self.write_day(value), self.standard)
            case Label():
                yield Part(value.in_standard(self.standard), value.language(self.standard))
            case Quoted():
                yield Part(value.text, value.lang)
            case Link():
                yield from (replace(part, url=value.url) for part in self._told(value.words))
            case Message():
                yield from self._told(value)
            case tuple():
                for number, one in enumerate(value):
                    if number:
                        yield Part(", ", self.standard)
                    yield from self._parts(one)

    def _told(self, told: Message) -> Iterator[Part]:
        one, many = told.template, told.plural
        template = self.translate_counted(one, many, told.count) if many else self.translate(one)
        values = dict(told.values)
        has_stop = False
        for number, piece in enumerate(_PLACE.split(template)):
            # Splitting by a group gives words and names by turns.
            if number % 2:
                for part in self._parts(values[piece]):
                    has_stop = part.text.endswith(".")
                    yield part
            # The stop of «m.m.» ends the sentence too.
            elif words := piece[1:] if has_stop and piece.startswith(".") else piece:
                yield Part(words, self.standard)


_PLACE = re.compile(r"%\((\w+)\)s")


def norwegian_date(day: date) -> str:
    """`1. januar 2023`: the same in bokmål and nynorsk."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


BOKMAL = Voice(Variant.BOKMAL, lambda text: text, lambda one, many, count: one if count == 1 else many, norwegian_date)
"""The words as they stand in the code."""
