"""A small register: two acts with nearly the same name, a regulation, a convention, a constitution."""

from __future__ import annotations

from datetime import date

import pytest

from kb.law.changes import Change, Effect
from kb.law.provisions import Act, ActKind, Certainty, Extent, LawRegister, Provision, Succession

NEW, OLD, RULES = "barnevernsloven-2021", "barnevernloven-1992", "forskrift-2023-1631"
CHANGED = date(2023, 1, 1)
RENUMBERED = date(2026, 1, 1)

ACTS = (
    Act(
        NEW,
        "barnevernsloven",
        2021,
        "Lov om barnevern",
        "LOV-2021-06-18-97",
        in_force=CHANGED,
        url="https://lovdata.no/lov/2021-06-18-97",
        read=date(2026, 7, 2),
        extent=Extent.WHOLE,
        names=("barnevernsloven", "barnevernslova", "bvl", "bvl.", "BVL2021", "nye barnevernsloven"),
    ),
    Act(
        OLD,
        "barnevernloven",
        1992,
        "Lov om barneverntjenester",
        "LOV-1992-07-17-100",
        repealed=CHANGED,
        url="https://lovdata.no/lov/1992-07-17-100",
        names=("barnevernloven", "barnevernlova", "barneverntjenesteloven"),
    ),
    Act(
        RULES,
        "forskrift om barns medvirkning",
        2023,
        "Forskrift om barns medvirkning i barnevernet",
        "FOR-2023-10-12-1631",
        ActKind.REGULATION,
        date(2024, 1, 1),
        names=("medvirkningsforskriften",),
    ),
    Act("barnekonvensjonen", "barnekonvensjonen", 1989, kind=ActKind.CONVENTION),
    Act("grunnloven", "Grunnloven", 1814, kind=ActKind.CONSTITUTION, names=("grunnlova",)),
    Act("barnelova-1981", "barnelova", 1981),
    Act("straffeloven-2005", "straffeloven", 2005, url="https://lovdata.no/lov/2005-05-20-28", names=("strl",)),
    Act("barnelova-2025", "barnelova", 2025, in_force=date(9999, 12, 31)),
)


def _in(act: str, repealed: date | None = None, **themes: str) -> list[Provision]:
    return [
        Provision(
            f"{act}-{name[1:].replace('_', '-')}",
            act,
            name[1:].replace("_", "-"),
            theme,
            theme,
            repealed=repealed,
            article=f"{act}-{name[1:].replace('_', '-')}" if theme else "",
        )
        for name, theme in themes.items()
    ]


PROVISIONS = (
    *_in(
        NEW,
        n1_4="barnets rett til medvirkning",
        n1_6="barns rett til nødvendige barnevernstiltak",
        n4_1="hjelp uten samtykke",
        n4_2="akuttvedtak om plassering",
        n4_3="flytteforbud",
        n4_4="akuttvedtak ved alvorlige atferdsvansker",
        n4_5="oppfølging av barnet",
        n5_1="vedtak om omsorgsovertakelse",
        n8_1="oppfølging av hjelpetiltak",
        n8_5="oppfølging av foreldrene",
    ),
    Provision(f"{NEW}-12-3-a", NEW, "12-3 a", "Barns rett til å klage"),
    Provision(f"{NEW}-9-a-1", NEW, "9 A-1", "Ansvar", in_force=date(2027, 1, 1)),
    Provision(f"{NEW}-10-9", NEW, "10-9", theme="inndragning m.m.", in_force=RENUMBERED, article=f"{NEW}-10-9"),
    Provision(
        f"{NEW}-10-12", NEW, "10-12", theme="utvidede inngrep", in_force=RENUMBERED, article="inngrep", formerly="10-9"
    ),
    *_in(OLD, CHANGED, n1_6="barnets rett til medvirkning", n4_12=""),
    *(
        Provision(
            f"{RULES}-{number}", RULES, str(number), f"Regel {number}", article=RULES, anchor=f"paragraf-{number}"
        )
        for number in range(1, 19)
    ),
    Provision("barnekonvensjonen-12", "barnekonvensjonen", "12", "Retten til å bli hørt"),
    Provision("grunnloven-104", "grunnloven", "104", "Barns rettigheter", article="grunnloven-104"),
    Provision("barnelova-1981-31", "barnelova-1981", "31", "Rett for barnet til å vere med på avgjerd"),
)

SUCCESSIONS = (
    Succession(f"{OLD}-1-6", (f"{NEW}-1-4",), Certainty.READING),
    Succession(f"{OLD}-4-12", (f"{NEW}-5-1",), Certainty.SOURCE),
)


CHANGES = (
    Change("lov 19. juni 2026 nr. 35", (f"{NEW}-4-3", f"{NEW}-8-1")),
    Change("lov 20. juni 2025 nr. 39", (f"{NEW}-4-3",), date(2027, 1, 1)),
    Change("lov 25. juni 2024 nr. 53", (f"{NEW}-4-5",), date(2026, 7, 1)),
    Change("lov 12. juni 2026 nr. 22", (f"{NEW}-4-5",), date(2026, 7, 1)),
    Change("lov 12. juni 2026 nr. 22", (f"{NEW}-4-5",), date(2028, 7, 1), Effect.REPEALS),
    Change("lov 20. juni 2025 nr. 39", (f"{NEW}-8-5",), date(2027, 1, 1)),
)


@pytest.fixture(scope="session")
def register() -> LawRegister:
    return LawRegister.of(ACTS, PROVISIONS, SUCCESSIONS, CHANGES)
