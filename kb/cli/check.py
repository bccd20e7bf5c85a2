"""`kb check`: everything that an editor should mend."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

import click
from rich.console import Console
from rich.text import Text

from kb import assembly
from kb.cli.options import with_settings
from kb.problems import Problem, Severity
from kb.settings import Settings


@click.command()
@click.option("--strict", is_flag=True, help="Regn advarsler som feil.")
@click.option("--json", "as_json", is_flag=True, help="Ett JSON-objekt på hver linje.")
@click.option(
    "--record", is_flag=True, help="Skriv nye id-er og ankre inn i lista over adresser som alltid skal virke."
)
@with_settings
@click.pass_context
def check(ctx: click.Context, settings: Settings, strict: bool, as_json: bool, record: bool) -> None:
    """Finn alt som bør rettes i innholdet."""
    if record:
        added = assembly.record_published(settings)
        click.echo(f"{added} nye adresser er skrevet inn.", err=True)
    problems = assembly.check(settings, date.today())
    if as_json:
        for problem in problems:
            click.echo(json.dumps(asdict(problem), ensure_ascii=False))
    else:
        _print(problems)
    errors = [problem for problem in problems if strict or problem.severity is Severity.ERROR]
    ctx.exit(1 if errors else 0)


def _print(problems: tuple[Problem, ...]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        style = "red" if problem.severity is Severity.ERROR else "yellow"
        console.print(
            Text.assemble(
                (f"{problem.file}:{problem.line}:", "bold"),
                (f" {problem.message} ", style),
                f"{problem.remedy} ",
                (f"[{problem.rule}]", "dim"),
            )
        )
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if problems:
        Console(stderr=True, highlight=False).print(f"{errors} feil, {warnings} advarsler")
    else:
        Console(stderr=True, highlight=False).print("Alt er i orden.")
