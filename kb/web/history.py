"""What happened when: as authors tell it in tables of events, and the days on which acts came and went."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kb import addresses
from kb.articles import Article, Kind
from kb.assembly import Site
from kb.law.provisions import Act
from kb.messages import MONTHS, Quoted, message
from kb.typography import capital
from kb.web.pages import Event

_TIME = re.compile(
    r"(?P<before>(?:\d{1,2}\. )?(?:[A-Za-zæøå]+ ){0,3})(?P<year>(?:19|20)\d\d)(?: ?[–-] ?(?:19|20)?\d\d)?"
)
"""`2013`, `26. mars 2015`, `Vinter og vår 2015`, `2017–18`: a line of a table that says when."""

_HEADINGS = (("Tid", "Hendelse"), ("Tid", "Hva kom"), ("Tid", "Hva skjedde"))
"""A table of events begins with two columns so named; other tables have years in them too."""

_SEASONS = {"vinter": 2, "vår": 4, "sommer": 7, "sensommer": 8, "høst": 10, "haust": 10}

Place = tuple[int, int, int]
"""Year, month and day to sort by; 0 for what is not said, so that it comes first."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in its place in time. `teller` is the article that tells of it; None for what the law register tells."""

    place: Place
    event: Event
    teller: Article | None


def happened(site: Site) -> tuple[Happened, ...]:
    """Everything in the order of time, each with an anchor of its own; empty when no author tells of any."""
    told = [one for article in site.articles(Kind.HISTORY) for one in _told(site, article)]
    in_year: Counter[int] = Counter()
    found = []
    for one in sorted([*told, *_acts(site)], key=lambda one: one.place) if told else ():
        year = one.place[0]
        in_year[year] += 1
        found.append(replace(one, event=replace(one.event, anchor=f"i-{year}-{in_year[year]}")))
    return tuple(found)


def _told(site: Site, article: Article) -> Iterator[Happened]:
    """The rows of an article's tables of events: the first cell says when, the second what."""
    for section in site.rendered(article.id).sections:
        lines = section.text.split("\n")
        if not any(heads in _HEADINGS for heads in pairwise(lines)):
            continue
        for line, following in pairwise(lines):
            when = _TIME.fullmatch(line)
            if when and not _TIME.fullmatch(following):
                event = Event(
                    Quoted(capital(line), article.lang),
                    Quoted(capital(following), article.lang),
                    Quoted(article.title, article.lang),
                    addresses.article(article.kind, article.id, section.anchor),
                )
                yield Happened(_place(when), event, article)


def _place(when: re.Match[str]) -> Place:
    words = when["before"].lower().split()
    day = int(words[0].rstrip(".")) if words and words[0].rstrip(".").isdigit() else 0
    month = 0
    for word in words:
        if word in MONTHS:
            month = MONTHS.index(word) + 1
        else:
            month = month or next((number for season, number in _SEASONS.items() if word.startswith(season)), 0)
    return int(when["year"]), month, day


def _acts(site: Site) -> Iterator[Happened]:
    for act in site.law.acts.values():
        article = article_of(site, act)
        if article is None:
            continue
        name = Quoted(capital(act.cited))
        begins, ends = message("%(act)s trer i kraft", act=name), message("%(act)s oppheves", act=name)
        for day, what in ((act.in_force, begins), (act.repealed, ends)):
            if day and day <= site.today:
                address = addresses.article(article.kind, article.id)
                event = Event(day, what, Quoted(act.long_title), address)
                yield Happened((day.year, day.month, day.day), event, None)


def article_of(site: Site, act: Act) -> Article | None:
    """The article on an act, or else the first on a provision in it."""
    return site.article(act.id) or next(
        (one for one in site.articles(Kind.LAW) if (known := site.law.act_of(one.id)) and known.id == act.id), None
    )
