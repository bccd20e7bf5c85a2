"""The command `kb`: the verbs, and the only place where an error becomes a sentence and an exit status."""

from __future__ import annotations

import sys
from typing import Any

import click

from kb import __version__
from kb.cli.check import check
from kb.cli.evaluate import evaluate
from kb.cli.index import index
from kb.cli.new import new
from kb.cli.norwegian import speak_norwegian, told
from kb.cli.schema import schema
from kb.cli.search import search
from kb.cli.serve import serve
from kb.problems import ContentError, KbError

NOT_IN_ORDER = 1
"""Exit status: the content or the answer is not in order."""
CANNOT_RUN = 2
"""Exit status: the command was called wrongly or cannot run; click uses the same for usage errors."""


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; tell what went wrong in a sentence, never as a traceback."""
        try:
            return super().invoke(ctx)
        except ContentError as error:
            click.echo(str(error), err=True)
            click.echo(f"{len(error.problems)} feil i innholdet. Indeksen er ikke rørt.", err=True)
            ctx.exit(NOT_IN_ORDER)
        except (KbError, OSError) as error:
            click.echo(f"kb: {told(error) if isinstance(error, OSError) else error}", err=True)
            ctx.exit(CANNOT_RUN)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kb", message="%(prog)s %(version)s", help="Vis hvilken utgave det er.")
def kb() -> None:
    """MITT LIV kunnskapsbase."""


for _command in (serve, index, search, check, new, evaluate, schema):
    kb.add_command(_command)


def main() -> None:
    """Entry point of the command `kb`."""
    # A Norwegian letter must never stop a command because of an old terminal's encoding.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    speak_norwegian(kb)
    kb(prog_name="kb")
