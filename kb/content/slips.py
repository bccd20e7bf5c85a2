"""What YAML accepts in front matter and no author means, and what an author likely did that it does not accept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.problems import Severity


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with some YAML, for the author."""

    line: int
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


_FIELD = re.compile(r"[ \t]*(?:- )?(?P<key>[\w-]+)[ \t]*:[ \t]+(?P<value>\S.*)")
_TEXTS = frozenset({"title", "summary", "note", "publisher"})
"""Fields of running text. In the others, what stands after # is a note that the author meant to make."""
_AFTER_HASH = re.compile(r"(?:^|\s)#[ \t]*(?P<lost>.*)")
_QUOTED = re.compile(r"[\"'\[{|>]")
_CURLY = re.compile(r"(?:^|[\[{,:]\s*|-\s+)[“”„‟]|[“”„‟]\s*(?:$|[\]},])")
_RUN_TOGETHER = re.compile(r"[ \t]*-[^\W\d_]")
_NO_SPACE = re.compile(r"(?P<key>[a-z_]+):(?P<value>[^\s:/].*)")
_NO_COLON = re.compile(r"(?P<key>[a-z_]+)[ \t]+(?P<value>[^\s:][^:]*)")
_HALF_QUOTED = re.compile(r"[\w-]+[ \t]*:[ \t]+(?P<value>\"[^\"]*\"[ \t]*[^\s,#].*)")
_TWO_FIELDS = re.compile(r"[ \t]*(?:- )?(?P<key>[\w-]+):[ \t]+(?P<inner>(?P<name>nb|nn):[ \t].*)")
_WITH_VALUE = re.compile(r"(?P<field>[\w-]+[ \t]*:[ \t]+)(?P<value>[^\s\[{|>].*?)[ \t]*")
_HARD_SPACE = "\N{NO-BREAK SPACE}"


def slips(written: str, first_line: int) -> tuple[Mistake, ...]:
    """Every slip in front matter that can be read. Never raises."""
    return tuple(
        Mistake(line, message, remedy, Severity.WARNING)
        for line, text in enumerate(written.split("\n"), start=first_line)
        if not text.lstrip().startswith("#")
        for message, remedy in _in(text)
    )


def _in(text: str) -> Iterator[tuple[str, str]]:
    if _RUN_TOGETHER.match(text):
        yield "Det mangler et mellomrom etter -, så linjen er ikke et punkt i listen.", "Skriv «- » foran teksten."
    if _CURLY.search(text):
        yield (
            "Anførselstegnene er krumme, slik Word lager dem, og blir en del av teksten.",
            'Skriv rette anførselstegn ("), eller ta dem bort.',
        )
    field = _FIELD.match(text)
    if field is None or field["key"] not in _TEXTS or _QUOTED.match(field["value"]):
        return
    lost = _AFTER_HASH.search(field["value"])
    if lost:
        yield f"Det som står etter # («{lost['lost'][:40]}»), blir borte.", _quoted(field["key"], field["value"])
    elif field["value"][0] in "!&":
        yield f"Teksten begynner med {field['value'][0]}, som har en egen betydning.", _quoted(field["key"], "…")


def likely_cause(lines: list[str], last: int) -> tuple[int, str, str] | None:
    """What an author most likely did in YAML that cannot be read: the line, what is wrong, and what to do.

    `last` is where the reading stopped; what is wrong stands there or above.
    """
    for number in range(min(last, len(lines) - 1), max(last - 2, -1), -1):
        text = lines[number]
        if _HARD_SPACE in text[: len(text) - len(text.lstrip())] or re.match(rf"[\w-]+:{_HARD_SPACE}", text):
            return number, "Det står et hardt mellomrom, slik Word lager dem.", "Skriv et vanlig mellomrom i stedet."
        if found := _NO_SPACE.fullmatch(text):
            return number, "Det mangler et mellomrom etter kolon.", f"Skriv «{found['key']}: {found['value'][:40]}»."
        if found := _TWO_FIELDS.fullmatch(text):
            both = found["inner"] if ", n" in found["inner"] else f"{found['inner']}, nn: …"
            said = f"«{found['key']}» og «{found['name']}» står på samme linje."
            return number, said, f"Skriv {found['key']}: {{{both}}}."
        if found := _HALF_QUOTED.fullmatch(text):
            return number, "Bare en del av teksten står i anførselstegn.", f"Skriv '{found['value']}'."
        if found := _NO_COLON.fullmatch(text):
            return number, f"Det mangler et kolon etter «{found['key']}».", f"Skriv «{found['key']}: …»."
    return None


def mended(lines: list[str], number: int) -> str | None:
    """The line as its author most likely meant it, so that the rest can be read; None when that takes more lines."""
    text = lines[number]
    if number + 1 < len(lines) and lines[number + 1][:1] in (" ", "\t"):
        return None
    if _HARD_SPACE in text:
        return text.replace(_HARD_SPACE, " ")
    if found := _NO_SPACE.fullmatch(text) or _NO_COLON.fullmatch(text):
        return f"{found['key']}: {found['value']}"
    found = _WITH_VALUE.fullmatch(text)
    if found is None:
        return None
    value = found["value"].replace("'", "''")
    return f"{found['field']}'{value}'"


def _quoted(key: str, value: str) -> str:
    plain = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'Sett anførselstegn rundt hele teksten: {key}: "{plain[:60]}".'
