"""Colours are told apart: every pair that text stands in reaches 7:1, and every edge that means something 3:1."""

from __future__ import annotations

import re

import pytest

from kb.web.static_files import FOLDER

TOKENS = (FOLDER / "css" / "tokens.css").read_text("utf-8")
PROCESSES = ("undersokelse", "hjelpetiltak", "hasteflytting", "langtidsflytting", "ettervern", "moter-og-planlegging")

TEXT = [
    *(
        (text, ground)
        for text in ("ink", "soft", "link", "visited", "brand")
        for ground in ("ground", "surface", "sunk")
    ),
    *((process, ground) for process in PROCESSES for ground in ("ground", "surface", "sunk", f"{process}-tint")),
    *(("ink", f"{process}-tint") for process in PROCESSES),
    *(("link", f"{process}-tint") for process in PROCESSES),
    ("on-brand", "brand"),
    ("on-focus", "focus"),
    ("on-mark", "mark"),
    ("warning", "warning-tint"),
    ("ink", "warning-tint"),
    ("link", "warning-tint"),
]
EDGES = [("edge", "ground"), ("edge", "surface"), ("edge", "sunk"), ("focus", "ink")]
"""Borders of fields and boxes; the focus ring is yellow within ink, so that one of them is seen on any ground."""


def colours(theme: str) -> dict[str, str]:
    light, dark = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light))
    return found | (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", dark)) if theme == "dark" else {})


def luminance(colour: str) -> float:
    """WCAG 2.2, «relative luminance»."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_reaches_seven_to_one(theme: str) -> None:
    known = colours(theme)

    assert [(a, b, round(c, 2)) for a, b in TEXT if (c := contrast(known[a], known[b])) < 7] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_that_mean_something_reach_three_to_one(theme: str) -> None:
    known = colours(theme)
    # In the dark, ink and focus are both light; there the ring stands against the ground instead.
    edges = EDGES[:3] + ([("focus", "ground")] if theme == "dark" else EDGES[3:])

    assert [(a, b, round(c, 2)) for a, b in edges if (c := contrast(known[a], known[b])) < 3] == []


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_figures_in_the_documents_are_those_of_the_style_sheet(theme: str) -> None:
    told = (FOLDER.parents[2] / "docs" / "explanation" / "design.md").read_text("utf-8")
    known = colours(theme)

    for name in ("ink", "soft", "link", "visited", "brand", *PROCESSES, "warning"):
        grounds = " | ".join(f"{contrast(known[name], known[ground]):.1f}" for ground in ("ground", "surface", "sunk"))
        own = f"{contrast(known[name], known[f'{name}-tint']):.1f}" if f"{name}-tint" in known else "–"
        assert f"| `{name}` | `{known[name]}` | {grounds} | {own} |" in told
