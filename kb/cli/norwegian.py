"""Lets Click say its own few sentences in Norwegian, as the commands say theirs.

Click looks its words up with gettext, in the language of the terminal, and has no Norwegian ones to find there.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from click import Group, core, decorators, exceptions, formatting, parser, types

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "Usage:": "Bruk:",
        "Options": "Valg",
        "Commands": "Kommandoer",
        "Positional arguments": "Argumenter",
        "Show this message and exit.": "Vis denne hjelpen.",
        "Error: {message}": "Feil: {message}",
        "Try '{command} {option}' for help.": "Skriv «{command} {option}» for hjelp.",
        "Did you mean {possibility}?": "Mente du {possibility}?",
        "(Did you mean one of: {possibilities}?)": "Mente du en av disse: {possibilities}?",
        "No such command {name!r}.": "Kommandoen {name!r} finnes ikke.",
        "No such option {name!r}.": "Valget {name!r} finnes ikke.",
        "Option {name!r} requires an argument.": "Valget {name!r} må ha noe etter seg.",
        "Option {name!r} requires {nargs} arguments.": "Valget {name!r} må ha {nargs} ting etter seg.",
        "Option {name!r} does not take a value.": "Valget {name!r} skal ikke ha noe etter seg.",
        "Got unexpected extra argument ({args})": "Det står for mye etter kommandoen: {args}.",
        "Got unexpected extra arguments ({args})": "Det står for mye etter kommandoen: {args}.",
        "Missing argument": "Her mangler",
        "Missing option": "Her mangler",
        "Missing parameter": "Her mangler",
        "Missing command.": "Her mangler en kommando.",
        "Invalid value for {param_hint}: {message}": "{param_hint} kan ikke brukes: {message}",
        "Invalid value: {message}": "Kan ikke brukes: {message}",
        "{value} is not in the range {range}.": "{value} passer ikke; det må være {range}.",
        "{value!r} is not a valid {number_type}.": "{value!r} er ikke et tall.",
        "{name} {filename!r} does not exist.": "{filename!r} finnes ikke.",
        "{name} {filename!r} is a directory.": "{filename!r} er en mappe, ikke en fil.",
        "{name} {filename!r} is a file.": "{filename!r} er en fil, ikke en mappe.",
        "{name} {filename!r} is not readable.": "{filename!r} kan ikke leses.",
        "Aborted!": "Avbrutt.",
    }
)

_REFUSED: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOENT: "finnes ikke.",
        errno.EEXIST: "finnes fra før.",
        errno.EACCES: "kan ikke leses eller skrives. Se etter rettighetene.",
        errno.EPERM: "kan ikke leses eller skrives. Se etter rettighetene.",
        errno.EROFS: "ligger på en disk som ikke kan skrives til.",
        errno.ENOSPC: "fikk ikke plass: disken er full. Frigjør plass, og prøv igjen.",
        errno.EDQUOT: "fikk ikke plass: kvoten på disken er brukt opp. Frigjør plass, og prøv igjen.",
        errno.EFBIG: "fikk ikke plass: filen ble større enn maskinen tillater.",
        errno.ENOTDIR: "er ikke en mappe.",
        errno.EISDIR: "er en mappe, ikke en fil.",
    }
)

_MODULES = (core, decorators, exceptions, formatting, parser, types)


def speak_norwegian(commands: Group) -> None:
    """From now on Click uses our words, in what it says of these commands too."""
    for module in _MODULES:
        # The names under which each module of Click keeps gettext's two functions.
        vars(module).update({"_": _said, "ngettext": _said_of})
    commands.options_metavar, commands.subcommand_metavar = "[VALG]", "KOMMANDO ..."
    for command in commands.commands.values():
        command.options_metavar = "[VALG]"


def told(error: OSError) -> str:
    """What the machine refused, in Norwegian where it is one of the common things."""
    why = _REFUSED.get(error.errno or 0)
    if why is None or error.filename is None:
        return str(error)
    return f"{error.filename} {why}"


def _said(text: str) -> str:
    return WORDS.get(text, text)


def _said_of(one: str, many: str, count: int) -> str:
    return _said(one if count == 1 else many)
