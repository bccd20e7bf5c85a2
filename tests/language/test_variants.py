"""The bridge between bokmål and nynorsk. The cases are in tests/cases/variants.md."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.lexicon import is_function_word, read_list
from kb.language.pipeline import Analyser
from kb.language.terms import MatchedBy, TermKind
from kb.language.variants import PARTICLES, SOUNDS, SUFFIXES, Rule, pairs
from tests.support.cases import Case, lists


def _keys(word: str) -> set[str]:
    return {term.text for term in Analyser().terms(word) if term.kind is TermKind.VARIANT}


@pytest.mark.parametrize("case", lists("variants.md"), ids=lambda case: case.name)
def test_words_of_the_two_standards_are_found_together(case: Case) -> None:
    for line in case.lines:
        if "!=" in line:
            one, other = line.split(" != ")
            assert not _keys(one) & _keys(other), line
        else:
            bokmal, others = line.split(": ")
            apart = [word for word in others.split(", ") if not _keys(bokmal) & _keys(word)]
            assert apart == [], bokmal


@pytest.mark.parametrize("rule", SOUNDS, ids=lambda rule: rule.nynorsk)
def test_a_rule_of_sounds_joins_its_example(rule: Rule) -> None:
    assert re.sub(rule.pattern, rule.replacement, rule.nynorsk) == rule.bokmal
    assert _keys(rule.nynorsk) & _keys(rule.bokmal)


def test_no_ending_or_beginning_stands_twice() -> None:
    endings = [ending for ending, _ in SUFFIXES]

    assert len(set(endings)) == len(endings)
    assert all(bokmal for counterparts in PARTICLES.values() for bokmal in counterparts)


def test_the_list_of_unlike_words_is_long_and_in_order() -> None:
    rows = [line.split("\t") for line in read_list("nb-nn.tsv")]
    words = [bokmal for bokmal, _ in rows]

    assert len(pairs()) > 2500
    assert len(set(words)) == len(words)
    assert [row for row in rows if row[0] in row[1].split()] == []


def test_every_word_of_the_list_meets_its_counterpart() -> None:
    rows = [line.split("\t") for line in read_list("nb-nn.tsv")]

    apart = [
        (bokmal, other)
        for bokmal, others in rows
        for other in others.replace("+", "").split()
        if not _keys(bokmal) & _keys(other)
    ]

    assert apart == []


def test_a_reader_is_told_the_word_of_the_other_standard() -> None:
    told = [way.label for way in Analyser().alternatives("tilrådingane") if way.by is MatchedBy.VARIANT]

    assert told == ["anbefaling"]


def test_a_word_that_both_standards_have_is_not_told_again() -> None:
    assert [way.label for way in Analyser().alternatives("barn") if way.by is MatchedBy.VARIANT] == [""]


@given(st.text(min_size=1))
def test_every_word_has_a_key(text: str) -> None:
    analyser = Analyser()

    for word in analyser.words(text):
        assert _keys(word.text)


@pytest.mark.parametrize("word", ["ikke", "ikkje", "uten", "utan", "før", "etter"])
def test_words_that_turn_the_meaning_are_no_function_words(word: str) -> None:
    assert not is_function_word(word)
