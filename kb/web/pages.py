"""What each template is given: one value for each, and nothing that its template does not use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.articles import Article, Facet, Kind, Label, Section, Variant
from kb.concepts import Concept
from kb.law.provisions import Act, Provision, State
from kb.messages import Quoted, Value
from kb.search.results import SearchResults
from kb.web.drawings.timeline import Timeline
from kb.web.editing_pages import EditingPart
from kb.web.search_form import SearchForm


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page. There is a search box at the top unless the page has one of its own.

    `lang` is the language of the title and the description: that of the article, where the page tells of one.
    `canonical` is the whole address for search engines and sharing; so is that of `picture`, which is shown when a page
    is shared, and `picture_says` is what it shows. They are empty when there is no site to tell of.
    """

    title: str
    description: str
    lang: Variant
    canonical: str
    picture: str
    picture_says: str
    site_name: str
    contact: str
    menu: tuple[Kind, ...]
    kind: Kind | None
    about: tuple[Article, ...]
    has_own_search: bool
    may_be_indexed: bool
    development: bool


@dataclass(frozen=True, slots=True)
class ProcessCard:
    """One of the core processes as the map shows it."""

    article: Article
    steps: int


@dataclass(frozen=True, slots=True)
class ProcessMapAlone:
    """The map as a file of its own: its links are whole addresses, and `credit` says whose it is."""

    processes: tuple[ProcessCard, ...]
    base_url: str
    credit: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What readers ask first in a process, each with its answer."""

    process: Article
    questions: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The way in."""

    form: SearchForm
    examples: tuple[str, ...]
    processes: tuple[ProcessCard, ...]
    asked: tuple[Asked, ...]
    values: tuple[Article, ...]
    methods: tuple[Article, ...]
    methods_total: int
    laws: tuple[Article, ...]
    laws_total: int
    newest: tuple[Article, ...]
    articles_total: int
    linked_data: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value chosen, to be taken away again."""

    facet: Facet
    label: Label
    address: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """An answer, or the way to one. `noted` are the articles that each note leads to.

    `uncertain` are the ids of hits on provisions that may have changed since we read them.
    """

    form: SearchForm
    results: SearchResults
    choices: tuple[Choice, ...]
    pages: tuple[int | None, ...]
    processes: tuple[ProcessCard, ...]
    noted: tuple[tuple[Article, ...], ...]
    uncertain: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the table of contents, with those under it."""

    section: Section
    children: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A facet value of an article, and the search that finds its like."""

    value_id: str
    label: Label
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under a heading. `kind` is set when the heading is that of a kind; `parts` are an act's chapters."""

    heading: Value
    articles: tuple[Article, ...]
    kind: Kind | None = None
    anchor: str = ""
    parts: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with everything around it. `came_from` is the search that led here, empty when none did.

    `lead` is the first paragraph when it stands for the summary, with its links. `stretches` are the rest of the text,
    cut where someone who has read far on a phone may want to go back to the contents.
    `permanent` is the whole address that holds whatever becomes of the article.
    `changes` says which provisions that it rests on may have changed since we read them.
    """

    article: Article
    lead: str
    stretches: tuple[str, ...]
    contents: tuple[Entry, ...]
    processes: tuple[Tag, ...]
    basis: tuple[Tag, ...]
    tags: tuple[Tag, ...]
    is_overdue: bool
    permanent: str
    previous: Article | None
    next: Article | None
    related: tuple[Article, ...]
    incoming: tuple[Group, ...]
    concepts: tuple[Concept, ...]
    near_concepts: tuple[Article, ...]
    came_from: SearchForm
    marks: tuple[str, ...]
    editing: EditingPart | None
    replaced_by: tuple[Article, ...]
    citation: CitationPart
    linked_data: str
    changes: tuple[Value, ...]
    process: ProcessPart | None = None
    law: LawPart | None = None


@dataclass(frozen=True, slots=True)
class CitationPart:
    """How to cite the article: the line in a list of references, and files by name and address. Its sections too."""

    text: str
    files: tuple[tuple[str, str], ...]
    sections: tuple[SectionCitation, ...]


@dataclass(frozen=True, slots=True)
class SectionCitation:
    """How to cite a section of the article."""

    section: Section
    text: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProcessPart:
    """What a process has beyond other articles: steps, places to jump to, and what belongs to it."""

    steps: tuple[Section, ...]
    jumps: tuple[Section, ...]
    belongs: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """A provision on the other side of a succession, and how sure we are that it is one."""

    provision: Provision
    cited: str
    article: Article | None
    certainty: str
    basis: str
    official: str


@dataclass(frozen=True, slots=True)
class LawPart:
    """What a provision, or a whole act, has beyond other articles. `changes` begins with a heading."""

    act: Act
    provision: Provision | None
    cited: str
    state: State
    in_force: date | None
    repealed: date | None
    official: str
    reference: str
    reference_in_text: str
    replaced_by: tuple[Replacement, ...]
    replaces: tuple[Replacement, ...]
    changes: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A provision where its act is known: «§ 1-4» and «Barnets rett til medvirkning»."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class ListingPage:
    """The articles of a kind, in groups. `all_found_at` is the search for all, when they are too many to list.

    `numbered` has the provisions, by the ids of their articles: the heading of the group names the act for them all.
    """

    kind: Kind
    groups: tuple[Group, ...]
    numbered: Mapping[str, Numbered]
    total: int
    all_found_at: str


@dataclass(frozen=True, slots=True)
class Word:
    """One line of the glossary: a term, or another word that leads to it."""

    text: str
    article: Article
    leads_to: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of the glossary that begin alike."""

    letter: str
    anchor: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """Terms from A to Å."""

    kind: Kind
    letters: tuple[Letter, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: a year or a day, what it was, and where it is told of; `anchor` is its place here."""

    when: Value
    title: Value
    text: Quoted
    address: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What happened when."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    drawing: TimelineDrawing


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The timeline as a drawing: where everything stands, and what it is, in the same order.

    `tellers` are the titles of the articles that the points come from, in the order of their marks; `acts` are the
    addresses of articles on acts, empty where there is none. `base_url` and `credit` are for a drawing that leaves the
    site.
    """

    drawn: Timeline
    events: tuple[Event, ...]
    tellers: tuple[Quoted, ...]
    acts: tuple[str, ...]
    base_url: str
    credit: str


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong, told to a reader, and where to go from there. `told` is more than the status says, if known."""

    status: int
    told: str
    form: SearchForm
    processes: tuple[Article, ...]
