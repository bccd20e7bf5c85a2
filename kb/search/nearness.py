"""Whether words that follow each other in a query stand near each other in a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kb.search import ranking
from kb.search.fields import SECTION_BITS
from kb.search.tables import Floats

LOOKED_AT = 100
"""So many of the best sections are looked at: the bonus is small, so that it moves none up from below them."""


def nearness(words: Sequence[tuple[NDArray[np.int64], float]], scores: Floats) -> Floats:
    """What each section gains. `words` are the occurrences of each word of the query in order, and how telling it is.

    Two neighbours in the query that stand d words apart in the text add 1/√d of the idf of the less telling one.
    """
    gained = np.zeros(scores.size)
    if len(words) < 2:
        return gained
    best = np.zeros(scores.size, dtype=np.bool_)
    best[np.argsort(-scores, kind="stable")[:LOOKED_AT]] = True
    kept = [(keys[best[keys >> SECTION_BITS]], idf) for keys, idf in words]
    for (one, one_idf), (other, other_idf) in pairwise(kept):
        if not one.size or not other.size:
            continue
        distance = _to_nearest(one, other)
        near = distance <= ranking.FARTHEST
        if near.any():
            bonus = np.zeros(scores.size)
            np.maximum.at(bonus, one[near] >> SECTION_BITS, min(one_idf, other_idf) / np.sqrt(distance[near]))
            gained += bonus
    return ranking.NEARNESS_WEIGHT * gained


def _to_nearest(keys: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.int64]:
    """How far each place is from the nearest of the others. Places in different zones or sections are far apart."""
    after = np.searchsorted(others, keys)
    following = np.abs(others[np.minimum(after, others.size - 1)] - keys)
    preceding = np.abs(keys - others[np.maximum(after - 1, 0)])
    # A word that matches both stands at 0 from itself; it counts as one that stands beside.
    distance: NDArray[np.int64] = np.maximum(np.minimum(following, preceding), 1)
    return distance
