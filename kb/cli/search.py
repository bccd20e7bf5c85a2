"""`kb search`: asks the index, for people and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from kb import addresses, assembly
from kb.cli.options import with_settings
from kb.export.answers import answer_as_json
from kb.search.request import SearchRequest
from kb.search.results import Hit, SearchResults
from kb.settings import Settings

_LEAVES_OUT = re.compile(r"-[^-]")


class _Search(click.Command):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A query may begin with «-», which leaves a word out. No option but -h has a single dash."""
        queries = [] if "--" in args else [one for one in args if _LEAVES_OUT.match(one) and one != "-h"]
        others = [one for one in args if one not in queries]
        return super().parse_args(ctx, [*others, "--", *queries] if queries else args)


@click.command(cls=_Search)
@click.argument("query", nargs=-1, metavar="[SPØRRING]")
@click.option(
    "--filter", "filters", multiple=True, metavar="FASETT=VERDI", help="Bare treff med denne verdien; kan gjentas."
)
@click.option("--limit", type=click.IntRange(1, 1000), metavar="TALL", default=None, help="Så mange treff på en side.")
@click.option("--page", type=click.IntRange(1), metavar="TALL", default=1, help="Hvilken side.")
@click.option("--all", "wide", is_flag=True, help="Også artikler som har for lite av det du skrev til å være treff.")
@click.option("--json", "as_json", is_flag=True, help="Svaret slik API-et gir det.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FIL",
    help="Én spørring på hver linje i filen.",
)
@with_settings
def search(  # noqa: PLR0913, PLR0917 (a command takes what can be said to it)
    settings: Settings,
    query: tuple[str, ...],
    filters: Sequence[str],
    limit: int | None,
    page: int,
    wide: bool,
    as_json: bool,
    batch: Path | None,
) -> None:
    """Søk i kunnskapsbasen: kb search "snakke med barnet alene"."""
    if bool(query) is (batch is not None):
        raise click.UsageError("Skriv enten en spørring eller --batch FIL.")
    size = limit or settings.page_size
    chosen = _choices(filters)
    with assembly.open_or_build(settings, date.today()) as site:
        known = {facet.id: {value.id for value in facet.values} for facet in site.facets}
        for facet, values in chosen.items():
            if facet not in known:
                raise click.UsageError(f"Fasetten '{facet}' finnes ikke. Velg blant {', '.join(sorted(known))}.")
            for value in sorted(values - known[facet]):
                raise click.UsageError(
                    f"'{value}' finnes ikke i {facet}. Velg blant {', '.join(sorted(known[facet]))}."
                )
        queries = [" ".join(query)] if batch is None else batch.read_text("utf-8-sig", errors="replace").splitlines()
        for text in queries:
            results = site.search(SearchRequest(text=text, chosen=chosen, page=page, size=size, wide=wide))
            if as_json:
                click.echo(json.dumps(answer_as_json(results), ensure_ascii=False))
            else:
                _print(results)


def _choices(filters: Sequence[str]) -> dict[str, frozenset[str]]:
    chosen: dict[str, frozenset[str]] = {}
    for choice in filters:
        facet, equals, value = choice.partition("=")
        if not (facet and equals and value):
            raise click.UsageError(f"--filter er '{choice}'. Skriv den som prosess=hasteflytting.")
        chosen[facet] = chosen.get(facet, frozenset()) | {value}
    return chosen


def _print(results: SearchResults) -> None:
    console = Console(highlight=False, soft_wrap=not Console().is_terminal)
    count = "1 treff" if results.total == 1 else f"{results.total} treff"
    console.print(Text.assemble((count, "bold"), f" på «{results.query}»" if results.query else ""))
    for note in results.notes:
        console.print(Text(note.text, style="italic"))
    if results.did_you_mean:
        console.print(Text.assemble("Mente du ", (results.did_you_mean, "bold underline"), "?"))
    for hit in results.hits:
        console.print()
        _print_hit(console, hit)
    if not results.hits and results.nearest:
        console.print(Text("Nærmeste ord: " + ", ".join(results.nearest)))
    if results.pages > 1:
        console.print(Text(f"\nSide {results.page} av {results.pages}", style="dim"))
    if results.farther:
        console.print(Text(f"{results.farther} til har bare litt av det du skrev. Ta dem med: --all", style="dim"))


def _print_hit(console: Console, hit: Hit) -> None:
    title = Text(hit.article.title, style="bold")
    if hit.section.title:
        title.append(f" › {hit.section.title}", style="not bold")
    title.append(f"  {hit.article.kind}", style="dim")
    if hit.article.status != "gjeldende":
        title.append(f"  {hit.article.status}", style="bold red")
    console.print(title)
    console.print(Text.assemble(*((text, "bold yellow" if marked else "") for text, marked in hit.snippet)))
    console.print(Text(addresses.article(hit.article.kind, hit.article.id, hit.section.anchor), style="cyan"))
    if hit.missing:
        console.print(Text("Mangler: " + ", ".join(hit.missing), style="dim"))
