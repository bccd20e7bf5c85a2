"""Changes that our text does not have are told of wherever the provision is met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from kb.law.answers import answer
from kb.law.pending import pending, pending_here
from kb.law.provisions import LawRegister
from kb.law.references import find_references
from kb.messages import BOKMAL, Message

TODAY = date(2026, 11, 22)
NEW = "barnevernsloven-2021"
ADDRESS = "https://lovdata.no/lov/2021-06-18-97"


def _told(sentences: Sequence[Message]) -> list[str]:
    return [BOKMAL.text(one) for one in sentences]


def test_provisions_are_told_of_by_change_with_where_to_look(register: LawRegister) -> None:
    assert _told(pending([f"{NEW}-8-1", f"{NEW}-4-3", f"{NEW}-1-4"], register, TODAY)) == [
        "Kan være endret: barnevernsloven (2021) §§ 4-3 og 8-1 (lov 19. juni 2026 nr. 35).",
        "Endres 1. januar 2027: barnevernsloven (2021) § 4-3 (lov 20. juni 2025 nr. 39).",
        f"Se Lovdata ({ADDRESS}) før du handler.",
    ]


def test_acts_that_change_the_same_on_the_same_day_are_told_of_together(register: LawRegister) -> None:
    assert _told(pending([f"{NEW}-4-5"], register, TODAY)) == [
        "Kan være endret: barnevernsloven (2021) § 4-5 (lov 25. juni 2024 nr. 53 og lov 12. juni 2026 nr. 22).",
        "Oppheves 1. juli 2028: barnevernsloven (2021) § 4-5 (lov 12. juni 2026 nr. 22).",
        f"Se Lovdata ({ADDRESS}/§4-5) før du handler.",
    ]


def test_what_lay_ahead_may_be_out_of_date_when_the_day_has_come(register: LawRegister) -> None:
    (before, _), (after, _) = (_told(pending([f"{NEW}-8-5"], register, date(year, 1, 1))) for year in (2026, 2027))

    assert before.startswith("Endres 1. januar 2027: ")
    assert after.startswith("Kan være endret: ")


def test_a_day_that_is_past_is_not_told_of_as_to_come(register: LawRegister) -> None:
    assert _told(pending_here(f"{NEW}-4-5", register, TODAY))[:4] == [
        "Bestemmelsen kan være endret",
        "Bestemmelsen skulle endres 1. juli 2026 av lov 25. juni 2024 nr. 53 og lov 12. juni 2026 nr. 22.",
        "Vi vet ikke om teksten vi leste, har med endringen.",
        "Bestemmelsen oppheves 1. juli 2028 av lov 12. juni 2026 nr. 22.",
    ]


def test_a_repeal_that_should_have_come_is_not_told_of_as_a_change(register: LawRegister) -> None:
    day = date(2028, 7, 1)
    here = _told(pending_here(f"{NEW}-4-5", register, day))

    assert here[0] == "Bestemmelsen kan være opphevet"
    assert "Bestemmelsen skulle oppheves 1. juli 2028 av lov 12. juni 2026 nr. 22." in here
    assert "Kan være opphevet: barnevernsloven (2021) § 4-5 (lov 12. juni 2026 nr. 22)." in _told(
        pending([f"{NEW}-4-5"], register, day)
    )


def test_nothing_is_told_where_all_is_as_read(register: LawRegister) -> None:
    assert pending([f"{NEW}-1-4"], register, TODAY) == ()
    assert pending_here(f"{NEW}-1-4", register, TODAY) == ()


@pytest.mark.parametrize(
    ("number", "day", "heading"),
    [
        ("4-3", TODAY, "Bestemmelsen kan være endret"),
        ("8-5", TODAY, "Bestemmelsen endres 1. januar 2027"),
        ("8-5", date(2027, 1, 1), "Bestemmelsen kan være endret"),
    ],
)
def test_the_page_of_a_provision_says_at_its_top_what_is_known(
    number: str, day: date, heading: str, register: LawRegister
) -> None:
    assert _told(pending_here(f"{NEW}-{number}", register, day))[0] == heading


def test_the_page_of_a_provision_says_what_we_do_not_know(register: LawRegister) -> None:
    assert _told(pending_here(f"{NEW}-4-3", register, TODAY))[1:] == [
        "Bestemmelsen endres av lov 19. juni 2026 nr. 35.",
        "Vi vet ikke når endringen begynner å gjelde, eller hva den går ut på.",
        "Bestemmelsen endres 1. januar 2027 av lov 20. juni 2025 nr. 39.",
        "Hva som endres, har vi ikke lest.",
        "Artikkelen bygger på teksten slik den sto 2. juli 2026.",
        f"Se Lovdata ({ADDRESS}/§4-3) før du handler.",
    ]


def test_a_question_for_a_provision_is_told_that_it_may_have_changed(register: LawRegister) -> None:
    (reference,) = find_references("§ 8-1", register, bare=True)

    assert (
        "Bestemmelsen gjelder nå. Kan være endret: barnevernsloven (2021) § 8-1 (lov 19. juni 2026 nr. 35). "
        f"Se Lovdata ({ADDRESS}/§8-1) før du handler." in answer(reference, register, TODAY).note
    )
