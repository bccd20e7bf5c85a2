"""`kb evaluate`: how well search finds what people meant."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kb import assembly
from kb.cli.options import with_settings
from kb.relevance.judgements import Judgement, from_trec, from_values
from kb.relevance.report import evaluate as ask_all
from kb.settings import Settings

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.option("--queries", type=_FILE, metavar="FIL", help="Spørringer i TREC-form: qid<TAB>tekst.")
@click.option("--qrels", type=_FILE, metavar="FIL", help="Dommer i TREC-form: qid 0 artikkel-id grad.")
@click.option("--json", "as_json", is_flag=True, help="Tallene som JSON.")
@with_settings
@click.pass_context
def evaluate(ctx: click.Context, settings: Settings, queries: Path | None, qrels: Path | None, as_json: bool) -> None:
    """Mål hvor godt søket finner. Uten filer: redaktørenes egne dommer i innholdet."""
    if (queries is None) != (qrels is None):
        raise click.UsageError("--queries og --qrels hører sammen. Skriv begge, eller ingen.")
    with assembly.open_or_build(settings, date.today()) as site:
        judgements: tuple[Judgement, ...]
        if queries is not None and qrels is not None:
            judgements = from_trec(queries.read_text("utf-8"), qrels.read_text("utf-8"))
        else:
            judgements = from_values(site.judgements)
        if not judgements:
            raise click.UsageError("Det er ingen dommer i innholdet. Skriv dem i _judgements.yml, eller oppgi filer.")
        report = ask_all(judgements, site.ranking)
    click.echo(json.dumps(report.as_json(), ensure_ascii=False) if as_json else report.as_text())
    ctx.exit(1 if report.fallen else 0)
