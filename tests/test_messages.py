"""A message keeps its words apart from its values until somebody tells it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Label, Variant
from kb.messages import BOKMAL, Link, Part, Quoted, Voice, counted, message, norwegian_date

WORDS = {
    "%(act)s er opphevet %(day)s.": "Oppheva %(day)s er %(act)s.",
    "%(num)s treff": "%(num)s treff, éin",
    "%(some)s og %(last)s": "%(some)s og %(last)s",
    "ord": "orda",
}
NYNORSK = Voice(
    Variant.NYNORSK,
    lambda text: WORDS.get(text, text),
    lambda one, many, count: WORDS.get(one, one) if count == 1 else many,
    lambda day: f"den {day.day}.",
)
REPEALED = message("%(act)s er opphevet %(day)s.", act=Quoted("barnevernloven (1992)"), day=date(2023, 1, 1))


def test_a_translation_may_put_the_values_in_another_order() -> None:
    assert BOKMAL.text(REPEALED) == "barnevernloven (1992) er opphevet 1. januar 2023."
    assert NYNORSK.text(REPEALED) == "Oppheva den 1. er barnevernloven (1992)."


def test_what_is_quoted_says_its_own_language() -> None:
    assert NYNORSK.parts(REPEALED) == (
        Part("Oppheva den 1. er ", Variant.NYNORSK),
        Part("barnevernloven (1992)", Variant.BOKMAL),
        Part(".", Variant.NYNORSK),
    )
    assert [part.lang for part in BOKMAL.parts(REPEALED)] == [Variant.BOKMAL]


def test_a_label_is_in_the_standard_of_the_voice_and_else_in_bokmal() -> None:
    label = Label("Åpenhet", "Openheit")
    sami = Voice(Variant.SAMI, str, lambda one, many, count: many, str)

    assert NYNORSK.parts(label) == (Part("Openheit", Variant.NYNORSK),)
    assert sami.parts(label) == (Part("Åpenhet", Variant.BOKMAL),)


def test_what_is_counted_has_the_form_of_its_number() -> None:
    one, two = (counted("%(num)s treff", "%(num)s treff i alt", count) for count in (1, 2))

    assert (BOKMAL.text(one), BOKMAL.text(two)) == ("1 treff", "2 treff i alt")
    assert (NYNORSK.text(one), NYNORSK.text(two)) == ("1 treff, éin", "2 treff i alt")


def test_a_message_may_stand_within_another_and_several_are_parted_by_commas() -> None:
    word = message("ord")
    listed = message("%(some)s og %(last)s", some=("a", Quoted("b"), word), last=word)

    assert BOKMAL.text(listed) == "a, b, ord og ord"
    assert NYNORSK.text(listed) == "a, b, orda og orda"


@given(st.text())
def test_what_a_reader_typed_is_told_as_it_is(typed: str) -> None:
    assert BOKMAL.text(message("«%(typed)s»", typed=typed)) == f"«{typed}»"


def test_a_norwegian_date_has_no_zero_before_its_day() -> None:
    assert norwegian_date(date(2026, 12, 2)) == "2. desember 2026"


def test_a_link_is_told_by_its_words_and_by_its_address_only_in_plain_text() -> None:
    told = message("Se %(place)s.", place=Link(message("ord"), "https://lovdata.no/"))

    assert BOKMAL.text(told) == "Se ord (https://lovdata.no/)."
    assert NYNORSK.parts(told) == (
        Part("Se ", Variant.NYNORSK),
        Part("orda", Variant.NYNORSK, "https://lovdata.no/"),
        Part(".", Variant.NYNORSK),
    )


def test_the_stop_of_an_abbreviation_ends_the_sentence_too() -> None:
    told = message("Dette er %(subject)s. Mer.", subject=Quoted("tiltak m.m."))

    assert BOKMAL.text(told) == "Dette er tiltak m.m. Mer."
