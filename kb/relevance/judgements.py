"""Queries with the articles that answer them: as editors keep them in content, and in TREC form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kb.problems import KbError

HIGHEST_GRADE = 3
"""3 is the answer, 2 helps much, 1 is about the same, 0 is not it (as at TREC)."""

_KEYS = frozenset({"query", "user", "lang", "answers", "guard", "note"})


class JudgementError(KbError):
    """A file of judgements that cannot be read. The text has a line for each mistake."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One query. `answers` maps article ids to grades; it is empty for a query that nothing here answers.

    `worst_rank` and `least_ndcg` are what must hold for it; 0 when nothing must.
    """

    id: str
    query: str
    answers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    user: str = ""
    lang: str = "nb"
    worst_rank: int = 0
    least_ndcg: float = 0.0
    note: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether any article answers it."""
        return any(grade > 0 for grade in self.answers.values())


def from_values(values: object) -> tuple[Judgement, ...]:
    """The judgements of content/_judgements.yml, as plain values. Raises `JudgementError`."""
    if values is None:
        return ()
    if not isinstance(values, Sequence) or isinstance(values, str):
        raise JudgementError("Dommene må være en liste av spørringer som begynner med «- query:».")
    mistakes: list[str] = []
    judgements = [_judgement(number, value, mistakes) for number, value in enumerate(values, start=1)]
    if mistakes:
        raise JudgementError("\n".join(mistakes))
    return tuple(one for one in judgements if one is not None)


def from_trec(queries: str, qrels: str) -> tuple[Judgement, ...]:
    """Judgements of the texts of two files: `qid<TAB>text`, and `qid 0 article-id grade`. Raises `JudgementError`."""
    mistakes: list[str] = []
    answers: dict[str, dict[str, int]] = {}
    for number, line in enumerate(qrels.splitlines(), start=1):
        parts = line.split()
        if not parts:
            continue
        if len(parts) != 4 or not parts[3].lstrip("-").isdecimal():
            mistakes.append(f"qrels:{number}: '{line[:80]}'. Skriv linjen som: qid 0 artikkel-id grad.")
            continue
        answers.setdefault(parts[0], {})[parts[2]] = max(int(parts[3]), 0)
    judgements: list[Judgement] = []
    seen: set[str] = set()
    for number, line in enumerate(queries.lstrip("\ufeff").splitlines(), start=1):
        if not line.strip():
            continue
        query_id, tab, text = line.partition("\t")
        query_id = query_id.strip()
        if not tab or query_id in seen:
            what = "to ganger" if query_id in seen else "uten tabulator"
            mistakes.append(f"queries:{number}: '{line[:80]}' står {what}. Skriv linjen som: qid<TAB>spørring.")
            continue
        seen.add(query_id)
        judgements.append(Judgement(query_id, text.strip(), MappingProxyType(answers.get(query_id, {}))))
    if mistakes:
        raise JudgementError("\n".join(mistakes))
    return tuple(judgements)


def _judgement(number: int, value: object, mistakes: list[str]) -> Judgement | None:
    if not isinstance(value, Mapping):
        mistakes.append(f"Dom {number}: '{value}' er ikke en spørring. Begynn den med «- query:».")
        return None
    query = str(value.get("query") or "").strip()
    place = f"Dom {number} («{query}»)" if query else f"Dom {number}"
    before = len(mistakes)
    mistakes.extend(
        f"{place}: nøkkelen '{key}' er ukjent. Bruk {', '.join(sorted(_KEYS))}." for key in value if key not in _KEYS
    )
    if not query:
        mistakes.append(f"{place}: mangler query. Skriv det som leseren skriver.")
    answers = _answers(place, value.get("answers"), mistakes)
    worst_rank, least_ndcg = _guard(place, value.get("guard"), mistakes)
    if (worst_rank or least_ndcg) and not any(answers.values()):
        mistakes.append(f"{place}: har guard, men ikke noe svar. Skriv answers, eller ta guard bort.")
    if len(mistakes) > before:
        return None
    return Judgement(
        id=f"{number:03}",
        query=query,
        answers=MappingProxyType(answers),
        user=str(value.get("user") or ""),
        lang=str(value.get("lang") or "nb"),
        worst_rank=worst_rank,
        least_ndcg=least_ndcg,
        note=str(value.get("note") or ""),
    )


def _answers(place: str, value: object, mistakes: list[str]) -> dict[str, int]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        mistakes.append(f"{place}: answers er '{value}'. Skriv den som {{hasteflytting: 3}}.")
        return {}
    answers: dict[str, int] = {}
    for article, told in value.items():
        grade = _number(told)
        if isinstance(grade, bool) or not isinstance(grade, int) or not 0 <= grade <= HIGHEST_GRADE:
            mistakes.append(f"{place}: graden til {article} er '{told}'. Velg 0, 1, 2 eller 3.")
        else:
            answers[str(article)] = grade
    return answers


def _guard(place: str, value: object, mistakes: list[str]) -> tuple[int, float]:
    """What must hold: `guard: 1` or `guard: {rank: 1}` for the rank, `guard: {ndcg: 0.8}` for nDCG@10."""
    if value is None:
        return 0, 0.0
    told = value if isinstance(value, Mapping) else {"rank": value}
    rank, ndcg = _number(told.get("rank", 0)), _number(told.get("ndcg", 0.0))
    if (
        set(told) <= {"rank", "ndcg"}
        and isinstance(rank, int)
        and isinstance(ndcg, int | float)
        and not isinstance(rank, bool)
        and not isinstance(ndcg, bool)
        and rank >= 0
        and 0 <= ndcg <= 1
    ):
        return rank, float(ndcg)
    mistakes.append(f"{place}: guard er '{value}'. Skriv et tall for dårligste plass, eller {{ndcg: 0.8}}.")
    return 0, 0.0


def _number(told: object) -> object:
    """A number that is written as text, as the values of a data file are; anything else as it is."""
    if isinstance(told, str) and re.fullmatch(r"\d+(\.\d+)?", told):
        return float(told) if "." in told else int(told)
    return told
