from __future__ import annotations

import pytest

from kb.relevance.judgements import Judgement, JudgementError, from_trec, from_values


def test_editors_judgements_are_read() -> None:
    (judgement,) = from_values(
        [
            {
                "query": "akuttplassering",
                "user": "kontaktperson",
                "lang": "nn",
                "answers": {"hasteflytting": 3, "akuttvedtak": "2"},
                "guard": {"rank": 1, "ndcg": "0.8"},
                "note": "lovens ord",
            }
        ]
    )

    assert judgement == Judgement(
        "001", "akuttplassering", {"hasteflytting": 3, "akuttvedtak": 2}, "kontaktperson", "nn", 1, 0.8, "lovens ord"
    )


@pytest.mark.parametrize("guard", [3, "3", {"rank": 3}])
def test_a_guard_that_is_a_number_is_the_worst_rank(guard: object) -> None:
    (judgement,) = from_values([{"query": "x", "answers": {"a": 1}, "guard": guard}])

    assert (judgement.worst_rank, judgement.least_ndcg) == (3, 0.0)


def test_a_query_may_have_no_answer() -> None:
    (judgement,) = from_values([{"query": "været i morgen", "answers": {}}])

    assert not judgement.is_answered


def test_no_file_is_no_judgements() -> None:
    assert from_values(None) == ()


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(JudgementError) as raised:
        from_values(
            [
                "bare tekst",
                {"answers": {"a": 3}},
                {"query": "x", "answers": {"a": 4}},
                {"query": "y", "answers": ["a"]},
                {"query": "z", "svar": {}},
                {"query": "æ", "answers": {"a": 1}, "guard": "første"},
                {"query": "ø", "guard": 1},
            ]
        )

    assert len(str(raised.value).splitlines()) == 7
    for told in ("Dom 1", "mangler query", "Velg 0, 1, 2 eller 3", "«y»", "'svar'", "første", "ikke noe svar"):
        assert told in str(raised.value)


def test_judgements_that_are_no_list_are_told_of() -> None:
    with pytest.raises(JudgementError, match="- query"):
        from_values({"query": "x"})


def test_trec_files_are_read() -> None:
    judgements = from_trec("\ufeffq1\thva er en planet?\n\nq2\thvor\tligger\n", "q1 0 a 1\nq1\t0\tb\t0\nq3 0 c 2\n")

    assert [(one.id, one.query, dict(one.answers)) for one in judgements] == [
        ("q1", "hva er en planet?", {"a": 1, "b": 0}),
        ("q2", "hvor\tligger", {}),
    ]


def test_a_line_that_is_not_trec_is_told_with_its_number() -> None:
    with pytest.raises(JudgementError) as raised:
        from_trec("q1 uten tabulator\nq2\tx\nq2\ty\n", "q1 0 a\nq1 0 a mye\n")

    assert [line.split("'")[0] for line in str(raised.value).splitlines()] == [
        "qrels:1: ",
        "qrels:2: ",
        "queries:1: ",
        "queries:3: ",
    ]
