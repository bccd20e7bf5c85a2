"""The manual for editors says what the program does."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from kb.checks.check import run
from kb.content.library import load
from kb.content.schema import json_schema
from kb.rendering.notes import KINDS
from kb.rendering.render import render

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"


def test_every_field_is_in_the_reference_and_no_other() -> None:
    text = (DOCS / "reference" / "front-matter.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)

    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert told == set(json_schema(load(ROOT / "content").vocabulary.facets)["properties"])


def _rules_used() -> set[object]:
    """The third argument of every problem that is made, and the constants that stand for one."""
    used: set[object] = set()
    for path in (*(ROOT / "kb" / "checks").glob("*.py"), *(ROOT / "kb" / "content").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Problem", ".problem")):
                used |= {rule.value for rule in node.args[2:3] if isinstance(rule, ast.Constant)}
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "RULE":
                used.add(ast.literal_eval(node.value))
    return used


def test_every_rule_is_in_the_manual_and_no_other() -> None:
    text = (DOCS / "how-to" / "rette-feil.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)) == _rules_used()


def test_every_block_is_in_the_manual() -> None:
    text = (DOCS / "how-to" / "skrive-en-artikkel.md").read_text(encoding="utf-8")

    assert [kind for kind in KINDS if f"| `{kind}` |" not in text] == []


@pytest.mark.parametrize("page", ["how-to/skrive-en-artikkel.md"])
def test_the_whole_example_passes_every_check(page: str, tmp_path: Path) -> None:
    examples = re.findall(r"```markdown\n(---\n.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    assert examples
    for number, example in enumerate(examples):
        (tmp_path / f"{number}.md").write_text(example, encoding="utf-8")

    library = load(tmp_path)
    rendered = [render(article, library.resolve, library.law) for article in library.articles]

    assert run(library, rendered, date(2026, 11, 22)) == ()
