"""What looks like somebody's number or day of birth, and what only has as many digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kb.checks.personal import check_personal
from kb.checks.subject import Subject
from kb.content.library import load
from kb.problems import Problem, Severity

Checker = Callable[[Mapping[str, str]], tuple[Problem, ...]]
Writer = Callable[..., str]

CONTENT = Path(__file__).parent.parent.parent / "content"


@pytest.mark.parametrize(
    ("body", "looks_like"),
    [
        ("Ring Kari på 99887766 i dag.", "et telefonnummer"),
        ("Ring 998 87 766.", "et telefonnummer"),
        ("Ring 99 88 77 66, eller kom innom.", "et telefonnummer"),
        ("Tlf.: +47 99887766", "et telefonnummer"),
        ("Tlf. 004799887766", "et telefonnummer"),
        ("Saken til 01020312345 er sendt.", "et fødselsnummer"),
        ("Saken til 010203 12345.", "et fødselsnummer"),
        ("Saken til 41020312345 (D-nummer).", "et fødselsnummer"),
        ("Kari er født 01.02.2015.", "en fødselsdato"),
        ("Barnet vart fødd den 1. februar 2015.", "en fødselsdato"),
        ("Kari (f. 1.2.15)", "en fødselsdato"),
    ],
)
def test_what_may_tell_of_somebody_is_told_of_and_not_repeated(
    check: Checker, whole: Writer, body: str, looks_like: str
) -> None:
    (problem,) = check({"a.md": whole(f"Først.\n\n{body}\n")})

    assert (problem.line, problem.rule, problem.severity) == (11, "personvern", Severity.WARNING)
    assert problem.message == f"Her står noe som ligner {looks_like}."
    assert not any(letter.isdigit() for letter in problem.message + problem.remedy)


def test_a_summary_and_a_title_are_looked_at_too(check: Checker, whole: Writer) -> None:
    text = whole("Hei.", "Ring 99887766").replace("Kort og godt.", "Ring 99887766.")

    assert [(one.line, one.rule) for one in check({"a.md": text})] == [(2, "personvern"), (3, "personvern")]


@pytest.mark.parametrize(
    "body",
    [
        "Ring 116 111 eller 116111, eller 02800, døgnet rundt.",
        "Gjelder 20260101, eller 2026-01-01, i 2013–2016 og 1992 2021.",
        "Se [x](https://lovdata.no/99887766) og <https://a.no/?id=99887766>.",
        "ISBN 978-82-450-1234-5, ISBN 9788245012345, org.nr. 998 877 665 og 998877665.",
        "Prop. 133 L (2020–2021), NOU 2023: 7, 1 000 000 kroner, 12 345 678 kroner og 99999999999 meter.",
        "Loven ble født i 2015, og et barn født etter 1. januar kan vente. Født 15 år før.",
        "`99887766` er et eksempel.",
    ],
)
def test_other_numbers_are_let_be(check: Checker, whole: Writer, body: str) -> None:
    assert check({"a.md": whole(body)}) == ()


def test_our_own_content_tells_of_nobody() -> None:
    assert list(check_personal(Subject(load(CONTENT), (), date(2026, 11, 22)))) == []
