from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Facet, FacetValue, Label
from kb.language.words import find_words
from kb.search.query import MOST_CHARACTERS, MOST_WORDS, Choice, Node, Not, Phrase, Query, Word, parse

PROCESS = Facet(
    "prosess",
    "processes",
    Label("Kjerneprosess", "Kjerneprosess"),
    (
        FacetValue("ettervern", Label("Ettervern", "Ettervern")),
        FacetValue("undersokelse", Label("Undersøkelse", "Undersøking")),
    ),
)


def read(text: str) -> Query:
    return parse(text, find_words, [PROCESS])


def shapes(text: str) -> list[tuple[str, str]]:
    return [shape(node) for node in read(text).nodes]


def shape(node: Node) -> tuple[str, str]:
    if isinstance(node, Choice):
        return "valg", f"{node.facet}={node.value}"
    if isinstance(node, Not):
        return "ikke", node.of.text
    return ("frase" if isinstance(node, Phrase) else "ord"), node.text


def kinds(query: Query) -> list[str]:
    return [note.kind for note in query.notes]


def test_words_are_words_with_their_places() -> None:
    query = read("snakke  med barnet?")

    assert query.text == "snakke med barnet?"
    assert query.nodes == (Word("snakke", 0, 6), Word("med", 7, 10), Word("barnet", 11, 17))
    assert query.notes == ()


def test_quotes_make_a_phrase() -> None:
    assert shapes('en "trygg voksen" her') == [("ord", "en"), ("frase", "trygg voksen"), ("ord", "her")]


def test_the_curly_quotes_of_a_phone_make_a_phrase() -> None:
    assert shapes("“trygg voksen”") == [("frase", "trygg voksen")]


def test_guillemets_are_no_syntax() -> None:
    assert shapes("«trygg voksen»") == [("ord", "trygg"), ("ord", "voksen")]


def test_a_hyphen_before_a_word_excludes_it() -> None:
    assert shapes("samvær -institusjon") == [("ord", "samvær"), ("ikke", "institusjon")]


def test_a_hyphen_before_a_phrase_excludes_it() -> None:
    assert shapes('samvær -"på institusjon"') == [("ord", "samvær"), ("ikke", "på institusjon")]


def test_a_hyphen_inside_or_after_a_word_is_no_syntax() -> None:
    assert [kind for kind, _ in shapes("Mitt-Liv barneverns- og 1-6 - her")] == ["ord"] * len(
        shapes("Mitt-Liv barneverns- og 1-6 - her")
    )


def test_a_facet_and_its_value_are_a_choice() -> None:
    assert shapes("prosess:ettervern plan") == [("valg", "prosess=ettervern"), ("ord", "plan")]


def test_a_value_may_be_called_by_its_label_in_either_standard() -> None:
    assert shapes("prosess:Undersøking") == [("valg", "prosess=undersokelse")]
    assert shapes('prosess:"undersøkelse"') == [("valg", "prosess=undersokelse")]


def test_a_value_that_does_not_exist_is_words_and_a_note() -> None:
    query = read("prosess:samvær")

    assert [shape(node) for node in query.nodes] == [("ord", "prosess"), ("ord", "samvær")]
    assert kinds(query) == ["facet"]
    assert "ettervern, undersokelse" in query.notes[0].text


def test_a_colon_after_anything_else_is_no_syntax() -> None:
    assert shapes("spørsmål:svar") == [("ord", "spørsmål"), ("ord", "svar")]
    assert read("spørsmål:svar").notes == ()


def test_an_unclosed_quote_is_words_and_a_note() -> None:
    query = read('"trygg voksen')

    assert [shape(node) for node in query.nodes] == [("ord", "trygg"), ("ord", "voksen")]
    assert kinds(query) == ["unused"]


def test_a_phrase_before_an_unclosed_quote_is_kept() -> None:
    assert shapes('"trygg voksen" og "mer') == [("frase", "trygg voksen"), ("ord", "og"), ("ord", "mer")]


def test_empty_quotes_are_nothing() -> None:
    assert shapes('"" barn -""') == [("ord", "barn")]


def test_control_characters_are_left_out_with_a_note() -> None:
    query = read("barn\x00et\x1b \ud800 møte")

    assert query.text == "barn et møte"
    assert kinds(query) == ["unused"]


def test_line_breaks_and_tabs_are_spaces_without_a_note() -> None:
    query = read("barnet\n\tmøte\r\n")

    assert query.text == "barnet møte"
    assert query.notes == ()


def test_a_long_query_is_cut_between_words_with_a_note() -> None:
    query = read("barneverntjeneste " * 1000)

    assert len(query.text) <= MOST_CHARACTERS
    assert {node.text for node in query.words} == {"barneverntjeneste"}
    assert kinds(query) == ["limit"]


def test_a_word_without_end_is_cut_with_a_note() -> None:
    query = read("a" * 10_000)

    assert query.text == "a" * MOST_CHARACTERS
    assert kinds(query) == ["limit"]


def test_a_query_of_many_words_is_cut_with_a_note() -> None:
    query = read(" ".join(["å"] * (MOST_WORDS + 5)))

    assert len(query.words) == MOST_WORDS
    assert kinds(query) == ["limit"]


def test_letters_made_of_two_characters_are_read_as_one() -> None:
    assert read(unicodedata.normalize("NFD", "åpenhet")).text == "åpenhet"


def test_an_empty_query_is_empty() -> None:
    assert read(" \t ") == Query("")


SYNTAX = st.sampled_from(['"', "-", ":", "prosess:", "ettervern", "barn", " ", "§ 1-6", "“", "\x00", "æ", "\ud800"])


@given(st.one_of(st.text(max_size=600), st.lists(SYNTAX, max_size=60).map("".join)))
def test_reading_never_fails_and_every_word_stands_where_it_says(text: str) -> None:
    query = read(text)

    assert len(query.text) <= MOST_CHARACTERS
    assert sum(isinstance(node, Word | Phrase) for node in query.nodes) <= MOST_WORDS
    for node in query.nodes:
        inside = node.of if isinstance(node, Not) else node
        if isinstance(inside, Word):
            assert query.text[inside.start : inside.end] == inside.text
    query.text.encode("utf-8")
