"""`kb schema`: the JSON Schema of the front matter, for editors' completion."""

from __future__ import annotations

import json

import click

from kb import assembly
from kb.cli.options import with_settings
from kb.settings import Settings


@click.command()
@with_settings
def schema(settings: Settings) -> None:
    """Skriv JSON Schema for opplysningene øverst i en artikkel."""
    click.echo(json.dumps(assembly.front_matter_schema(settings), ensure_ascii=False, indent=2))
