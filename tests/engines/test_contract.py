"""What every engine promises, whichever it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kb.articles import Article, Kind, RenderedArticle, Section, Status, Variant
from kb.engines.memory import MemoryEngine
from kb.engines.whoosh import index as generations
from kb.engines.whoosh.engine import WhooshEngine
from kb.language.pipeline import Analyser
from kb.language.terms import Alternative, MatchedBy, TermKind
from kb.search.documents import SearchArticle, WordForms, search_article
from kb.search.engine import Clause, Engine, EngineUnavailableError, Matches, Sought
from kb.search.fields import Zone
from kb.search.request import Order, SearchRequest

ANALYSER = Analyser()
FORMS = WordForms(ANALYSER)


@pytest.fixture(params=["memory", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    made: Mapping[str, Callable[[], Engine]] = {
        "memory": MemoryEngine,
        "whoosh": lambda: WhooshEngine(tmp_path / "index"),
    }
    return made[request.param]()


def article(
    article_id: str,
    *texts: str,
    title: str = "",
    kind: Kind = Kind.ARTICLE,
    status: Status = Status.CURRENT,
    reviewed: date | None = None,
    **facets: tuple[str, ...],
) -> SearchArticle:
    sections = tuple(Section(f"s{number}" if number else "", "", 2, text, 1) for number, text in enumerate(texts))
    written = Article(
        article_id, title, kind, "", Variant.BOKMAL, "", "a.md", status=status, facets=facets, reviewed=reviewed
    )
    return search_article(RenderedArticle(written, "", sections, ()), FORMS)


def way(*words: str, kind: TermKind = TermKind.EXACT) -> Alternative:
    return Alternative(kind, words, MatchedBy.EXACT)


def word(text: str) -> Clause:
    return Clause(text, ANALYSER.alternatives(text))


def find(engine: Engine, *words: str, **asked: Any) -> Matches:
    sought = Sought(tuple(word(one) for one in words))
    return engine.open().find(sought, SearchRequest(**asked))


def ids(matches: Matches) -> list[str]:
    return [hit.article for hit in matches.hits]


def test_a_word_finds_the_articles_that_hold_it(engine: Engine) -> None:
    engine.rebuild([article("a", "barnet flytter"), article("b", "møtet er satt")], b"")

    assert ids(find(engine, "barnet")) == ["a"]


def test_every_form_of_a_word_is_found_and_the_exact_one_first(engine: Engine) -> None:
    engine.rebuild([article("a", "flere frister her"), article("b", "en frist her")], b"")

    assert ids(find(engine, "frist")) == ["b", "a"]


def test_all_words_are_searched_and_more_of_them_rank_higher(engine: Engine) -> None:
    engine.rebuild([article("a", "barnet her"), article("b", "barnet og møtet"), article("c", "annet")], b"")

    assert ids(find(engine, "møtet", "barnet")) == ["b", "a"]


def test_a_hit_is_an_article_with_its_best_section(engine: Engine) -> None:
    engine.rebuild([article("a", "om møter", "frist frist", "frist i en lang tekst med mange andre ord")], b"")

    matches = find(engine, "frist")

    assert matches.total == 1
    assert [(hit.article, hit.section) for hit in matches.hits] == [("a", 1)]


def test_a_facet_is_counted_as_if_nothing_were_chosen_in_it(engine: Engine) -> None:
    engine.rebuild(
        [
            article("a", "barn", prosess=("ettervern",), type=("lov",)),
            article("b", "barn", prosess=("undersokelse",), type=("lov",)),
            article("c", "barn", prosess=("undersokelse",), type=("begrep",)),
        ],
        b"",
    )

    matches = find(engine, "barn", chosen={"prosess": frozenset({"ettervern"}), "type": frozenset({"lov"})})

    assert ids(matches) == ["a"]
    assert matches.facets["prosess"] == {"ettervern": 1, "undersokelse": 1}
    assert matches.facets["type"] == {"lov": 1}


def test_values_in_one_facet_mean_or_and_facets_mean_and(engine: Engine) -> None:
    engine.rebuild(
        [
            article("a", "barn", prosess=("ettervern",), type=("lov",)),
            article("b", "barn", prosess=("undersokelse",), type=("lov",)),
            article("c", "barn", prosess=("undersokelse",), type=("begrep",)),
        ],
        b"",
    )

    both = find(engine, "barn", chosen={"prosess": frozenset({"ettervern", "undersokelse"})})
    one = find(
        engine,
        "barn",
        chosen={"prosess": frozenset({"ettervern", "undersokelse"}), "type": frozenset({"begrep"})},
    )

    assert both.total == 3
    assert ids(one) == ["c"]


def test_totals_and_facets_count_articles_and_not_sections(engine: Engine) -> None:
    engine.rebuild([article("a", "barn", "barn", "barn", type=("lov",)), article("b", "barn", type=("lov",))], b"")

    matches = find(engine, "barn")

    assert matches.total == 2
    assert matches.facets["type"] == {"lov": 2}


def test_a_value_that_nothing_has_finds_nothing(engine: Engine) -> None:
    engine.rebuild([article("a", "barn", type=("lov",))], b"")

    matches = find(engine, "barn", chosen={"type": frozenset({"kurs"}), "ukjent": frozenset()})

    assert matches.total == 0
    assert matches.facets["type"] == {"lov": 1}


def test_equal_scores_are_ordered_by_address(engine: Engine) -> None:
    engine.rebuild([article(one, "barn") for one in ("c", "a", "d", "b")], b"")

    assert ids(find(engine, "barn")) == ["a", "b", "c", "d"]


def test_page_two_goes_on_where_page_one_ended(engine: Engine) -> None:
    engine.rebuild([article(f"a{number}", "barn") for number in range(5)], b"")

    first, second = find(engine, "barn", size=2), find(engine, "barn", size=2, page=2)

    assert (ids(first), ids(second)) == (["a0", "a1"], ["a2", "a3"])
    assert (first.pages, second.page) == (3, 2)


def test_a_page_beyond_the_last_is_the_last(engine: Engine) -> None:
    engine.rebuild([article(f"a{number}", "barn") for number in range(5)], b"")

    matches = find(engine, "barn", size=2, page=99)

    assert (matches.page, ids(matches)) == (3, ["a4"])


def test_nothing_sought_finds_everything(engine: Engine) -> None:
    engine.rebuild([article("b", "barn", type=("lov",)), article("a", "")], b"")

    matches = find(engine)

    assert ids(matches) == ["a", "b"]
    assert matches.facets["type"] == {"lov": 1}


def test_a_word_that_is_excluded_leaves_out_the_article(engine: Engine) -> None:
    engine.rebuild([article("a", "barn", "i institusjon"), article("b", "barn")], b"")

    matches = engine.open().find(Sought((word("barn"),), excluded=(way("institusjon"),)), SearchRequest())

    assert ids(matches) == ["b"]


def test_a_phrase_is_words_side_by_side_in_one_text(engine: Engine) -> None:
    engine.rebuild(
        [
            article("a", "en trygg voksen"),
            article("b", "en voksen som er trygg"),
            article("c", "voksen", title="trygg"),
            article("d", "trygg", "voksen"),
        ],
        b"",
    )
    phrase = Clause("trygg voksen", (way("trygg", "voksen"),), required=True)

    assert ids(engine.open().find(Sought((phrase,)), SearchRequest())) == ["a"]


def test_what_is_pinned_comes_first_in_the_order_given(engine: Engine) -> None:
    engine.rebuild([article("a", "barn"), article("b", "noe"), article("c", "annet", "mer")], b"")
    sought = Sought((word("barn"),), pinned=(("c", "s1"), ("b", ""), ("finnes-ikke", "")))

    matches = engine.open().find(sought, SearchRequest())

    assert [(hit.article, hit.section, hit.pinned) for hit in matches.hits] == [
        ("c", 1, True),
        ("b", 0, True),
        ("a", 0, False),
    ]


def test_what_is_pinned_obeys_the_choices(engine: Engine) -> None:
    engine.rebuild([article("a", "barn", type=("lov",)), article("b", "noe", type=("begrep",))], b"")
    sought = Sought((word("barn"),), pinned=(("b", ""),))

    matches = engine.open().find(sought, SearchRequest(chosen={"type": frozenset({"lov"})}))

    assert ids(matches) == ["a"]


def test_hits_can_be_sorted_by_when_they_were_reviewed(engine: Engine) -> None:
    engine.rebuild(
        [
            article("a", "barn", reviewed=date(2025, 1, 1)),
            article("b", "barn"),
            article("c", "barn", reviewed=date(2026, 1, 1)),
        ],
        b"",
    )

    assert ids(find(engine, "barn", order=Order.REVIEWED)) == ["c", "a", "b"]


def test_what_is_current_ranks_above_what_is_repealed(engine: Engine) -> None:
    engine.rebuild([article("a", "barn", status=Status.REPEALED), article("b", "barn")], b"")

    assert ids(find(engine, "barn")) == ["b", "a"]


def test_occurrences_tell_where_each_word_matched(engine: Engine) -> None:
    engine.rebuild([article("a", "om noe", "se barnet i møtet", title="Barnet")], b"")
    sought = Sought((word("møtet"), word("barnet")))

    found = engine.open().occurrences(sought, "a")

    assert [(one.clause, one.section, one.zone, one.position) for one in found] == [
        (1, 0, Zone.TITLE, 0),
        (1, 1, Zone.BODY, 1),
        (0, 1, Zone.BODY, 3),
    ]


def test_the_vocabulary_counts_articles(engine: Engine) -> None:
    engine.rebuild([article("a", "Barnet barnet", "barnet"), article("b", "barnet", title="Møte")], b"")

    assert engine.open().vocabulary == {"barnet": 2, "møte": 1}


def test_the_companion_comes_back_as_it_was(engine: Engine) -> None:
    engine.rebuild([article("a", "barn")], b"\x00alt annet\xff")

    assert engine.open().companion == b"\x00alt annet\xff"


def test_a_generation_counts_its_articles_and_sections(engine: Engine) -> None:
    generation = engine.rebuild([article("a", "barn", "mer"), article("b", "barn")], b"")

    assert (generation.articles, generation.sections) == (2, 3)
    assert engine.open().generation == generation
    assert engine.current() == generation.name


def test_before_the_first_generation_the_engine_is_unavailable(engine: Engine) -> None:
    with pytest.raises(EngineUnavailableError, match="kb index"):
        engine.open()

    assert engine.current() == ""


def test_an_index_without_articles_finds_nothing(engine: Engine) -> None:
    engine.rebuild([], b"")

    assert find(engine, "barn").total == 0
    assert find(engine).total == 0


def test_readers_of_an_older_generation_keep_it(engine: Engine) -> None:
    engine.rebuild([article("a", "barn")], b"gammel")
    old = engine.open()
    sought = Sought((word("barn"),))

    engine.rebuild([article("b", "barn")], b"ny")

    assert ids(old.find(sought, SearchRequest())) == ["a"]
    assert old.companion == b"gammel"
    assert ids(engine.open().find(sought, SearchRequest())) == ["b"]
    assert engine.current() == engine.open().generation.name != old.generation.name


def test_a_crash_in_the_middle_of_a_rebuild_leaves_the_old_generation(engine: Engine) -> None:
    engine.rebuild([article("a", "barn")], b"gammel")
    before = engine.current()

    def broken() -> Iterator[SearchArticle]:
        yield article("b", "barn")
        raise MemoryError

    with pytest.raises(MemoryError):
        engine.rebuild(broken(), b"ny")

    assert engine.current() == before
    assert ids(find(engine, "barn")) == ["a"]


def test_a_crash_just_before_the_pointer_moves_leaves_the_old_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = WhooshEngine(tmp_path)
    engine.rebuild([article("a", "barn")], b"")

    def power_cut(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(generations, "make_current", power_cut)
        with pytest.raises(OSError):  # noqa: PT011 (the fault that is played)
            engine.rebuild([article("b", "barn")], b"")

    assert ids(find(engine, "barn")) == ["a"]
    engine.rebuild([article("c", "barn")], b"")
    assert ids(find(engine, "barn")) == ["c"]


def test_many_threads_get_the_same_answers(engine: Engine) -> None:
    texts = [f"barn ord{number} frist{number % 7} møte{number % 3}" for number in range(60)]
    engine.rebuild([article(f"a{number:02}", text) for number, text in enumerate(texts)], b"")
    expected = {number: ids(find(engine, f"frist{number}", f"møte{number % 3}")) for number in range(7)}
    index = engine.open()
    wrong: list[object] = []

    def ask() -> None:
        for number in range(7):
            sought = Sought((word(f"frist{number}"), word(f"møte{number % 3}")))
            found = ids(index.find(sought, SearchRequest()))
            if found != expected[number]:
                wrong.append((number, found))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_both_engines_give_the_same_scores(tmp_path: Path) -> None:
    articles = [
        article("a", "barnet har rett til å medvirke", "frist for møtet", title="Medvirkning", type=("lov",)),
        article("b", "møtet med barnet og barnet igjen", title="Møte", kind=Kind.TERM),
        article("c", "noe helt annet", "barnet", status=Status.HISTORICAL),
    ]
    sought = Sought((word("barnet"), word("møtet"), word("medvirkning")))

    answers = []
    for engine in (MemoryEngine(), WhooshEngine(tmp_path)):
        engine.rebuild(articles, b"")
        answers.append(engine.open().find(sought, SearchRequest()))

    assert answers[0] == answers[1]
