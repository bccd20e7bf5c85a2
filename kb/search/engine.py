"""The doorway between search and those who keep the documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from kb.language.terms import Alternative
from kb.problems import KbError
from kb.search.documents import SearchArticle
from kb.search.fields import Zone
from kb.search.request import SearchRequest


class EngineUnavailableError(KbError):
    """There is no index that can be asked: none was made, or what is there is broken. The text says which."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One word or phrase of a query, with all the ways in which it may match.

    A `required` clause must match: a phrase in quotes. An `optional` one counts little, and finds nothing by itself
    when there are others: «hvem», «kan». One that is a `part` stands for a part of the compound that was typed: it
    counts little as well, and is not counted as missing.
    """

    typed: str
    alternatives: tuple[Alternative, ...]
    required: bool = False
    optional: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """What an engine is asked to find. `pinned` are article ids and anchors that come first, in this order.

    An article in which an `excluded` alternative occurs is not found.
    """

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Alternative, ...] = ()
    pinned: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One word of an article that matched: the number of the clause and of its strongest alternative, and where.

    `section` is the number of the section within the article.
    """

    clause: int
    alternative: int
    section: int
    zone: Zone
    position: int


@dataclass(frozen=True, slots=True)
class Match:
    """An article that was found, with the number of its best section within it."""

    article: str
    section: int
    score: float
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """What an engine found. `total` and `facets` count articles; `hits` are those of the page asked for.

    A facet is counted as if nothing were chosen in it. `page` is the last page when one beyond it was asked for.
    `farther` counts articles that match too little of the query to be hits; a `wide` request makes them hits.
    `most_held` is how much of the query the article holds that holds most of it, from 0 to 1.
    """

    total: int
    page: int
    pages: int
    hits: tuple[Match, ...]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    farther: int = 0
    most_held: float = 1.0


@dataclass(frozen=True, slots=True)
class Generation:
    """One edition of the index, whole and never changed."""

    name: str
    articles: int
    sections: int


class Index(Protocol):
    """One generation, open for questions. It never changes, and may be shared between threads."""

    @property
    def generation(self) -> Generation:
        """Which edition this is."""
        ...

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """Every word in the form that is compared, and how many articles hold it."""
        ...

    @property
    def companion(self) -> bytes:
        """What was handed over when this generation was made."""
        ...

    def find(self, sought: Sought, request: SearchRequest) -> Matches:
        """The articles that match, best first; those of equal score by address."""
        ...

    def occurrences(self, sought: Sought, article: str) -> tuple[Occurrence, ...]:
        """Every word of the article that matches, in the order of sections, zones and positions."""
        ...

    def holds(self, alternative: Alternative) -> bool:
        """Whether the alternative occurs anywhere."""
        ...

    def close(self) -> None:
        """Let go of what is held open. An index that is not closed lives until nobody refers to it."""
        ...


class Engine(Protocol):
    """Keeps generations. Readers of an older one keep it until they let go of it."""

    def rebuild(self, articles: Iterable[SearchArticle], companion: bytes) -> Generation:
        """Make a new generation beside the old one, and make it the current one when it is whole."""
        ...

    def open(self) -> Index:
        """The current generation. Raises `EngineUnavailableError`."""
        ...

    def current(self) -> str:
        """The name of the current generation, cheap enough to ask often; empty when there is none."""
        ...
