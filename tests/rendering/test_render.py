from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Article, Kind, RenderedArticle, Source, Variant
from kb.content.library import load
from kb.law.provisions import LawRegister
from kb.rendering.render import render

Renderer = Callable[..., RenderedArticle]
CONTENT = Path(__file__).parent.parent.parent / "content"


def _assert_valid(html: str) -> None:
    """Fails on the first parse error by the HTML standard."""
    html5lib.HTMLParser(strict=True).parseFragment(html)


def test_text_is_cut_at_headings_and_the_text_before_them_is_a_section_too(page: Renderer) -> None:
    sections = page("Først.\n\n## Frister\n\nSeks uker.\n\n- a\n- b\n\n### Klage\n\nTre uker.", body_line=10).sections

    assert [(one.anchor, one.title, one.level, one.line, one.text) for one in sections] == [
        ("", "", 1, 10, "Først."),
        ("frister", "Frister", 2, 12, "Seks uker.\na\nb"),
        ("klage", "Klage", 3, 19, "Tre uker."),
    ]


def test_an_article_without_text_has_one_empty_section(page: Renderer) -> None:
    assert [(one.anchor, one.text) for one in page("").sections] == [("", "")]


def test_the_heading_that_is_the_title_is_not_shown_again(page: Renderer) -> None:
    rendered = page("# Prøve\n\nTekst.\n\n# En til\n\nMer.")

    assert "Prøve" not in rendered.html
    assert '<h2 id="en-til">En til</h2>' in rendered.html
    assert [one.level for one in rendered.sections] == [1, 2]


def test_an_anchor_that_the_author_gave_is_kept_and_former_ones_still_lead_there(page: Renderer) -> None:
    rendered = page('## Frister {#frist former="tidsfrister frister-1992"}\n\nTekst.')

    section = rendered.sections[1]
    assert (section.anchor, section.title) == ("frist", "Frister")
    assert section.former_anchors == ("tidsfrister", "frister-1992")
    assert 'id="frist"' in rendered.html
    assert '<span id="tidsfrister"></span><span id="frister-1992"></span>Frister</h2>' in rendered.html


def test_headings_within_lists_and_quotations_do_not_cut_the_text(page: Renderer) -> None:
    rendered = page("## A\n\n> ## I sitat\n>\n> Ord\n\n- # I liste")

    assert [one.title for one in rendered.sections] == ["", "A"]
    assert rendered.sections[1].text == "I sitat\nOrd\nI liste"


def test_headings_within_blocks_do(page: Renderer) -> None:
    rendered = page("::: lov Krav\n## Frist\nTekst\n:::")

    assert [(one.title, one.text) for one in rendered.sections] == [("", "Krav"), ("Frist", "Tekst")]


def test_a_heading_has_a_link_beside_it_and_none_within(page: Renderer) -> None:
    html = page("### Hva er en «frist»? {#frist}").html

    assert html == (
        '<div class="heading heading-3"><h3 id="frist">Hva er en «frist»?</h3>'
        '<a class="to-section" href="#frist" aria-label="Lenke til avsnittet «Hva er en «frist»?»"></a></div>\n'
    )
    assert 'aria-label="Lenkje til avsnittet «Tid»"' in page("## Tid", lang=Variant.NYNORSK).html


def test_the_html_can_be_broken_before_headings_that_stand_by_themselves(page: Renderer) -> None:
    rendered = page("Først.\n\n## A\n\n- # I liste\n\n::: lov\n## I blokk\n:::\n\n### B")

    stretches = [rendered.html[start:end] for start, end in pairwise((0, *rendered.breaks))]
    assert "".join(stretches) == rendered.html
    assert [stretch.count("<h") for stretch in stretches] == [0, 3, 1]


def test_html_that_an_author_writes_is_shown_as_text(page: Renderer) -> None:
    html = page(
        '<script>alert(1)</script>\n\nHei <b onclick="x">du</b> [x](javascript:alert(1)) ![x](data:text/html,x)'
    ).html

    assert "<script" not in html
    assert "<b" not in html
    assert "href" not in html
    assert "src" not in html
    assert "&lt;script&gt;" in html


def test_no_inline_style_is_needed(page: Renderer) -> None:
    html = page("| a | b |\n|:-:|--:|\n| 1 | 2 |\n").html

    assert "style" not in html
    assert '<th class="in-the-middle" scope="col">a</th>' in html
    assert '<td class="to-the-right">2</td>' in html


def test_a_table_is_a_region_with_a_name_that_can_be_scrolled(page: Renderer) -> None:
    html = page("## Frister\n\n| a |\n|---|\n| 1 |\n").html

    assert '<div class="table" role="region" tabindex="0" aria-label="Tabell: Frister">' in html
    _assert_valid(html)


def test_a_checklist_has_boxes_to_tick_on_paper(page: Renderer) -> None:
    rendered = page("- [ ] Snakk med barnet\n- [x] Ring *nemnda*\n- vanlig\n")

    assert '<ul class="checklist">' in rendered.html
    assert '<li><span class="box" aria-hidden="true"></span>Snakk med barnet</li>' in rendered.html
    assert '<span class="visually-hidden">Gjort: </span>Ring <em>nemnda</em>' in rendered.html
    assert rendered.sections[0].text == "Snakk med barnet\nRing nemnda\nvanlig"
    _assert_valid(rendered.html)


def test_text_in_another_language_says_so(page: Renderer) -> None:
    rendered = page("Dei sa [kva er viktig]{lang=nn onclick=x}.")

    assert rendered.html == '<p>Dei sa <span lang="nn">kva er viktig</span>.</p>\n'
    assert rendered.sections[0].text == "Dei sa kva er viktig."


def test_code_is_shown_as_it_stands(page: Renderer) -> None:
    rendered = page("```\n<b> [@hefte]\n```\n\n`barnevernsloven (2021) § 1-4`")

    assert '<pre tabindex="0"><code>&lt;b&gt; [@hefte]\n</code></pre>' in rendered.html
    assert rendered.mentions == ()
    assert rendered.citations == ()


@pytest.mark.parametrize("kind", ["lov", "barn", "praksis", "avledet", "mangler", "frist", "viktig"])
def test_a_block_has_a_label_in_words_and_a_name_for_a_screen_reader(page: Renderer, kind: str) -> None:
    rendered = page(f"::: {kind} Tittel & mer\nTekst.\n:::\n\nEtter.")

    assert f'<section class="note note-{kind}" role="note" aria-labelledby="merknad-1">' in rendered.html
    assert '<span class="note-title">Tittel &amp; mer</span>' in rendered.html
    assert rendered.sections[0].text == "Tittel & mer\nTekst.\nEtter."
    _assert_valid(rendered.html)


def test_labels_of_blocks_follow_the_written_standard(page: Renderer) -> None:
    assert "Råd frå barn" in page("::: barn\nHei\n:::", lang=Variant.NYNORSK).html
    assert "Råd fra barn" in page("::: barn\nHei\n:::").html


def test_an_unknown_block_is_shown_as_it_was_written(page: Renderer) -> None:
    assert page("::: advarsel\nHei\n:::").html.startswith("<p>::: advarsel")


def test_a_citation_leads_to_its_source_and_several_stand_together(page: Renderer) -> None:
    rendered = page(
        "Slik er det. [@hefte] [@annet]\nMer.", sources=(Source("A", "annet"), Source("Et «hefte»", "hefte"))
    )

    assert (
        'det.<sup class="citation"><a href="#kilde-2" aria-label="Kilde 2: Et «hefte»">2</a>, '
        '<a href="#kilde-1" aria-label="Kilde 1: A">1</a></sup>' in rendered.html
    )
    assert rendered.citations == (("hefte", 1), ("annet", 1))
    assert rendered.sections[0].text == "Slik er det. Mer."


def test_a_citation_of_nothing_is_shown_as_such(page: Renderer) -> None:
    rendered = page("Sant. [@borte]")

    assert '<span class="missing-source">borte</span>' in rendered.html
    assert rendered.citations == (("borte", 1),)


@pytest.mark.parametrize(
    "body",
    [
        "*a **b* c**\n\n***",
        "1. a\n\n   - [ ] b\n\n   > c\n\n2. d",
        "[a [b](hasteflytting)](x) [@hefte](x)",
        "## [Lenke](hasteflytting) i **overskrift** {#x}",
        "| a | `b|c` |\n|---|---|\n| [x](y) | ![z](w) |",
        "::: lov barnevernsloven (2021) § 1-4\n::: viktig\nHei\n:::\n:::",
        "&amp; &lt; &nbsp; \\* <https://a.no/?b=1&c=2>",
        "Tekst[^1]\n\n[^1]: Note",
        "::: lov\n- punkt\n\n  ## inne\n:::",
    ],
)
def test_whatever_is_written_the_html_is_valid(page: Renderer, body: str) -> None:
    _assert_valid(page(body).html)


@given(body=st.text(alphabet="ab §1-4#*_`[](){}<>|:@!\\\n\t\"'&=x", max_size=120))
def test_no_text_makes_rendering_fail(body: str) -> None:
    article = Article("a", "A", Kind.ARTICLE, "", Variant.BOKMAL, body, "a.md")

    rendered = render(article, lambda _name: None, LawRegister.of())

    assert len(rendered.sections) >= 1
    _assert_valid(rendered.html)


def test_all_our_own_content_is_valid_html_with_distinct_ids() -> None:
    library = load(CONTENT)

    for article in library.articles:
        html = render(article, library.resolve, library.law).html
        _assert_valid(html)
        ids = [part.partition('"')[0] for part in html.split(' id="')[1:]]
        assert len(ids) == len(set(ids)), article.path


@pytest.mark.parametrize(
    "summary",
    ["Barnet skal høres, se barnevernsloven (2021) § 1-4.", "Barnet  skal høres,\nse barnevernsloven (2021) § 1-4."],
)
def test_a_first_paragraph_that_says_the_summary_is_the_lead_with_its_links(page: Renderer, summary: str) -> None:
    rendered = page("Barnet skal høres,\nse barnevernsloven (2021) § 1-4.\n\n## Mer\n\nTekst.", summary=summary)

    lead = rendered.html[: rendered.lead]

    assert lead.startswith("<p>Barnet skal høres")
    assert lead.endswith("</p>\n")
    assert 'href="/lov/ny-1-4"' in lead
    assert rendered.html[rendered.lead :].startswith('<div class="heading')
    assert "Barnet skal høres" in rendered.sections[0].text


def test_a_first_paragraph_is_the_lead_where_points_that_sum_up_come_after_it(page: Renderer) -> None:
    rendered = page("Slik gjør dere.\n\n## Kort fortalt {#kort-fortalt}\n\n- Seks uker.", summary="Innen seks uker.")

    assert rendered.html[: rendered.lead] == "<p>Slik gjør dere.</p>\n"


@pytest.mark.parametrize("body", ["Noe annet.", "## Kort\n\nKort.", "- Kort.", ""])
def test_there_is_no_lead_where_the_text_begins_otherwise(page: Renderer, body: str) -> None:
    assert page(body, summary="Kort.").lead == 0
