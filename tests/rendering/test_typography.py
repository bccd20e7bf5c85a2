"""What never falls apart at the end of a line, on any page and in both written standards."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.typography import pieces


def whole(text: str) -> list[str]:
    return [piece for piece, is_whole in pieces(text) if is_whole]


@pytest.mark.parametrize(
    "text",
    [
        "§ 1-4",
        "§§ 4-2",
        "§ 12-3 a",
        "bvl. § 4-12",
        "kapittel 4",
        "Kap. 14",
        "artikkel 12",
        "1. januar",
        "31. desember",
        "28.–29. april",
        "nr. 35",
        "side 5",
        "s. 12-14",
        "bokstav b",
        "1992–2023",
        "4-2",
        "0.15–0.40",
        "10 000",
        "50 %",
        "18 år",
        "6 veker",
        "48 timer",
    ],
)
def test_it_stands_on_one_line(text: str) -> None:
    assert whole(text) == [text]
    assert whole(f"Etter {text}, eller ({text})") == [text, text]
    # Authors break their lines where they like.
    assert whole(text.replace(" ", "\n")) == [text.replace(" ", "\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 4 i loven", ["§ 4"]),
        ("§ 4 å la", ["§ 4"]),
        ("§§ 4-2, 4-4 og 4-5", ["§§ 4-2", "4-4", "4-5"]),
        ("1. januar 2023", ["1. januar"]),
        ("LOV-2021-06-18-97", []),
        ("ved siden av 5 barn", []),
        ("utkapittel 4", []),
        ("i 2016 300 barn", []),
        ("1. juliette", []),
        ("18 årganger", []),
        ("et – to", []),
    ],
)
def test_no_more_than_that_does(text: str, expected: list[str]) -> None:
    assert whole(text) == expected


@given(st.text(alphabet="§ 1-4–.,%abisnr\nå", max_size=60) | st.text(max_size=60))
@example("§ 1-4 og § 1-5")
def test_put_together_the_pieces_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == text


@given(
    before=st.sampled_from(["", "Etter ", "(", "barnevernsloven (2021) ", "i 2016, ", "jf. ", "«"]),
    sign=st.sampled_from(["§", "§§", "kapittel", "nr.", "side", "artikkel"]),
    number=st.from_regex(r"[1-9][0-9]{0,2}(-[1-9][0-9]{0,1})?", fullmatch=True),
    after=st.sampled_from(["", ".", ", ", ")", " første ledd", " og 7", " i loven", "»"]),
)
def test_a_number_never_leaves_what_it_is_a_number_of(before: str, sign: str, number: str, after: str) -> None:
    assert any(
        re.search(rf"(?:^|\s){sign} {number}(?:$|\s)", piece) for piece in whole(f"{before}{sign} {number}{after}")
    )
