from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.words import find_words
from kb.search.snippets import LENGTH, Piece, snippet


def cut(text: str, *wanted: str) -> tuple[Piece, ...]:
    words = find_words(text)
    marked = {number: wanted.index(word.text) for number, word in enumerate(words) if word.text in wanted}
    return snippet(text, words, marked)


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{text}]" if marked else text for text, marked in pieces)


FILL = "Dette er en setning uten noe av det som leseren spurte om. "


def test_a_short_text_is_shown_whole_with_marks() -> None:
    assert shown(cut("Barnet har rett til å møte.", "Barnet", "møte")) == "[Barnet] har rett til å [møte]."


def test_the_part_with_most_different_words_is_shown() -> None:
    text = f"Her er frist og frist. {FILL * 8}Her er frist for møte. {FILL * 8}"

    assert "[frist] for [møte]" in shown(cut(text, "frist", "møte"))


def test_a_snippet_begins_where_a_sentence_does() -> None:
    text = f"{FILL * 8}Barnet skal få si sin mening. {FILL * 8}"

    assert shown(cut(text, "mening")).startswith("… Dette er") or shown(cut(text, "mening")).startswith("… Barnet skal")


def test_what_is_left_out_is_told_by_three_dots() -> None:
    pieces = cut(f"{FILL * 8}her er møte {FILL * 8}", "møte")

    assert pieces[0] == ("… ", False)
    assert pieces[-1] == (" …", False)


def test_no_word_is_cut_in_two() -> None:
    text = "barnevernsundersøkelse " * 60
    words = "".join(text for text, _ in cut(text)).replace("…", "").split()

    assert set(words) == {"barnevernsundersøkelse"}


def test_the_text_is_the_authors_own_with_accents_and_capitals() -> None:
    assert ("Én", True) in cut("Én idé og éin til", "Én")


def test_a_block_that_ends_no_sentence_is_kept_apart_from_the_next() -> None:
    assert shown(cut("Første punkt\nAndre punkt", "Andre")) == "Første punkt · [Andre] punkt"
    assert shown(cut("Frist\nTre måneder\nTo uker", "Frist", "Tre")) == "[Frist] · [Tre] måneder · To uker"


@pytest.mark.parametrize("end", [".", "?", "!", ":", ";", ",", "…", ".»", "?»", "–"])
def test_after_a_sentence_a_line_break_becomes_a_space(end: str) -> None:
    assert shown(cut(f"Barnet sa det{end}\nSå gikk vi.", "gikk")) == f"Barnet sa det{end} Så [gikk] vi."


def test_without_a_match_the_beginning_is_shown() -> None:
    assert shown(cut("Barnet har rett.", "noe")) == "Barnet har rett."


def test_an_empty_text_has_no_snippet() -> None:
    assert cut(" \n ") == ()


@given(
    st.one_of(st.text(max_size=2000), st.lists(st.sampled_from(["barn", "i", "\n", " "]), max_size=900).map("".join)),
    st.sets(st.integers(0, 300)),
)
def test_a_snippet_is_short_and_its_marks_are_words_of_the_text(text: str, numbers: set[int]) -> None:
    words = find_words(text)
    marked = {number: number % 3 for number in numbers if number < len(words)}

    pieces = snippet(text, words, marked)

    longest = max((len(word.text) for word in words), default=0)
    assert sum(len(piece) for piece, _ in pieces) <= LENGTH + longest + len("…  …") + 2
    assert all(piece for piece, _ in pieces)
    assert {" ".join(piece.split()) for piece, is_match in pieces if is_match} <= {
        " ".join(word.text.split()) for word in words
    }
