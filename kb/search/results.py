"""What search answers: hits with snippets, facet counts, a suggestion, notes. No links and no markup."""

from __future__ import annotations

from dataclasses import dataclass

from kb.articles import Article, FacetValue, Label, Section, Variant
from kb.language.terms import MatchedBy
from kb.law.changes import Change
from kb.messages import BOKMAL, Message, Value, Voice


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article was found: the reader's `term` met `matched` in the text."""

    term: str
    matched: str
    by: MatchedBy


@dataclass(frozen=True, slots=True)
class Hit:
    """One article with its best section. `snippet` is text in pieces, each with whether it matched.

    `section` is the best section; its anchor is empty when the match is before the first heading.
    `missing` are the words of the query that the article lacks.
    `changes` are those of the provision that the article is about, when our text does not have them.
    """

    article: Article
    section: Section
    score: float
    snippet: tuple[tuple[str, bool], ...]
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many articles one more choice would give."""

    value: FacetValue
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The counts of one facet, counted as if nothing were chosen in it. Only values with a count or chosen."""

    id: str
    label: Label
    counts: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the reader should know about the answer, as sentences that each written standard can tell.

    Kinds: `lov` (what became of a provision), `synonym` (also shows …), `unused` (part of the query that was not
    used), `limit` (the query was cut), `page`, `facet`, `corrected` (hits are for the corrected words), `weak` (no
    article holds half of the query).
    `articles` are ids of articles that the note speaks of.
    """

    kind: str
    sentences: tuple[Message, ...]
    articles: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentences in bokmål."""
        return self.told(BOKMAL)

    def told(self, voice: Voice) -> str:
        """The sentences as plain text."""
        return " ".join(map(voice.text, self.sentences))


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The whole answer. `total` and facet counts count articles.

    `did_you_mean` is the query with misspelt words mended, or None. `corrected` says that the hits are for it,
    because the words as typed found nothing. `nearest` are words of the base near to those that found nothing.
    `farther` counts articles that hold something of the query, and too little to be hits.
    """

    query: str
    total: int
    page: int
    pages: int
    hits: tuple[Hit, ...]
    facets: tuple[FacetCounts, ...]
    did_you_mean: str | None = None
    corrected: bool = False
    notes: tuple[Note, ...] = ()
    nearest: tuple[str, ...] = ()
    farther: int = 0
    took_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of completion as one types. Kinds: `article`, `term`, `provision`, `word` (corrected or completed).

    `article_id` and `anchor` are where it leads; both are empty for a word, which is a new query. `lang` is what the
    text is written in; None for words of the query.
    """

    kind: str
    text: str
    detail: Value = ""
    article_id: str = ""
    anchor: str = ""
    lang: Variant | None = None
