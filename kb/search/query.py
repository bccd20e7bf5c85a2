"""Turns what a reader typed into a tree of words, phrases, exclusions and choices. It never fails.

Only four things are syntax: `"trygg voksen"`, `-institusjon`, `prosess:ettervern` for facets that exist, and
references to provisions, which `kb.law` finds. Everything else is words; what cannot be used becomes a note.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.articles import Facet, FacetValue
from kb.language.terms import Word as Found
from kb.messages import message
from kb.search.results import Note

MOST_CHARACTERS = 400
"""A long sentence has about 200; more than twice that is no question."""

MOST_WORDS = 32
"""Bounds the work of a query. The longest questions that people ask have about 25 words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, and where it stands in `Query.text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotes, to be found side by side."""

    text: str
    words: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """What must not occur."""

    of: Word | Phrase


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet."""

    facet: str
    value: str


Node = Word | Phrase | Not | Choice


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked, in order. `text` is what was read: without control characters, and not too long."""

    text: str
    nodes: tuple[Node, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that stand by themselves."""
        return tuple(node for node in self.nodes if isinstance(node, Word))

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What stands in quotes."""
        return tuple(node for node in self.nodes if isinstance(node, Phrase))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The facet values that were typed."""
        return tuple(node for node in self.nodes if isinstance(node, Choice))


_SYNTAX = re.compile(
    r"""
    (?P<minus>(?<!\S)-)?  "(?P<phrase>[^"]*)"            # "trygg voksen", -"trygg voksen"
    | (?<!\S)(?P<facet>[^\W\d_]+) : (?:"(?P<quoted>[^"]*)" | (?P<value>[\w-]+))   # prosess:ettervern
    | (?<!\S)-(?P<excluded>[^\W\d_][^\s"]*)              # -institusjon
    """,
    re.VERBOSE,
)


def parse(text: str, words: Callable[[str], Sequence[Found]], facets: Sequence[Facet] = ()) -> Query:
    """Read a query. `words` finds the words of a text, as the analyser does."""
    notes: list[Note] = []
    cleaned = _clean(text, notes)
    nodes: list[Node] = []
    for node in _nodes(cleaned, words, {facet.id: facet for facet in facets}, notes):
        if isinstance(node, Word | Phrase) and sum(isinstance(one, Word | Phrase) for one in nodes) == MOST_WORDS:
            told = message("Søket er langt. Vi søker på de første %(number)s ordene.", number=str(MOST_WORDS))
            notes.append(Note("limit", (told,)))
            break
        nodes.append(node)
    return Query(cleaned, tuple(nodes), tuple(dict.fromkeys(notes)))


def readable(text: str) -> str:
    """The text without what cannot be seen, with single spaces."""
    return " ".join("".join(map(_as_seen, text)).split())


@lru_cache(maxsize=1024)
def _as_seen(letter: str) -> str:
    """Nothing for soft hyphens and marks of direction, and a space for what is no character of any word.

    Lone surrogates cannot be written as UTF-8, and control characters cannot be seen.
    """
    category = unicodedata.category(letter)
    return "" if category == "Cf" else " " if category in _NO_CHARACTERS else letter


_NO_CHARACTERS = frozenset({"Cc", "Cs", "Co", "Cn"})


def _clean(text: str, notes: list[Note]) -> str:
    if any(unicodedata.category(letter) in _NO_CHARACTERS and letter not in "\t\n\r" for letter in text):
        notes.append(Note("unused", (message("Søket hadde tegn som ikke kan leses. De er ikke brukt."),)))
    # A phone makes curly quotes of straight ones.
    cleaned = unicodedata.normalize("NFC", readable(text).translate({ord(quote): '"' for quote in "“”„‟"}))
    if len(cleaned) > MOST_CHARACTERS:
        told = message("Søket er langt. Vi søker på de første %(number)s tegnene.", number=str(MOST_CHARACTERS))
        notes.append(Note("limit", (told,)))
        # The last word may have been cut in two.
        cleaned = cleaned[: MOST_CHARACTERS + 1].rpartition(" ")[0] or cleaned[:MOST_CHARACTERS]
    if cleaned.count('"') % 2:
        apart = message("Et anførselstegn mangler sitt motstykke. Ordene er søkt hver for seg.")
        notes.append(Note("unused", (apart,)))
        place = cleaned.rindex('"')
        cleaned = " ".join((cleaned[:place] + " " + cleaned[place + 1 :]).split())
    return cleaned


def _nodes(
    text: str, words: Callable[[str], Sequence[Found]], facets: dict[str, Facet], notes: list[Note]
) -> Iterator[Node]:
    end = 0
    for match in _SYNTAX.finditer(text):
        node = _special(match, words, facets, notes)
        if node is None:
            continue
        yield from _words(text, end, match.start(), words)
        yield from node
        end = match.end()
    yield from _words(text, end, len(text), words)


def _words(text: str, start: int, end: int, words: Callable[[str], Sequence[Found]]) -> Iterator[Word]:
    for word in words(text[start:end]):
        yield Word(word.text, start + word.start, start + word.end)


def _special(
    match: re.Match[str],
    words: Callable[[str], Sequence[Found]],
    facets: dict[str, Facet],
    notes: list[Note],
) -> tuple[Node, ...] | None:
    """What the syntax means; None when it is only words after all."""
    if match["facet"] is not None:
        return _choice(match, facets, notes)
    text = match["excluded"] if match["phrase"] is None else match["phrase"]
    start = match.start("excluded" if match["phrase"] is None else "phrase")
    found = words(text)
    if not found:
        return ()
    inside: Word | Phrase
    if len(found) == 1:
        inside = Word(found[0].text, start + found[0].start, start + found[0].end)
        if match["phrase"] is not None and not match["minus"]:
            inside = Phrase(text, (found[0].text,), inside.start, inside.end)
    else:
        inside = Phrase(text, tuple(word.text for word in found), start, start + len(text))
    return (Not(inside),) if match["minus"] or match["excluded"] else (inside,)


def _choice(match: re.Match[str], facets: dict[str, Facet], notes: list[Note]) -> tuple[Node, ...] | None:
    facet = facets.get(match["facet"].casefold())
    if facet is None:
        return None
    wanted = (match["quoted"] or match["value"] or "").casefold()
    value = next((value for value in facet.values if wanted in _names(value)), None)
    if value is None:
        told = message(
            "«%(typed)s» er søkt som vanlige ord. Velg blant %(facet)s: %(some)s.",
            typed=match[0],
            facet=facet.label,
            some=tuple(value.id for value in facet.values[:8]),
        )
        notes.append(Note("facet", (told,)))
        return None
    return (Choice(facet.id, value.id),)


def _names(value: FacetValue) -> tuple[str, ...]:
    return value.id.casefold(), value.label.nb.casefold(), value.label.nn.casefold()
