"""What happened when: the history as authors tell it, and the days on which acts came and went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kb import addresses
from kb.articles import Article, Kind
from kb.assembly import Site
from kb.messages import Quoted, message
from kb.web import kinds, templating
from kb.web.pages import Event, TimelinePage
from kb.web.templating import View
from kb.web.wording import _

ADDRESS = "/tidslinje"

_TIME = re.compile(
    r"(?P<before>(?:\d{1,2}\. )?(?:[A-Za-zæøå]+ ){0,3})(?P<year>(?:19|20)\d\d)(?: ?[–-] ?(?:19|20)?\d\d)?"
)
"""`2013`, `26. mars 2015`, `Vinter og vår 2015`, `2017–18`: a line of a table that says when."""

_HEADINGS = (("Tid", "Hendelse"), ("Tid", "Hva kom"), ("Tid", "Hva skjedde"))
"""A table of events begins with two columns so named; other tables have years in them too."""

_SEASONS = {"vinter": 2, "vår": 4, "sommer": 7, "sensommer": 8, "høst": 10, "haust": 10}
_MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november")
_DECEMBER = 12

Dated = tuple[tuple[int, int, int], Event]


def show(request: Request) -> Response:
    """`/tidslinje`"""
    site, pages = templating.of(request)
    told = [event for article in site.articles(Kind.HISTORY) for event in _told(site, article)]
    if not told:
        raise HTTPException(404)
    acts = _acts(site)
    events = sorted([*told, *acts], key=lambda dated: dated[0])
    page = TimelinePage(tuple(event for _place, event in events), site.articles(Kind.HISTORY))
    return pages.answer(
        request,
        site,
        View(
            "timeline.html",
            page,
            title=pages.translated(request, _("Tidslinje")),
            description=pages.translated(request, kinds.WORDS[Kind.HISTORY].about),
            kind=Kind.HISTORY,
        ),
    )


def has_events(site: Site) -> bool:
    """Whether there is a timeline to show."""
    return any(True for article in site.articles(Kind.HISTORY) for _event in _told(site, article))


def _told(site: Site, article: Article) -> Iterator[Dated]:
    """The rows of an article's tables of events: the first cell says when, the second what."""
    for section in site.rendered(article.id).sections:
        lines = section.text.split("\n")
        if not any(heads in _HEADINGS for heads in pairwise(lines)):
            continue
        for line, following in pairwise(lines):
            when = _TIME.fullmatch(line)
            if when and not _TIME.fullmatch(following):
                address = addresses.article(article.kind, article.id, section.anchor)
                event = Event(
                    Quoted(_capital(line), article.lang),
                    Quoted(_capital(following), article.lang),
                    Quoted(article.title, article.lang),
                    address,
                )
                yield _place(when), event


def _place(when: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day to sort by; what is not said comes first."""
    words = when["before"].lower().split()
    day = int(words[0].rstrip(".")) if words and words[0].rstrip(".").isdigit() else 0
    month = 0
    for word in words:
        if word in (*_MONTHS, "desember"):
            month = _MONTHS.index(word) + 1 if word in _MONTHS else _DECEMBER
        else:
            month = month or next((number for season, number in _SEASONS.items() if word.startswith(season)), 0)
    return int(when["year"]), month, day


def _acts(site: Site) -> Iterator[Dated]:
    for act in site.law.acts.values():
        article = site.article(act.id) or next(
            (one for one in site.articles(Kind.LAW) if (known := site.law.act_of(one.id)) and known.id == act.id), None
        )
        address = addresses.article(article.kind, article.id) if article else addresses.listing(Kind.LAW)
        name = Quoted(_capital(act.cited))
        begins, ends = message("%(act)s trer i kraft", act=name), message("%(act)s oppheves", act=name)
        for day, what in ((act.in_force, begins), (act.repealed, ends)):
            if article and day and day <= site.today:
                yield (day.year, day.month, day.day), Event(day, what, Quoted(act.long_title), address)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
