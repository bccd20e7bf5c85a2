"""What to suggest while somebody types: articles, terms, provisions, and words completed or mended.

completions = Completions.of(catalogue)      # once for each generation
suggest("haste", completions)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest

from kb.articles import Kind
from kb.language.folding import fold
from kb.language.spelling import Speller
from kb.law.references import find_references
from kb.search.catalogue import Catalogue
from kb.search.results import Suggestion

MOST_TYPED = 100
"""Longer than this nobody waits for a completion."""

_FIRST_KINDS = (Kind.PROCESS, Kind.RECOMMENDATION, Kind.VALUE, Kind.WORKING_METHOD)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something to suggest, with the words by which it is found. Lower `rank` comes first."""

    words: tuple[str, ...]
    rank: int
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Completions:
    """Everything that may be suggested."""

    entries: tuple[_Entry, ...]
    vocabulary: tuple[tuple[str, int], ...]
    speller: Speller
    catalogue: Catalogue

    @classmethod
    def of(cls, catalogue: Catalogue) -> Completions:
        """What may be suggested from a catalogue."""
        entries = (*_articles(catalogue), *_terms(catalogue), *_provisions(catalogue))
        # A word of one article only is as often a slip as a word; a short one needs no completing.
        words = sorted((word, count) for word, count in catalogue.index.vocabulary.items() if _is_completed(word))
        return cls(entries, tuple(words), catalogue.speller, catalogue)


def suggest(text: str, completions: Completions, limit: int = 8) -> tuple[Suggestion, ...]:
    """What the reader may be typing, best first. Empty for an empty text; it never fails."""
    typed = " ".join("".join(letter if letter.isprintable() else " " for letter in text[:MOST_TYPED]).split())
    words = tuple(_folded(typed))
    if not words or limit < 1:
        return ()
    found = [
        *_named_provisions(typed, completions.catalogue),
        *(entry.suggestion for entry in _entries(words, completions, limit)),
    ]
    if len(found) < limit:
        found.extend(_words(typed, completions, limit))
    unique = {(one.kind, one.text, one.article_id): one for one in reversed(found)}
    kept = list(dict.fromkeys(one for one in found if unique[one.kind, one.text, one.article_id] is one))
    return tuple(kept[:limit])


def _entries(words: tuple[str, ...], completions: Completions, limit: int) -> list[_Entry]:
    matching = ((entry, _closeness(entry, words)) for entry in completions.entries)
    close = ((entry, closeness) for entry, closeness in matching if closeness is not None)
    best = nsmallest(limit, close, key=lambda pair: (pair[1], pair[0].rank, pair[0].suggestion.text))
    return [entry for entry, _ in best]


def _closeness(entry: _Entry, words: tuple[str, ...]) -> int | None:
    """0 when the entry begins with what is typed, 1 when its words do in any order, else None."""
    begun = entry.words[: len(words)]
    if len(begun) == len(words) and begun[:-1] == words[:-1] and begun[-1].startswith(words[-1]):
        return 0
    for word in words:
        if not any(other.startswith(word) for other in entry.words):
            return None
    return 1


def _articles(catalogue: Catalogue) -> Iterator[_Entry]:
    for rendered in catalogue.articles.values():
        article = rendered.article
        label = _kind_label(catalogue, article.kind)
        rank = 0 if article.kind in _FIRST_KINDS else 2
        suggestion = Suggestion("article", article.title, label, article.id)
        yield _Entry(tuple(_folded(article.title)), rank, suggestion)


def _terms(catalogue: Catalogue) -> Iterator[_Entry]:
    for concept in catalogue.concepts:
        if concept.article not in catalogue.articles:
            continue
        title = catalogue.articles[concept.article].article.title
        seen: set[str] = set()
        for label, _, _ in concept.labels():
            folded = fold(label)
            if label and folded not in seen and folded != fold(title):
                seen.add(folded)
                suggestion = Suggestion("term", label, title, concept.article)
                yield _Entry(tuple(_folded(label)), 1, suggestion)


def _provisions(catalogue: Catalogue) -> Iterator[_Entry]:
    for provision in catalogue.register.provisions.values():
        article, _, anchor = provision.place.partition("#")
        act = catalogue.register.act_of(provision.id)
        if article not in catalogue.articles or act is None:
            continue
        cited = catalogue.register.cite(provision.id)
        suggestion = Suggestion("provision", cited, provision.heading, article, anchor)
        yield _Entry(tuple(_folded(f"{cited} {provision.heading}")), 3, suggestion)


def _named_provisions(typed: str, catalogue: Catalogue) -> Iterator[Suggestion]:
    for reference in find_references(typed, catalogue.register, bare=True):
        for provision_id in reference.provisions[:4]:
            provision = catalogue.register.provisions[provision_id]
            article, _, anchor = provision.place.partition("#")
            if article in catalogue.articles:
                cited = catalogue.register.cite(provision_id)
                yield Suggestion("provision", cited, provision.heading, article, anchor)


def _words(typed: str, completions: Completions, limit: int) -> Iterator[Suggestion]:
    """The text with its last word completed, and with its wrong words mended."""
    before, _, last = typed.rpartition(" ")
    lead = f"{before} " if before else ""
    folded = fold(last)
    place = bisect_left(completions.vocabulary, (folded, 0))
    begun: list[tuple[int, str]] = []
    while place < len(completions.vocabulary) and completions.vocabulary[place][0].startswith(folded):
        word, count = completions.vocabulary[place]
        if word != folded:
            begun.append((-count, word))
        place += 1
    for _, word in nsmallest(limit, begun):
        yield Suggestion("word", lead + word)
    if begun:
        return
    mended = [next(iter(completions.speller.suggest(word, 1)), word) for word in typed.split()]
    if mended != typed.split():
        yield Suggestion("word", " ".join(mended), "mente du")


def _folded(text: str) -> Iterable[str]:
    return (fold(word.strip(".,:;()«»\"'")) for word in text.split() if word.strip(".,:;()«»\"'"))


def _is_completed(word: str) -> bool:
    return word.isalpha() and len(word) > 3


def _kind_label(catalogue: Catalogue, kind: Kind) -> str:
    for facet in catalogue.facets:
        value = facet.value(kind) if facet.key == "kind" else None
        if value is not None:
            return value.label.nb
    return kind.capitalize()
