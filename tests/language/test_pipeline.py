"""The `Analyser`: what is posted, and how a query word may match."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Label, Variant
from kb.concepts import Concept
from kb.language.pipeline import Analyser
from kb.language.terms import MatchedBy, TermKind

HASTEFLYTTING = Concept(
    "hasteflytting",
    Label("hasteflytting", "hasteflytting"),
    allowed={Variant.BOKMAL: ("akuttplassering", "akutt flytting")},
    legal={Variant.BOKMAL: ("akuttvedtak",)},
    former={Variant.BOKMAL: ("hastevedtak",)},
    related=("beredskapshjem",),
)
FOSTERHJEM = Concept("fosterhjem", Label("fosterhjem", "fosterheim"), allowed={Variant.BOKMAL: ("fosterfamilie",)})
CONCEPTS = (HASTEFLYTTING, FOSTERHJEM)


@given(st.text())
def test_no_text_is_too_strange_to_be_filed(text: str) -> None:
    analyser = Analyser(CONCEPTS)

    terms = analyser.terms(text)

    assert {term.position for term in terms} == set(range(len(analyser.words(text))))


@given(st.text())
def test_the_word_as_it_is_typed_is_the_first_alternative(text: str) -> None:
    analyser = Analyser(CONCEPTS)

    for word in analyser.words(text):
        first = analyser.alternatives(word.text)[0]
        assert (first.kind, first.terms) == (TermKind.EXACT, (analyser.exact(word.text),))


@given(st.text())
def test_a_text_is_found_by_each_of_its_words(text: str) -> None:
    analyser = Analyser()
    posted = {(term.kind, term.text) for term in analyser.terms(text)}

    for word in analyser.words(text):
        ways = analyser.alternatives(word.text)
        assert all((way.kind, way.terms[0]) in posted for way in ways if way.kind is not TermKind.PART)


def test_forms_of_a_word_stand_at_the_place_of_the_word() -> None:
    terms = Analyser().terms("Barnet flytter")

    assert {term.position for term in terms if term.text == "barnet"} == {0}
    assert {term.position for term in terms if term.text == "flytter"} == {1}


def test_no_word_is_left_out() -> None:
    exact = [term.text for term in Analyser().terms("ikke uten det og før") if term.kind is TermKind.EXACT]

    assert exact == ["ikke", "uten", "det", "og", "før"]


def test_a_synonym_in_any_form_and_either_standard_leads_to_the_others() -> None:
    analyser = Analyser(CONCEPTS)

    told = {way.label for way in analyser.alternatives("fosterheimane") if way.by is MatchedBy.SYNONYM}

    assert told == {"fosterfamilie"}


def test_a_name_of_several_words_leads_to_the_others_and_they_to_it() -> None:
    analyser = Analyser(CONCEPTS)

    found = [(start, end) for start, end, ways in analyser.phrases(["en", "akutt", "flytting"]) if len(ways) > 1]
    several = [way.terms for way in analyser.alternatives("akuttvedtak") if len(way.terms) > 1]

    assert found == [(1, 3)]
    assert len(several) == 1


def test_what_is_only_related_is_not_equal() -> None:
    told = {way.label for way in Analyser(CONCEPTS).alternatives("hasteflytting")}

    assert "beredskapshjem" not in told


FORELDRE = Concept(
    "foreldre",
    Label("foreldre", "foreldre"),
    allowed={Variant.BOKMAL: ("foresatte",)},
    narrower={Variant.BOKMAL: ("mor", "den ene av dem"), Variant.NYNORSK: ("far",)},
)


def test_a_narrower_word_leads_to_the_wider_ones_and_not_to_its_siblings() -> None:
    told = {way.label for way in Analyser((FORELDRE,)).alternatives("mora") if way.by is MatchedBy.SYNONYM}

    assert told == {"foreldre", "foresatte"}


def test_a_narrower_name_of_several_words_leads_to_the_wider_ones() -> None:
    found = [
        (start, end, {way.label for way in ways})
        for start, end, ways in Analyser((FORELDRE,)).phrases(["den", "ene", "av", "dem"])
    ]

    assert found == [(0, 4, {"foreldre", "foresatte"})]


@pytest.mark.parametrize("word", ["foreldrene", "foresatt"])
def test_a_wider_word_does_not_lead_to_narrower_ones(word: str) -> None:
    told = {way.label for way in Analyser((FORELDRE,)).alternatives(word) if way.by is MatchedBy.SYNONYM}

    assert told.isdisjoint({"mor", "far", "den ene av dem"})


def test_a_reader_is_told_that_a_wider_word_was_searched_for_too() -> None:
    analyser = Analyser((FORELDRE,))

    assert analyser.labels_shown(["far"]) == (("far", "foreldre", "wider"),)
    assert analyser.labels_shown(["foresatte"]) == (("foresatte", "foreldre", "preferred"),)


def test_a_reader_is_told_of_the_words_of_the_act_and_our_own_before_older_ones() -> None:
    told = Analyser(CONCEPTS).labels_shown(["akuttplassering"])

    assert told == (
        ("akuttplassering", "akuttvedtak", "legal"),
        ("akuttplassering", "hasteflytting", "preferred"),
        ("akuttplassering", "hastevedtak", "former"),
    )


OMSORG = Concept(
    "omsorgsovertakelse",
    Label("omsorgsovertakelse", "omsorgsovertaking"),
    legal={Variant.BOKMAL: ("vedtak etter § 5-1",), Variant.NYNORSK: ("vedtak etter lova",)},
    former={Variant.NYNORSK: ("omsorgsfråtaking",)},
)


@pytest.mark.parametrize(
    ("standard", "told"),
    [
        (Variant.BOKMAL, [("vedtak etter § 5-1", "legal"), ("omsorgsfråtaking", "former")]),
        (
            Variant.NYNORSK,
            [("vedtak etter § 5-1", "legal"), ("omsorgsovertaking", "preferred"), ("omsorgsfråtaking", "former")],
        ),
    ],
)
def test_a_reader_is_told_of_words_in_his_own_standard_and_of_those_of_the_act_in_its(
    standard: Variant, told: list[tuple[str, str]]
) -> None:
    shown = Analyser((OMSORG,)).labels_shown(["omsorgsovertakelse"], standard)

    assert [(word, role) for _typed, word, role in shown] == told


def test_a_word_of_no_concept_has_nothing_to_tell() -> None:
    assert Analyser(CONCEPTS).labels_shown(["skole"]) == ()


def test_a_pickled_analyser_says_the_same() -> None:
    analyser = Analyser(CONCEPTS, {"omsorg": 2})

    again = pickle.loads(pickle.dumps(analyser))  # noqa: S301 (made on the line itself)

    assert again.terms("omsorgssvikt") == analyser.terms("omsorgssvikt")
    assert again.alternatives("akuttvedtak") == analyser.alternatives("akuttvedtak")


def test_words_typed_without_norwegian_letters_are_found() -> None:
    stems = {term.text for term in Analyser().terms("åpenhet") if term.kind is TermKind.STEM}

    assert {way.terms[0] for way in Analyser().alternatives("aapenhet") if way.kind is TermKind.STEM} == stems
