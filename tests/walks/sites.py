"""The three sites that tasks are walked on: the readers', the editors', and one that lost its index."""

from __future__ import annotations

import shutil
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kb import assembly
from kb.assembly import Site
from kb.search.engine import EngineUnavailableError
from kb.settings import Settings
from kb.web import editorial_page
from tests.support.serving import served_from
from tests.support.waiting import wait_until

TRIED = "dømte søk"
"""Stands on the editors' page when search has been tried in the background."""

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"

DRAFT = """---
id: vente-pa-svar
title: Vente på svar
kind: begrep
summary: Et utkast som en kollega ikke er ferdig med.
status: utkast
reviewed: 2024-01-15
review_due: 2025-01-15
keywrods: [venting]
---
Mens barnet venter, skal det vite hva det venter på. Se [ventetid](ventetid-som-ikke-finnes).
"""
"""What a colleague left behind: a word spelled wrong in the front matter, a link that breaks, no sources, overdue."""

OWN = """---
id: ventelapp
title: Ventelapp
kind: begrep
summary: En lapp som sier når noen kommer.
basis: [avledet]
sources: [egen-redaksjon]
status: gjeldende
reviewed: 2026-11-22
review_due: 2099-11-22
---
{line}
"""
"""What an editor writes and saves, but for one line."""


@dataclass(frozen=True, slots=True)
class Sites:
    """What each site is asked for; `save` puts an editor's line into an article of its own."""

    real: Callable[[], Site]
    editors: Callable[[], Site]
    down: Callable[[], Site]
    save: Callable[[str], None]


def make_sites(folder: Path) -> Sites:
    """All three, with the real content; what editors save goes into the folder."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    terms = content / "begreper"
    (terms / "vente-pa-svar.md").write_text(DRAFT, encoding="utf-8")
    editors = assembly.SiteInDevelopment(Settings(content=content, engine="memory"))
    editors.look_over()

    def save(line: str) -> None:
        (terms / "ventelapp.md").write_text(OWN.format(line=line), encoding="utf-8")
        editors.refresh()
        editors.look_over()

    real = assembly.SiteInDevelopment(Settings(content=CONTENT, engine="memory"))
    standing = [real()]

    def down() -> Site:
        """There when the server starts, and away ever after."""
        if not standing:
            raise EngineUnavailableError("The index is away.")
        return standing.pop()

    return Sites(real, editors, down, save)


@contextmanager
def served_sites(folder: Path) -> Iterator[tuple[dict[str, str], Callable[[str], None]]]:
    """The address of each site, and how to save."""
    sites = make_sites(folder)
    with (
        served_from(sites.real) as real,
        served_from(sites.editors, development=True) as editors,
        served_from(sites.down) as down,
    ):

        def page() -> str:
            with urllib.request.urlopen(editors + editorial_page.ADDRESS) as answer:  # noqa: S310 (our own server)
                return str(answer.read().decode())

        wait_until_search_is_tried(page)
        yield {"real": real, "editors": editors, "down": down}, sites.save


def wait_until_search_is_tried(page: Callable[[], str]) -> None:
    """The editors' server has been up for a while, and tells on its page for editors what search misses."""
    wait_until(lambda: TRIED in page())
