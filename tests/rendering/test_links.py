from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.articles import Link, RenderedArticle

Renderer = Callable[..., RenderedArticle]


@pytest.mark.parametrize(
    ("target", "attributes"),
    [
        ("hasteflytting", 'href="/prosesser/hasteflytting"'),
        ("hasteflytting#frister", 'href="/prosesser/hasteflytting#frister"'),
        ("akutt#frister", 'href="/prosesser/hasteflytting#frister"'),
        ("#nede", 'href="#nede"'),
        ("naustdal", 'href="/erfaringer/naustdal" hreflang="nn"'),
        ("../prosesser/hasteflytting.md#x", 'href="/prosesser/hasteflytting#x"'),
        ("/artikler/hasteflytting", 'href="/prosesser/hasteflytting"'),
        ("/a/hasteflytting#x", 'href="/prosesser/hasteflytting#x"'),
        ("/sok?q=frist", 'href="/sok?q=frist"'),
        ("https://lovdata.no/x", 'href="https://lovdata.no/x" rel="external noopener"'),
        ("mailto:a@b.no", 'href="mailto:a@b.no" rel="external noopener"'),
    ],
)
def test_a_link_leads_to_where_the_article_lives(page: Renderer, target: str, attributes: str) -> None:
    assert page(f"[hit]({target})").html == f"<p><a {attributes}>hit</a></p>\n"


def test_a_link_that_leads_nowhere_is_shown_as_its_words(page: Renderer) -> None:
    assert page("Se [dette *her*](borte).").html == '<p>Se <span class="missing-link">dette <em>her</em></span>.</p>\n'


def test_links_are_gathered_as_the_author_wrote_them_with_their_lines(page: Renderer) -> None:
    rendered = page("En [a](hasteflytting)\nto [b\nc](borte#å).\n\n- [d](https://x.no)", body_line=5)

    assert rendered.links == (
        Link("hasteflytting", "a", 5),
        Link("borte#å", "b c", 6),
        Link("https://x.no", "d", 9),
    )


def test_a_link_in_a_table_has_the_line_of_its_row(page: Renderer) -> None:
    rendered = page("| a |\n|---|\n| x |\n| [y](borte) |\n")

    assert [link.line for link in rendered.links] == [4]


@pytest.mark.parametrize("target", ["http://[a", "//[", "http://]a", "//%5b%5d%5d", "<http://[>"])
def test_an_address_that_no_browser_can_read_leads_nowhere(page: Renderer, target: str) -> None:
    assert page(f"[hit]({target})").html == '<p><span class="missing-link">hit</span></p>\n'
