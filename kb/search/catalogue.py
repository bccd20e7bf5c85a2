"""Everything that an answer is made from: one generation of the index, and the site data that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kb.articles import Facet, RenderedArticle
from kb.concepts import Concept
from kb.language.pipeline import Analyser
from kb.language.spelling import Speller
from kb.law.provisions import LawRegister
from kb.search.engine import Index


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What `answer` and `suggest` look things up in. Nothing in it changes, so that threads may share it.

    `articles` are those that the generation was made of, by id. `analyser` and `speller` know the words of the index:
    `analyser.with_vocabulary(index.vocabulary)`, `Speller(index.vocabulary, ...)`.
    """

    index: Index
    analyser: Analyser
    speller: Speller
    articles: Mapping[str, RenderedArticle]
    facets: Sequence[Facet]
    concepts: Sequence[Concept]
    register: LawRegister
    today: date
