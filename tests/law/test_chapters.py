"""A chapter of an act: «kapittel 4 i barnevernsloven»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.law.answers import LawAnswer
from kb.law.chapters import chapter_answer, find_chapters
from kb.law.provisions import ActKind, Chapter, LawRegister, Provision

TODAY = date(2026, 11, 22)
NEW, OLD = "barnevernsloven-2021", "barnevernloven-1992"


@pytest.fixture(scope="session")
def chapters(register: LawRegister) -> LawRegister:
    """The register with chapters, and with more provisions in the fourth than those that articles tell of."""
    told = (Chapter("4", "Akuttiltak", "akuttiltak"), Chapter("9 A", "Botiltak"), Chapter("18", "Til slutt"))
    acts = {**register.acts, NEW: replace(register.acts[NEW], chapters=told)}
    more = [
        Provision(f"{NEW}-{number.replace(' ', '-').lower()}", NEW, number, article=article)
        for number, article in (("4-10", "x-4-10"), ("4-9", ""), ("41-1", ""), ("18-1", ""))
    ]
    provisions = {one.id: one for one in (*register.provisions.values(), *more)}
    return LawRegister.of(acts.values(), provisions.values(), register.successions)


def ask(query: str, register: LawRegister) -> LawAnswer:
    (found,) = find_chapters(query, register)
    return chapter_answer(found, register, TODAY)


@pytest.mark.parametrize(
    "query",
    [
        "kapittel 4 barnevernsloven",
        "kapittel 4 i barnevernsloven",
        "barnevernsloven kapittel 4",
        "barnevernsloven (2021) kap. 4",
        "Barnevernslova, kap 4",
        "kva står i kapitlet 4 i barnevernslova",
        "bvl. kap.4",
    ],
)
def test_a_chapter_beside_an_act_is_that_acts_chapter(query: str, chapters: LawRegister) -> None:
    (found,) = find_chapters(query, chapters)

    assert (found.act, found.number) == (NEW, "4")
    assert set(query[found.start : found.end].lower()) >= set("kap4")


@pytest.mark.parametrize("query", ["kapittel 4", "kapittel fire i barnevernsloven", "barnevernsloven", "kap. 4-2 bvl"])
def test_without_an_act_or_a_number_it_is_nobodys_chapter(query: str, chapters: LawRegister) -> None:
    assert find_chapters(query, chapters) == ()


@pytest.mark.parametrize("query", ["kapittel 4", "kva står i kap. 4", "kapittel 4 akuttvedtak"])
def test_a_chapter_of_no_act_is_that_of_the_act_in_force(query: str, chapters: LawRegister) -> None:
    (found,) = find_chapters(query, chapters, TODAY)

    assert (found.act, found.number) == (NEW, "4")
    assert chapter_answer(found, chapters, TODAY).note.startswith("Kapittel 4 i barnevernsloven (2021) heter")


def test_an_act_comes_before_a_regulation_that_has_the_chapter_too(chapters: LawRegister) -> None:
    regulation = replace(chapters.acts[NEW], id="a-forskrift", kind=ActKind.REGULATION)
    both = LawRegister.of((regulation, *chapters.acts.values()), chapters.provisions.values())
    alone = LawRegister.of((regulation,), ())

    assert [one.act for one in find_chapters("kapittel 4", both, TODAY)] == [NEW]
    assert [one.act for one in find_chapters("kapittel 4", alone, TODAY)] == ["a-forskrift"]


@pytest.mark.parametrize(
    "query", ["kapittel 99", "kapittel fire", "kapittel 4 i forvaltningsloven", "forvaltningsloven kap. 4"]
)
def test_an_unknown_chapter_and_that_of_an_act_we_do_not_have_is_nobodys(query: str, chapters: LawRegister) -> None:
    assert find_chapters(query, chapters, TODAY) == ()


def test_before_an_act_is_in_force_a_chapter_of_no_act_is_nobodys(chapters: LawRegister) -> None:
    assert find_chapters("kapittel 4", chapters, date(2022, 12, 31)) == ()


def test_a_chapter_has_its_title_and_its_provisions_in_order(chapters: LawRegister) -> None:
    told = ask("kapittel 4 i barnevernsloven", chapters)

    numbers = [chapters.provisions[name].number for name in told.provisions]
    assert numbers[-2:] == ["4-9", "4-10"]
    assert all(number.startswith("4-") for number in numbers)
    assert told.articles[0] == "akuttiltak"
    assert told.articles[-1] == "x-4-10"
    assert told.note == (
        f"Kapittel 4 i barnevernsloven (2021) heter «Akuttiltak». Vi kjenner §§ {numbers[0]} til 4-10 i kapittelet."
    )


def test_one_provision_is_named_alone(chapters: LawRegister) -> None:
    assert "Vi kjenner § 18-1 i kapittelet." in ask("kapittel 18 i barnevernsloven", chapters).note


def test_a_letter_belongs_to_the_number(chapters: LawRegister) -> None:
    assert ask("kapittel 9 a i barnevernsloven", chapters).note.startswith("Kapittel 9 A i barnevernsloven (2021)")


def test_a_chapter_that_is_not_yet_in_force_says_from_when(chapters: LawRegister) -> None:
    assert ask("kapittel 9 A i barnevernsloven", chapters).note == (
        "Kapittel 9 A i barnevernsloven (2021) blir «Botiltak», fra 1. januar 2027. Vi kjenner § 9 A-1 i kapittelet."
    )


def test_a_chapter_of_a_repealed_act_says_so_and_leads_on(chapters: LawRegister) -> None:
    told = ask("kapittel 4 i barnevernloven (1992)", chapters)

    assert told.note.startswith("Kapittel 4 sto i barnevernloven (1992), opphevet 1. januar 2023.")
    assert f"{NEW}-5-1" in told.articles


def test_a_chapter_without_a_known_title_is_named_by_its_number(register: LawRegister) -> None:
    assert ask("kapittel 4 i barnevernsloven", register).note.startswith(
        "Dette er kapittel 4 i barnevernsloven (2021)."
    )


def test_an_unknown_chapter_is_said_to_be_unknown(chapters: LawRegister) -> None:
    told = ask("kapittel 99 i barnevernsloven", chapters)

    assert told == LawAnswer(told.sentences)
    assert told.note == "Vi kjenner ikke kapittel 99 i barnevernsloven (2021)."


@given(query=st.one_of(st.text(max_size=80), st.text("kapitel. 49abvl§-", max_size=60)))
def test_no_query_fails(query: str, chapters: LawRegister) -> None:
    for found in find_chapters(query, chapters, TODAY):
        assert 0 <= found.start < found.end <= len(query)
        assert chapter_answer(found, chapters, TODAY).note
