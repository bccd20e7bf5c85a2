"""From rendered articles to a generation of the index.

    generation = rebuild(rendered, Indexer(concepts), engine, companion)

A server that follows an editor keeps its `Indexer`: articles that did not change are not analysed again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from kb.articles import RenderedArticle
from kb.concepts import Concept
from kb.language.pipeline import Analyser
from kb.search.documents import SearchArticle, WordForms, search_article, texts_of
from kb.search.engine import Engine, Generation

Progress = Callable[[int, int], None]
"""Told how many articles are done, and of how many."""

ANALYSE_ANEW = 0.2
"""When this share of the articles changed, the words by which compounds are split are counted again."""


class Indexer:
    """Analyses articles with the words that they hold themselves, and remembers what it analysed."""

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self._plain = Analyser(concepts)
        self._forms = WordForms(self._plain)
        self._known: dict[str, tuple[RenderedArticle, SearchArticle]] = {}

    @property
    def analyser(self) -> Analyser:
        """Knows the concepts, and no words of any index."""
        return self._plain

    def analyse(
        self, articles: Sequence[RenderedArticle], progress: Progress | None = None
    ) -> tuple[SearchArticle, ...]:
        """The articles as they are searched. Those that are as they were are taken from memory."""
        changed = sum(self._remembered(article) is None for article in articles)
        if changed > ANALYSE_ANEW * len(articles):
            self._known.clear()
            self._forms = WordForms(self._plain.with_vocabulary(vocabulary(articles, self._plain)))
        analysed = []
        for done, article in enumerate(articles, start=1):
            analysed.append(self._remembered(article) or search_article(article, self._forms))
            if progress is not None:
                progress(done, len(articles))
        self._known = {
            article.article.id: (article, result) for article, result in zip(articles, analysed, strict=True)
        }
        return tuple(analysed)

    def _remembered(self, article: RenderedArticle) -> SearchArticle | None:
        known = self._known.get(article.article.id)
        return known[1] if known is not None and known[0] == article else None


def rebuild(
    articles: Sequence[RenderedArticle],
    indexer: Indexer,
    engine: Engine,
    companion: bytes,
    progress: Progress | None = None,
) -> Generation:
    """Make a new generation of these articles, and make it the current one. `companion` is kept with it unread."""
    return engine.rebuild(indexer.analyse(articles, progress), companion)


def vocabulary(articles: Sequence[RenderedArticle], analyser: Analyser) -> dict[str, int]:
    """Every word in the form that is compared, and how many articles hold it."""
    counts: Counter[str] = Counter()
    for article in articles:
        words = {word.text for text in texts_of(article) for word in analyser.words(text)}
        counts.update({analyser.exact(word) for word in words})
    return dict(counts)
