"""What pages are about, for programs that read schema.org (JSON-LD).

An article is told of as ours, also when its subject is an act: the text of a provision lies at Lovdata, and what
stands here is about it. Nothing is claimed that the page does not show.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from kb import addresses
from kb.articles import Article, Kind, Section, Source, Status, Variant
from kb.concepts import Concept
from kb.export.publication import LICENCE, Publication
from kb.law.provisions import Act, ActKind, LawRegister, State

Node = dict[str, Any]

TYPES: Mapping[Kind, str | list[str]] = MappingProxyType(
    {
        Kind.PROCESS: "TechArticle",
        Kind.RECOMMENDATION: "TechArticle",
        Kind.WORKING_METHOD: "TechArticle",
        Kind.COURSE: ["Article", "LearningResource"],
    }
)
"""What schema.org calls an article of a kind; the others are an `Article`."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around an article: its steps when it is a process, its concepts when it is a term, the law."""

    steps: tuple[Section, ...] = ()
    concepts: tuple[Concept, ...] = ()
    law: LawRegister | None = None


def of_article(article: Article, publication: Publication, today: date, around: Surroundings | None = None) -> Node:
    """An article, with what it is mainly about: a way of doing something, a provision or a term."""
    around = around or Surroundings()
    url = publication.url(addresses.article(article.kind, article.id))
    node: Node = {
        "@type": TYPES.get(article.kind, "Article"),
        "@id": publication.url(addresses.permanent(article.id)),
        "url": url,
        "headline": article.title,
        "description": article.summary,
        "inLanguage": article.lang.value,
        "author": _publisher(publication),
        "publisher": _publisher(publication),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "isPartOf": {"@id": _site_id(publication)},
        "mainEntityOfPage": {"@type": "WebPage", "@id": url, "lastReviewed": _day(article.reviewed)},
        "dateModified": _day(article.reviewed),
        "creativeWorkStatus": "Draft" if article.status is Status.DRAFT else None,
        "keywords": list(article.keywords),
        "citation": [_source(source) for source in article.sources],
    }
    if article.kind is Kind.PROCESS and around.steps:
        node["mainEntity"] = _how_to(article, around.steps, publication)
    elif article.kind is Kind.TERM:
        node["mainEntity"] = _term(article, around.concepts, publication)
    elif article.kind is Kind.LAW and around.law is not None:
        node["about"] = of_legislation(article, around.law, today)
    return _without_empty(node)


def of_legislation(article: Article, law: LawRegister, today: date) -> Node | None:
    """The provision or act that an article tells of; None when the register does not know it."""
    provision, act = law.provisions.get(article.id), law.act_of(article.id) or law.acts.get(article.id)
    if act is None:
        return None
    if provision is None:
        state, begins, ends = law.act_state(act.id, today), act.in_force, act.repealed
        node = _act(act)
    else:
        state, begins, ends = law.state(provision.id, today), provision.in_force, provision.repealed
        node = {
            "@type": "Legislation",
            "name": law.cite(provision.id),
            "alternateName": provision.heading,
            "legislationIdentifier": f"{act.number or act.cited} {act.sign} {provision.number}",
            "legislationType": act.kind.value,
            "url": law.address(provision.id),
            "isPartOf": _act(act),
        }
    return _without_empty(
        node
        | {
            "legislationJurisdiction": None if act.kind is ActKind.CONVENTION else "NO",
            "legislationLegalForce": "InForce" if state is State.IN_FORCE else "NotInForce",
            "temporalCoverage": _period(article.valid_from or begins, article.valid_to or ends, state),
        }
    )


def of_website(publication: Publication, *, text_parameter: str) -> Node:
    """The site itself, and how to search in it. `text_parameter` is what an address calls the words."""
    template = f"{publication.url(addresses.SEARCH)}?{text_parameter}={{search_term_string}}"
    return {
        "@type": "WebSite",
        "@id": _site_id(publication),
        "url": publication.url(addresses.HOME),
        "name": publication.name,
        "inLanguage": [Variant.BOKMAL.value, Variant.NYNORSK.value],
        "publisher": _publisher(publication),
        "license": LICENCE,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        },
    }


def of_trail(trail: Iterable[tuple[str, str]], publication: Publication) -> Node:
    """The way down to a page: names with their addresses, from the top."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": publication.url(address)}
            for place, (name, address) in enumerate(trail, start=1)
        ],
    }


def as_script(*nodes: Node) -> str:
    """The text of a `<script type="application/ld+json">`. Nothing in it can end the element, whatever titles hold."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(nodes)}, ensure_ascii=False)
    return text.translate(_UNSAFE_IN_HTML)


_UNSAFE_IN_HTML = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}

_STEP_NUMBER = re.compile(r"^\d+\.\s+")


def _how_to(article: Article, steps: tuple[Section, ...], publication: Publication) -> Node:
    return {
        "@type": "HowTo",
        "name": article.title,
        "step": [
            {
                "@type": "HowToStep",
                "position": place,
                "name": _STEP_NUMBER.sub("", step.title),
                # The text of a step is on the page already; to repeat it would double the page.
                "url": publication.url(addresses.article(article.kind, article.id, step.anchor)),
            }
            for place, step in enumerate(steps, start=1)
        ],
    }


def _term(article: Article, concepts: tuple[Concept, ...], publication: Publication) -> Node:
    words = [word for concept in concepts for word, role, _variant in concept.labels() if role != "discouraged"]
    glossary = publication.url(addresses.listing(Kind.TERM))
    return {
        "@type": "DefinedTerm",
        "name": article.title,
        "description": article.summary,
        "termCode": article.id,
        "inLanguage": article.lang.value,
        "alternateName": [word for word in dict.fromkeys(words) if word.lower() != article.title.lower()],
        "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": glossary, "url": glossary, "name": publication.name},
    }


def _act(act: Act) -> Node:
    adopted = re.search(r"\d{4}-\d{2}-\d{2}", act.number)
    return _without_empty(
        {
            "@type": "Legislation",
            "name": act.long_title or act.title,
            "alternateName": act.cited,
            "legislationIdentifier": act.number,
            "legislationType": act.kind.value,
            "legislationDate": adopted[0] if adopted else None,
            "url": act.url,
        }
    )


def _period(begins: date | None, ends: date | None, state: State) -> str | None:
    """From the first day to the last, with `..` for what is open or not known; None when nothing can be said."""
    # What is adopted, but not in force, has no day yet: the register writes it as the last day that there is.
    if state is State.COMING or (begins is None and ends is None):
        return None
    # The register holds the day from which a provision no longer applies.
    last = _day(ends - timedelta(days=1)) if ends else None
    return f"{_day(begins) or '..'}/{last or '..'}"


def _source(source: Source) -> Node:
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
    }


def _publisher(publication: Publication) -> Node:
    return {"@type": "Organization", "name": publication.name, "url": publication.url(addresses.HOME)}


def _site_id(publication: Publication) -> str:
    return publication.url(addresses.HOME) + "#site"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _without_empty(node: Node) -> Node:
    """Without what is not known, in the nodes inside too."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            return _without_empty(value)
        return [kept(item) for item in value] if isinstance(value, list) else value

    return {name: kept(value) for name, value in node.items() if value not in (None, "", [], ())}
