"""How many hits a query has: those that hold what was asked, and those that come near."""

from __future__ import annotations

from typing import Any

from kb.search.answer import answer
from kb.search.catalogue import Catalogue
from kb.search.ranking import ALWAYS_HITS
from kb.search.request import SearchRequest
from kb.search.results import SearchResults
from tests.support.catalogues import article, catalogue

FILL = " ".join(["Her står det noe helt annet som fyller opp teksten med mange ord."] * 8)
NEAR = [article(f"naer-{number:02}", f"Barnet nekter flytting. {FILL}", prosess=("ettervern",)) for number in range(12)]
FAR = [article(f"vidt-{number:02}", f"{FILL} Om barnet. {FILL}", prosess=("undersokelse",)) for number in range(15)]
BASE = catalogue(*NEAR, *FAR, *(article(f"annet-{number:02}", FILL) for number in range(3)))


def ask(text: str, of: Catalogue = BASE, **request: Any) -> SearchResults:
    return answer(SearchRequest(text, **request), of)


def ids(results: SearchResults) -> set[str]:
    return {hit.article.id for hit in results.hits}


def notes(results: SearchResults) -> list[str]:
    return [note.kind for note in results.notes]


def test_an_article_with_a_word_that_says_little_is_no_hit_beside_those_that_hold_all() -> None:
    results = ask("barnet nekter flytting", size=100)

    assert ids(results) == {one.article.id for one in NEAR}
    assert (results.total, results.farther) == (12, 15)


def test_facets_count_hits() -> None:
    results = ask("barnet nekter flytting")

    process = next(facet for facet in results.facets if facet.id == "prosess")
    assert [(count.value.id, count.count) for count in process.counts] == [("ettervern", 12)]


def test_a_wide_search_finds_the_rest_after_the_hits() -> None:
    near, wide = ask("barnet nekter flytting", size=100), ask("barnet nekter flytting", size=100, wide=True)

    assert (wide.total, wide.farther) == (27, 0)
    assert wide.hits[: near.total] == near.hits


def test_what_is_asked_for_by_one_word_is_found_wherever_it_stands() -> None:
    of = catalogue(article("a", "Samvær. Samvær.", ("Samvær", "Samvær"), title="Samvær"), *NEAR, *FAR)

    assert ask("barnet", of).total == 27


def test_a_compound_does_not_hold_its_parts() -> None:
    titled = [article(f"a{number:02}", FILL, title="Vern") for number in range(11)]
    of = catalogue(*titled, article("ordet", f"{FILL} vern {FILL}"), article("del", f"{FILL} barnevern {FILL}"))

    results = ask("vern", of, size=100)

    assert "ordet" in ids(results)
    assert "del" not in ids(results)
    assert "del" in ids(ask("vern", of, size=100, wide=True))


def test_what_has_only_a_part_of_the_compound_that_was_typed_is_no_hit_below_the_first_page() -> None:
    of = catalogue(*NEAR, *FAR, article("annet", FILL))

    results = ask("barnehuset", of, size=100)

    assert (results.total, results.farther) == (ALWAYS_HITS, len(NEAR) + len(FAR) - ALWAYS_HITS)
    assert "weak" in notes(results)


def test_the_first_page_is_never_cut() -> None:
    of = catalogue(article("alt", "Flytting nekter", title="Barnet nekter flytting"), *FAR)

    results = ask("barnet nekter flytting", of)

    assert (results.total, results.farther) == (ALWAYS_HITS, 16 - ALWAYS_HITS)


def test_a_choice_that_nothing_near_has_is_made_among_the_rest() -> None:
    results = ask("barnet nekter flytting", size=100, chosen={"prosess": frozenset({"undersokelse"})})

    assert ids(results) == {one.article.id for one in FAR}
    assert results.farther == 0


def test_what_is_excluded_is_neither_a_hit_nor_farther() -> None:
    results = ask("barnet -flytting", size=100)

    assert (results.total, results.farther) == (15, 0)


def test_choices_alone_find_everything_that_has_them() -> None:
    results = ask("", chosen={"prosess": frozenset({"undersokelse"})})

    assert (results.total, results.farther) == (15, 0)


def test_a_reader_is_told_when_nothing_holds_most_of_what_was_asked() -> None:
    results = ask("pannekaker med blåbær til barnet")

    assert results.total > 0
    assert notes(results) == ["weak"]
    assert "nærmeste" in results.notes[0].text


def test_a_reader_who_is_answered_is_told_nothing() -> None:
    assert notes(ask("nekter noen barn flytting")) == notes(ask("barnet")) == []
