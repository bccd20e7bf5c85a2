"""Makes search documents of an article: one for each section, with the terms of every zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb import addresses
from kb.articles import Kind, RenderedArticle, Section, Status
from kb.language.pipeline import Analyser
from kb.language.terms import TermKind
from kb.search.fields import Zone, packed, place, unpacked

Terms = Mapping[TermKind, Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One section, ready to be stored. `terms` maps a kind and a term to its places in order, `fields.packed`.

    `lengths` are the number of words in each zone, by its number.
    """

    anchor: str
    lengths: tuple[int, ...]
    terms: Terms


@dataclass(frozen=True, slots=True)
class SearchArticle:
    """The documents of one article, and what it is chosen and sorted by. The zones of the article stand in the first.

    `words` are those of all its texts in the form that is compared, each once; ids of provisions are not words.
    It follows from the article and the analyser alone, so that a server that follows an editor may keep it.
    """

    id: str
    address: str
    kind: Kind
    status: Status
    facets: Mapping[str, tuple[str, ...]]
    reviewed: date | None
    documents: tuple[SearchDocument, ...]
    words: frozenset[str]


class WordForms:
    """What each word of a text is filed under. A word is worked out once, however often it stands in the texts."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        self._known: dict[str, tuple[tuple[TermKind, str], ...]] = {}

    def of(self, word: str) -> tuple[tuple[TermKind, str], ...]:
        """The same as `Analyser.terms` gives for the word."""
        known = self._known.get(word)
        if known is None:
            folded = self.analyser.exact(word)
            found = ((kind, form) for kind, step in self.analyser.indexing for form in step(folded))
            known = self._known[word] = tuple(dict.fromkeys(found))
        return known


def search_article(rendered: RenderedArticle, forms: WordForms) -> SearchArticle:
    """The article as it is searched. An article without text still has one document, for its title."""
    article = rendered.article
    sections = rendered.sections or (Section("", "", 1, "", article.body_line),)
    of_article: dict[Zone, tuple[str, ...]] = {
        Zone.TITLE: (article.title,),
        # A summary that is only the first paragraph again would count its words twice.
        Zone.SUMMARY: () if _is_in(article.summary, sections[0].text) else (article.summary,),
        Zone.KEYWORDS: article.keywords,
    }
    laws = tuple(dict.fromkeys((*article.laws, *rendered.mentions)))
    documents = []
    for number, section in enumerate(sections):
        texts = {Zone.HEADING: (section.title,), Zone.BODY: (section.text,)}
        if number == 0:
            documents.append(_document(section.anchor, of_article | texts, laws, forms))
        else:
            documents.append(_document(section.anchor, texts, (), forms))
    return SearchArticle(
        id=article.id,
        address=addresses.article(article.kind, article.id),
        kind=article.kind,
        status=article.status,
        facets=article.facets,
        reviewed=article.reviewed,
        documents=tuple(documents),
        words=frozenset(word for one in documents for word in one.terms.get(TermKind.EXACT, ())).difference(laws),
    )


def texts_of(rendered: RenderedArticle) -> tuple[str, ...]:
    """Every text of the article that is searched."""
    article = rendered.article
    sections = (text for section in rendered.sections for text in (section.title, section.text))
    return (article.title, article.summary, *article.keywords, *sections)


def _is_in(summary: str, text: str) -> bool:
    """Whether the text begins with the summary, but for line breaks and where it was cut."""
    beginning = summary.rstrip(" …").split()
    return text.split(maxsplit=len(beginning))[: len(beginning)] == beginning


def _document(
    anchor: str, texts: Mapping[Zone, tuple[str, ...]], laws: tuple[str, ...], forms: WordForms
) -> SearchDocument:
    lengths = [0] * len(Zone)
    places: dict[str, list[int]] = {}
    for zone, parts in texts.items():
        start = place(zone, 0)
        for text in parts:
            words = forms.analyser.words(text)
            for number, word in enumerate(words, start):
                places.setdefault(word.text, []).append(number)
            lengths[zone] += len(words)
            # A place is left open between two keywords, so that no phrase runs from one into the next.
            start += len(words) + 1
    lengths[Zone.LAWS] = len(laws)
    terms: dict[TermKind, dict[str, bytes]] = {}
    for text, held in places.items():
        stored = packed(held)
        for kind, form in forms.of(text):
            _file(terms.setdefault(kind, {}), form, stored)
    for number, law in enumerate(laws):
        _file(terms.setdefault(TermKind.EXACT, {}), law, packed((place(Zone.LAWS, 2 * number),)))
    return SearchDocument(anchor, tuple(lengths), terms)


def _file(terms: dict[str, bytes], term: str, stored: bytes) -> None:
    """Adds places to those of a term, in order; words such as *Barnet* and *barnet* share their terms."""
    known = terms.get(term)
    terms[term] = stored if known is None else packed(sorted({*unpacked(known), *unpacked(stored)}))
