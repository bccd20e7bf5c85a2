"""`kb check`: everything that an editor should mend."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date

import click
from rich.console import Console
from rich.text import Text

from kb import assembly
from kb.cli.options import with_settings
from kb.problems import Problem, Severity
from kb.settings import Settings

OVERDUE = "gjennomgang"
"""The rule that time alone breaks: it stops nobody who changed something else."""


@click.command()
@click.option("--strict", is_flag=True, help="Regn advarsler som feil, men ikke at en gjennomgang er forfalt.")
@click.option("--json", "as_json", is_flag=True, help="Ett JSON-objekt på hver linje.")
@click.option(
    "--record", is_flag=True, help="Skriv nye id-er og ankre inn i lista over adresser som alltid skal virke."
)
@with_settings
@click.pass_context
def check(ctx: click.Context, settings: Settings, strict: bool, as_json: bool, record: bool) -> None:
    """Finn alt som bør rettes i innholdet."""
    problems = assembly.check(settings, date.today())
    if record:
        problems = _record(settings, problems)
    if as_json:
        for problem in problems:
            click.echo(json.dumps(asdict(problem), ensure_ascii=False))
    else:
        _print(problems)
    errors, warnings, _overdue = _sorted(problems)
    ctx.exit(1 if errors or (strict and warnings) else 0)


def _sorted(problems: tuple[Problem, ...]) -> tuple[list[Problem], list[Problem], list[Problem]]:
    """Errors, warnings, and reviews that are overdue."""
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    return (
        [problem for problem in problems if problem.severity is Severity.ERROR],
        [problem for problem in warnings if problem.rule != OVERDUE],
        [problem for problem in warnings if problem.rule == OVERDUE],
    )


def _record(settings: Settings, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Promise what is in order for ever, and give what is left to mend. Content with errors is promised nothing of."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo("Ingen adresser er skrevet inn, for innholdet har feil. Rett dem først.", err=True)
        return problems
    added = assembly.record_published(settings)
    counted = "1 ny adresse" if added == 1 else f"{added} nye adresser"
    click.echo(f"{counted} er skrevet inn.", err=True)
    return assembly.check(settings, date.today()) if added else problems


def _print(problems: tuple[Problem, ...]) -> None:
    """Errors first. Standard output has a line for each problem and nothing else; what is said of them is beside it."""
    errors, warnings, overdue = _sorted(problems)
    counts = [
        f"{len(errors)} feil",
        f"{len(warnings)} {'advarsel' if len(warnings) == 1 else 'advarsler'}",
        f"{len(overdue)} {'forfalt gjennomgang' if len(overdue) == 1 else 'forfalte gjennomganger'}",
    ]
    for count, listed, stops, style in (
        (counts[0], errors, "som må rettes", "red"),
        (counts[1], warnings, "som bare stopper kb check --strict", "yellow"),
        (counts[2], overdue, "som ikke stopper noe", "yellow"),
    ):
        if listed:
            _say(f"{count}, {stops}:")
            _list(listed, style)
    _say(", ".join(counts if overdue else counts[:2]) if problems else "Alt er i orden.")


def _list(problems: list[Problem], style: str) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        console.print(
            Text.assemble(
                (f"{problem.file}:{problem.line}:", "bold"),
                (f" {problem.message} ", style),
                f"{problem.remedy} ",
                (f"[{problem.rule}]", "dim"),
            )
        )


def _say(sentence: str) -> None:
    # The headings must come where they belong also when both streams go to one file.
    sys.stdout.flush()
    click.echo(sentence, err=True)
