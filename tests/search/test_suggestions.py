from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.articles import Kind, Label, Variant
from kb.concepts import Concept
from kb.messages import BOKMAL
from kb.search.suggestions import Completions, suggest
from tests.support.catalogues import LAW_ARTICLES, REGISTER, article, catalogue

CATALOGUE = catalogue(
    *LAW_ARTICLES,
    article(
        "undersokelse",
        "En undersøkelse av barnets situasjon.",
        ("Andre ledd: hvor lang tid?", "Langt, langvarig og langtidsflytting."),
        ("Hvor lang tid har vi?", "Tre måneder."),
        ("Plan for samtalen med barnet", "Snakk med barnet."),
        title="Undersøkelse",
        kind=Kind.PROCESS,
    ),
    article("undersokelsesplan", "En plan.", title="Undersøkelsesplan", kind=Kind.TERM),
    article("hasteflytting", "Barnet må flytte.", title="Hasteflytting", kind=Kind.PROCESS),
    concepts=(
        Concept(
            "hasteflytting",
            Label("hasteflytting", "hasteflytting"),
            "hasteflytting",
            former={Variant.BOKMAL: ("hastevedtak",)},
        ),
    ),
    register=REGISTER,
)
COMPLETIONS = Completions.of(CATALOGUE)


def texts(typed: str, limit: int = 8) -> list[str]:
    return [one.text for one in suggest(typed, COMPLETIONS, limit)]


def test_a_process_comes_before_other_articles_that_begin_alike() -> None:
    assert texts("under")[:2] == ["Undersøkelse", "Undersøkelsesplan"]


def test_case_does_not_matter() -> None:
    assert texts("UNDER") == texts("under")


def test_words_may_be_typed_in_any_order() -> None:
    assert "Hvor lang tid har vi?" in texts("tid lang")


def test_another_word_for_the_thing_leads_to_its_article() -> None:
    (first, *_) = suggest("hastev", COMPLETIONS)

    assert (first.kind, first.text, BOKMAL.text(first.detail), first.article_id) == (
        "term",
        "hastevedtak",
        "Hasteflytting",
        "hasteflytting",
    )


def test_a_place_is_suggested_once() -> None:
    places = [(one.article_id, one.anchor) for one in suggest("haste", COMPLETIONS) if one.article_id]

    assert places == [("hasteflytting", "")]


def test_a_question_that_is_begun_is_completed_by_a_heading() -> None:
    (first, *_) = suggest("hvor la", COMPLETIONS)

    assert (first.text, BOKMAL.text(first.detail), first.anchor) == ("Hvor lang tid har vi?", "Undersøkelse", "s2")


def test_a_question_that_is_begun_is_not_completed_by_half_a_question() -> None:
    assert texts("hvor lang") == ["Hvor lang tid har vi?", "Andre ledd: hvor lang tid?"]
    assert [one.kind for one in suggest("hvor lang", COMPLETIONS)] == ["article", "article"]


@pytest.mark.parametrize("typed", ["hvor", "kor", "kor lang", "kor la"])
def test_a_question_word_suggests_whole_questions_in_either_standard(typed: str) -> None:
    assert texts(typed)[0] == "Hvor lang tid har vi?"


def test_a_heading_that_many_articles_have_says_nothing() -> None:
    alike = [article(name, "Tekst.", ("Hva vet vi ikke ennå?", "Noe.")) for name in ("a", "b", "c")]
    alone = article("d", "Tekst.", ("Hva vet vi nå?", "Noe."))

    found = suggest("hva vet", Completions.of(catalogue(*alike, alone)))

    assert [one.text for one in found] == ["Hva vet vi nå?"]


def test_a_question_of_a_process_comes_before_others() -> None:
    of = catalogue(
        article("a", "Tekst.", ("Kan vi si nei?", "Ja.")),
        article("b", "Tekst.", ("Kan barnet ha med seg noen?", "Ja."), kind=Kind.PROCESS),
    )

    assert [one.article_id for one in suggest("kan", Completions.of(of))] == ["b", "a"]


def test_other_headings_wait_for_a_second_word() -> None:
    assert "Plan for samtalen med barnet" not in texts("plan")
    assert "Plan for samtalen med barnet" in texts("plan for")


@pytest.mark.parametrize("typed", ["§ 1-6", "1-6", "bvl 1-6", "paragraf 1-6"])
def test_a_number_suggests_the_provisions_with_that_number_and_current_law_first(typed: str) -> None:
    provisions = [one.article_id for one in suggest(typed, COMPLETIONS) if one.kind == "provision"]

    assert provisions[:2] == ["barnevernsloven-2021-1-6", "barnevernloven-1992-1-6"]


def test_a_number_that_is_begun_suggests_those_that_go_on() -> None:
    found = suggest("§ 1-", COMPLETIONS)

    assert [one.text for one in found[:3]] == [
        "barnevernsloven (2021) § 1-4",
        "barnevernsloven (2021) § 1-6",
        "barnevernloven (1992) § 1-6",
    ]
    assert BOKMAL.text(found[2].detail) == "Barnets rett til medvirkning, opphevet"


@pytest.mark.parametrize("typed", ["§ 1-6", "1-6", "bvl 1-6", "barnevernloven 1992 1-6"])
def test_a_repealed_provision_that_no_article_tells_of_leads_to_what_replaced_it(typed: str) -> None:
    of = catalogue(*LAW_ARTICLES[1:], register=REGISTER)

    found = [one for one in suggest(typed, Completions.of(of)) if one.kind == "provision"]

    assert (found[-1].text, BOKMAL.text(found[-1].detail), found[-1].article_id) == (
        "barnevernloven (1992) § 1-6",
        "opphevet, nå barnevernsloven (2021) § 1-4",
        "barnevernsloven-2021-1-4",
    )


@pytest.mark.parametrize("typed", ["bvl 1", "barnevernsloven § 1"])
def test_the_chapter_of_a_named_act_suggests_its_provisions(typed: str) -> None:
    found = [one.text for one in suggest(typed, COMPLETIONS)]

    assert found[:2] == ["barnevernsloven (2021) § 1-4", "barnevernsloven (2021) § 1-6"]


def test_a_text_is_suggested_once() -> None:
    concept = Concept("skole", Label("skole", "skule"), "skolen")
    of = catalogue(article("skolen", "Skole og skoler.", title="Dag på skolen"), concepts=(concept,))

    assert [one.text for one in suggest("skol", Completions.of(of))].count("skole") == 1


def test_a_word_of_the_texts_is_completed() -> None:
    assert texts("situa") == ["situasjon"]


def test_a_word_is_completed_in_one_of_its_forms() -> None:
    of = catalogue(article("a", "Institusjon, institusjonen, institusjonene, institusjonar og institusjonsplass."))

    found = [one.text for one in suggest("tvang på insti", Completions.of(of))]

    assert len(found) == 2
    assert "tvang på institusjonsplass" in found


def test_half_a_question_that_no_heading_has_leads_to_what_its_telling_words_begin() -> None:
    of = catalogue(
        article("a", "Tekst om institusjonen.", ("Tvang ved flytting til institusjon", "Noe.")),
        article("b", "En institusjon.", title="Institusjon", kind=Kind.TERM),
    )

    found = [one.text for one in suggest("tvang på insti", Completions.of(of))]

    assert found == ["tvang på institusjon", "Tvang ved flytting til institusjon", "Institusjon"]


def test_a_wrong_word_is_mended() -> None:
    (only,) = suggest("situasjn", COMPLETIONS)

    assert (only.kind, only.text, BOKMAL.text(only.detail)) == ("word", "situasjon", "Mente du")


def test_no_more_are_given_than_were_asked_for() -> None:
    assert len(suggest("b", COMPLETIONS, 2)) == 2
    assert suggest("b", COMPLETIONS, 0) == ()


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "?", "«»"])
def test_nothing_typed_suggests_nothing(typed: str) -> None:
    assert suggest(typed, COMPLETIONS) == ()


@settings(deadline=None)
@given(st.one_of(st.text(max_size=300), st.text("§1-6 abvl.hasteund\x00\"'", max_size=40)))
def test_nothing_that_a_reader_may_type_fails(typed: str) -> None:
    assert len(suggest(typed, COMPLETIONS)) <= 8
