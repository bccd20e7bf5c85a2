"""Every weight that decides the order of hits, and why it is what it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kb.articles import Kind, Status
from kb.language.terms import Alternative, MatchedBy, TermKind
from kb.search.fields import Zone

K1 = 1.8
"""How soon more of the same word stops counting (BM25)."""

OPTIONAL_WEIGHT = 0.35
"""Function words such as «hvem» and «kan» say how a question is put, not what it is about."""

PART_WEIGHT = 0.3
"""A part of a compound that was typed: «barnevernsundersøkelse» is about «undersøkelse»."""

COVERAGE_MATTERS = 0.3
"""The power of the share of the query that an article holds: 0 when missing words are no matter."""

NEARNESS_WEIGHT = 0.4
FARTHEST = 20
""""Words farther apart than this are not near."""

ZONE_WEIGHTS: Mapping[Zone, float] = MappingProxyType(
    {
        Zone.TITLE: 5.0,
        Zone.SUMMARY: 1.0,
        Zone.KEYWORDS: 1.5,
        Zone.LAWS: 0.5,
        Zone.HEADING: 1.5,
        Zone.BODY: 1.0,
    }
)

LENGTH_MATTERS: Mapping[Zone, float] = MappingProxyType(
    {
        Zone.TITLE: 0.6,
        Zone.SUMMARY: 0.3,
        Zone.KEYWORDS: 0.0,
        Zone.LAWS: 0.0,
        Zone.HEADING: 0.3,
        Zone.BODY: 0.6,
    }
)
"""The `b` of BM25F for each zone: 1 when a word in a text twice as long counts half, 0 when length is no matter."""

AGREEMENT_WEIGHT = 0.4
"""How much higher a section ranks whose heading, or whose article's title, says just what the query does."""

SHORTEST = 0.75
"""A section shorter than this share of the mean counts as that long: «Les mer» is no better for having few words."""

LEAD_WEIGHT = 1.05
"""An article begins with its answer, so its first section is the one to show when another is only as good."""

KIND_WEIGHTS: Mapping[TermKind, float] = MappingProxyType(
    {TermKind.EXACT: 1.0, TermKind.STEM: 0.6, TermKind.VARIANT: 0.5, TermKind.PART: 0.3}
)

BY_WEIGHTS: Mapping[MatchedBy, float] = MappingProxyType(
    {
        MatchedBy.EXACT: 1.0,
        MatchedBy.STEM: 1.0,
        MatchedBy.VARIANT: 1.0,
        MatchedBy.SYNONYM: 0.8,
        MatchedBy.COMPOUND: 1.0,
        MatchedBy.SPELLING: 0.8,
        MatchedBy.LAW: 1.0,
    }
)

ARTICLE_SHARE = 0.5
"""How much of a score is the whole article's, the rest being the section's."""

KIND_PRIORS: Mapping[Kind, float] = MappingProxyType(
    {
        Kind.PROCESS: 1.1,
        Kind.ARTICLE: 0.95,
        Kind.HISTORY: 0.92,
        Kind.EXPERIENCE: 0.9,
        Kind.COURSE: 0.85,
    }
)
STATUS_PRIORS: Mapping[Status, float] = MappingProxyType(
    {Status.DRAFT: 0.9, Status.HISTORICAL: 0.85, Status.REPEALED: 0.8}
)


def weight(alternative: Alternative) -> float:
    """How much an occurrence counts that is found in this way."""
    return KIND_WEIGHTS[alternative.kind] * BY_WEIGHTS[alternative.by]


def prior(kind: Kind, status: Status) -> float:
    """What an article's score is multiplied by, whatever the query."""
    return KIND_PRIORS.get(kind, 1.0) * STATUS_PRIORS.get(status, 1.0)
