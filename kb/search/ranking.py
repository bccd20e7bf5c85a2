"""Every weight that decides the order of hits, why it is what it is, and which judged query would miss it.

They were tuned together, on 2,354 questions to Norwegian articles and paragraphs, on the Constitution in both written
standards, and on the editors' own judgements. Most of them stand on a plateau: half as much or half as much again
changes little. What each gains, and what was tried and left, is told in docs/explanation/relevance.md. A query after
«Guarded by» is in content/_judgements.yml, and falls when its weight is taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kb.articles import Kind, Status
from kb.language.terms import Alternative, MatchedBy, TermKind
from kb.search.fields import Zone

K1 = 1.8
"""How soon more of the same word stops counting (BM25). Higher than the usual 1.2, since a title's weight is spent
before it: at 0.8 an article that names a word in its title is no better than one that says it twice.
Guarded by «barnevernlovn»."""

ZONE_WEIGHTS: Mapping[Zone, float] = MappingProxyType(
    {
        # A title names the subject of the whole article. Guarded by «Naustdal».
        Zone.TITLE: 5.0,
        # Written as an answer, but it says what the text says again. Guarded by «nettverk for barnevernledere».
        Zone.SUMMARY: 1.0,
        # An editor chose these words for those who search. Guarded by «råd og rettleiing til foreldre».
        Zone.KEYWORDS: 1.5,
        # An article that only refers to a provision is less than one that has its number in the text.
        Zone.LAWS: 0.5,
        # A heading is a promise of what follows. Guarded by «"be om tilbakemelding"».
        Zone.HEADING: 1.5,
        Zone.BODY: 1.0,
    }
)
"""What one occurrence of a word counts, by where it stands."""

LENGTH_MATTERS: Mapping[Zone, float] = MappingProxyType(
    {
        # A short title that matches says more than a long one. Guarded by «omsorg overtakelse».
        Zone.TITLE: 0.6,
        Zone.SUMMARY: 0.3,
        # That an editor added more keywords takes nothing from the first ones.
        Zone.KEYWORDS: 0.0,
        Zone.LAWS: 0.0,
        Zone.HEADING: 0.3,
        # Guarded by «pålegg om hjelpetiltak».
        Zone.BODY: 0.6,
    }
)
"""The b of BM25F, by zone: 1 when a word in a text twice as long counts half, 0 when length is no matter."""

SHORTEST = 0.75
"""A section shorter than this share of the mean counts as that long: «Les mer» is no better for having few words.
Guarded by «langtidsflytting»."""

KIND_WEIGHTS: Mapping[TermKind, float] = MappingProxyType(
    {
        # The word as typed always wins.
        TermKind.EXACT: 1.0,
        # Another form of it. At 1.0 rare forms are drowned. Guarded by «statlig barnevern».
        TermKind.STEM: 0.6,
        # The same word in the other standard, or spelt in another way. Guarded by «kva er ei barnevernsteneste».
        TermKind.VARIANT: 0.5,
        # A compound that has the word as a part. At 1.0 «hva er Mitt Liv» falls.
        TermKind.PART: 0.3,
    }
)
"""What an occurrence counts, by how near its term is to the word that was typed."""

BY_WEIGHTS: Mapping[MatchedBy, float] = MappingProxyType(
    {
        MatchedBy.EXACT: 1.0,
        MatchedBy.STEM: 1.0,
        MatchedBy.VARIANT: 1.0,
        MatchedBy.COMPOUND: 1.0,
        MatchedBy.LAW: 1.0,
        # The editors have said that it means the same; the reader's own word comes first all the same.
        # Guarded by «kven snakkar for barnet i fylkesnemnda».
        MatchedBy.SYNONYM: 0.8,
        # What we guess that the reader meant.
        MatchedBy.SPELLING: 0.8,
    }
)
"""What it counts besides, by why we think that it means the same."""

OPTIONAL_WEIGHT = 0.35
"""Function words such as «hvem» and «kan» say how a question is put, not what it is about; but at 0 a question that
is nearly all such words loses what it has. Guarded by «hvordan søker jeg»."""

PART_WEIGHT = 0.3
"""A part of a compound that was typed: «nettverksmøte» is about a meeting, and a little about networks.
Guarded by «nettverk for barnevernledere»."""

COVERAGE_MATTERS = 0.3
"""The power of the share of the query that an article holds: more matching words rank higher.
Guarded by «akutt, men ikke fare for vold, barnet er uten omsorg»."""

LEAST_COVERAGE = 0.05
"""What an article is counted as holding that has only parts of the compounds that were typed."""

NEARNESS_WEIGHT = 0.4
"""Neighbours in the query that are neighbours in the text. Guarded by «kan foreldrene ta barnet med til utlandet»."""

FARTHEST = 20
"""Words farther apart than this are not near: about a long sentence."""

AGREEMENT_WEIGHT = 0.4
"""How much higher a section ranks whose heading, or whose article's title, says just what the query does.
Guarded by «anbefalingene fra 2016»."""

ARTICLE_SHARE = 0.5
"""How much of a score is the whole article's, the rest being the section's. Guarded by «Forandringsfabrikken»."""

LEAD_WEIGHT = 1.05
"""An article begins with its answer, so its first section is the one to show when another is only as good.
Guarded by «barneverntenesta»."""

UNKNOWN_ANCHOR, UNKNOWN_WEIGHT = "mangler", 0.9
"""«Det vi ikke vet», which `kb new` gives this anchor, names what it does not tell: it comes after a section that
answers as well."""

NEAR_THE_BEST = 0.15
"""An article is a hit when it scores at least this share of what the best one does. At 0.1 a question in everyday
words has half as many hits again; at 0.2 three times as many right paragraphs fall out of what is below the first page.
"""

ALWAYS_HITS = 10
"""The first page is a hit whatever it scores: what is read most is then ranked as if nothing were left out."""

MOST_OF_IT = 0.5
"""When no article holds this share of the query, the reader is told so. Of 15 judged queries that our content does not
answer, that is so for all that find anything; of the 555 that it answers, for 6."""

KIND_PRIORS: Mapping[Kind, float] = MappingProxyType(
    {
        # A caseworker comes to know what to do. Guarded by «prosess:ettervern».
        Kind.PROCESS: 1.1,
        # A course speaks of everything, and is sought by its name.
        Kind.COURSE: 0.9,
    }
)
"""What an article's score is multiplied by, whatever the query. Kinds that are not here have 1."""

STATUS_PRIORS: Mapping[Status, float] = MappingProxyType(
    {Status.DRAFT: 0.9, Status.HISTORICAL: 0.85, Status.REPEALED: 0.8}
)
"""What may be acted on comes before what may not. Who asks for history by choosing it gets it in its own order."""


def weight(alternative: Alternative) -> float:
    """How much an occurrence counts that is found in this way."""
    return KIND_WEIGHTS[alternative.kind] * BY_WEIGHTS[alternative.by]


def prior(kind: Kind, status: Status) -> float:
    """What an article's score is multiplied by, whatever the query."""
    return KIND_PRIORS.get(kind, 1.0) * STATUS_PRIORS.get(status, 1.0)
