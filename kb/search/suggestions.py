"""What to suggest while somebody types: articles, terms, provisions, headings, and words completed or mended.

completions = Completions.of(catalogue)      # once for each generation
suggest("haste", completions)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kb.articles import Kind, Label, Variant
from kb.language.folding import fold
from kb.language.terms import TermKind
from kb.law.number_forms import number_key
from kb.law.provisions import Provision, State
from kb.law.references import find_references
from kb.messages import Quoted, Value, message
from kb.search.catalogue import Catalogue
from kb.search.function_words import is_optional
from kb.search.results import Suggestion

MOST_TYPED = 100
"""Longer than this nobody waits for a completion."""

ENOUGH = 3
"""With so many better suggestions, or more, no words are completed; with fewer, at most so many are."""

FEWEST_LETTERS = 4
"""With fewer, the last of several words begins too much to be of use without the others."""

MOST_ALIKE = 3
"""A heading that stands in so many articles, «Hva vi ikke vet», says nothing without its article."""

_FIRST_ARTICLE, _ARTICLE_OR_TERM, _PROVISION, _QUESTION_OF_PROCESS, _QUESTION, _HEADING = range(6)
"""What comes first among suggestions that begin alike."""

_FIRST_KINDS = (Kind.PROCESS, Kind.RECOMMENDATION, Kind.VALUE, Kind.WORKING_METHOD)

_ASKED_IN_BOKMAL = {
    "kva": "hva",
    "kven": "hvem",
    "kor": "hvor",
    "kvar": "hvor",
    "korleis": "hvordan",
    "kvifor": "hvorfor",
}
"""Most headings are in bokmål, and whoever begins «kor lang» is not done with the word that differs."""

# The end of a number that is being typed: «§ 1-», «bvl 4-1», «bvl 4».
_BEGUN_NUMBER = re.compile(
    r"(?:§+|\bparagraf\w*|\bartikkel)?\s*(?<!\d)(?P<number>\d{1,3}(?P<dash>\s?[-‐‑–]\s?\d{0,3})?)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something to suggest, with the words by which it is found. Lower `rank` comes first."""

    words: tuple[str, ...]
    rank: int
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Completions:
    """Everything that may be suggested, found by how its words begin."""

    entries: tuple[_Entry, ...]
    beginnings: tuple[tuple[str, int], ...]
    vocabulary: tuple[tuple[str, int], ...]
    catalogue: Catalogue

    @classmethod
    def of(cls, catalogue: Catalogue) -> Completions:
        """What may be suggested from a catalogue."""
        entries = (*_articles(catalogue), *_terms(catalogue), *_provisions(catalogue))
        beginnings = sorted((word, number) for number, entry in enumerate(entries) for word in set(entry.words))
        # A short word is typed sooner than it is chosen.
        words = sorted(pair for pair in catalogue.index.vocabulary.items() if pair[0].isalpha() and len(pair[0]) > 3)
        return cls(entries, tuple(beginnings), tuple(words), catalogue)


def suggest(text: str, completions: Completions, limit: int = 8) -> tuple[Suggestion, ...]:
    """What the reader may be typing, best first. Empty for an empty text; it never fails."""
    typed = " ".join("".join(letter if letter.isprintable() else " " for letter in text[:MOST_TYPED]).split())
    words = tuple(_folded(typed))
    if not words or limit < 1:
        return ()
    found = [*_provisions_begun(typed, completions.catalogue), *_begun(words, completions, limit)]
    # «hvor langt» is half a question, and of no use beside a whole one.
    if len(found) < ENOUGH and not (found and len(words) > 1):
        some = tuple(_begun_by_some(words, completions, limit))
        found.extend(_words(typed, completions, ENOUGH if found or some else limit))
        found.extend(some)
    # What leads to the same place is suggested once, under the name that fits best.
    places = {(one.article_id, one.anchor) if one.article_id else (one.text, None): one for one in reversed(found)}
    known = {fold(one.text) for one in found if one.kind != "word"}
    once = (one for one in dict.fromkeys(found) if one in places.values())
    return tuple(one for one in once if one.kind != "word" or fold(one.text) not in known)[:limit]


def _begun(words: tuple[str, ...], completions: Completions, limit: int) -> Iterator[Suggestion]:
    """The entries in which every typed word begins a word, best first."""
    numbers: set[int] | None = None
    for word in words:
        here = _with_a_word_from(word, completions) | _with_a_word_from(_ASKED_IN_BOKMAL.get(word, word), completions)
        numbers = here if numbers is None else numbers & here
        if not numbers:
            return
    entries = [completions.entries[number] for number in numbers or ()]
    asked = tuple(_ASKED_IN_BOKMAL.get(word, word) for word in words)
    # Headings are many and long: they help those who have begun a question.
    allowed = _HEADING if len(words) > 1 else _QUESTION if is_optional(words[0]) else _PROVISION
    fitting = [entry for entry in entries if entry.rank <= allowed]
    fitting.sort(
        key=lambda entry: (
            not (_starts(entry.words, words) or _starts(entry.words, asked)),
            entry.rank,
            len(entry.words),
            entry.suggestion.text,
        )
    )
    # Several may lead to the same place, so more are looked at than are shown.
    for entry in fitting[: 4 * limit]:
        yield entry.suggestion


def _begun_by_some(words: tuple[str, ...], completions: Completions, limit: int) -> Iterator[Suggestion]:
    """What the telling words of several begin, or the last alone: «tvang på insti»."""
    telling = tuple(word for word in words if not is_optional(word))
    if len(words) > 1 and telling and telling[-1] == words[-1] and len(telling[-1]) >= FEWEST_LETTERS:
        yield from (_begun(telling, completions, limit) if telling != words else ())
        yield from (_begun(telling[-1:], completions, ENOUGH) if len(telling) > 1 else ())


def _with_a_word_from(beginning: str, completions: Completions) -> set[int]:
    start = bisect_left(completions.beginnings, (beginning, -1))
    stop = bisect_left(completions.beginnings, (beginning + "\U0010ffff", -1))
    return {number for _, number in completions.beginnings[start:stop]}


def _starts(words: Sequence[str], typed: Sequence[str]) -> bool:
    """Whether the entry begins with what is typed."""
    begun = words[: len(typed)]
    return len(begun) == len(typed) and begun[:-1] == typed[:-1] and begun[-1].startswith(typed[-1])


def _articles(catalogue: Catalogue) -> Iterator[_Entry]:
    headings = Counter(section.title for one in catalogue.articles.values() for section in one.sections)
    for rendered in catalogue.articles.values():
        article = rendered.article
        rank = _FIRST_ARTICLE if article.kind in _FIRST_KINDS else _ARTICLE_OR_TERM
        detail = _kind_label(catalogue, article.kind)
        yield _Entry(
            tuple(_folded(article.title)),
            rank,
            Suggestion("article", article.title, detail, article.id, "", article.lang),
        )
        for section in rendered.sections:
            tells = len(section.title.split()) > 2 and headings[section.title] < MOST_ALIKE
            if section.anchor and tells:
                within = Quoted(article.title, article.lang)
                suggestion = Suggestion("article", section.title, within, article.id, section.anchor, article.lang)
                yield _Entry(tuple(_folded(section.title)), _rank_of_heading(section.title, article.kind), suggestion)


def _rank_of_heading(title: str, kind: Kind) -> int:
    if not title.endswith("?"):
        return _HEADING
    return _QUESTION_OF_PROCESS if kind is Kind.PROCESS else _QUESTION


def _terms(catalogue: Catalogue) -> Iterator[_Entry]:
    for concept in catalogue.concepts:
        rendered = catalogue.articles.get(concept.article)
        if rendered is None:
            continue
        title = Quoted(rendered.article.title, rendered.article.lang)
        # The first standard that has the word is the one that it is said to be in.
        words = {label: variant for label, _, variant in reversed([*concept.labels()])}
        for label in dict.fromkeys(label for label, _, _ in concept.labels()):
            if label and fold(label) != fold(title.text):
                suggestion = Suggestion("term", label, title, concept.article, "", words[label])
                yield _Entry(tuple(_folded(label)), _ARTICLE_OR_TERM, suggestion)


def _provisions(catalogue: Catalogue) -> Iterator[_Entry]:
    for provision in catalogue.register.provisions.values():
        suggestion = _provision(provision, catalogue)
        if suggestion is not None:
            yield _Entry(tuple(_folded(f"{suggestion.text} {provision.heading}")), _PROVISION, suggestion)


def _provision(provision: Provision, catalogue: Catalogue) -> Suggestion | None:
    article, _, anchor = provision.place.partition("#")
    if article not in catalogue.articles:
        return None
    repealed = catalogue.register.state(provision.id, catalogue.today) is State.REPEALED
    heading = Quoted(provision.heading)
    detail: Value = heading
    if repealed:
        detail = message("%(heading)s, opphevet", heading=heading) if provision.heading else message("opphevet")
    return Suggestion("provision", catalogue.register.cite(provision.id), detail, article, anchor, Variant.BOKMAL)


def _provisions_begun(typed: str, catalogue: Catalogue) -> Iterator[Suggestion]:
    """The provisions that are named, and those whose number begins as the last one does."""
    register = catalogue.register
    begun = _BEGUN_NUMBER.search(typed)
    # «§ 1-» is not § 1.
    whole = typed if begun is None or typed[-1].isdecimal() else ""
    named = [one for reference in find_references(whole, register, bare=True) for one in reference.provisions]
    if begun is not None:
        number = re.sub(r"\s", "", begun["number"]).translate({ord(dash): "-" for dash in "‐‑–"})
        acts = register.acts_named(typed[: begun.start()].strip())
        # «12» alone is an age as often as a chapter.
        if acts or (begun["dash"] and not typed[: begun.start()].strip()):
            start = number if begun["dash"] else f"{number}-"
            longer = [one for one in register.provisions.values() if one.number.startswith(start)]
            fitting = [one for one in longer if not acts or one.act in acts]
            fitting.sort(
                key=lambda one: (register.state(one.id, catalogue.today) is State.REPEALED, number_key(one.number))
            )
            named.extend(one.id for one in fitting)
    for provision_id in dict.fromkeys(named):
        provision = register.provisions[provision_id]
        suggestion = _provision(provision, catalogue) or _replaced(provision, catalogue)
        if suggestion is not None:
            yield suggestion


def _replaced(provision: Provision, catalogue: Catalogue) -> Suggestion | None:
    """A repealed provision that no article tells of, leading to the first that replaced it and that one tells of."""
    register = catalogue.register
    if register.state(provision.id, catalogue.today) is not State.REPEALED:
        return None
    successors = (one for step in register.successors(provision.id) for one in step.successors)
    known = (register.provisions[one] for one in successors if one in register.provisions)
    now = next((found for one in known if (found := _provision(one, catalogue)) is not None), None)
    if now is None:
        return None
    detail = message("opphevet, nå %(provision)s", provision=Quoted(now.text))
    return replace(now, text=register.cite(provision.id), detail=detail)


def _words(typed: str, completions: Completions, limit: int) -> Iterator[Suggestion]:
    """The text with its wrong words mended, and with its last word completed."""
    speller = completions.catalogue.speller
    before, _, last = typed.rpartition(" ")
    start = bisect_left(completions.vocabulary, (fold(last), 0))
    stop = bisect_left(completions.vocabulary, (fold(last) + "\U0010ffff", 0))
    begun = completions.vocabulary[start:stop]
    lead = [next(iter(speller.suggest(word, 1)), word) for word in before.split()]
    if not begun:
        mended = [*lead, next(iter(speller.suggest(last, 1)), last)]
        if mended != typed.split():
            yield Suggestion("word", " ".join(mended), message("Mente du"))
        return
    if lead != before.split():
        yield Suggestion("word", " ".join([*lead, last]), message("Mente du"))
        return
    commonest = sorted((word for word in begun if word[0] != fold(last)), key=lambda word: (-word[1], word[0]))
    shown: set[str] = set()
    for word, _ in commonest:
        # Several forms of one word say nothing that one does not.
        forms = {term.text for term in completions.catalogue.analyser.terms(word) if term.kind is TermKind.VARIANT}
        if shown.isdisjoint(forms):
            shown |= forms
            limit -= 1
            yield Suggestion("word", " ".join([*lead, word]))
        if not limit:
            return


def _folded(text: str) -> Iterable[str]:
    stripped = (word.strip(".,:;()«»\"'?!–") for word in text.split())
    return (fold(word) for word in stripped if word)


def _kind_label(catalogue: Catalogue, kind: Kind) -> Label | str:
    for facet in catalogue.facets:
        value = facet.value(kind) if facet.key == "kind" else None
        if value is not None:
            return value.label
    return kind.capitalize()
