"""What authors type in front matter that YAML reads otherwise than they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.content.front_matter import split
from kb.problems import Severity


def _told(fields: str) -> list[tuple[int, str, str]]:
    front = split(f"---\n{fields}\n---\nTekst.\n")
    return [(one.line, one.message, one.remedy) for one in front.mistakes]


@pytest.mark.parametrize(
    ("fields", "message", "remedy"),
    [
        (
            "id: a\ntitle: Barn # del 2",
            "Det som står etter # («del 2»), blir borte.",
            'Sett anførselstegn rundt hele teksten: title: "Barn # del 2".',
        ),
        (
            "id: a\ntitle: #1 i Norge",
            "Det som står etter # («1 i Norge»), blir borte.",
            'Sett anførselstegn rundt hele teksten: title: "#1 i Norge".',
        ),
        (
            "id: a\ntitle: !Viktig",
            "Teksten begynner med !, som har en egen betydning.",
            'Sett anførselstegn rundt hele teksten: title: "…".',
        ),
        (
            "id: a\ntitle: “Barnets vilje”",
            "Anførselstegnene er krumme, slik Word lager dem, og blir en del av teksten.",
            'Skriv rette anførselstegn ("), eller ta dem bort.',
        ),
        (
            "id: a\nkeywords: [“trygg, voksen”, b]",
            "Anførselstegnene er krumme, slik Word lager dem, og blir en del av teksten.",
            'Skriv rette anførselstegn ("), eller ta dem bort.',
        ),
        (
            "sources:\n -et-hefte",
            "Det mangler et mellomrom etter -, så linjen er ikke et punkt i listen.",
            "Skriv «- » foran teksten.",
        ),
    ],
)
def test_what_yaml_takes_silently_is_told_of(fields: str, message: str, remedy: str) -> None:
    assert _told(fields) == [(3, message, remedy)]
    assert {one.severity for one in split(f"---\n{fields}\n---\n").mistakes} == {Severity.WARNING}


@pytest.mark.parametrize(
    "fields",
    [
        'title: "Barn # del 2"',
        "title: C#",
        "title: Sier du «ja» og ‘nei’?",
        "status: utkast # til over sommeren",
        "title: Å si “ja” til barnet",
        "summary: Fra -5 til 5\nkeywords: [a-b, -]",
        "# en merknad\ntitle: A",
    ],
)
def test_what_is_meant_is_let_be(fields: str) -> None:
    assert _told(fields) == []


@pytest.mark.parametrize(
    ("fields", "line", "message", "remedy"),
    [
        ("id: a\ntitle:Barn\nkind: verdi", 3, "Det mangler et mellomrom etter kolon.", "Skriv «title: Barn»."),
        ("id: a\ntitle Barn\nkind: verdi", 3, "Det mangler et kolon etter «title».", "Skriv «title: …»."),
        (
            'id: a\ntitle: "Mitt Liv" og vi\nkind: verdi',
            3,
            "Bare en del av teksten står i anførselstegn.",
            "Skriv '\"Mitt Liv\" og vi'.",
        ),
        (
            "id: a\ntitle:\u00a0Barn\nkind: verdi",
            3,
            "Det står et hardt mellomrom, slik Word lager dem.",
            "Skriv et vanlig mellomrom i stedet.",
        ),
        (
            "id: a\n\ttitle: Barn",
            3,
            "Det står et tabulatortegn først på linjen.",
            "Bruk mellomrom i stedet.",
        ),
    ],
)
def test_what_cannot_be_read_is_told_of_where_it_was_typed(fields: str, line: int, message: str, remedy: str) -> None:
    assert _told(fields) == [(line, message, remedy)]


@given(st.text("titlekn:# -“”\"'!&\t\u00a0[]{}\nab,", max_size=60))
def test_no_fields_make_the_reading_raise(fields: str) -> None:
    for mistake in split(f"---\ntitle: A\n{fields}\n---\n").mistakes:
        assert mistake.line >= 1
        assert mistake.message
        assert mistake.remedy
