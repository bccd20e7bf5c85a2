from __future__ import annotations

import pytest

from kb.content.first_words import MAX_LENGTH, first_heading, first_paragraph


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Hei\n", "Hei"),
        ("Tekst\n\n# *Hei* du #\n", "Hei du"),
        ("Hei\n===\n", "Hei"),
        ("```\n# kode\n```\n# Hei", "Hei"),
        ("## Bare to", ""),
        ("#hei", ""),
    ],
)
def test_the_first_heading_is_the_title(body: str, expected: str) -> None:
    assert first_heading(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# T\n\nEn *viktig* [lenke](x#y). [@kilde]\n\nTo.", "En viktig lenke."),
        ("- punkt\n- punkt\n\nSå tekst.", "Så tekst."),
        ("::: lov Tittel\nTekst i blokk.\n:::", "Tekst i blokk."),
        ("> sitat\n\n| a | b |\n|---|---|\n\nTekst", "Tekst"),
        ("to linjer\nhenger sammen", "to linjer henger sammen"),
        ("# Bare tittel", ""),
        ("", ""),
    ],
)
def test_the_first_paragraph_is_the_summary(body: str, expected: str) -> None:
    assert first_paragraph(body) == expected


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    sentence = "Dette er en setning på omtrent femti tegn, ikke mer. "

    cut = first_paragraph(sentence * 20)

    assert len(cut) <= MAX_LENGTH
    assert cut.endswith("ikke mer.")
