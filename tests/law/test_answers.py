from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kb.law.answers import LawAnswer, answer
from kb.law.provisions import Chapter, LawRegister, Provision, Succession
from kb.law.references import find_references

TODAY = date(2026, 11, 22)


def _ask(query: str, register: LawRegister, today: date = TODAY) -> LawAnswer:
    (reference,) = find_references(query, register, bare=True)
    return answer(reference, register, today)


def test_a_number_with_two_meanings_tells_of_both_and_of_what_replaced_the_old_one(register: LawRegister) -> None:
    told = _ask("§ 1-6", register)

    assert told.note == (
        "§ 1-6 var barnets rett til medvirkning i barnevernloven (1992), opphevet 1. januar 2023. "
        "Medvirkning står nå i barnevernsloven (2021) § 1-4. "
        "I barnevernsloven (2021) er § 1-6 barns rett til nødvendige barnevernstiltak. "
        "Hva som avløste hva, er vår egen lesning av lovtekstene."
    )
    assert told.articles == ("barnevernsloven-2021-1-6", "barnevernloven-1992-1-6", "barnevernsloven-2021-1-4")


def test_the_act_that_was_named_comes_first(register: LawRegister) -> None:
    told = _ask("barnevernloven § 1-6", register)

    assert told.articles[0] == "barnevernloven-1992-1-6"
    assert "Lovene har nesten samme navn: barnevernloven er fra 1992 og barnevernsloven er fra 2021." in told.note


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("barnevernloven", "barnvernloven"),
        ("barnevernloven", "Barnevernlven"),
        ("barnevernloven", "barneverntjenesteloven"),
        ("barnevernloven", "barnevernstjenesteloven"),
        ("barnevernsloven", "barnvernsloven"),
        ("barnevernsloven", "barnevernsova"),
    ],
)
def test_the_name_of_an_act_may_be_misspelt_in_a_query(right: str, typed: str, register: LawRegister) -> None:
    assert _ask(f"{typed} § 1-6", register) == _ask(f"{right} § 1-6", register)
    assert _ask(f"{typed} (1992) § 1-6", register) == _ask(f"{right} (1992) § 1-6", register)


@pytest.mark.parametrize("other", ["arveloven", "barnehageloven", "barnetrygdloven", "forvaltningsloven"])
def test_the_name_of_another_act_is_not_taken_for_misspelt(other: str, register: LawRegister) -> None:
    assert _ask(f"{other} § 4", register).note.startswith(f"Kunnskapsbasen har ikke {other}.")


def test_a_year_leaves_the_other_act_out(register: LawRegister) -> None:
    told = _ask("barnevernsloven (2021) § 1-6", register)

    assert told.note == (
        "§ 1-6 i barnevernsloven (2021) er barns rett til nødvendige barnevernstiltak. Bestemmelsen gjelder nå."
    )
    assert told.articles == ("barnevernsloven-2021-1-6",)


def test_a_provision_without_an_article_is_told_of_with_where_to_read_it(register: LawRegister) -> None:
    told = _ask("bvl. § 4-12 første ledd", register)

    assert told.articles == ("barnevernsloven-2021-5-1",)
    assert "barnevernsloven (2021) § 5-1" in told.note
    assert "Vi kjenner ingen § 4-12 i barnevernsloven (2021)." in told.note
    assert told.note.endswith(
        "Vi har ingen egen artikkel om barnevernloven (1992) § 4-12; "
        "les den hos Lovdata (https://lovdata.no/lov/1992-07-17-100)."
    )


def test_a_source_leaves_no_doubt_about_what_replaced_what(register: LawRegister) -> None:
    assert "lesning" not in _ask("barnevernloven (1992) § 4-12", register).note


def test_a_section_of_an_article_is_named_with_its_anchor(register: LawRegister) -> None:
    assert _ask("FOR-2023-10-12-1631 § 9", register).articles == ("forskrift-2023-1631#paragraf-9",)


def test_a_provision_that_no_article_tells_of_leads_to_its_chapter(register: LawRegister) -> None:
    chapters = (Chapter("9", "Fosterhjem", "fosterhjem"), Chapter("9 A", "Botiltak", "endringer#botiltak"))
    acts = {**register.acts, "barnevernsloven-2021": replace(register.acts["barnevernsloven-2021"], chapters=chapters)}
    told = _ask("§ 9 A-1", LawRegister.of(acts.values(), register.provisions.values(), register.successions))

    assert told.articles == ("endringer#botiltak",)
    assert "Vi har ingen egen artikkel om barnevernsloven (2021) § 9 A-1; les den hos Lovdata" in told.note


def test_an_unknown_number_is_said_to_be_unknown(register: LawRegister) -> None:
    told = _ask("barnevernsloven (2021) § 99-9", register)

    assert told.note.startswith("Vi finner ingen § 99-9 i barnevernsloven (2021) blant bestemmelsene vi kjenner.")
    assert told.articles == ()
    assert _ask("§ 99", register).note == "Vi finner ingen § 99 blant bestemmelsene vi kjenner."


def test_an_unknown_number_may_be_in_an_act_that_we_have_not_read_all_of(register: LawRegister) -> None:
    assert _ask("4-20 a", register).note == (
        "Vi finner ingen § 4-20 a i barnevernsloven (2021) eller barnevernloven (1992) blant bestemmelsene vi kjenner. "
        "Vi har bare lest deler av barnevernloven (1992). "
        "Se barnevernsloven (2021) hos Lovdata (https://lovdata.no/lov/2021-06-18-97). "
        "Se barnevernloven (1992) hos Lovdata (https://lovdata.no/lov/1992-07-17-100)."
    )


@pytest.mark.parametrize(
    ("query", "is_told"),
    [
        ("§ 4-4", True),
        ("barnevernloven § 4-4", True),
        ("barnevernsloven § 4-4", False),
        ("bvl § 4-4", False),
        ("ny lov § 4-4", False),
    ],
)
def test_a_number_of_today_may_also_be_an_old_one(query: str, is_told: bool, register: LawRegister) -> None:
    maybe = (
        "I saker fra før 1. januar 2023 kan nummeret være fra "
        "barnevernloven (1992) (https://lovdata.no/lov/1992-07-17-100)."
    )
    note = _ask(query, register).note

    assert (maybe in note) is is_told
    assert ("I saker fra før" in note) is is_told
    assert note.count("barnevernloven (1992)") <= 1


def test_an_article_of_a_convention_is_no_paragraph(register: LawRegister) -> None:
    assert _ask("art. 8", register).note == "Vi finner ingen artikkel 8 blant bestemmelsene vi kjenner."
    assert _ask("emk art 8", register).note == (
        "Kunnskapsbasen har ikke emk. Se etter emk artikkel 8 hos lovdata.no (https://lovdata.no)."
    )


@pytest.mark.parametrize("query", ["strl 41", "strl § 41", "§ 41 i straffeloven (2005)"])
def test_an_act_that_we_have_nothing_of_is_named_with_its_year_and_where_to_read_it(
    query: str, register: LawRegister
) -> None:
    assert _ask(query, register).note == (
        "Kunnskapsbasen har ikke straffeloven (2005). Les § 41 hos Lovdata (https://lovdata.no/lov/2005-05-20-28/§41)."
    )


def test_changes_are_told_of_for_what_was_asked_for_and_for_what_replaced_it(register: LawRegister) -> None:
    steps = (Succession("barnevernloven-1992-1-6", ("barnevernsloven-2021-4-3",)),)
    known = LawRegister.of(register.acts.values(), register.provisions.values(), steps, register.changes)

    assert "Kan være endret: barnevernsloven (2021) § 4-3" in _ask("barnevernloven (1992) § 1-6", known).note
    assert "Kan være endret" not in _ask("§ 1-6", known).note


def test_a_provision_that_is_not_yet_in_force_says_from_when(register: LawRegister) -> None:
    assert "blir ansvar, fra 1. januar 2027." in _ask("barnevernsloven (2021) § 9 A-1", register).note


def test_before_the_change_the_old_provision_applied(register: LawRegister) -> None:
    told = _ask("barnevernloven (1992) § 1-6", register, date(2020, 1, 1))

    assert "Bestemmelsen gjelder nå." in told.note


def test_an_empty_register_says_nothing() -> None:
    assert _ask("§ 1-6", LawRegister.of()).note == ""


def test_several_successors_in_one_act_are_told_together(register: LawRegister) -> None:
    steps = (Succession("barnevernloven-1992-4-12", ("barnevernsloven-2021-5-1", "barnevernsloven-2021-4-2")),)
    several = LawRegister.of(register.acts.values(), register.provisions.values(), steps)

    assert "står nå i barnevernsloven (2021) §§ 4-2 og 5-1." in _ask("barnevernloven (1992) § 4-12", several).note


def test_an_act_that_we_do_not_have_is_said_not_to_be_here(register: LawRegister) -> None:
    told = _ask("forvaltningsloven § 17", register)

    assert (
        told.note
        == "Kunnskapsbasen har ikke forvaltningsloven. Se etter forvaltningsloven § 17 hos lovdata.no (https://lovdata.no)."
    )
    assert told.provisions == ()


def test_a_provision_that_nothing_replaced_says_that_we_do_not_know(register: LawRegister) -> None:
    none = LawRegister.of(register.acts.values(), register.provisions.values())

    assert "Vi vet ikke hva som avløste barnevernloven (1992) § 1-6." in _ask("barnevernloven (1992) § 1-6", none).note


@pytest.mark.parametrize("query", ["§ 10-9", "bvl § 10-9", "barnevernsloven (2021) § 10-9"])
def test_a_number_that_something_else_had_before_tells_what_and_until_when(query: str, register: LawRegister) -> None:
    told = _ask(query, register)

    assert "Før 1. januar 2026 hadde det som nå er § 10-12 (utvidede inngrep), dette nummeret." in told.note
    assert told.articles == ("barnevernsloven-2021-10-9", "inngrep")
    assert told.provisions == ("barnevernsloven-2021-10-9", "barnevernsloven-2021-10-12")


def test_rules_that_were_parted_are_told_of_together(register: LawRegister) -> None:
    other = Provision(
        "barnevernsloven-2021-10-7",
        "barnevernsloven-2021",
        "10-7",
        theme="testing",
        in_force=date(2026, 1, 1),
        formerly="10-9",
    )
    parted = LawRegister.of(register.acts.values(), (*register.provisions.values(), other), register.successions)

    assert (
        "det som nå er § 10-7 (testing) og § 10-12 (utvidede inngrep), dette nummeret." in _ask("§ 10-9", parted).note
    )


def test_a_sentence_that_ends_with_an_abbreviation_has_one_stop(register: LawRegister) -> None:
    assert "er inndragning m.m. Bestemmelsen gjelder nå." in _ask("§ 10-9", register).note
