"""One generation, open for questions, whatever engine keeps it: the engine brings a table and reads postings."""

from __future__ import annotations

from collections.abc import Mapping

from kb.language.terms import Alternative
from kb.search.engine import Generation, Matches, Occurrence, Sought
from kb.search.matching import Matcher
from kb.search.request import SearchRequest
from kb.search.scoring import ReadPostings
from kb.search.tables import Table


class ScoredIndex:
    """An `Index`. `read` gives the occurrences of a term, and is asked from any thread."""

    def __init__(self, generation: Generation, table: Table, companion: bytes, read: ReadPostings) -> None:
        self._generation = generation
        self._vocabulary = table.vocabulary
        self._companion = companion
        self._matcher = Matcher(table, read)

    @property
    def generation(self) -> Generation:
        """Which edition this is."""
        return self._generation

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """Every word in the form that is compared, and how many articles hold it."""
        return self._vocabulary

    @property
    def companion(self) -> bytes:
        """What was handed over when this generation was made."""
        return self._companion

    def find(self, sought: Sought, request: SearchRequest) -> Matches:
        """The articles that match, best first; those of equal score by address."""
        return self._matcher.find(sought, request)

    def occurrences(self, sought: Sought, article: str) -> tuple[Occurrence, ...]:
        """Every word of the article that matches, in the order of sections, zones and positions."""
        return self._matcher.occurrences(sought, article)

    def holds(self, alternative: Alternative) -> bool:
        """Whether the alternative occurs anywhere."""
        return self._matcher.holds(alternative)

    def close(self) -> None:
        """Let go of what is held open; here nothing is."""
