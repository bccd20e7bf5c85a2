"""What pages have in common: processes for the map, facet values as tags, articles in groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import dropwhile, takewhile

from kb.articles import Article, Facet, Kind, Section
from kb.assembly import Site
from kb.web import kinds
from kb.web.pages import Group, ProcessCard, Tag
from kb.web.search_form import SearchForm

PROCESS_FACET = "prosess"
BASIS_FACET = "grunnlag"

QUESTIONS = "sporsmal"
"""The permanent anchor of what is asked and answered, which process articles share."""

_STEP = re.compile(r"\d+\.\s")


def steps(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that are steps, told by the number that begins their heading: «3. Snakk med barnet»."""
    return tuple(section for section in sections if section.anchor and _STEP.match(section.title))


def questions(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections under «Spørsmål og svar»: each heading is a question, and the text its answer."""
    before = dropwhile(lambda section: section.anchor != QUESTIONS, sections)
    heading = next(before, None)
    return tuple(takewhile(lambda section: section.level > heading.level, before)) if heading else ()


def process_cards(site: Site) -> tuple[ProcessCard, ...]:
    """The core processes in their own order."""
    return tuple(
        ProcessCard(article, len(steps(site.rendered(article.id).sections))) for article in site.articles(Kind.PROCESS)
    )


def facet(site: Site, facet_id: str) -> Facet | None:
    """A facet by the name that addresses use; None where the content has no such facet."""
    return next((facet for facet in site.facets if facet.id == facet_id), None)


def tags(site: Site, article: Article, facet_id: str, form: SearchForm) -> tuple[Tag, ...]:
    """An article's values in one facet, each with the search that finds the same."""
    known = facet(site, facet_id)
    if known is None:
        return ()
    chosen = article.facets.get(facet_id, ())
    return tuple(
        Tag(value.id, value.label, form.toggled(facet_id, value.id).address)
        for value in known.values
        if value.id in chosen
    )


def by_kind(articles: Iterable[Article]) -> tuple[Group, ...]:
    """Articles in groups by kind, in the order of the menu."""
    found: dict[Kind, list[Article]] = {}
    for article in articles:
        found.setdefault(article.kind, []).append(article)
    return tuple(Group(kinds.WORDS[kind].many, tuple(found[kind]), kind) for kind in kinds.IN_MENU if kind in found)
