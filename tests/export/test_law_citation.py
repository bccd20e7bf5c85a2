"""The law itself is cited as the Norwegian APA manual asks."""

from kb.export.law_citation import law_as_text, law_in_text
from kb.law.provisions import Act, ActKind, Provision

ACT = Act(
    "barnevernsloven-2021",
    "barnevernsloven",
    2021,
    "Lov om barnevern",
    "LOV-2021-06-18-97",
    url="https://lovdata.no/lov/2021-06-18-97",
)
CONVENTION = Act("barnekonvensjonen", "barnekonvensjonen", 1989, "FNs konvensjon", kind=ActKind.CONVENTION)


def test_an_act_is_listed_with_its_name_year_number_and_place() -> None:
    assert law_as_text(ACT) == (
        "Barnevernsloven. (2021). Lov om barnevern (LOV-2021-06-18-97). Lovdata. https://lovdata.no/lov/2021-06-18-97"
    )


def test_what_is_not_known_of_an_act_is_left_out() -> None:
    assert law_as_text(CONVENTION) == "Barnekonvensjonen. (1989). FNs konvensjon."
    assert law_as_text(Act("x", "loven", number="LOV-1")) == "Loven. (LOV-1)."


def test_the_running_text_names_the_provision() -> None:
    assert law_in_text(ACT, Provision("p", ACT.id, "1-4")) == "(barnevernsloven, 2021, § 1-4)"
    assert law_in_text(CONVENTION, Provision("p", CONVENTION.id, "12")) == "(barnekonvensjonen, 1989, artikkel 12)"
    assert law_in_text(ACT) == "(barnevernsloven, 2021)"
