"""The glossary: terms from A to Å, and the other words that lead to them."""

from __future__ import annotations

from itertools import groupby, takewhile

from kb.alphabet import alphabetical, first_letter
from kb.articles import Article, Kind, Variant
from kb.assembly import Site
from kb.web.pages import GlossaryPage, Letter, Word

ALIKE = 0.6
"""The part of the shorter word that two have in common from the start when they are seen as one in a list:
«anbefalinger» and «anbefaling», «akuttheim» and «akutthjem», but not «barnehjem» and «barnevernsinstitusjon»."""


def glossary(site: Site, articles: tuple[Article, ...], standard: Variant) -> GlossaryPage:
    """Each term, and each word that one would look for in another place than its term."""
    terms = [Word(article.title, article, "") for article in articles]
    words = sorted([*terms, *_other_words(site, terms)], key=lambda word: alphabetical(word.text, standard))
    letters = tuple(
        Letter(letter, f"bokstav-{letter.lower()}" if letter.isalpha() else "tall", _joined(group))
        for letter, group in (
            (letter, tuple(group))
            for letter, group in groupby(words, key=lambda word: first_letter(word.text, standard))
        )
    )
    return GlossaryPage(Kind.TERM, letters, len(articles))


def _other_words(site: Site, terms: list[Word]) -> list[Word]:
    seen = {word.text.lower() for word in terms}
    listed = {word.article.id: word.article for word in terms}
    found = []
    for concept in site.concepts:
        article = listed.get(concept.article)
        if article is None:
            continue
        for text, role, _variant in concept.labels():
            if role != "discouraged" and text.lower() not in seen and not _alike(text, article.title):
                seen.add(text.lower())
                found.append(Word(text[:1].upper() + text[1:], article, article.title))
    return found


def _joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words that stand together, begin alike and lead to the same term are one line: «Akuttheim, akutthjem»."""
    lines: list[Word] = []
    for word in words:
        last = lines[-1] if lines else None
        if last and word.leads_to and last.leads_to == word.leads_to and _alike(last.text.split(", ")[0], word.text):
            lines[-1] = Word(f"{last.text}, {_small(word.text)}", last.article, last.leads_to)
        else:
            lines.append(word)
    return tuple(lines)


def _small(text: str) -> str:
    """A word as it stands within a line; «BVL» stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _alike(one: str, other: str) -> bool:
    pairs = zip(one.casefold(), other.casefold(), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs))) >= ALIKE * min(len(one), len(other))
