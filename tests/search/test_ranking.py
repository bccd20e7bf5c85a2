from __future__ import annotations

import inspect
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kb.articles import Kind, Status
from kb.content.library import load
from kb.language.terms import Alternative, MatchedBy, TermKind
from kb.relevance.judgements import from_values
from kb.search import ranking
from kb.search.answer import answer
from kb.search.catalogue import Catalogue
from kb.search.request import SearchRequest
from tests.support.catalogues import article, catalogue

CONTENT = Path(__file__).resolve().parents[2] / "content"
FILL = "Her står det noe helt annet som fyller opp teksten med mange ord."


def order(of: Catalogue, query: str) -> list[str]:
    return [hit.article.id for hit in answer(SearchRequest(query), of).hits]


def test_every_query_that_guards_a_weight_is_judged_by_the_editors() -> None:
    guards = set(re.findall(r"Guarded by «(.+?)»\.", inspect.getsource(ranking)))
    judged = {judgement.query for judgement in from_values(load(CONTENT).vocabulary.judgements)}

    assert len(guards) > 12
    assert guards <= judged


def test_a_word_in_the_title_counts_more_than_in_the_summary_keywords_heading_or_text() -> None:
    of = catalogue(
        article("tekst", f"Klage. {FILL}"),
        article("tittel", FILL, title="Klage"),
        article("stikkord", FILL, keywords=("klage",)),
        article("overskrift", FILL, ("Klage", FILL)),
    )

    assert order(of, "klage")[0] == "tittel"
    assert order(of, "klage")[-1] == "tekst"


def test_what_is_typed_counts_more_than_other_forms_and_parts_of_compounds() -> None:
    of = catalogue(
        article("a-del", f"klagefrist {FILL}"),
        article("b-form", f"klagene {FILL}"),
        article("c-ordet", f"klage {FILL}"),
    )

    assert order(of, "klage") == ["c-ordet", "b-form", "a-del"]


def test_the_ways_of_matching_fall_in_weight() -> None:
    weights = [
        ranking.weight(Alternative(kind, ("x",), MatchedBy.EXACT))
        for kind in (TermKind.EXACT, TermKind.STEM, TermKind.VARIANT, TermKind.PART)
    ]

    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)


def test_an_article_that_holds_more_of_the_query_ranks_higher() -> None:
    of = catalogue(article("a", f"klage klage klage klage {FILL}"), article("b", f"klage på vedtaket {FILL}"))

    assert order(of, "klage vedtaket") == ["b", "a"]


def test_words_that_stand_near_each_other_rank_higher() -> None:
    far = f"klage {FILL} {FILL} {FILL} vedtaket"
    near = f"{FILL} {FILL} klage vedtaket {FILL}"
    of = catalogue(article("a", far), article("b", near))

    assert order(of, "klage vedtaket") == ["b", "a"]


def test_a_heading_that_says_what_is_asked_decides_the_section() -> None:
    of = catalogue(
        article(
            "a",
            "Barnet kan klage, og barnet kan si sin mening om alt. Barnet kan få hjelp.",
            ("Når må barnet flytte?", FILL),
            ("Kan barnet klage?", f"Ja. {FILL}"),
        )
    )

    (hit,) = answer(SearchRequest("kan barnet klage"), of).hits

    assert hit.section.title == "Kan barnet klage?"


def test_what_we_do_not_know_comes_after_what_answers_as_well() -> None:
    written = article("a", FILL, ("Det vi ikke vet", f"Klage. {FILL}"), ("Frister", f"Klage. {FILL}"))
    sections = (*written.sections[:1], replace(written.sections[1], anchor="mangler"), *written.sections[2:])

    (hit,) = answer(SearchRequest("klage"), catalogue(replace(written, sections=sections))).hits

    assert hit.section.title == "Frister"


def test_a_section_is_helped_by_the_rest_of_its_article() -> None:
    of = catalogue(
        article("a", f"Frist. {FILL}", ("Noe", f"Mer om noe. {FILL}")),
        article("b", f"Frist. {FILL}", ("Noe", f"Mer om frist. {FILL}")),
    )

    assert order(of, "frist") == ["b", "a"]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.HISTORICAL, Status.REPEALED])
def test_what_may_be_acted_on_comes_before_what_may_not(status: Status) -> None:
    of = catalogue(article("a", "frist", status=status), article("b", "frist"))

    assert order(of, "frist") == ["b", "a"]


def test_a_process_comes_before_an_article_that_is_as_good() -> None:
    of = catalogue(article("a", "frist", title="Samme"), article("b", "frist", title="Samme", kind=Kind.PROCESS))

    assert order(of, "frist") == ["b", "a"]


def test_a_very_short_section_is_no_better_for_being_short() -> None:
    of = catalogue(
        article(
            "a",
            f"Samvær er at barnet og foreldrene møtes. {FILL}",
            ("Hvor ofte?", f"{FILL} {FILL}"),
            ("Les mer", "Samvær"),
            title="Samvær",
        )
    )

    (hit,) = answer(SearchRequest("samvær"), of).hits

    assert hit.section.title == ""


def test_an_article_with_more_of_a_compound_comes_before_one_with_less() -> None:
    of = catalogue(
        article("a", f"Om et barnevern. {FILL}"),
        article("b", f"Om en undersøkelse i et barnevern. {FILL}"),
        article("c", f"Om tiltak. {FILL}"),
    )

    assert order(of, "barnevernsundersøkelse") == ["b", "a"]
