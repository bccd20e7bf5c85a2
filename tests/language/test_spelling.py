"""«Mente du …?»: the right word for a misspelt one, and nothing for what is right or not ours to mend."""

from __future__ import annotations

import pytest

from kb.language.spelling import Speller

WORDS = {"hasteflytting": 4, "medvirkning": 9, "kjærlighet": 12, "barnevernloven": 30, "barn": 99, "undersøkelse": 40}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hasteflyting", "hasteflytting"),
        ("medvirkining", "medvirkning"),
        ("kjerlighet", "kjærlighet"),
        ("barnevernlovn", "barnevernloven"),
        ("undersøkelsse", "undersøkelse"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert Speller(WORDS).suggest(typed)[:1] == (meant,)


def test_a_word_of_the_index_is_right() -> None:
    assert Speller({"hasteflyting": 1, "hasteflytting": 90}).suggest("hasteflyting") == ()


@pytest.mark.parametrize("typed", ["selvmord", "selvmordet", "Selvmords", "selvmor", "selvmort"])
def test_a_word_never_suggested_is_neither_suggested_nor_mended(typed: str) -> None:
    speller = Speller({"selvmord": 5, "selvmordet": 5, "selvforsvar": 5, "selfoman": 5}, never=("selvmord",))

    assert speller.suggest(typed) == ()


@pytest.mark.parametrize("typed", ["", "§ 1-6", "1-6", "2021", "ad", "BUP", "NTNU", "1990-tallet", "x" * 500])
def test_what_is_no_word_is_left_alone(typed: str) -> None:
    assert Speller({"bud": 1, "nut": 1, "års": 1, **WORDS}).suggest(typed) == ()
