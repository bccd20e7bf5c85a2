"""One generation of the knowledge base, with everything that can be asked of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import TracebackType

from kb.articles import Article, Facet, Kind, RenderedArticle
from kb.concepts import Concept
from kb.content.files import fingerprint
from kb.content.library import Library
from kb.language.lexicon import lexicon
from kb.language.pipeline import Analyser
from kb.language.spelling import Speller
from kb.law.provisions import LawRegister
from kb.problems import KbError, Problem
from kb.search.answer import answer, ranking
from kb.search.catalogue import Catalogue
from kb.search.engine import Index
from kb.search.request import SearchRequest
from kb.search.results import SearchResults, Suggestion
from kb.search.suggestions import Completions, suggest
from kb.settings import Settings

MOST_RELATED = 6
"""More than this at the foot of an article is a list that nobody reads."""


@dataclass(frozen=True, slots=True)
class SiteData:
    """What is kept beside the index: the articles as they were when it was made, and an analyser of their concepts."""

    library: Library
    rendered: Mapping[str, RenderedArticle]
    problems: tuple[Problem, ...]
    analyser: Analyser


@dataclass(frozen=True, slots=True)
class Health:
    """What /healthz tells."""

    articles: int
    sections: int
    generation: str
    current: bool


class Site:
    """Everything that the web and the commands may ask. It never changes, and threads may share it.

    `made_of` is the fingerprint of the content that was indexed; empty when the site follows its folder.
    """

    def __init__(self, settings: Settings, data: SiteData, index: Index, today: date, made_of: str = "") -> None:
        self.settings = settings
        self.today = today
        self.problems = data.problems
        self._library = data.library
        self._rendered = data.rendered
        self._index = index
        self._made_of = made_of
        self._related: dict[str, tuple[Article, ...]] = {}
        vocabulary = data.library.vocabulary
        self._catalogue = Catalogue(
            index=index,
            analyser=data.analyser.with_vocabulary(index.vocabulary),
            speller=Speller(index.vocabulary, _domain_words(vocabulary.concepts), vocabulary.never_suggest),
            articles=data.rendered,
            facets=vocabulary.facets,
            concepts=vocabulary.concepts,
            register=data.library.law,
            today=today,
        )

    def __enter__(self) -> Site:
        """The site, closed when the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the index."""
        self._index.close()

    def with_problems(self, problems: tuple[Problem, ...]) -> Site:
        """The same site, which tells of these problems instead."""
        other = copy(self)
        other.problems = problems
        return other

    @property
    def held_back(self) -> frozenset[str]:
        """The ids of articles that are shown as they were, since their files have errors that stop publishing."""
        return self._library.held_back

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What readers can choose by, in order."""
        return self._library.vocabulary.facets

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts of the field with all their words."""
        return self._library.vocabulary.concepts

    @property
    def law(self) -> LawRegister:
        """The acts and provisions that articles speak of."""
        return self._library.law

    @property
    def judgements(self) -> object:
        """What the editors have judged that search should find, as plain lists and dicts; None when nothing."""
        return self._library.vocabulary.judgements

    def article(self, article_id: str) -> Article | None:
        """The article with this id, or None."""
        return self._library.article(article_id)

    def resolve(self, name: str) -> Article | None:
        """The article that now answers to an id, a former id or a former address, or None."""
        return self._library.resolve(name)

    def likeliest(self, name: str) -> Article | None:
        """The article whose id is most like a name that none has, when one is like enough."""
        found = self._library.likeliest(name)
        return self._library.resolve(found) if found else None

    def rendered(self, article_id: str) -> RenderedArticle:
        """The article with its HTML and sections. Raises KeyError for an id that no article has."""
        return self._rendered[article_id]

    def articles(self, kind: Kind | None = None) -> tuple[Article, ...]:
        """All articles, or those of a kind, in reading order."""
        return self._library.articles if kind is None else self._library.of_kind(kind)

    def with_value(self, facet_id: str, value_id: str) -> tuple[Article, ...]:
        """The articles that carry a facet value, in reading order."""
        return self._library.with_value(facet_id, value_id)

    def incoming(self, article_id: str) -> tuple[Article, ...]:
        """The articles that link to this one, or that speak of the provision which it tells of, in reading order."""
        pointing = self._pointing.get(article_id, frozenset())
        return tuple(article for article in self.articles() if article.id in pointing)

    def related(self, article_id: str) -> tuple[Article, ...]:
        """Other articles on the same matter, nearest first."""
        this = self._library.article(article_id)
        if this is None:
            return ()
        # To hold one article against all others takes a good part of the time of a page, and never changes.
        if article_id not in self._related:
            self._related[article_id] = self._nearest_to(this)
        return self._related[article_id]

    def _nearest_to(self, this: Article) -> tuple[Article, ...]:
        scored = [(_nearness(this, other, self._points_at), other) for other in self.articles() if other is not this]
        near = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        return tuple(other for _, other in near[:MOST_RELATED])

    def neighbours(self, article_id: str) -> tuple[Article | None, Article | None]:
        """The articles before and after this one among those of its kind."""
        this = self._library.article(article_id)
        if this is None:
            return None, None
        row = self.articles(this.kind)
        place = row.index(this)
        return row[place - 1] if place else None, row[place + 1] if place + 1 < len(row) else None

    def concepts_of(self, article_id: str) -> tuple[Concept, ...]:
        """The concepts that this article explains."""
        return tuple(concept for concept in self.concepts if concept.article == article_id)

    def search(self, request: SearchRequest) -> SearchResults:
        """The answer to a question. It never raises for anything that a reader may type."""
        start = time.perf_counter()
        results = answer(request, self._catalogue)
        return replace(results, took_ms=(time.perf_counter() - start) * 1000)

    def ranking(self, text: str, depth: int) -> tuple[str, ...]:
        """The ids of the articles that `search` finds, in the same order, without what is shown of each."""
        return ranking(text, self._catalogue, depth)

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """What the reader may be typing, best first."""
        return suggest(text, self._completions, limit)

    def get_ready(self) -> None:
        """Open now what the first reader would else wait for: the dictionaries, and what is completed as one types."""
        lexicon().open()
        self._completions  # noqa: B018 (worked out when it is looked at)

    def health(self) -> Health:
        """What there is to search, and in which generation."""
        generation = self._index.generation
        return Health(generation.articles, generation.sections, generation.name, self._holds_the_content())

    def _holds_the_content(self) -> bool:
        """Whether the content folder is as it was when this was indexed."""
        try:
            return self._made_of in ("", fingerprint(self.settings.content))
        except (OSError, KbError):
            return False

    @cached_property
    def _completions(self) -> Completions:
        return Completions.of(self._catalogue)

    @cached_property
    def _points_at(self) -> Mapping[str, frozenset[str]]:
        """For each article, the ids of those that it links to or whose provisions it speaks of."""
        provisions = self.law.provisions
        pointed: dict[str, frozenset[str]] = {}
        for article_id, rendered in self._rendered.items():
            targets = {link.target.partition("#")[0] for link in rendered.links}
            told = (
                provisions[law].article for law in (*rendered.mentions, *rendered.article.laws) if law in provisions
            )
            known = (self._library.resolve(target) for target in targets | {article for article in told if article})
            pointed[article_id] = frozenset(article.id for article in known if article) - {article_id}
        return pointed

    @cached_property
    def _pointing(self) -> Mapping[str, frozenset[str]]:
        pointing: dict[str, set[str]] = {}
        for source, targets in self._points_at.items():
            for target in targets:
                pointing.setdefault(target, set()).add(source)
        return {target: frozenset(sources) for target, sources in pointing.items()}


def _nearness(this: Article, other: Article, points_at: Mapping[str, frozenset[str]]) -> float:
    """How much two articles have to do with each other. A link is a person's judgement and counts most.

    A process or a provision that two articles share tells more when each has few of them.
    """
    links = (other.id in points_at.get(this.id, ())) + (this.id in points_at.get(other.id, ()))
    shared = _overlap(this.laws, other.laws)
    shared += sum(_overlap(this.facets.get(facet, ()), other.facets.get(facet, ())) for facet in ("prosess", "verdi"))
    return links * 1.5 + shared if links or shared >= 1 else 0.0


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Jaccard's measure: the share of all values that both have."""
    return len(set(one) & set(other)) / len(set(one) | set(other)) if one and other else 0.0


def _domain_words(concepts: tuple[Concept, ...]) -> frozenset[str]:
    return frozenset(word for concept in concepts for label, _, _ in concept.labels() for word in label.split())
