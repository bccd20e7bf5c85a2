from __future__ import annotations

from datetime import date

from kb.law.number_forms import number_key
from kb.law.provisions import LawRegister, State


def test_a_provision_is_in_force_until_the_day_it_is_repealed(register: LawRegister) -> None:
    old = "barnevernloven-1992-1-6"

    assert register.state(old, date(2022, 12, 31)) is State.IN_FORCE
    assert register.state(old, date(2023, 1, 1)) is State.REPEALED


def test_a_provision_is_coming_until_the_day_it_is_in_force(register: LawRegister) -> None:
    coming = "barnevernsloven-2021-9-a-1"

    assert register.state(coming, date(2026, 12, 31)) is State.COMING
    assert register.state(coming, date(2027, 1, 1)) is State.IN_FORCE


def test_succession_is_known_both_ways(register: LawRegister) -> None:
    old, new = "barnevernloven-1992-1-6", "barnevernsloven-2021-1-4"

    assert [step.successors for step in register.successors(old)] == [(new,)]
    assert [step.former for step in register.predecessors(new)] == [old]


def test_acts_that_replaced_each_other_are_a_family(register: LawRegister) -> None:
    assert register.family("barnevernloven-1992") == ("barnevernsloven-2021",)
    assert register.family("barnelova-1981") == ()


def test_a_number_that_two_acts_have_gives_the_one_in_force_first(register: LawRegister) -> None:
    assert [one.act for one in register.by_number("1–6")] == ["barnevernsloven-2021", "barnevernloven-1992"]
    assert [one.act for one in register.by_number("1-6", "barnevernloven-1992")] == ["barnevernloven-1992"]


def test_a_provision_is_cited_with_the_year_of_its_act(register: LawRegister) -> None:
    assert register.cite("barnevernsloven-2021-1-4") == "barnevernsloven (2021) § 1-4"
    assert register.cite("barnekonvensjonen-12") == "barnekonvensjonen artikkel 12"
    assert register.cite("grunnloven-104") == "Grunnloven § 104"


def test_numbers_sort_as_in_the_act() -> None:
    numbers = ["4-12", "4-2 a", "4-2", "12-3", "9 A-1", "9-1"]

    assert sorted(numbers, key=number_key) == ["4-2", "4-2 a", "4-12", "9-1", "9 A-1", "12-3"]


def test_a_provision_of_an_act_in_force_has_an_address_of_its_own(register: LawRegister) -> None:
    assert register.address("barnevernsloven-2021-1-4") == "https://lovdata.no/lov/2021-06-18-97/%C2%A71-4"
    assert register.address("barnevernloven-1992-1-6") == "https://lovdata.no/lov/1992-07-17-100"
