"""Writes a small content folder and runs every check on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kb.checks.check import run
from kb.content.ledger import read_ledger
from kb.content.library import load
from kb.problems import Problem
from kb.rendering.render import render

TODAY = date(2026, 11, 22)
Checker = Callable[[Mapping[str, str]], tuple[Problem, ...]]

LAW = """
acts:
  - {id: barnevernsloven-2021, title: barnevernsloven, year: 2021, in_force: 2023-01-01}
  - {id: barnevernloven-1992, title: barnevernloven, year: 1992, repealed: 2023-01-01}
provisions:
  - {id: barnevernsloven-2021-1-4, act: barnevernsloven-2021, number: "1-4", theme: medvirkning}
  - {id: barnevernsloven-2021-1-6, act: barnevernsloven-2021, number: "1-6", theme: tiltak}
  - {id: barnevernloven-1992-1-6, act: barnevernloven-1992, number: "1-6", theme: medvirkning}
successors:
  - {from: barnevernloven-1992-1-6, to: [barnevernsloven-2021-1-4], certainty: reading}
"""

WHOLE = """---
title: {title}
summary: Kort og godt.
basis: [lov]
reviewed: 2026-11-01
review_due: 2027-11-01
sources: [{{title: Et hefte}}]
{more}---
"""


@pytest.fixture
def check(tmp_path: Path) -> Checker:
    def write_and_check(files: Mapping[str, str]) -> tuple[Problem, ...]:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        library = load(tmp_path)
        rendered = [render(article, library.resolve, library.law) for article in library.articles]
        return run(library, rendered, TODAY, read_ledger(tmp_path), "kb.example")

    return write_and_check


@pytest.fixture
def whole() -> Callable[..., str]:
    """An article that nothing is wrong with, and that begins its body on line 9 when no field is added."""

    def write(body: str, title: str = "Tittel", **more: str) -> str:
        return WHOLE.format(title=title, more="".join(f"{key}: {value}\n" for key, value in more.items())) + body

    return write


@pytest.fixture
def law() -> str:
    return LAW
