"""`kb new`: a first draft of an article, in the right folder."""

from __future__ import annotations

from datetime import date

import click

from kb import assembly
from kb.articles import Kind
from kb.cli.options import with_settings
from kb.content.records import choose
from kb.settings import Settings

_KINDS = [kind.value for kind in Kind]


@click.command(epilog=f"TYPE er {', '.join(_KINDS[:-1])} eller {_KINDS[-1]}.")
@click.argument("kind", metavar="TYPE")
@click.argument("title", metavar="TITTEL", nargs=-1, required=True)
@with_settings
def new(settings: Settings, kind: str, title: tuple[str, ...]) -> None:
    """Lag et utkast: kb new begrep "Barnets vilje"."""
    if kind.casefold() not in _KINDS:
        raise click.UsageError(f"Kjenner ikke typen «{kind}». {choose(kind.casefold(), _KINDS)}")
    path = assembly.write_draft(settings, Kind(kind.casefold()), " ".join(title), date.today())
    click.echo(f"{path} er laget. Fyll inn det som står i klammer, og kjør kb check.")
