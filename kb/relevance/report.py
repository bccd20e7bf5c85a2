"""Asks every judged query, and tells how well search finds: the means, the worst queries, and floors that fell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kb.relevance.judgements import Judgement
from kb.relevance.measures import DEPTH, NAMES, Ranking, measure

Search = Callable[[str, int], Ranking]
"""Given a query and how many hits are wanted: article ids, best first."""

WORST = 10
"""So many of the worst queries are told of."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One query with what was found. `rank` is that of the first right answer, 0 when there is none among the hits.

    `fallen` are sentences about what must hold for it and does not.
    """

    judgement: Judgement
    found: Ranking
    rank: int
    values: Mapping[str, float]
    fallen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """How well search finds. `fallen` are sentences about floors that do not hold: no sentences, all is well.

    `unanswered` counts queries that nothing answers; `empty` how many of those found nothing.
    """

    mean: Mapping[str, float]
    asked: tuple[Asked, ...]
    fallen: tuple[str, ...]
    unanswered: int
    empty: int

    @property
    def worst(self) -> tuple[Asked, ...]:
        """The queries with the lowest nDCG, the worst first; those that are right in all are left out."""
        wrong = [one for one in self.asked if one.judgement.is_answered and one.values["nDCG@10"] < 1]
        return tuple(sorted(wrong, key=lambda one: (one.values["nDCG@10"], one.judgement.id))[:WORST])

    def as_json(self) -> dict[str, object]:
        """Plain values, for programs."""
        return {
            "queries": len(self.asked),
            **{name: round(value, 4) for name, value in self.mean.items()},
            "unanswered": self.unanswered,
            "unanswered_empty": self.empty,
            "worst": [
                {
                    "id": one.judgement.id,
                    "query": one.judgement.query,
                    "ndcg": round(one.values["nDCG@10"], 4),
                    "rank": one.rank or None,
                    "found": list(one.found[:3]),
                    "wanted": [article for article, grade in one.judgement.answers.items() if grade > 0],
                }
                for one in self.worst
            ],
            "fallen": list(self.fallen),
        }

    def as_text(self) -> str:
        """Lines in Norwegian, for people."""
        lines = [f"{len(self.asked)} spørringer"]
        lines += [f"  {name:<12}{value:.3f}" for name, value in self.mean.items()]
        if self.unanswered:
            lines.append(f"  {self.unanswered} uten svar i basen, {self.empty} av dem uten treff")
        if self.worst:
            lines.append("De svakeste:")
        for one in self.worst:
            place = f"plass {one.rank}" if one.rank else "ikke funnet"
            found = ", ".join(one.found[:3]) or "ingen treff"
            lines.append(f"  {one.values['nDCG@10']:.2f}  «{one.judgement.query}» ({place}): {found}")
        lines += [f"Under gulvet: {sentence}" for sentence in self.fallen]
        return "\n".join(lines)


def evaluate(judgements: Sequence[Judgement], search: Search, floors: Mapping[str, float] | None = None) -> Report:
    """Ask every query. `floors` are the least that a mean may be, by the name of the measure."""
    rankings = {judgement.id: tuple(search(judgement.query, DEPTH)) for judgement in judgements}
    measured = measure(judgements, rankings)
    nothing = dict.fromkeys(NAMES, 0.0)
    asked = tuple(_asked(one, rankings[one.id], measured.by_query.get(one.id, nothing)) for one in judgements)
    unanswered = [one for one in asked if not one.judgement.is_answered]
    fallen = [sentence for one in asked for sentence in one.fallen]
    for name, floor in (floors or {}).items():
        if measured.mean[name] < floor:
            fallen.append(f"{name} er {measured.mean[name]:.3f}, gulvet er {floor:.3f}.")
    return Report(
        mean=measured.mean,
        asked=asked,
        fallen=tuple(fallen),
        unanswered=len(unanswered),
        empty=sum(not one.found for one in unanswered),
    )


def _rank(judgement: Judgement, found: Ranking) -> int:
    ranks = (rank for rank, article in enumerate(found, start=1) if judgement.answers.get(article, 0) > 0)
    return next(ranks, 0)


def _asked(judgement: Judgement, found: Ranking, values: Mapping[str, float]) -> Asked:
    rank = _rank(judgement, found)
    return Asked(judgement, found, rank, values, tuple(_fallen(judgement, found, values["nDCG@10"])))


def _fallen(judgement: Judgement, found: Ranking, ndcg: float) -> list[str]:
    """What does not hold of what must. The rank that is guarded is that of an answer of the query's highest grade."""
    sentences = []
    if judgement.worst_rank:
        highest = max(judgement.answers.values())
        best = Judgement(judgement.id, judgement.query, {a: g for a, g in judgement.answers.items() if g == highest})
        rank = _rank(best, found)
        if not 0 < rank <= judgement.worst_rank:
            place = f"på plass {rank}" if rank else "ikke blant treffene"
            sentences.append(f"«{judgement.query}»: svaret er {place}, gulvet er plass {judgement.worst_rank}.")
    if ndcg < judgement.least_ndcg:
        sentences.append(f"«{judgement.query}»: nDCG@10 er {ndcg:.3f}, gulvet er {judgement.least_ndcg:.3f}.")
    return sentences
