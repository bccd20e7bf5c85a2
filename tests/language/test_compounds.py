"""Compounds and their parts. The cases are in tests/cases/compounds.md."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.compounds import Splitter
from kb.language.lexicon import lexicon
from kb.language.pipeline import Analyser
from kb.language.terms import TermKind
from kb.language.variants import pairs
from tests.support.cases import Case, cases

VOCABULARY = {part: 1 for case in cases("compounds.md") for part in case.expected.split("|") if part}


def _parts(word: str) -> list[str]:
    return [term.text for term in Analyser((), VOCABULARY).terms(word) if term.kind is TermKind.PART]


@pytest.mark.parametrize("case", cases("compounds.md"), ids=lambda case: case.name)
def test_a_compound_is_found_by_its_parts(case: Case) -> None:
    keys = [term.text for part in case.expected.split("|") for term in Analyser().terms(part) if _is_key(term.kind)]

    assert _parts(case.given) == list(dict.fromkeys(keys))


def test_the_words_of_the_index_decide_between_two_ways_to_split() -> None:
    splitter = Splitter(lexicon())

    assert splitter.parts("bokstyre", {"boks": 1, "tyre": 1}) != splitter.parts("bokstyre", {"bok": 1, "styre": 1})


def test_a_compound_is_the_same_with_and_without_a_joining_letter() -> None:
    keys = {
        term.text
        for word in ("barnevernstjeneste", "barneverntjeneste", "barneverntenesta")
        for term in Analyser().terms(word)
        if _is_key(term.kind)
    }

    assert len(keys) == 1


def test_each_part_of_a_compound_in_a_query_is_an_alternative_of_its_own() -> None:
    ways = Analyser((), {"omsorg": 1, "overtakelse": 1}).part_alternatives("omsorgsovertakelse")

    assert [way[0].label for way in ways] == ["omsorg", "overtakelse"]


def test_two_words_may_be_a_compound() -> None:
    analyser = Analyser()
    compound = {term.text for term in analyser.terms("omsorgsovertakelse") if _is_key(term.kind)}

    ((start, end, (way,)),) = analyser.phrases(["omsorg", "overtakelse"])

    assert (start, end) == (0, 2)
    assert set(way.terms) == compound


@given(st.text(alphabet="abdefgiklmnorstuvyæøå", min_size=1, max_size=40))
def test_the_leaves_of_a_word_stand_in_it_in_order(word: str) -> None:
    place = 0
    for leaf in Splitter(lexicon(), pairs()).leaves(word):
        place = word.index(leaf, place) + len(leaf)

    assert place == len(word)


def _is_key(kind: TermKind) -> bool:
    return kind is TermKind.VARIANT
