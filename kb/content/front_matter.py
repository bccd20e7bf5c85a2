"""Splits a file into its front matter and its body, and remembers on which line each thing stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

import yaml

from kb.content.slips import Mistake, likely_cause, mended, slips

# libyaml reads an article's front matter in 0.1 ms, the Python parser in 2.5 ms; see docs/decisions/0030.
_Loader: type[yaml.BaseLoader] | type[yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MAX_DEPTH = 20
"""Layers within layers; our own data files have five."""

Plain = str | tuple["Value", ...] | Mapping[str, "Value"] | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its line. Every scalar is text: the schema, not YAML, decides what is a date or a number."""

    content: Plain
    line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file in two parts. `key_lines` are where the keys stand; `body_line` is where the body starts."""

    fields: Mapping[str, Value]
    key_lines: Mapping[str, int]
    body: str
    body_line: int = 1
    mistakes: tuple[Mistake, ...] = ()


_OPENING = re.compile(r"---[ \t]*(?:\n|$)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIELD = re.compile(r"(?P<key>[\w-]+)[ \t]*:[ \t]+(?P<value>[^\"]{1,100}?)[ \t]*")
_KEY = re.compile(r"^[\w-]+[ \t]*:(?:[ \t]|$)", re.MULTILINE)
# A field, what belongs to the one above, or nothing.
_OF_FIELDS = re.compile(r"[\w-]+[ \t]*:(?:[ \t]|$)|[ \t]|[-\]}]")
_INDENTED_KEY = re.compile(r"[ \t]+[\w-]+[ \t]*:(?:[ \t]|$)")
_RULE = re.compile(r"[ \t]*[-–—]{2,}[ \t]*")
_TELLING = re.compile(r"(?:id|title|kind):[ \t]")


def split(text: str) -> FrontMatter:
    """Never raises. A file that opens with `---` as a mere rule across the page has no front matter."""
    opening = _OPENING.match(text)
    if opening is None:
        return _misplaced(text)
    closing = _CLOSING.search(text, opening.end())
    written = text[opening.end() : closing.start() if closing else len(text)]
    if not _KEY.search(written) and (closing is None or written.strip()):
        return FrontMatter({}, {}, text)
    if closing is None:
        return _never_closed(text, opening.end())
    return _parted(written, 2, text[closing.end() :], text.count("\n", 0, closing.end()) + 1)


def _parted(written: str, first_line: int, body: str, body_line: int, *known: Mistake) -> FrontMatter:
    root = parse(written, first_line)
    lines = written.split("\n")
    # A line that cannot be read is read as it was likely meant, so that it hides nothing that is wrong on the others.
    found: dict[int, Mistake] = {}
    while isinstance(root, Mistake):
        number = root.line - first_line
        better = mended(lines, number) if number < len(lines) and not (known or root.line in found) else None
        found.setdefault(root.line, root)
        if better is None:
            return FrontMatter({}, {}, body, body_line, known or tuple(found.values()))
        lines[number] = better
        root = parse("\n".join(lines), first_line)
    fields, key_lines, mistakes = root
    told = (*known, *found.values(), *mistakes, *slips(written, first_line))
    return FrontMatter(fields, key_lines, body, body_line, told)


def _never_closed(text: str, start: int) -> FrontMatter:
    """The fields end where something stands that is none: that is where the author forgot the line."""
    lines = text[start:].split("\n")
    count = next((number for number, line in enumerate(lines) if line and not _OF_FIELDS.match(line)), len(lines))
    while count > 1 and not lines[count - 1].strip():
        count -= 1
    message, remedy = "Feltene øverst i filen blir aldri avsluttet.", f"Sett en linje med --- under linje {count + 1}."
    mistake = Mistake(count + 1, message, remedy)
    return _parted("\n".join(lines[:count]), 2, "\n".join(lines[count:]), count + 2, mistake)


def _misplaced(text: str) -> FrontMatter:
    """Tells of fields that readers would see as text, since the first line of the file is not `---`."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    has_rule = _RULE.fullmatch(lines[start]) is not None
    start += has_rule
    fields = list(takewhile(lambda line: line.strip() and not _CLOSING.fullmatch(line), lines[start:]))
    end = start + len(fields)
    closed = len(lines) > end and _CLOSING.fullmatch(lines[end])
    if not (closed and fields and _KEY.match(fields[0]) and any(map(_TELLING.match, fields))):
        return FrontMatter({}, {}, text)
    message = "Feltene er ikke øverst i filen, så leserne ville sett dem som tekst."
    remedy = "La første linje være --- alene, uten noe foran."
    if not has_rule:
        remedy = "Sett en linje med --- foran dem, som første linje i filen."
    mistake = Mistake(start + 1, message, remedy)
    return _parted("\n".join(fields), start + 1, "\n".join(lines[end + 1 :]), end + 2, mistake)


def parse(written: str, first_line: int = 1) -> tuple[dict[str, Value], dict[str, int], tuple[Mistake, ...]] | Mistake:
    """YAML that should be a mapping, as values with lines; or the one mistake that stops the reading."""
    node = compose(written, first_line)
    if isinstance(node, Mistake):
        return node
    if node is None:
        return {}, {}, ()
    if not isinstance(node, yaml.MappingNode):
        return Mistake(
            first_line, "Feltene øverst i filen er ikke på formen «nøkkel: verdi».", "Skriv ett felt på hver linje."
        )
    mistakes: list[Mistake] = []
    fields: dict[str, Value] = {}
    key_lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + first_line
        if key in fields:
            mistakes.append(Mistake(line, f"Feltet «{key}» står to ganger.", "Behold bare ett av dem."))
            continue
        fields[key] = to_value(value_node, first_line)
        key_lines[key] = line
    return fields, key_lines, tuple(mistakes)


def compose(written: str, first_line: int = 1) -> yaml.Node | Mistake | None:
    """The YAML as nodes, or what is wrong with it."""
    try:
        refused = _refused(written, first_line)
        return refused if refused is not None else yaml.compose(written, Loader=_Loader)
    except yaml.YAMLError as error:
        line = _line_of(error)
        told = likely_cause(written.split("\n"), line) or (line, *_explained(error, written, line))
        return Mistake(told[0] + first_line, *told[1:])


def _line_of(error: yaml.YAMLError) -> int:
    """Where the mistake is: what is never closed is mended where it begins, not where the reading stopped."""
    said = str(error)
    names = ["problem_mark", "context_mark"]
    if any(part in said for part in _UNFINISHED):
        names.reverse()
    marks = [mark for name in names if (mark := getattr(error, name, None)) is not None]
    return int(marks[0].line) if marks else 0


def _refused(written: str, first_line: int) -> Mistake | None:
    """What no editor needs, and what could make a small file endless or exhaust the stack of the YAML parser."""
    depth = 0
    for event in yaml.parse(written, Loader=_Loader):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if isinstance(event, yaml.AliasEvent):
            return Mistake(line, *_ALIAS)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return Mistake(line, "Lister eller felt er lagt inni hverandre i for mange lag.", "Skriv dem enklere.")
    return None


def to_value(node: yaml.Node, first_line: int = 1) -> Value:
    """A node as a value; an empty plain scalar, `~` and `null` are None."""
    line = node.start_mark.line + first_line
    if isinstance(node, yaml.SequenceNode):
        return Value(tuple(to_value(item, first_line) for item in node.value), line)
    if isinstance(node, yaml.MappingNode):
        return Value({str(key.value): to_value(value, first_line) for key, value in node.value}, line)
    text = str(node.value)
    unquoted = not getattr(node, "style", None)  # None in the Python parser, empty in libyaml
    return Value(None if unquoted and text in ("", "~", "null") else text, line)


def plain(value: Value) -> object:
    """The value without lines: text, lists and dicts."""
    content = value.content
    if isinstance(content, tuple):
        return [plain(item) for item in content]
    if isinstance(content, Mapping):
        return {key: plain(item) for key, item in content.items()}
    return content


_UNFINISHED = ("expected ',' or", "unexpected end of stream", "could not find expected ':'")
_ALIAS = ("Teksten begynner med *, som har en egen betydning.", "Sett anførselstegn rundt teksten.")
_EXPLAINED = (
    (
        "mapping values are not allowed",
        "Teksten har et kolon, og må da stå i anførselstegn.",
        "Sett anførselstegn rundt hele teksten.",
    ),
    ("tab character", "Det står et tabulatortegn først på linjen.", "Bruk mellomrom i stedet."),
    (
        "cannot start any token",
        "Teksten begynner med et tegn som har en egen betydning.",
        "Sett anførselstegn rundt teksten.",
    ),
    ("expected ',' or ']'", "En liste som begynner med [ blir ikke avsluttet.", "Sett ] til slutt i listen."),
    ("expected ',' or '}'", "Noe som begynner med { blir ikke avsluttet.", "Sett } til slutt."),
    ("unexpected end of stream", "Et anførselstegn blir ikke avsluttet.", "Sett det som mangler, til slutt i teksten."),
    ("expected <block end>", "Linjene er ikke rykket likt inn.", "La alle feltene begynne helt til venstre."),
    ("could not find expected ':'", "Linjen mangler kolon etter navnet på feltet.", "Skriv «nøkkel: verdi»."),
    ("control characters", "Det står et usynlig styretegn i feltene.", "Skriv linjen på nytt."),
)


def _explained(error: yaml.YAMLError, written: str, line: int) -> tuple[str, str]:
    said = str(error)
    lines = written.split("\n")
    typed = lines[line] if line < len(lines) else ""
    if "\t" in typed[: len(typed) - len(typed.lstrip())]:
        said = "tab character"
    elif "mapping values are not allowed" in said and _INDENTED_KEY.match(typed):
        said = "expected <block end>"
    field = _FIELD.fullmatch(typed)
    if field and "mapping values are not allowed" in said:
        message = "Teksten har et kolon, og må da stå i anførselstegn."
        return message, f'Sett anførselstegn rundt hele teksten: {field["key"]}: "{field["value"]}".'
    for part, message, remedy in _EXPLAINED:
        if part in said:
            return message, remedy
    shown = typed.strip()
    return f"Feltene kan ikke leses ved «{shown[:60]}».", "Se etter anførselstegn, klammer og innrykk."
