"""What happened when, as a list and as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kb import addresses
from kb.articles import Kind
from kb.assembly import Site
from kb.law.provisions import Act, LawRegister
from kb.messages import Quoted, Value, message
from kb.typography import capital
from kb.web import history, kinds, templating
from kb.web.drawings import timeline
from kb.web.drawings.timeline import Happening, Span
from kb.web.history import Happened
from kb.web.pages import TimelineDrawing, TimelinePage
from kb.web.pictures import credit
from kb.web.publishing import publication
from kb.web.reader import reader_of
from kb.web.templating import View
from kb.web.wording import _, voice

ADDRESS = "/tidslinje"
DRAWING = "/tidslinje.svg"


def show(request: Request) -> Response:
    """`/tidslinje`"""
    site, pages = templating.of(request)
    happened = _happened(site)
    page = TimelinePage(
        tuple(one.event for one in happened), site.articles(Kind.HISTORY), _drawing(request, site, happened)
    )
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


def show_drawing(request: Request) -> Response:
    """`/tidslinje.svg`: the drawing alone, for paper and slides."""
    site, pages = templating.of(request)
    return pages.drawing(request, "timeline_alone.svg", _drawing(request, site, _happened(site)))


def has_events(site: Site) -> bool:
    """Whether there is a timeline to show."""
    return bool(history.happened(site))


def _happened(site: Site) -> tuple[Happened, ...]:
    if not (found := history.happened(site)):
        raise HTTPException(404)
    return found


def _drawing(request: Request, site: Site, happened: Sequence[Happened]) -> TimelineDrawing:
    """What authors tell stands as points; the days on which acts came and went are the ends of bars."""
    words = voice(reader_of(request).standard)
    told = [(one, one.teller) for one in happened if one.teller]
    tellers = {teller.id: teller for _one, teller in told}
    marks = list(tellers)
    points = tuple(
        Happening(one.place, words.text(one.event.when), words.text(one.event.title), marks.index(teller.id))
        for one, teller in told
    )
    acts = [(act, start) for act in site.law.acts.values() if (start := _began(act)) and start <= site.today]
    spans = tuple(
        Span(words.text(_named(act)), _family(site.law, act.id), start, act.repealed, act.in_force is not None)
        for act, start in acts
    )
    articles = [history.article_of(site, act) for act, _start in acts]
    ours = publication(site, request)
    return TimelineDrawing(
        drawn=timeline.lay_out(points, spans, tuple(teller.title for teller in tellers.values()), site.today),
        events=tuple(one.event for one, _teller in told),
        tellers=tuple(Quoted(teller.title, teller.lang) for teller in tellers.values()),
        acts=tuple(addresses.article(article.kind, article.id) if article else "" for article in articles),
        base_url=ours.base_url,
        credit=credit(ours),
    )


def _began(act: Act) -> date | None:
    """The day on which an act came into force; the year that it is from, when only the day of its end is known."""
    return act.in_force or (date(act.year, 1, 1) if act.year and act.repealed else None)


def _named(act: Act) -> Value:
    """An act with the years that are known of it."""
    name = Quoted(capital(act.cited))
    if act.repealed is None:
        return message("%(act)s, fra %(year)s", act=name, year=str(act.in_force and act.in_force.year))
    if act.in_force is None:
        return message("%(act)s, til %(year)s", act=name, year=str(act.repealed.year))
    return Quoted(f"{name.text}, {act.in_force.year}–{act.repealed.year}")


def _family(law: LawRegister, act_id: str) -> str:
    """One name for all acts that took over from each other, however far back."""
    family, left = {act_id}, [act_id]
    while left:
        left.extend(new := set(law.family(left.pop())) - family)
        family |= new
    return min(family)
