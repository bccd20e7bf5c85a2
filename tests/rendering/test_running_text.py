from __future__ import annotations

from collections.abc import Callable

from kb.articles import RenderedArticle, Variant

Renderer = Callable[..., RenderedArticle]


def test_a_reference_to_a_provision_becomes_a_link_to_its_article(page: Renderer) -> None:
    rendered = page("Etter barnevernsloven (2021) § 1-4 tredje ledd kan barnet.")

    assert rendered.html == (
        '<p>Etter <a class="law" href="/lov/ny-1-4" title="Barnets rett til medvirkning">'
        'barnevernsloven (2021) <span class="whole">§ 1-4</span></a> tredje ledd kan barnet.</p>\n'
    )
    assert rendered.mentions == ("ny-1-4",)
    assert rendered.sections[0].text == "Etter barnevernsloven (2021) § 1-4 tredje ledd kan barnet."


def test_a_repealed_provision_says_so_and_what_replaced_it(page: Renderer) -> None:
    html = page("Se barnevernloven (1992) § 1-6.").html

    assert 'class="law law-outside law-repealed"' in html
    assert 'title="Medvirkning. Opphevet 1. januar 2023. Nå barnevernsloven (2021) § 1-4"' in html


def test_what_became_of_it_is_told_in_the_articles_written_standard(page: Renderer) -> None:
    html = page("Sjå barnevernloven (1992) § 1-6.", lang=Variant.NYNORSK).html

    assert "Oppheva 1. januar 2023. No barnevernsloven (2021) § 1-4" in html


def test_a_provision_without_an_article_leads_to_the_official_text(page: Renderer) -> None:
    html = page("Se barnevernsloven (2021) § 1-6.").html

    assert 'href="https://lovdata.no/lov/2021-06-18-97/§1-6" rel="external noopener"' in html


def test_each_of_several_provisions_has_its_own_link(page: Renderer) -> None:
    rendered = page("barnevernsloven (2021) §§ 1-4 og 1-6")

    assert rendered.html.count("<a ") == 2
    assert 'aria-label="barnevernsloven (2021) § 1-6" title="Barns rett til tiltak">' in rendered.html
    assert rendered.mentions == ("ny-1-4", "ny-1-6")


def test_a_reference_over_two_lines_is_one_link(page: Renderer) -> None:
    assert page("barnevernsloven (2021)\n§ 1-4").html.count('class="law"') == 1


def test_a_number_without_an_act_is_left_alone(page: Renderer) -> None:
    rendered = page("Se § 1-4.")

    assert rendered.html == '<p>Se <span class="whole">§ 1-4</span>.</p>\n'
    assert rendered.mentions == ()


def test_no_link_is_put_within_a_link_or_a_heading_but_the_mention_counts(page: Renderer) -> None:
    rendered = page("## barnevernsloven (2021) § 1-4\n\n[barnevernsloven (2021) § 1-6](hasteflytting)")

    assert 'class="law' not in rendered.html
    assert rendered.mentions == ("ny-1-4", "ny-1-6")


def test_an_article_does_not_link_to_itself(page: Renderer) -> None:
    rendered = page("Om barnevernsloven (2021) § 1-4.", id="ny-1-4")

    assert "<a" not in rendered.html
    assert rendered.mentions == ("ny-1-4",)
