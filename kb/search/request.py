"""One validated question to search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kb.articles import Variant


class Order(StrEnum):
    """How hits are sorted."""

    RELEVANCE = "relevans"
    REVIEWED = "revidert"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a reader asks. Values within one facet mean *or*; different facets mean *and*.

    `chosen` maps facet ids to value ids. `page` counts from 1. `size` is hits on a page. Text that is empty
    finds everything that the choices allow. `standard` is the one that the reader is told of synonyms in.
    `wide` makes a hit of every article that holds anything of the text.
    """

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    order: Order = Order.RELEVANCE
    page: int = 1
    size: int = 10
    standard: Variant = Variant.BOKMAL
    wide: bool = False
