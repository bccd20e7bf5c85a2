"""What the templates for editors are given; see `kb.web.pages` for those of readers."""

from __future__ import annotations

from dataclasses import dataclass

from kb.articles import Section
from kb.assembly import MissedQuery, MissedWords, Overview
from kb.problems import Problem


@dataclass(frozen=True, slots=True)
class Mended:
    """Something that an editor should mend. `name` is its id on the page, and `section` where in the text it stands.

    Without `in_text` it concerns the file as a whole, or a field above the text.
    """

    problem: Problem
    section: Section | None
    name: str
    in_text: bool


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of an article's text, and what to mend beside the block that follows it."""

    html: str
    mended: tuple[Mended, ...]


@dataclass(frozen=True, slots=True)
class EditingPart:
    """What editors see of an article beyond readers. `is_former` when errors in the file hold back what it says now."""

    mended: tuple[Mended, ...]
    text: tuple[TextPart, ...]
    is_former: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """Words that search should find something by, and the address where they are searched for."""

    missed: MissedQuery | MissedWords
    address: str


@dataclass(frozen=True, slots=True)
class SearchTrial:
    """What search misses. `is_now` when it is of what was saved last, and not of what was before."""

    judged: int
    unreadable: str
    is_now: bool
    far_down: tuple[Tried, ...]
    not_first: tuple[Tried, ...]
    titles: tuple[Tried, ...]
    questions: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class EditorialPage:
    """For editors, in development only: what should be looked after. `trial` is None until search has been tried."""

    overview: Overview
    errors: int
    warnings: int
    dead_links: int
    trial: SearchTrial | None
    total: int
