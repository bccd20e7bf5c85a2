"""`kb index`: makes the index from the content."""

from __future__ import annotations

from datetime import date

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from kb import assembly
from kb.cli.options import with_settings
from kb.settings import Settings


@click.command()
@click.option("--force", is_flag=True, help="Bygg på nytt også når indeksen er like ny som innholdet.")
@with_settings
def index(settings: Settings, force: bool) -> None:
    """Bygg indeksen av innholdet. Er det feil i en artikkel, blir den gamle indeksen stående."""
    if not force and assembly.is_current(settings):
        with assembly.open_site(settings, date.today()) as site:
            health = site.health()
        click.echo(f"{health.articles} artikler, {health.sections} avsnitt: indeksen er alt like ny som innholdet.")
        return
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Indekserer", total=None)
        report = assembly.build(
            settings,
            progress=lambda done, total: progress.update(task, completed=done, total=total),
        )
    click.echo(f"{report.articles} artikler, {report.sections} avsnitt, {report.seconds:.1f} sekunder")
