"""The glossary: terms from A to Å, and the other words that lead to them."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby, takewhile

from kb.alphabet import alphabetical, first_letter
from kb.articles import Article, Kind, Variant
from kb.assembly import Site
from kb.typography import capital
from kb.web.pages import GlossaryPage, Letter, Word

ALIKE = 0.6
"""The part of the shorter word that two have in common from the start when they are seen as one in a list:
«anbefalinger» and «anbefaling», «akuttheim» and «akutthjem», but not «barnehjem» and «barnevernsinstitusjon»."""

SAME = 0.85
"""How much of their letters two have in common when one is only the other in another form or spelling:
«akutte tiltak» and «akuttiltak», «barnas beste» and «barnets beste», but not «hastevedtak» and «akuttvedtak»."""


def glossary(site: Site, articles: tuple[Article, ...], standard: Variant) -> GlossaryPage:
    """Each term, and each word that one would look for in another place than its term."""
    terms = [Word(article.title, article, "") for article in articles]
    words = sorted([*terms, *_other_words(site, terms, standard)], key=lambda word: alphabetical(word.text, standard))
    letters = tuple(
        Letter(letter, f"bokstav-{letter.lower()}" if letter.isalpha() else "tall", _first_of_each(group))
        for letter, group in (
            (letter, tuple(group))
            for letter, group in groupby(words, key=lambda word: first_letter(word.text, standard))
        )
    )
    return GlossaryPage(Kind.TERM, letters, len(articles))


def _other_words(site: Site, terms: list[Word], standard: Variant) -> list[Word]:
    """Those in which one does not see the term itself, in the reader's own standard of Norwegian."""
    foreign = {Variant.BOKMAL: Variant.NYNORSK, Variant.NYNORSK: Variant.BOKMAL}.get(standard)
    seen = {word.text.lower() for word in terms}
    listed = {word.article.id: word.article for word in terms}
    found: list[Word] = []
    for concept in site.concepts:
        article = listed.get(concept.article)
        if article is None:
            continue
        for text, role, variant in concept.labels():
            told = (article.title, *(word.text for word in found if word.article is article))
            if role == "discouraged" or variant is foreign or text.lower() in seen:
                continue
            has_the_term = article.title.casefold() in text.casefold() or _alike(text, article.title)
            if not has_the_term and not any(_same(text, other) for other in told):
                seen.add(text.lower())
                found.append(Word(capital(text), article, article.title))
    return found


def _first_of_each(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Of words that stand together, begin alike and lead to the same term, the first: «henlagt», not «henlagt sak»."""
    lines: list[Word] = []
    for word in words:
        last = lines[-1] if lines else None
        if not (last and word.leads_to and last.leads_to == word.leads_to and _alike(last.text, word.text)):
            lines.append(word)
    return tuple(lines)


def _alike(one: str, other: str) -> bool:
    pairs = zip(one.casefold(), other.casefold(), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs))) >= ALIKE * min(len(one), len(other))


# The same words are compared each time that the glossary is asked for.
@lru_cache(maxsize=4096)
def _same(one: str, other: str) -> bool:
    return SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).ratio() >= SAME


def _bare(text: str) -> str:
    """The letters and figures alone, double ones as one, for what one spells in two ways."""
    return "".join(letter for letter, _more in groupby(filter(str.isalnum, text.casefold())))
