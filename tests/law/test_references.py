"""References to provisions, as people write them. The cases are in tests/cases/law_references.md."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.law.provisions import LawRegister
from kb.law.references import Reference, find_references

CASES = Path(__file__).parent.parent / "cases" / "law_references.md"
SHORT = {"barnevernsloven-": "", "barnevernloven-": "", "forskrift-2023-1631-": "f-"}


def _cases() -> list[tuple[str, str, str]]:
    text = CASES.read_text(encoding="utf-8").partition("\n\n")[2]
    return re.findall(r"^(.+)\n\.\n(.*)\n\.\n((?:.*\n)*?)\.$", text, re.MULTILINE)


def _told(reference: Reference) -> str:
    names = " ".join(reference.provisions) or "?"
    for long, short in SHORT.items():
        names = names.replace(long, short)
    return names + (f" ({reference.subdivision})" if reference.subdivision else "")


@pytest.mark.parametrize(("name", "query", "expected"), _cases(), ids=[name for name, _, _ in _cases()])
def test_a_reference_is_understood_as_people_write_it(
    name: str, query: str, expected: str, register: LawRegister
) -> None:
    found = find_references(query, register, bare=True)

    assert [_told(one) for one in found] == expected.splitlines(), name


def test_there_are_cases() -> None:
    assert len(_cases()) >= 40


def test_a_number_alone_is_a_reference_only_in_a_query(register: LawRegister) -> None:
    assert find_references("Møtet er 1-6 i uka.", register) == ()
    assert find_references("1-6", register, bare=True) != ()


def test_a_range_tells_of_those_between(register: LawRegister) -> None:
    first, last = find_references("barnevernsloven (2021) §§ 4-1 til 4-5", register)

    assert first.between == ()
    assert [name[-3:] for name in last.between] == ["4-2", "4-3", "4-4"]


def test_a_reference_covers_the_act_and_the_number(register: LawRegister) -> None:
    text = "Etter barnevernsloven (2021) §§ 8-1 og 8-5 skal tjenesten følge opp."

    found = [text[one.start : one.end] for one in find_references(text, register)]

    assert found == ["barnevernsloven (2021) §§ 8-1", "8-5"]


def test_a_year_leaves_no_doubt(register: LawRegister) -> None:
    (with_year,) = find_references("barnevernsloven (2021) § 1-6", register)
    (without,) = find_references("barnevernsloven § 1-6", register)

    assert with_year.has_year
    assert with_year.acts == ("barnevernsloven-2021",)
    assert not without.has_year
    assert without.acts == ("barnevernsloven-2021", "barnevernloven-1992")


def test_an_empty_register_finds_no_acts() -> None:
    (found,) = find_references("barnevernsloven (2021) § 1-4", LawRegister.of())

    assert found.act is None
    assert found.provisions == ()


@given(text=st.text(alphabet="§ 1246-–.,()aåbvl\nogtil", max_size=60) | st.text(max_size=60))
def test_no_text_makes_it_fail_and_every_place_is_within_the_text(text: str, register: LawRegister) -> None:
    for one in find_references(text, register, bare=True):
        assert 0 <= one.start < one.end <= len(text)
        assert one.number


@given(pieces=st.lists(st.sampled_from(["bvl", "§ 1-6", "§§", "1-4", "og", "til", "(2021)", "gamle", ",", "3. ledd"])))
def test_references_never_overlap(pieces: list[str], register: LawRegister) -> None:
    from_start = 0
    text = " ".join(pieces)

    for one in find_references(text, register, bare=True):
        assert one.start >= from_start
        from_start = one.end


@pytest.mark.parametrize(
    "text", ["§ 4" + " " * 20_000 + "-3", "bvl § 1-6, " * 2_000, "1-6 " * 4_000, "§ 1-1" + ", 1-2" * 4_000]
)
def test_a_long_text_is_read_in_time_that_grows_no_faster_than_the_text(text: str, register: LawRegister) -> None:
    started = time.process_time()

    find_references(text, register, bare=True)

    # Each takes about 0.1 s; when one of the patterns looked at every space again for each, it took 100 s.
    assert time.process_time() - started < 3
