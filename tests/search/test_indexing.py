from __future__ import annotations

import pytest

from kb.articles import RenderedArticle
from kb.engines.memory import MemoryEngine
from kb.search import indexing
from kb.search.documents import SearchArticle, WordForms, search_article
from kb.search.indexing import Indexer, rebuild, vocabulary
from tests.support.catalogues import article

MANY = [article(f"a{number}", f"barn{number} møte") for number in range(10)]


def test_articles_are_indexed_with_their_companion() -> None:
    engine = MemoryEngine()

    generation = rebuild(MANY, Indexer(), engine, b"annet")

    assert (generation.articles, generation.sections) == (10, 10)
    assert engine.open().companion == b"annet"


def test_progress_is_told_for_each_article() -> None:
    told: list[tuple[int, int]] = []

    Indexer().analyse(MANY[:3], lambda done, total: told.append((done, total)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_only_what_changed_is_analysed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    indexer = Indexer()
    before = indexer.analyse(MANY)
    analysed: list[str] = []

    def counting(rendered: RenderedArticle, forms: WordForms) -> SearchArticle:
        analysed.append(rendered.article.id)
        return search_article(rendered, forms)

    monkeypatch.setattr(indexing, "search_article", counting)

    after = indexer.analyse([*MANY[:4], article("a4", "noe nytt"), *MANY[5:]])

    assert analysed == ["a4"]
    assert "nytt" in after[4].words
    assert after[0] is before[0]


def test_an_article_that_is_gone_is_gone() -> None:
    indexer = Indexer()
    indexer.analyse(MANY)

    after = indexer.analyse(MANY[:9])

    assert [one.id for one in after] == [f"a{number}" for number in range(9)]


def test_the_words_that_are_counted_beforehand_are_those_of_the_index() -> None:
    engine, indexer = MemoryEngine(), Indexer()
    articles = [article("a", "Barnets «rett»: §§ 1-6 og 3,5 år", ("Møtet", "barnets-beste")), article("b", "Barnets")]

    rebuild(articles, indexer, engine, b"")

    assert dict(engine.open().vocabulary) == vocabulary(articles, indexer._plain)
