"""The nouns that every room shares: articles, sections, links, facets, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Variant(StrEnum):
    """The written standard of a text, as a BCP 47 language tag."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    SAMI = "se"


class Kind(StrEnum):
    """What sort of article it is; decides its address and its page."""

    PROCESS = "prosess"
    RECOMMENDATION = "anbefaling"
    VALUE = "verdi"
    WORKING_METHOD = "arbeidsmate"
    LAW = "lov"
    TERM = "begrep"
    HISTORY = "historie"
    EXPERIENCE = "erfaring"
    ARTICLE = "artikkel"
    COURSE = "kurs"


class Status(StrEnum):
    """Whether an article may be acted on."""

    CURRENT = "gjeldende"
    DRAFT = "utkast"
    HISTORICAL = "historisk"
    REPEALED = "opphevet"


@dataclass(frozen=True, slots=True)
class Label:
    """A name in the two written standards."""

    nb: str
    nn: str

    def in_standard(self, variant: Variant) -> str:
        """The name in nynorsk when that is asked for, else in bokmål."""
        return self.nn if variant is Variant.NYNORSK else self.nb

    def language(self, variant: Variant) -> Variant:
        """What the name is in, when it is asked for in a standard."""
        return Variant.NYNORSK if variant is Variant.NYNORSK else Variant.BOKMAL


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice within a facet."""

    id: str
    label: Label


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to choose by. `id` is its name in addresses, `key` its front matter key."""

    id: str
    key: str
    label: Label
    values: tuple[FacetValue, ...]

    def value(self, value_id: str) -> FacetValue | None:
        """The value with this id, or None."""
        return next((value for value in self.values if value.id == value_id), None)


@dataclass(frozen=True, slots=True)
class Source:
    """What an article rests on. `id` is empty for a source written out in one article."""

    title: str
    id: str = ""
    publisher: str = ""
    url: str = ""
    note: str = ""
    accessed: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One content file, validated. Nothing here is rendered.

    `facets` maps a facet id to value ids and includes type, sprak and status.
    `path` is relative to the content folder. `body_line` is the line in the file on which the body starts,
    counted from 1. `lines` maps a front matter key to its line.
    """

    id: str
    title: str
    kind: Kind
    summary: str
    lang: Variant
    body: str
    path: str
    body_line: int = 1
    status: Status = Status.CURRENT
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    laws: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    reviewed: date | None = None
    review_due: date | None = None
    sources: tuple[Source, ...] = ()
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def is_overdue(self, today: date) -> bool:
        """Whether the day on which it should have been reviewed again has passed."""
        return self.review_due is not None and self.review_due < today


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article from one heading to the next.

    The text before the first heading is a section with an empty anchor and title, and level 1.
    `line` is the line in the file. `text` is plain text without the heading; blocks are separated by a newline.
    `former_anchors` still lead here.
    """

    anchor: str
    title: str
    level: int
    text: str
    line: int
    former_anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link in an article's text. `target` is as the author wrote it: `id`, `id#anchor`, `#anchor` or a URL."""

    target: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class RenderedArticle:
    """An article with everything that follows from its Markdown.

    `mentions` are the provision ids that the running text refers to, in order, each once.
    `citations` are the ids of sources pointed at with `[@id]`, with the line.
    `breaks` are the places in `html` where the text before a heading ends, and the end of it all.
    `lead` is how much of `html` is a first paragraph that stands for the summary, so that no page says it twice.
    """

    article: Article
    html: str
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    mentions: tuple[str, ...] = ()
    citations: tuple[tuple[str, int], ...] = ()
    breaks: tuple[int, ...] = ()
    lead: int = 0
