"""Every address that has been published, in `_published.txt`: an id or an anchor, once given, works for ever."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kb.articles import RenderedArticle, Status
from kb.content.files import read, write_whole
from kb.problems import Problem

NAME = "_published.txt"

_HEAD = """\
# Every address that has been published, as id or id#anchor. Written by kb check --record; never take a line away.
# kb check tells when one of them no longer leads anywhere: give the article that took over the old id under aliases,
# and the heading that took over the old anchor {#new former="old"}.
"""


def published(rendered: Iterable[RenderedArticle]) -> tuple[str, ...]:
    """The addresses that some articles have now. A draft promises nothing yet."""
    addresses: set[str] = set()
    for page in (page for page in rendered if page.article.status is not Status.DRAFT):
        addresses.add(page.article.id)
        addresses.update(f"{page.article.id}#{section.anchor}" for section in page.sections if section.anchor)
    return tuple(sorted(addresses))


def read_ledger(folder: Path) -> tuple[tuple[str, int], ...]:
    """Addresses with their lines; none when there is no ledger or it cannot be read."""
    path = folder / NAME
    if not path.is_file():
        return ()
    source = read(path, folder)
    if isinstance(source, Problem):
        return ()
    lines = enumerate(source.text.split("\n"), start=1)
    return tuple((text.strip(), line) for line, text in lines if text.strip() and not text.startswith("#"))


def record(folder: Path, rendered: Iterable[RenderedArticle]) -> int:
    """Adds what is new to the ledger, and says how much that was. What is there already is never taken away."""
    known = {address for address, _ in read_ledger(folder)}
    new = [address for address in published(rendered) if address not in known]
    if new:
        # Sorted as a whole, so that two editors' additions seldom meet on the same line in version control.
        text = _HEAD + "".join(f"{address}\n" for address in sorted({*known, *new}))
        write_whole(folder / NAME, text)
    return len(new)
