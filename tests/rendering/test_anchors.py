from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.rendering.anchors import Anchor, distinct, slug, taken_from


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hvor lang tid har vi på en undersøkelse?", "hvor-lang-tid-har-vi-pa-en-undersokelse"),
        ("Ærlig og åpen", "aerlig-og-apen"),
        ("§ 1-6: rett til tiltak", "paragraf-1-6-rett-til-tiltak"),
        ("Éin gong", "ein-gong"),
        ("Čálli", "calli"),
        ("???", ""),
    ],
)
def test_a_heading_becomes_an_anchor_in_ascii(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Frister {#frist}", ("Frister", Anchor("frist"))),
        ("Frister {#frist former=eldre}", ("Frister", Anchor("frist", ("eldre",)))),
        ('Frister{#frist former="a b"} ', ("Frister", Anchor("frist", ("a", "b")))),
        ("Frister {frist}", ("Frister {frist}", None)),
        ("Frister {#}", ("Frister {#}", None)),
    ],
)
def test_the_authors_anchor_is_taken_from_the_heading(heading: str, expected: tuple[str, Anchor | None]) -> None:
    assert taken_from(heading) == expected


def test_the_authors_anchors_come_before_those_we_make() -> None:
    given_anchors = distinct([("Frister", None), ("Noe annet", Anchor("frister"))])

    assert [one.id for one in given_anchors] == ["frister-2", "frister"]


def test_an_anchor_never_takes_the_name_of_a_source_or_note() -> None:
    assert [one.id for one in distinct([("Kilde 1", None)])] == ["kilde-1-2"]


@given(st.lists(st.tuples(st.text(max_size=8), st.none() | st.sampled_from([Anchor("a"), Anchor("b", ("a",))]))))
def test_no_two_headings_have_the_same_anchor(headings: list[tuple[str, Anchor | None]]) -> None:
    anchors = [one.id for one in distinct(headings)]

    assert len(anchors) == len(set(anchors)) == len(headings)
