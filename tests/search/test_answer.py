from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.articles import Kind, Label, Status, Variant
from kb.concepts import Concept
from kb.language.terms import MatchedBy
from kb.law.provisions import Chapter, LawRegister
from kb.search.answer import answer, ranking
from kb.search.catalogue import Catalogue
from kb.search.query import readable
from kb.search.request import Order, SearchRequest
from kb.search.results import Hit, SearchResults
from kb.web.wording import voice
from tests.support.catalogues import LAW_ARTICLES, REGISTER, article, catalogue

SMALL = catalogue(
    article(
        "undersokelse",
        "En undersøkelse begynner med en melding.",
        ("Hvor lang tid har vi?", "Undersøkelsen skal være ferdig innen tre måneder."),
        ("Snakke med barnet", "Snakk med barnet alene, på et sted som er trygt."),
        title="Undersøkelse",
        kind=Kind.PROCESS,
        prosess=("undersokelse",),
    ),
    article(
        "tillitsperson",
        "En tillitsperson er en trygg voksen som barnet velger.",
        title="Tillitsperson",
        kind=Kind.TERM,
    ),
    article(
        "ettervern",
        "Ungdom kan få hjelp til de er 25 år.",
        title="Ettervern",
        kind=Kind.PROCESS,
        prosess=("ettervern",),
    ),
    article("gammelt", "Slik var en undersøkelse før.", title="Før", kind=Kind.HISTORY, status=Status.HISTORICAL),
)


def ask(text: str, of: Catalogue = SMALL, **request: Any) -> SearchResults:
    return answer(SearchRequest(text, **request), of)


def ids(results: SearchResults) -> list[str]:
    return [hit.article.id for hit in results.hits]


def marked(hit: Hit) -> list[str]:
    return [text for text, is_match in hit.snippet if is_match]


def kinds(results: SearchResults) -> list[str]:
    return [note.kind for note in results.notes]


def test_a_question_finds_the_section_that_answers_it() -> None:
    hit = ask("hvor lang tid har vi på en undersøkelse").hits[0]

    assert (hit.article.id, hit.section.title) == ("undersokelse", "Hvor lang tid har vi?")
    assert hit.missing == ()


def test_the_snippet_marks_the_words_that_matched_as_they_are_written() -> None:
    hit = ask("barnets voksne").hits[0]

    assert hit.article.id == "tillitsperson"
    assert "barnet" in marked(hit)


def test_parts_of_a_compound_are_marked_only_where_the_compound_is_not() -> None:
    of = catalogue(
        article("a", "Et barnevern og en barnevernsundersøkelse."), article("b", "Et barnevern og en undersøkelse.")
    )

    hits = {hit.article.id: marked(hit) for hit in ask("barnevernsundersøkelse", of).hits}

    assert hits["a"] == ["barnevernsundersøkelse"]
    assert set(hits["b"]) == {"barnevern", "undersøkelse"}


def test_a_hit_tells_which_words_it_lacks() -> None:
    missing = {hit.article.id: hit.missing for hit in ask("trygg undersøkelse").hits}

    assert missing["undersokelse"] == ()
    assert missing["tillitsperson"] == ("undersøkelse",)
    assert missing["gammelt"] == ("trygg",)


def test_function_words_are_never_missing_and_find_nothing_by_themselves() -> None:
    results = ask("hvem kan få undersøkelse")

    assert ids(results) == ["undersokelse", "gammelt"]
    assert all(hit.missing == () for hit in results.hits)


def test_a_query_of_function_words_alone_finds_what_holds_them() -> None:
    assert ask("hvor har vi").total > 0


def test_a_reason_tells_the_word_that_was_met_and_how() -> None:
    reasons = {(one.term, one.matched, one.by) for one in ask("barna tillitsperson").hits[0].reasons}

    assert ("tillitsperson", "tillitsperson", MatchedBy.EXACT) in reasons
    assert ("barna", "barnet", MatchedBy.STEM) in reasons


def test_what_is_current_stands_above_what_is_historical() -> None:
    assert ids(ask("undersøkelse")) == ["undersokelse", "gammelt"]


def test_facets_are_counted_and_ordered_by_count_and_then_as_given() -> None:
    results = ask("")

    process = next(facet for facet in results.facets if facet.id == "prosess")
    assert [(count.value.id, count.count, count.selected) for count in process.counts] == [
        ("undersokelse", 1, False),
        ("ettervern", 1, False),
    ]
    assert [facet.id for facet in results.facets] == ["prosess", "type", "status"]


def test_a_choice_is_obeyed_and_shown_as_selected() -> None:
    results = ask("undersøkelse", chosen={"type": frozenset({"historie"})})

    kind = next(facet for facet in results.facets if facet.id == "type")
    assert ids(results) == ["gammelt"]
    assert [(count.value.id, count.count, count.selected) for count in kind.counts] == [
        ("prosess", 1, False),
        ("historie", 1, True),
    ]


def test_a_choice_may_be_typed() -> None:
    assert ids(ask("prosess:ettervern")) == ["ettervern"]


def test_a_choice_that_does_not_exist_is_left_out_with_a_note() -> None:
    results = ask("undersøkelse", chosen={"type": frozenset({"finnes-ikke"}), "ukjent": frozenset({"x"})})

    assert ids(results) == ["undersokelse", "gammelt"]
    assert kinds(results) == ["facet", "facet"]


def test_a_page_beyond_the_last_shows_the_last_with_a_note() -> None:
    results = ask("", page=99, size=3)

    assert (results.page, results.pages, len(results.hits)) == (2, 2, 1)
    assert kinds(results) == ["page"]


@pytest.mark.parametrize(("page", "size"), [(0, 10), (-5, 10), (1, 0), (1, -1)])
def test_a_page_or_size_below_one_is_read_as_one(page: int, size: int) -> None:
    assert ask("undersøkelse", page=page, size=size).hits


def test_a_phrase_must_stand_as_it_is_written() -> None:
    assert ids(ask('"trygg voksen"')) == ["tillitsperson"]


def test_a_phrase_that_is_nowhere_is_searched_as_words_with_a_note() -> None:
    results = ask('"trygg undersøkelse"')

    assert "undersokelse" in ids(results)
    assert kinds(results) == ["unused"]


def test_what_is_excluded_is_not_found() -> None:
    assert ids(ask("undersøkelse -melding")) == ["gammelt"]


def test_a_misspelt_word_is_mended_openly() -> None:
    results = ask("tillitsprson")

    assert results.did_you_mean == "tillitsperson"
    assert results.corrected
    assert ids(results) == ["tillitsperson"]
    assert results.hits[0].reasons[0].by is MatchedBy.SPELLING
    assert kinds(results) == ["corrected"]


def test_every_wrong_word_is_mended_and_the_rest_kept_as_typed() -> None:
    results = ask("Tillitsprson ETTERVRN, og Barnet?")

    assert results.did_you_mean == "Tillitsperson ETTERVERN, og Barnet?"


def test_a_mended_word_does_not_hide_what_the_other_words_find() -> None:
    results = ask("tillitsprson undersøkelse")

    assert not results.corrected
    assert set(ids(results)) == {"tillitsperson", "undersokelse", "gammelt"}


def test_a_right_word_is_never_mended() -> None:
    assert ask("undersøkelsen meldingene").did_you_mean is None


def test_an_unknown_word_finds_nothing_and_raises_nothing() -> None:
    results = ask("qwqwqwqwqw")

    assert (results.total, results.hits, results.page, results.pages) == (0, (), 1, 0)


def test_hits_may_be_sorted_by_review() -> None:
    assert ask("undersøkelse", order=Order.REVIEWED).total == 2


def test_the_ranking_is_that_of_the_answer() -> None:
    assert ranking("undersøkelse barnet", SMALL) == tuple(ids(ask("undersøkelse barnet", size=100)))


PARENTS = Concept(
    "foreldre", Label("foreldre", "foreldre"), narrower={Variant.BOKMAL: ("mor",), Variant.NYNORSK: ("mor",)}
)


@pytest.mark.parametrize(("standard", "told"), [(Variant.BOKMAL, "et videre ord"), (Variant.NYNORSK, "eit vidare ord")])
def test_a_narrower_word_finds_the_wider_and_says_so(standard: Variant, told: str) -> None:
    of = catalogue(article("a", "Foreldrene nekter."), article("b", "Mor nekter."), concepts=(PARENTS,))

    narrow, wide = ask("moren", of, standard=standard), ask("foreldrene", of, standard=standard)

    assert ids(narrow) == ["b", "a"]
    assert [note.told(voice(standard)) for note in narrow.notes] == [
        f"«moren»: viser {'også' if standard is Variant.BOKMAL else 'òg'} foreldre ({told})."
    ]
    assert ids(wide) == ["a"]
    assert wide.notes == ()


LAW = catalogue(
    *LAW_ARTICLES,
    article("rutine", "Etter barnevernsloven (2021) § 1-6 har barnet rett til tiltak.", title="Rutine"),
    register=REGISTER,
)


@pytest.mark.parametrize("text", ["§ 1-6", "1-6", "paragraf 1-6", "§1-6"])
def test_a_number_in_two_acts_shows_both_and_what_replaced_the_old_one(text: str) -> None:
    results = ask(text, LAW)

    assert ids(results)[:3] == ["barnevernsloven-2021-1-6", "barnevernloven-1992-1-6", "barnevernsloven-2021-1-4"]
    assert kinds(results) == ["lov"]
    assert "§ 1-4" in results.notes[0].text
    assert results.hits[0].reasons[0].by is MatchedBy.LAW


def test_a_provision_of_a_named_act_comes_first() -> None:
    assert ids(ask("barnevernsloven (2021) § 1-6", LAW))[0] == "barnevernsloven-2021-1-6"


def test_a_chapter_finds_its_provisions_in_order_and_says_what_it_is_called() -> None:
    results = ask("kapittel 1 i barnevernsloven", LAW)

    assert ids(results)[:2] == ["barnevernsloven-2021-1-4", "barnevernsloven-2021-1-6"]
    assert kinds(results) == ["lov"]
    assert results.hits[0].missing == ()
    assert results.hits[0].reasons[0].by is MatchedBy.LAW


def with_a_chapter() -> Catalogue:
    new = REGISTER.acts["barnevernsloven-2021"]
    acts = {**REGISTER.acts, new.id: replace(new, chapters=(Chapter("1", "Formål"),))}
    return replace(LAW, register=LawRegister.of(acts.values(), REGISTER.provisions.values()))


def test_a_chapter_of_no_act_is_that_of_the_act_in_force_and_says_so() -> None:
    results = ask("kapittel 1", with_a_chapter())

    assert ids(results)[:2] == ["barnevernsloven-2021-1-4", "barnevernsloven-2021-1-6"]
    assert results.notes[0].text.startswith("Kapittel 1 i barnevernsloven (2021) heter «Formål».")


def test_a_chapter_in_quotes_is_words() -> None:
    results = ask('"kapittel 1"', with_a_chapter())

    assert "lov" not in kinds(results)


def test_a_chapter_that_no_article_tells_of_is_searched_for_as_words() -> None:
    results = ask("kapittel 99 i barnevernsloven tiltak", LAW)

    assert "rutine" in ids(results)
    assert kinds(results) == ["lov"]


def test_words_beside_a_provision_are_searched_too() -> None:
    results = ask("rutine § 1-6 første ledd", LAW)

    assert "rutine" in ids(results)
    assert ids(results)[0] == "barnevernsloven-2021-1-6"
    assert all("ledd" not in hit.missing for hit in results.hits)


def test_scores_fall_from_hit_to_hit_also_below_a_provision() -> None:
    scores = [hit.score for hit in ask("§ 1-6 tiltak", LAW).hits]

    assert scores == sorted(scores, reverse=True)


def test_a_provision_obeys_the_choices() -> None:
    results = ask("§ 1-6", LAW, chosen={"status": frozenset({"opphevet"})})

    assert ids(results) == ["barnevernloven-1992-1-6"]


def test_a_base_without_laws_reads_a_number_as_a_word() -> None:
    of = catalogue(article("a", "Etter § 1-6 i loven.", title="Noe"))

    results = ask("§ 1-6", of)

    assert ids(results) == ["a"]
    assert results.notes == ()


PIECES = st.sampled_from(
    [
        "undersøkelse",
        "hvem",
        '"',
        "-",
        "§ 1-6",
        "bvl",
        " ",
        "prosess:",
        "ettervern",
        "tillitsprson",
        "\x00",
        "1992",
        "*",
        "?",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=20).map("".join)),
    st.dictionaries(
        st.sampled_from(["prosess", "type", "x"]), st.frozensets(st.sampled_from(["lov", "ettervern", "?"]))
    ),
    st.integers(-2, 5),
)
def test_nothing_that_a_reader_may_type_fails(text: str, chosen: dict[str, frozenset[str]], page: int) -> None:
    for of in (SMALL, LAW):
        results = ask(text, of, chosen=chosen, page=page)

        assert len(results.hits) <= results.total
        assert results.query == readable(text)
        assert all(note.text for note in results.notes)
