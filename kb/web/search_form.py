"""What the reader typed and chose. The only place that knows query-string names; it both reads and writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import urlencode

from kb import addresses
from kb.articles import Facet, Variant
from kb.messages import Message, message
from kb.search.query import readable
from kb.search.request import Order, SearchRequest
from kb.search.results import Note
from kb.web.wording import STANDARDS

TEXT = "q"
PAGE = "side"
ORDER = "sorter"
STANDARD = "maal"
WIDE, EVERYTHING = "treff", "alle"
"""Asks for every article that holds anything of the text, also what is too far from it to be a hit otherwise."""
SIZE = "antall"
"""Hits on a page; for programs that ask the API, and left out of links."""

LONGEST_TEXT = 1000
"""Characters. Every facet link carries the text, so that 10,000 of them would make a page of half a megabyte.
The longest of 2,396 real questions in our measurements has 213."""
MOST_PAGES = 100_000
"""A page number above this is a slip or an attack; the last page is shown all the same."""
MOST_HITS = 100
"""On one page. An answer of 100 hits takes under 100 ms to make."""

Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SearchForm:
    """One search as the reader sees it; makes every link of the search page.

    `standard` is the written standard chosen in the address, or None when the browser's preference decides.
    """

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    order: Order = Order.RELEVANCE
    page: int = 1
    standard: Variant | None = None
    wide: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been asked yet."""
        return not self.text and not self.chosen

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The form as it stands in an address; what is as usual is left out."""
        pairs = [(TEXT, self.text)] if self.text else []
        pairs += self.hidden_pairs
        if self.wide:
            pairs.append((WIDE, EVERYTHING))
        if self.page > 1:
            pairs.append((PAGE, str(self.page)))
        return tuple(pairs)

    @property
    def hidden_pairs(self) -> tuple[tuple[str, str], ...]:
        """What a new text keeps: the choices, the order and the written standard, but not the page."""
        pairs = [(facet, value) for facet in sorted(self.chosen) for value in sorted(self.chosen[facet])]
        if self.order is not Order.RELEVANCE:
            pairs.append((ORDER, self.order.value))
        if self.standard is not None:
            pairs.append((STANDARD, self.standard.value))
        return tuple(pairs)

    @property
    def address(self) -> str:
        """Where this very search is answered."""
        return _with_query(addresses.SEARCH, self.pairs)

    def carried_to(self, address: str) -> str:
        """An article's address that remembers which search led there, so that one can go back to it."""
        return _with_query(address, self.pairs)

    def with_text(self, text: str) -> SearchForm:
        """The same choices with other words."""
        return replace(self, text=readable(text)[:LONGEST_TEXT], page=1, wide=False)

    def with_everything(self) -> SearchForm:
        """With every article that holds anything of the text, from the first page."""
        return replace(self, page=1, wide=True)

    def has(self, facet: str, value: str) -> bool:
        """Whether the value is chosen."""
        return value in self.chosen.get(facet, frozenset())

    def toggled(self, facet: str, value: str) -> SearchForm:
        """With the value chosen, or no longer chosen; from the first page."""
        values = self.chosen.get(facet, frozenset()) ^ {value}
        others = {key: chosen for key, chosen in self.chosen.items() if key != facet}
        return replace(self, chosen=others | ({facet: values} if values else {}), page=1)

    def without_choices(self) -> SearchForm:
        """The words alone."""
        return replace(self, chosen={}, page=1)

    def without_text(self) -> SearchForm:
        """The choices alone."""
        return replace(self, text="", page=1)

    def ordered_by(self, order: str) -> SearchForm:
        """In another order, from the first page."""
        return replace(self, order=Order(order), page=1)

    def at_page(self, page: int) -> SearchForm:
        """Another page of the same answer."""
        return replace(self, page=page)

    def request(self, size: int) -> SearchRequest:
        """The validated question."""
        return SearchRequest(
            text=self.text, chosen=self.chosen, order=self.order, page=self.page, size=size, wide=self.wide
        )


def parse(pairs: Pairs, facets: Iterable[Facet]) -> tuple[SearchForm, tuple[Note, ...]]:
    """The form in an address, and a note for each part of it that could not be used. Never fails."""
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(readable(value))
    notes: list[Note] = []
    text = " ".join(part for part in given.get(TEXT, []) if part)
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT].rstrip()
        cut = message("Søket var for langt. Bare de første %(number)s tegnene er brukt.", number=str(LONGEST_TEXT))
        notes.append(Note("limit", (cut,)))
    chosen = {}
    for facet in facets:
        known, unknown = _sorted_out(facet, given.get(facet.id, []))
        notes += [Note("facet", (_is_unknown(value, facet),)) for value in unknown]
        if known:
            chosen[facet.id] = known
    order, order_note = _order(given.get(ORDER, []))
    page, page_note = _page(given.get(PAGE, []))
    wide, wide_note = _wide(given.get(WIDE, []))
    form = SearchForm(text, chosen, order, page, chosen_standard(pairs_of(given)), wide)
    return form, (*notes, *order_note, *page_note, *wide_note)


def size_in(pairs: Pairs, default: int) -> tuple[int, tuple[Note, ...]]:
    """How many hits a program asks for on a page, and a note when that number could not be used."""
    values = [value for name, value in pairs if name == SIZE and value]
    if not values:
        return default, ()
    if _is_number(values[-1]) and 1 <= int(values[-1]) <= MOST_HITS:
        return int(values[-1]), ()
    told = message("%(name)s må være et tall fra 1 til %(most)s, og er ikke brukt.", name=SIZE, most=str(MOST_HITS))
    return default, (Note("unused", (told,)),)


def text_in(pairs: Pairs) -> str:
    """The words alone, for suggestions."""
    return " ".join(readable(value) for name, value in pairs if name == TEXT)[:LONGEST_TEXT].strip()


def chosen_standard(pairs: Pairs) -> Variant | None:
    """The written standard that an address asks for, when it is one that the interface speaks."""
    asked = [value for name, value in pairs if name == STANDARD]
    return next((standard for standard in STANDARDS if asked and standard.value == asked[-1]), None)


def in_standard(address: str, standard: Variant | None) -> str:
    """An address that keeps the written standard which the reader chose in the address he came from."""
    return address if standard is None else _with_query(address, ((STANDARD, standard.value),))


def with_standard(address: str, pairs: Pairs, standard: Variant) -> str:
    """The very same page in another standard."""
    kept = [(name, value) for name, value in pairs if name != STANDARD]
    return _with_query(address, (*kept, (STANDARD, standard.value)))


def pairs_of(given: Mapping[str, Iterable[str]]) -> Pairs:
    """Names with lists of values as pairs again."""
    return [(name, value) for name, values in given.items() for value in values]


def _with_query(address: str, pairs: Pairs) -> str:
    path, hash_sign, fragment = address.partition("#")
    query = urlencode(list(pairs))
    joint = "&" if "?" in path else "?"
    return path + (joint + query if query else "") + hash_sign + fragment


def _sorted_out(facet: Facet, values: Iterable[str]) -> tuple[frozenset[str], list[str]]:
    known = {value.id for value in facet.values}
    asked = list(dict.fromkeys(value for value in values if value))
    # Three are enough to tell what went wrong; an address may hold thousands.
    return frozenset(known.intersection(asked)), [value for value in asked if value not in known][:3]


def _is_unknown(value: str, facet: Facet) -> Message:
    return message("«%(value)s» finnes ikke under %(facet)s, og er ikke brukt.", value=_shown(value), facet=facet.label)


def _shown(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:40]}…"


def _order(values: list[str]) -> tuple[Order, tuple[Note, ...]]:
    value = values[-1] if values else ""
    if not value:
        return Order.RELEVANCE, ()
    try:
        return Order(value), ()
    except ValueError:
        told = message("Kan ikke sortere etter «%(value)s». Treffene står etter relevans.", value=_shown(value))
        return Order.RELEVANCE, (Note("unused", (told,)),)


def _page(values: list[str]) -> tuple[int, tuple[Note, ...]]:
    value = values[-1] if values else ""
    if not value:
        return 1, ()
    if _is_number(value) and int(value) >= 1:
        return min(int(value), MOST_PAGES), ()
    told = message("«%(value)s» er ikke et sidetall. Dette er den første siden.", value=_shown(value))
    return 1, (Note("page", (told,)),)


def _wide(values: list[str]) -> tuple[bool, tuple[Note, ...]]:
    value = values[-1] if values else ""
    if value in ("", EVERYTHING):
        return bool(value), ()
    told = message("«%(name)s» kan bare være «%(everything)s». Det er ikke brukt.", name=WIDE, everything=EVERYTHING)
    return False, (Note("unused", (told,)),)


def _is_number(value: str) -> bool:
    # isdecimal alone accepts other scripts' digits, and int() of a very long number is slow on purpose.
    return value.isascii() and value.isdecimal() and len(value) <= 9
