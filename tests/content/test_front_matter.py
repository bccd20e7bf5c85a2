from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.content.front_matter import MAX_DEPTH, plain, split


def _values(text: str) -> dict[str, object]:
    return {key: plain(value) for key, value in split(text).fields.items()}


def test_fields_and_body_are_parted_and_every_key_has_its_line() -> None:
    front = split("---\ntitle: Hei\n\nkeywords: [a, b]\n---\nKropp\n")

    assert {key: plain(value) for key, value in front.fields.items()} == {"title": "Hei", "keywords": ["a", "b"]}
    assert front.key_lines == {"title": 2, "keywords": 4}
    assert (front.body, front.body_line) == ("Kropp\n", 6)


def test_every_scalar_is_text() -> None:
    assert _values("---\na: no\nb: 2018\nc: 1:30\nd: 2026-01-31\ne: 1.10\n---\n") == {
        "a": "no",
        "b": "2018",
        "c": "1:30",
        "d": "2026-01-31",
        "e": "1.10",
    }


def test_what_is_empty_is_none_but_quotes_are_text() -> None:
    assert _values("---\na:\nb: ~\nc: null\nd: ''\ne: '~'\n---\n") == {
        "a": None,
        "b": None,
        "c": None,
        "d": "",
        "e": "~",
    }


def test_a_list_over_several_lines_remembers_each_line() -> None:
    value = split("---\nkeywords:\n  - a\n  - b\n---\n").fields["keywords"]

    assert isinstance(value.content, tuple)
    assert [item.line for item in value.content] == [3, 4]


@pytest.mark.parametrize(
    "text",
    ["", "Bare tekst", "# Tittel\n\n---\n\ntekst", "---\n\nEn strek først.\n\n---\n\nMer.", "---", "----\na: b\n---\n"],
)
def test_a_file_without_front_matter_is_all_body(text: str) -> None:
    front = split(text)

    assert (front.fields, front.body, front.body_line, front.mistakes) == ({}, text, 1, ())


def test_empty_front_matter_is_front_matter() -> None:
    front = split("---\n---\nKropp")

    assert (front.body, front.body_line, front.mistakes) == ("Kropp", 3, ())


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("---\ntitle: A: B\n---\n", 2, "anførselstegn rundt hele"),
        ("---\ntitle: A\n", 2, "Sett en linje med ---"),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "Behold bare ett"),
        ("---\na: [1, 2\nb: x\n---\n", 2, "Sett ]"),
        ("---\na: 'x\n---\n", 2, "Sett det som mangler"),
        ("---\na: @x\n---\n", 2, "anførselstegn rundt teksten"),
        ("---\na: *x\n---\n", 2, "anførselstegn rundt teksten"),
        ("---\na: x\n\tb: y\n---\n", 3, "mellomrom"),
        ("---\na: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1) + "\n---\n", 2, "enklere"),
    ],
)
def test_a_mistake_has_its_line_and_a_remedy(text: str, line: int, said: str) -> None:
    (mistake,) = split(text).mistakes

    assert mistake.line == line
    assert said in mistake.remedy


@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@`,? \n\t0\x01\xe5", max_size=80))
def test_no_front_matter_makes_it_fail_and_nothing_of_the_body_is_lost(written: str) -> None:
    front = split(f"---\n{written}\n---\nKropp")

    assert front.body.endswith("Kropp")


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("title: A\nsummary:Kort\nkind: lov\n", 3, "kolon"),
        ("title: A\nkeywords: [en, to\n", 3, "["),
        ('title: "Møtet\nkind: lov\n', 2, "anførselstegn"),
        ("title: A\n  kind: lov\n", 3, "rykket"),
        ("title: A\nsources:\n\t- {title: B}\n", 4, "tabulator"),
    ],
)
def test_a_mistake_is_told_on_the_line_where_it_is_mended(written: str, line: int, said: str) -> None:
    (mistake,) = split(f"---\n{written}---\nKropp\n").mistakes

    assert mistake.line == line
    assert said in mistake.message + mistake.remedy


def test_what_is_wrong_on_one_line_hides_nothing_on_the_others() -> None:
    front = split(
        "---\nid: mote\ntitle: Møtet: hva nå?\nsummary:Kort.\nkind lov\n"
        'lang: @nb\nnote: "Møtet" i dag\nbasis: [lov]\n---\nKropp\n'
    )

    assert [mistake.line for mistake in front.mistakes] == [3, 4, 5, 6, 7]
    assert {key: plain(value) for key, value in front.fields.items()} == {
        "id": "mote",
        "title": "Møtet: hva nå?",
        "summary": "Kort.",
        "kind": "lov",
        "lang": "@nb",
        "note": '"Møtet" i dag',
        "basis": ["lov"],
    }
    assert (front.body, front.body_line) == ("Kropp\n", 10)


@pytest.mark.parametrize(
    "written", ["title: A: B\n  og mer\n", "title: [a,\n  b\n", "title: A: B\n\tid: c\n", "title: @a\n  id: b\n"]
)
def test_what_runs_over_several_lines_is_told_of_once(written: str) -> None:
    front = split(f"---\n{written}---\nKropp\n")

    assert len(front.mistakes) == 1
    assert front.fields == {}


@pytest.mark.parametrize(
    ("before", "line"), [("", 1), ("\n---\n", 3), (" ---\n", 2), ("----\n", 2), ("–––\n", 2), ("--\n", 2)]
)
def test_fields_that_do_not_begin_on_the_first_line_are_told_of(before: str, line: int) -> None:
    front = split(f"{before}id: mote\ntitle: Møtet\nsources:\n  - lov-2021-97\n---\nKropp\n")

    assert [mistake.line for mistake in front.mistakes] == [line]
    assert "første linje" in front.mistakes[0].remedy


@pytest.mark.parametrize(
    "text",
    ["Tid: klokka ti\nSted: rom 4\n---\nKropp\n", "# Tittel\n\ntitle: sier vi\n\n---\n", "Kropp\n\nid: 4\n---\n"],
)
def test_text_with_colons_over_a_rule_is_text(text: str) -> None:
    assert split(text).mistakes == ()


def test_fields_that_are_never_closed_end_where_the_text_begins() -> None:
    front = split("---\nid: mote\nsources:\n  - lov-2021-97\n\nMøtet er viktig.\n\n## Frist: i dag\n")

    assert [(one.line, one.remedy) for one in front.mistakes] == [(4, "Sett en linje med --- under linje 4.")]
    assert list(front.fields) == ["id", "sources"]
    assert front.body.strip().startswith("Møtet er viktig.")
    assert front.body_line == 5


def test_fields_that_are_not_opened_are_read_as_fields_all_the_same() -> None:
    front = split("id: mote\ntitle: Møtet\n---\nKropp\n")

    assert [(one.line, one.remedy) for one in front.mistakes] == [
        (1, "Sett en linje med --- foran dem, som første linje i filen.")
    ]
    assert (list(front.fields), front.body, front.body_line) == (["id", "title"], "Kropp\n", 4)


def test_a_text_with_a_colon_is_given_back_between_quotes() -> None:
    (mistake,) = split("---\nid: mote\ntitle: Møtet: hva nå?\n---\n").mistakes

    assert mistake.remedy == 'Sett anførselstegn rundt hele teksten: title: "Møtet: hva nå?".'
