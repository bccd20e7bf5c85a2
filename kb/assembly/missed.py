"""What search does not find, although it should: judged queries, titles and questions. No reader's query is kept."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kb.articles import Article
from kb.assembly.site import Site
from kb.relevance.judgements import JudgementError, from_values
from kb.relevance.measures import Ranking
from kb.relevance.report import Asked, evaluate

LOOKED_AT = 3
"""Readers seldom look further down for what they asked for."""


@dataclass(frozen=True, slots=True)
class MissedQuery:
    """A judged query whose right answer does not come first. `rank` is 0 when it is not among the hits.

    `expected` are the answers of the highest grade; `first` is what comes first instead; `fallen` says which guards do
    not hold.
    """

    words: str
    rank: int
    expected: tuple[Article, ...]
    first: Article | None
    fallen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissedWords:
    """A title or question that does not find the article in which it stands. `anchor` is empty for a title."""

    words: str
    article: Article
    anchor: str
    rank: int
    first: Article | None


@dataclass(frozen=True, slots=True)
class Missed:
    """What search misses. `unreadable` says what is wrong with the judgements when they cannot be read."""

    judged: int
    far_down: tuple[MissedQuery, ...]
    not_first: tuple[MissedQuery, ...]
    titles: tuple[MissedWords, ...]
    questions: tuple[MissedWords, ...]
    unreadable: str = ""


class Trial:
    """Asks what the content says should be found, in the background, and keeps the newest answer."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = ""
        self._done = threading.Event()
        self._answer: tuple[str, Missed] | None = None

    def missed(self, site: Site, patience: float) -> tuple[Missed | None, bool]:
        """What search misses as far as we know, and whether that is of this generation. Waits `patience` seconds."""
        generation = site.health().generation
        with self._lock:
            if self._asked != generation:
                self._asked, self._done = generation, threading.Event()
                threading.Thread(target=self._ask, args=(site, generation, self._done), daemon=True).start()
            done = self._done
        done.wait(patience)
        answer = self._answer
        return (answer[1], answer[0] == generation) if answer else (None, False)

    def _ask(self, site: Site, generation: str, done: threading.Event) -> None:
        try:
            found = missed(site)
            with self._lock:
                # A slow answer about what was saved before must not take the place of a newer one.
                if self._asked == generation or self._answer is None:
                    self._answer = (generation, found)
        finally:
            done.set()


def missed(site: Site) -> Missed:
    """Ask everything that the content itself says should be found. Takes seconds."""
    unreadable = ""
    try:
        judgements = from_values(site.judgements)
    except JudgementError as error:
        judgements, unreadable = (), str(error)
    report = evaluate(judgements, site.ranking)
    wrong = [_query(site, asked) for asked in report.asked if _is_wrong(asked)]
    known = {_plain(judgement.query) for judgement in judgements}
    return Missed(
        judged=len(judgements),
        far_down=tuple(one for one in wrong if one.fallen or not 0 < one.rank <= LOOKED_AT),
        not_first=tuple(one for one in wrong if not one.fallen and 0 < one.rank <= LOOKED_AT),
        titles=tuple(_titles(site, known)),
        questions=tuple(_questions(site, known)),
        unreadable=unreadable,
    )


def _is_wrong(asked: Asked) -> bool:
    return bool(asked.fallen) or (asked.judgement.is_answered and asked.rank != 1)


def _query(site: Site, asked: Asked) -> MissedQuery:
    answers = asked.judgement.answers
    best = max(answers.values(), default=0)
    expected = [site.article(name) for name, grade in answers.items() if grade == best > 0]
    return MissedQuery(
        asked.judgement.query,
        asked.rank,
        tuple(article for article in expected if article),
        _first(site, asked.found),
        asked.fallen,
    )


def _titles(site: Site, known: set[str]) -> Iterator[MissedWords]:
    """Titles that do not find their article first. What editors have judged, they know."""
    shared = Counter(_plain(article.title) for article in site.articles())
    for article in site.articles():
        if shared[_plain(article.title)] == 1 and _plain(article.title) not in known:
            found = site.ranking(article.title, LOOKED_AT)
            if found[:1] != (article.id,):
                yield MissedWords(article.title, article, "", _rank(found, article), _first(site, found))


def _questions(site: Site, known: set[str]) -> Iterator[MissedWords]:
    """Headings that are questions, and do not find their article. One that many articles have asks for none of them."""
    headings = [
        (article, section)
        for article in site.articles()
        for section in site.rendered(article.id).sections
        if section.title.endswith("?")
    ]
    shared = Counter(_plain(section.title) for _, section in headings)
    for article, section in headings:
        words = _plain(section.title)
        if shared[words] == 1 and words not in known:
            found = site.ranking(section.title, LOOKED_AT)
            if article.id not in found:
                yield MissedWords(section.title, article, section.anchor, 0, _first(site, found))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip("?")


def _rank(found: tuple[str, ...], article: Article) -> int:
    return found.index(article.id) + 1 if article.id in found else 0


def _first(site: Site, found: Ranking) -> Article | None:
    return site.article(found[0]) if found else None
