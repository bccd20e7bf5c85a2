"""The content as checks see it, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kb.articles import Article, RenderedArticle
from kb.content.library import Library
from kb.problems import Problem, Severity


@dataclass(frozen=True)
class Subject:
    """The whole content, as checks see it. `ledger` are published addresses with their lines in the ledger.

    `host` is the name by which the world reaches the site, empty when that is not known.
    """

    library: Library
    rendered: tuple[RenderedArticle, ...]
    today: date
    ledger: tuple[tuple[str, int], ...] = field(default=())
    host: str = ""

    @cached_property
    def pages(self) -> dict[str, RenderedArticle]:
        """The rendered articles by id."""
        return {page.article.id: page for page in self.rendered}

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """Every anchor of each article, also former ones."""
        return {
            name: frozenset(anchor for one in page.sections for anchor in (one.anchor, *one.former_anchors) if anchor)
            for name, page in self.pages.items()
        }

    def problem(  # noqa: PLR0913, PLR0917 (a problem has as many parts)
        self,
        article: Article,
        line: int,
        rule: str,
        message: str,
        remedy: str,
        severity: Severity = Severity.WARNING,
    ) -> Problem:
        """A problem with an article's file."""
        return Problem(f"{self.library.folder}/{article.path}", line, rule, message, remedy, severity)


Check = Callable[[Subject], Iterator[Problem]]
"""Looks at everything, and tells what an editor should mend. It changes nothing and never raises."""


def has_front_matter(article: Article) -> bool:
    """Whether an editor has filled in fields. Plain Markdown from elsewhere is not held to our editorial rules."""
    return bool(article.lines)
