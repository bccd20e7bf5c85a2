"""A page that editors see with what to mend beside the text is still the page that readers see."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Article, Kind, Variant
from kb.content.library import load
from kb.law.provisions import LawRegister
from kb.rendering.render import render, render_in_parts

CONTENT = Path(__file__).parent.parent.parent / "content"

BODY = """\
Først.

## Frister {#frister}

- En
- To

| A | B |
|---|---|
| 1 | 2 |

::: frist Seks uker
Fra vedtaket.
:::
"""


def _article(body: str, body_line: int = 1) -> Article:
    return Article("a", "A", Kind.ARTICLE, "", Variant.BOKMAL, body, "a.md", body_line)


def _nowhere(_name: str) -> None:
    """Where a link leads."""


def _cut(body: str, *lines: int, body_line: int = 1) -> list[tuple[str, int]]:
    parts = render_in_parts(_article(body, body_line), _nowhere, LawRegister.of(), lines)
    return [(part.html, part.line) for part in parts]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (1, "<p>Først."),
        (2, "<p>Først."),
        (6, "To"),
        (10, '<div class="table"'),
        (12, '<section class="note'),
        (13, "<p>Fra vedtaket."),
        (99, "<p>Fra vedtaket."),
    ],
)
def test_what_is_said_of_a_line_stands_before_its_block(line: int, after: str) -> None:
    (_, told), (rest, last) = _cut(BODY, line)

    assert (told, last) == (line, 0)
    assert rest.lstrip().startswith(after)


def test_what_is_said_of_a_heading_stands_after_it() -> None:
    (before, _), (rest, _) = _cut(BODY, 3)

    assert before.endswith(
        '</h2><a class="to-section" href="#frister" aria-label="Lenke til avsnittet «Frister»"></a></div>\n'
    )
    assert rest.startswith("<ul>")


def test_a_line_above_the_text_has_no_part() -> None:
    assert [line for _, line in _cut(BODY, 3, 12, body_line=10)] == [12, 0]


def test_a_point_of_a_list_holds_what_is_said_of_it() -> None:
    html = "".join(f"{html}<div>{line}</div>" for html, line in _cut("- En\n- To\n\nMer.\n", 2))

    assert "<li>En</li>\n<li>\n<div>2</div>To</li>" in html
    html5lib.HTMLParser(strict=True).parseFragment(html)


@given(st.text("a#-*|`>:[](){}\n 1", max_size=80), st.sets(st.integers(0, 12), max_size=4))
def test_the_parts_are_the_page_whatever_is_written(body: str, lines: set[int]) -> None:
    article = _article(body)
    parts = render_in_parts(article, _nowhere, LawRegister.of(), lines)

    assert "".join("".join(part.html for part in parts).split()) == "".join(
        render(article, _nowhere, LawRegister.of()).html.split()
    )
    assert {part.line for part in parts} <= {0, *lines}


def test_all_our_pages_can_be_cut_anywhere() -> None:
    library = load(CONTENT)
    for article in library.articles:
        lines = range(article.body_line, article.body_line + article.body.count("\n"))
        parts = render_in_parts(article, library.resolve, library.law, lines)
        html = "".join(f"{part.html}<div>{part.line}</div>" for part in parts)
        whole = render(article, library.resolve, library.law).html

        assert "".join("".join(part.html for part in parts).split()) == "".join(whole.split())
        html5lib.HTMLParser(strict=True).parseFragment(html)
