"""How well rankings agree with judgements, counted by the kept library ir-measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, R, Success, nDCG

from kb.relevance.judgements import Judgement

DEPTH = 100
"""So many hits of each query are looked at."""

NAMES = ("nDCG@10", "MRR@10", "success@1", "success@3", "recall@100")
_MEASURES = dict(zip(NAMES, (nDCG @ 10, RR @ 10, Success @ 1, Success @ 3, R @ 100), strict=True))

Ranking = Sequence[str]
"""Article ids, best first."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The mean of each measure over the queries that have an answer, and its value for each by the query's id."""

    mean: Mapping[str, float]
    by_query: Mapping[str, Mapping[str, float]]


def measure(judgements: Sequence[Judgement], rankings: Mapping[str, Ranking]) -> Measured:
    """Compare the rankings, by the query's id, with the judgements. A query without a ranking found nothing."""
    answered = [judgement for judgement in judgements if judgement.is_answered]
    qrels = {judgement.id: dict(judgement.answers) for judgement in answered}
    # The library orders by score, so rank becomes a score; a query that found nothing must still be counted.
    run = {
        judgement.id: {article: float(-rank) for rank, article in enumerate(rankings.get(judgement.id, ())[:DEPTH])}
        or {"": 0.0}
        for judgement in answered
    }
    by_query: dict[str, dict[str, float]] = {judgement.id: dict.fromkeys(NAMES, 0.0) for judgement in answered}
    names = {asked: name for name, asked in _MEASURES.items()}
    if answered:
        for metric in ir_measures.iter_calc(list(_MEASURES.values()), qrels, run):
            by_query[metric.query_id][names[metric.measure]] = float(metric.value)
    count = max(len(answered), 1)
    mean = {name: sum(values[name] for values in by_query.values()) / count for name in NAMES}
    return Measured(mean, by_query)
