"""`kb new`: a first draft of an article, in the right folder."""

from __future__ import annotations

from datetime import date

import click

from kb import assembly
from kb.articles import Kind
from kb.cli.options import with_settings
from kb.settings import Settings


@click.command()
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@click.argument("title")
@with_settings
def new(settings: Settings, kind: str, title: str) -> None:
    """Lag et utkast: kb new begrep "Barnets beste"."""
    path = assembly.write_draft(settings, Kind(kind), title, date.today())
    click.echo(f"{path} er laget. Fyll inn det som står i klammer, og kjør kb check.")
