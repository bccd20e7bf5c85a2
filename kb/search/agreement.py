"""How far a query and a title or heading say the same: «kan barnet klage» and «Kan barnet klage?»."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.search.fields import SECTION_BITS, ZONE_BITS, Zone
from kb.search.tables import Floats, Table


def agreement(words: Sequence[tuple[NDArray[np.int64], float]], sought: float, table: Table) -> Floats:
    """For each section from 0 to 1: how much of the query its heading or its article's title holds, times how much
    of that heading or title the query holds.

    `words` are the occurrences of each word of the query and its weight; `sought` is the sum of the weights.
    """
    best = np.zeros(table.section_count)
    if sought <= 0:
        return best
    for zone in (Zone.TITLE, Zone.HEADING):
        held = np.zeros(table.section_count)
        places: list[NDArray[np.int64]] = []
        for keys, weight in words:
            here = keys[keys >> ZONE_BITS & 0x7F == zone]
            if here.size:
                held[np.unique(here >> SECTION_BITS)] += weight
                places.append(here)
        if not places:
            continue
        matched = np.bincount(np.unique(np.concatenate(places)) >> SECTION_BITS, minlength=table.section_count)
        agreed = held / sought * np.minimum(matched / np.maximum(table.lengths[zone], 1), 1.0)
        if zone is Zone.TITLE:
            # A title stands with the first section of its article, and counts for all of them.
            agreed = agreed[table.first_section][table.article_of]
        best = np.maximum(best, agreed)
    return best
