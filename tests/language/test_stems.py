"""Which forms share a stem. The cases are in tests/cases/stems.md."""

from __future__ import annotations

import pytest

from kb.language.pipeline import Analyser
from kb.language.terms import TermKind
from tests.support.cases import Case, lists


def _stem(word: str) -> str:
    return next(term.text for term in Analyser().terms(word) if term.kind is TermKind.STEM)


@pytest.mark.parametrize("case", lists("stems.md"), ids=lambda case: case.name)
def test_forms_of_a_word_share_a_stem_and_other_words_have_another(case: Case) -> None:
    stems = [{_stem(word.strip()) for word in line.split(",")} for line in case.lines]

    assert all(len(of_line) == 1 for of_line in stems), stems
    assert len(set.union(*stems)) == len(stems)
