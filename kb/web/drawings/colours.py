"""The light colours of the style sheet, for drawings that leave the site: on a slide, on paper, in a shared link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kb.web.static_files import FOLDER

_COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")


@cache
def light() -> Mapping[str, str]:
    """Each colour of tokens.css by its name there, as the light table has it."""
    tokens = (FOLDER / "css" / "tokens.css").read_text("utf-8")
    table = tokens.partition("@media screen and (prefers-color-scheme: dark)")[0]
    return MappingProxyType(dict(_COLOUR.findall(table)))


def tone(process: str) -> str:
    """The colour that a process writes with; that of the site for a process that has none."""
    return light().get(process, light()["brand"])


def tint(process: str) -> str:
    """The colour that a process writes on."""
    return light().get(f"{process}-tint", light()["sunk"])
