"""What editors ask for: everything to mend, a first draft, and the list of addresses that must always work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kb.articles import Article, Kind
from kb.assembly.building import render_all
from kb.assembly.site import Site
from kb.checks.check import run
from kb.content import ledger, library, new_article, schema
from kb.content.vocabulary import load_vocabulary
from kb.problems import KbError, Problem
from kb.rendering.render import Part, render_in_parts
from kb.settings import Settings


def check(settings: Settings, today: date) -> tuple[Problem, ...]:
    """Everything that should be mended in the content, by file and line."""
    read = library.load(settings.content)
    rendered = tuple(render_all(read).values())
    return run(read, rendered, today, ledger.read_ledger(settings.content), host_of(settings))


def host_of(settings: Settings) -> str:
    """The name by which the world reaches the site; empty when that is not known."""
    return urlsplit(settings.base_url).netloc


def problems_of(site: Site, article: Article) -> tuple[Problem, ...]:
    """What should be mended in an article's file, by line."""
    file = site.settings.content / article.path
    return tuple(sorted(problem for problem in site.problems if Path(problem.file) == file))


def text_in_parts(site: Site, article: Article, lines: Iterable[int]) -> tuple[Part, ...]:
    """An article's text, cut where something is to be said of some lines of its file."""
    return render_in_parts(article, site.resolve, site.law, lines)


def record_published(settings: Settings) -> int:
    """Add new ids and anchors to the list of those that must always work. Gives how many were new."""
    return ledger.record(settings.content, render_all(library.load(settings.content)).values())


def write_draft(settings: Settings, kind: Kind, title: str, today: date) -> Path:
    """Write a first draft of an article, and give its path. Raises `KbError` rather than write over a file."""
    draft = new_article.draft(kind, title, library.load(settings.content), today)
    path = settings.content / draft.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(draft.text)
    except FileExistsError as error:
        raise KbError(f"{path} finnes fra før. Velg en annen tittel, eller rediger den som er der.") from error
    except OSError as error:
        # A full disk takes the name and not the text, and does not say of which file.
        path.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    return path


def front_matter_schema(settings: Settings) -> dict[str, Any]:
    """The JSON Schema of the front matter, with the facet values of this content folder."""
    return schema.json_schema(load_vocabulary(settings.content).facets)
