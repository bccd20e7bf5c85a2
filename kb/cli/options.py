"""What every command takes: where the content and the index are."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from kb.settings import Settings, from_environment, misspelt

P = ParamSpec("P")
R = TypeVar("R")


def with_settings(command: Callable[Concatenate[Settings, P], R]) -> Callable[..., R]:
    """Give the command the settings: an option wins over a variable, and a variable over the default."""

    @click.option(
        "--content",
        type=click.Path(path_type=Path),
        metavar="MAPPE",
        help="Mappen med artikler. [KB_CONTENT, ellers content]",
    )
    @click.option(
        "--index",
        type=click.Path(path_type=Path),
        metavar="MAPPE",
        help="Mappen for indeksen. [KB_INDEX, ellers search_index]",
    )
    @wraps(command)
    def wrapped(*args: Any, content: Path | None, index: Path | None, **kwargs: Any) -> R:
        for sentence in misspelt(os.environ):
            click.echo(f"kb: {sentence}", err=True)
        settings = from_environment(os.environ)
        settings = replace(settings, content=content or settings.content, index=index or settings.index)
        return command(settings, *args, **kwargs)

    return wrapped
