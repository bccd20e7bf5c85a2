from __future__ import annotations

import json
from math import log2
from typing import Any

import pytest

from kb.relevance.judgements import Judgement
from kb.relevance.measures import NAMES, measure
from kb.relevance.report import evaluate

FOUND = {"en": ["a", "b", "c"], "to": ["b", "a"], "ingen": [], "uten svar": ["a"]}


def search(query: str, depth: int) -> list[str]:
    return FOUND[query][:depth]


def judged(query: str, answers: dict[str, int], **more: Any) -> Judgement:
    return Judgement(query, query, answers, **more)


def test_the_measures_are_those_of_the_textbook() -> None:
    measured = measure([judged("en", {"b": 3, "c": 1})], {"en": FOUND["en"]})

    best = 3 / log2(2) + 1 / log2(3)
    assert measured.mean["nDCG@10"] == pytest.approx((3 / log2(3) + 1 / log2(4)) / best)
    assert measured.mean["MRR@10"] == 0.5
    assert (measured.mean["success@1"], measured.mean["success@3"], measured.mean["recall@100"]) == (0, 1, 1)


def test_a_query_that_found_nothing_counts_as_nought() -> None:
    report = evaluate([judged("to", {"b": 3}), judged("ingen", {"a": 3})], search)

    assert {name: report.mean[name] for name in NAMES} == dict.fromkeys(NAMES, 0.5)


def test_a_query_that_nothing_answers_is_counted_apart() -> None:
    report = evaluate([judged("to", {"b": 1}), judged("uten svar", {}), judged("ingen", {})], search)

    assert (report.unanswered, report.empty) == (2, 1)
    assert report.mean["MRR@10"] == 1


def test_the_worst_come_first_and_the_right_ones_are_left_out() -> None:
    report = evaluate([judged("to", {"b": 1}), judged("en", {"c": 1}), judged("ingen", {"a": 1})], search)

    assert [(one.judgement.query, one.rank) for one in report.worst] == [("ingen", 0), ("en", 3)]


def test_a_guarded_rank_is_that_of_an_answer_of_the_highest_grade() -> None:
    held = evaluate([judged("en", {"a": 3, "b": 3}, worst_rank=1)], search)
    fell = evaluate([judged("en", {"a": 2, "b": 3}, worst_rank=1)], search)

    assert held.fallen == ()
    assert fell.fallen == ("«en»: svaret er på plass 2, gulvet er plass 1.",)


def test_a_guarded_answer_that_is_not_found_is_told_of() -> None:
    assert evaluate([judged("ingen", {"a": 3}, worst_rank=3)], search).fallen == (
        "«ingen»: svaret er ikke blant treffene, gulvet er plass 3.",
    )


def test_a_query_and_a_mean_below_their_floors_are_told_of() -> None:
    report = evaluate([judged("en", {"c": 3}, least_ndcg=0.9)], search, {"MRR@10": 0.5, "success@3": 1.0})

    assert [sentence.split(" er ")[0] for sentence in report.fallen] == ["«en»: nDCG@10", "MRR@10"]


def test_a_report_can_be_read_by_people_and_by_programs() -> None:
    report = evaluate([judged("en", {"c": 3}), judged("uten svar", {})], search)

    plain = json.loads(json.dumps(report.as_json()))
    assert plain["queries"] == 2
    assert set(NAMES) <= plain.keys()
    assert plain["worst"][0]["wanted"] == ["c"]
    assert "«en» (plass 3): a, b, c" in report.as_text()


def test_no_judgements_give_a_report() -> None:
    assert evaluate([], search).mean == dict.fromkeys(NAMES, 0.0)
