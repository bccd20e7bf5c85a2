"""Which of the articles that hold any word of a query are hits, so that the number of hits tells something."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kb.language.terms import TermKind
from kb.search import ranking
from kb.search.engine import Clause
from kb.search.scoring import Found
from kb.search.tables import Bools, Ints

Asked = Sequence[tuple[Clause, Found]]
"""The words and phrases of a query with what each found."""


def near_enough(asked: Asked, matched: Bools, score_near_best: Bools, best_first: Ints) -> Bools:
    """The hits among those that matched: the first of them, those that score near the best, and those that hold all.

    What scores must hold a word, and not only a part of a compound that was typed: of *barnetrygd* every article here
    has a part. `best_first` are the numbers of the articles that matched.
    """
    telling = _telling(asked)
    hits: Bools = matched & score_near_best & np.any([found.articles for _, found in telling], axis=0)
    hits[best_first[: ranking.ALWAYS_HITS]] = True
    known = [found for _, found in telling if found.keys.size]
    if known:
        # Barn is in every barnevernstjeneste: a part of a compound is not the word.
        in_part = ranking.KIND_WEIGHTS[TermKind.PART]
        hits |= matched & np.all([found.presence > in_part for found in known], axis=0)
    return hits


def most_held(asked: Asked, matched: Bools) -> float:
    """How much of the query the article that holds most of it holds, from 0 to 1, by how telling each word is."""
    telling = _telling(asked)
    sought = sum(found.idf for _, found in telling)
    if sought <= 0 or not matched.any():
        return 0.0
    held = np.sum([found.idf * found.articles[matched] for _, found in telling], axis=0)
    return float(held.max()) / sought


def _telling(asked: Asked) -> Asked:
    """What is not a small word or a part of a compound; everything when there is nothing else."""
    return [one for one in asked if not one[0].optional and not one[0].part] or asked
