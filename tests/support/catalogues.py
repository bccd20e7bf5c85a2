"""A small knowledge base in memory, to ask questions of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kb.articles import Article, Facet, FacetValue, Kind, Label, RenderedArticle, Section, Status, Variant
from kb.concepts import Concept
from kb.engines.memory import MemoryEngine
from kb.language.pipeline import Analyser
from kb.language.spelling import Speller
from kb.law.provisions import Act, LawRegister, Provision, Succession
from kb.search.catalogue import Catalogue
from kb.search.indexing import Indexer, rebuild

TODAY = date(2026, 11, 22)


def article(
    article_id: str,
    text: str = "",
    *sections: tuple[str, str],
    title: str = "",
    summary: str = "",
    kind: Kind = Kind.ARTICLE,
    status: Status = Status.CURRENT,
    keywords: tuple[str, ...] = (),
    laws: tuple[str, ...] = (),
    **facets: tuple[str, ...],
) -> RenderedArticle:
    """An article with the text before its first heading, and sections given as (heading, text)."""
    written = Article(
        id=article_id,
        title=title or article_id,
        kind=kind,
        summary=summary,
        lang=Variant.BOKMAL,
        body=text,
        path=f"{article_id}.md",
        status=status,
        facets={"type": (kind.value,), "status": (status.value,), **facets},
        laws=laws,
        keywords=keywords,
    )
    parts = [Section("", "", 1, text, 1)] if text else []
    parts += [Section(f"s{number}", heading, 2, body, 1) for number, (heading, body) in enumerate(sections, start=1)]
    return RenderedArticle(written, "", tuple(parts), ())


def facet(facet_id: str, *values: str) -> Facet:
    """A facet whose labels are its ids with a capital."""
    return Facet(
        facet_id,
        "kind" if facet_id == "type" else facet_id,
        Label(facet_id.capitalize(), facet_id.capitalize()),
        tuple(FacetValue(value, Label(value.capitalize(), value.capitalize())) for value in values),
    )


FACETS = (
    facet("prosess", "undersokelse", "ettervern"),
    facet("type", *(kind.value for kind in Kind)),
    facet("status", *(status.value for status in Status)),
)

REGISTER = LawRegister.of(
    (
        Act(
            "barnevernloven-1992",
            "barnevernloven",
            1992,
            in_force=date(1993, 1, 1),
            repealed=date(2023, 1, 1),
            names=("barnevernloven", "bvl"),
        ),
        Act(
            "barnevernsloven-2021", "barnevernsloven", 2021, in_force=date(2023, 1, 1), names=("barnevernsloven", "bvl")
        ),
    ),
    (
        Provision(
            "barnevernloven-1992-1-6",
            "barnevernloven-1992",
            "1-6",
            "Barnets rett til medvirkning",
            "barnets rett til medvirkning",
            in_force=date(2014, 1, 1),
            repealed=date(2023, 1, 1),
            article="barnevernloven-1992-1-6",
        ),
        Provision(
            "barnevernsloven-2021-1-4",
            "barnevernsloven-2021",
            "1-4",
            "Barnets rett til medvirkning",
            "barnets rett til medvirkning",
            in_force=date(2023, 1, 1),
            article="barnevernsloven-2021-1-4",
        ),
        Provision(
            "barnevernsloven-2021-1-6",
            "barnevernsloven-2021",
            "1-6",
            "Barns rett til tiltak",
            "barns rett til tiltak",
            in_force=date(2023, 1, 1),
            article="barnevernsloven-2021-1-6",
        ),
    ),
    (Succession("barnevernloven-1992-1-6", ("barnevernsloven-2021-1-4",)),),
)

LAW_ARTICLES = (
    article(
        "barnevernloven-1992-1-6",
        "Om medvirkning før.",
        title="Medvirkning – barnevernloven (1992) § 1-6",
        kind=Kind.LAW,
        status=Status.REPEALED,
        laws=("barnevernloven-1992-1-6",),
    ),
    article(
        "barnevernsloven-2021-1-4",
        "Om medvirkning nå.",
        title="Medvirkning – barnevernsloven (2021) § 1-4",
        kind=Kind.LAW,
        laws=("barnevernsloven-2021-1-4",),
    ),
    article(
        "barnevernsloven-2021-1-6",
        "Om tiltak.",
        title="Tiltak – barnevernsloven (2021) § 1-6",
        kind=Kind.LAW,
        laws=("barnevernsloven-2021-1-6",),
    ),
)


def catalogue(
    *articles: RenderedArticle,
    concepts: Sequence[Concept] = (),
    facets: Sequence[Facet] = FACETS,
    register: LawRegister | None = None,
) -> Catalogue:
    """The articles, indexed in memory, with everything that is needed to ask."""
    engine = MemoryEngine()
    rebuild(articles, Indexer(concepts), engine, b"")
    index = engine.open()
    return Catalogue(
        index=index,
        analyser=Analyser(concepts).with_vocabulary(index.vocabulary),
        speller=Speller(index.vocabulary),
        articles={one.article.id: one for one in articles},
        facets=facets,
        concepts=concepts,
        register=register or LawRegister.of(),
        today=TODAY,
    )
