"""Articles are looked over again by the day on which a provision that they rest on changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.checks.conftest import Checker

Writer = Callable[..., str]


@pytest.mark.parametrize(
    ("field", "due", "told"),
    [
        ("[barnevernsloven-2021-1-4]", "2027-02-22", True),
        ("[barnevernsloven-2021-9-9]", "2027-02-22", True),
        ("[barnevernsloven-2021-1-4]", "2027-01-01", False),
        ("[barnevernsloven-2021-1-6]", "2027-02-22", False),
    ],
)
@pytest.mark.parametrize("is_named_in_the_text", [True, False])
def test_a_review_is_due_by_the_day_on_which_the_law_changes(
    check: Checker, whole: Writer, law: str, field: str, due: str, *, told: bool, is_named_in_the_text: bool
) -> None:
    coming = '  - {id: barnevernsloven-2021-9-9, act: barnevernsloven-2021, number: "9-9", in_force: 2027-01-01}\n'
    changes = "changes:\n  - {act: lov, since: 2027-01-01, provisions: [barnevernsloven-2021-1-4]}\n"
    register = law.replace("successors:", f"{coming}successors:") + changes
    number = field.removeprefix("[barnevernsloven-2021-").removesuffix("]")
    fields = {} if is_named_in_the_text else {"laws": field}
    text = whole(f"Se barnevernsloven (2021) § {number}." if is_named_in_the_text else "Hei", **fields)

    problems = check({"_law.yml": register, "a.md": text.replace("2027-11-01", due)})

    assert [(one.rule, one.line, one.remedy) for one in problems] == (
        [("dato", 6, "Sett review_due til 2027-01-01 eller før.")] if told else []
    )


def test_a_review_after_the_change_needs_no_earlier_day(check: Checker, whole: Writer, law: str) -> None:
    changes = "changes:\n  - {act: lov, since: 2026-07-01, provisions: [barnevernsloven-2021-1-4]}\n"

    assert check({"_law.yml": law + changes, "a.md": whole("Se barnevernsloven (2021) § 1-4.")}) == ()
