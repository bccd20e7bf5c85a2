"""An editor may type anything: the checks tell of it, and never fall over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb.articles import RenderedArticle
from kb.checks.check import run
from kb.content.files import SourceFile
from kb.content.library import Library, gather
from kb.content.schema import to_article
from kb.content.vocabulary import load_vocabulary
from kb.law.provisions import Act, LawRegister, Provision
from kb.problems import Problem
from kb.rendering.render import render

TODAY = date(2026, 11, 22)
LAW = LawRegister.of(
    [Act("loven-2021", "loven", 2021)],
    [Provision("loven-2021-1-4", "loven-2021", "1-4"), Provision("loven-2021-1-6", "loven-2021", "1-6")],
)

_PIECES = st.sampled_from(
    [
        "---\n", "title: ", "kind: verdi\n", "sources: [", "reviewed: 2026-1-1\n", "review_due: 2020-01-31\n",
        "# ", "## ", "##", "{#a}", "{#Æ b}", "[x](", "a#b", "http://[", "http://127.0.0.1:x/", ")", "[@", "]", "::: ",
        ":: ", ":::\n", "lov ", "frist", "|", "---|---\n", "- ", "-", "**", "![", "`", "```\n", "<b>", "§1-6", "§ 1-4 ",
        "loven (2021) ", "(1992) ", "[FYLL INN", "\n", "\n\n", "    ", "\t", "> ", "“", "ord ", "\u00a0", "😀",
    ]
)  # fmt: skip


def _check(text: str) -> tuple[Problem, ...]:
    vocabulary = replace(load_vocabulary(Path("finnes-ikke")), law=LAW)
    article, problems = to_article(SourceFile("a.md", text), Path("innhold"), vocabulary)
    other, _ = to_article(SourceFile("b.md", "# B\n\n## Del {#b}\n"), Path("innhold"), vocabulary)
    library = gather([article, other], vocabulary, problems, Path("innhold"))
    return run(library, _rendered(library), TODAY, (("a", 1), ("a#borte", 2)), "kb.example")


def _rendered(library: Library) -> list[RenderedArticle]:
    return [render(article, library.resolve, library.law) for article in library.articles]


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=200))
@example("[x](http://[a)")
@example("---\ntitle: [\n---\n")
def test_whatever_is_typed_is_checked(text: str) -> None:
    problems = _check(text)

    lines = text.count("\n") + 1
    for problem in problems:
        if problem.file.endswith("a.md"):
            assert 1 <= problem.line <= lines
        assert problem.message.endswith((".", "?", "!"))
        assert problem.remedy
