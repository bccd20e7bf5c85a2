"""Where words begin and end. The cases are in tests/cases/words.md."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.folding import fold, without_accents
from kb.language.words import find_words
from tests.support.cases import Case, cases


@pytest.mark.parametrize("case", cases("words.md"), ids=lambda case: case.name)
def test_words_are_found_where_a_reader_sees_them(case: Case) -> None:
    found = [word.text for word in find_words(case.given)]

    assert "|".join(found) == case.expected


@given(st.text())
def test_a_word_is_its_place_in_the_text(text: str) -> None:
    for word in find_words(text):
        assert text[word.start : word.end] == word.text
        assert word.text


@given(st.text())
def test_words_follow_each_other_and_never_overlap(text: str) -> None:
    places = [(word.start, word.end) for word in find_words(text)]

    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_taking_accents_off_leaves_the_norwegian_letters(text: str) -> None:
    for letter in "æøå":
        assert without_accents(text).count(letter) >= text.count(letter)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Å", "å"),
        ("A\u030a", "å"),
        ("barne\u00advern", "barnevern"),
        ("McDonald’s", "mcdonald's"),
        ("e\u2011post", "e-post"),
        ("§ 1-6", "§1-6"),
        ("Idé", "idé"),
    ],
)
def test_what_differs_only_in_typing_is_the_same(written: str, compared: str) -> None:
    assert fold(written) == compared
