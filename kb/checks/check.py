"""The list of checks, and all of them run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kb.articles import RenderedArticle
from kb.checks.coming_changes import check_reviews_before_changes
from kb.checks.concepts import check_concepts, check_preferred
from kb.checks.editorial import check_dates, check_drafts, check_grounds, check_places, check_summaries, check_titles
from kb.checks.law import check_fields, check_references, check_register
from kb.checks.leftovers import check_leftovers
from kb.checks.links import check_articles_named, check_links
from kb.checks.markup import check_blocks, check_headings, check_html, check_images
from kb.checks.personal import check_personal
from kb.checks.published import check_published
from kb.checks.subject import Check, Subject
from kb.content.library import Library
from kb.problems import Problem

CHECKS: tuple[Check, ...] = (
    check_links,
    check_articles_named,
    check_published,
    check_personal,
    check_references,
    check_fields,
    check_register,
    check_concepts,
    check_preferred,
    check_grounds,
    check_dates,
    check_reviews_before_changes,
    check_summaries,
    check_titles,
    check_places,
    check_drafts,
    check_headings,
    check_images,
    check_html,
    check_blocks,
    check_leftovers,
)
"""In the order of weight for a reader. A new check is a function and a line here."""


def run(
    library: Library,
    rendered: Iterable[RenderedArticle],
    today: date,
    ledger: tuple[tuple[str, int], ...] = (),
    host: str = "",
) -> tuple[Problem, ...]:
    """Everything that an editor should mend, those of reading the files too, sorted by file and line.

    `host` is the name by which the world reaches the site, when that is known.
    """
    subject = Subject(library, tuple(rendered), today, ledger, host)
    unread = _unread(library)
    found = {problem for check in CHECKS for problem in check(subject) if Path(problem.file) not in unread}
    return tuple(sorted(found | set(library.problems)))


def _unread(library: Library) -> frozenset[Path]:
    """Files of which too little could be read to say more than that: the rest would be echoes of the one mistake."""
    files = {rule: {Path(one.file) for one in library.errors if one.rule == rule} for rule in ("fil", "front-matter")}
    without_fields = {Path(library.folder, one.path) for one in library.articles if not one.lines}
    return frozenset(files["fil"] | files["front-matter"] & without_fields)
