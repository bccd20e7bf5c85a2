"""Finds chapters of acts in a query, «kapittel 4 i barnevernsloven», and tells what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.law.answers import LawAnswer, best_first, will_be
from kb.law.naming import acts_named, unknown_act
from kb.law.number_forms import normal_number
from kb.law.pending import pending
from kb.law.provisions import Act, ActKind, Chapter, LawRegister, Provision, State
from kb.law.references import act_beside
from kb.messages import Message, Quoted, message

_CHAPTER = re.compile(
    r"(?<!\w)(?:kapittel(?:et)?|kapitlet|kapitel|kap\.?)\s*(?P<number>\d{1,2}(?:\s?[a-c](?!\w))?)(?![\w-]|\s?[-–]\s?\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ChapterReference:
    """A chapter where it is named: `text[start:end]` holds the act's name too. `number` is as in the register."""

    start: int
    end: int
    act: str
    number: str


def find_chapters(text: str, register: LawRegister, today: date | None = None) -> tuple[ChapterReference, ...]:
    """Every chapter of an act that is named beside it. Never fails.

    With a day, one that stands beside no act is that of the act in force then; without it, it is nobody's.
    """
    return tuple(_found(text, register, today))


def _found(text: str, register: LawRegister, today: date | None) -> Iterator[ChapterReference]:
    matches = list(_CHAPTER.finditer(text))
    mentions = acts_named(text, register, misspelt=True) if matches else ()
    end = 0
    for match in matches:
        mention, span = act_beside(text, mentions, match.span(), end)
        number = normal_number(match["number"])
        act = mention.acts[0] if mention else ""
        if not mention and today and not unknown_act(text[: match.start()], text[match.end() :], register):
            act = _in_force_with(number, register, today)
        if act:
            end = span[1]
            yield ChapterReference(*span, act, number)


def _in_force_with(number: str, register: LawRegister, today: date) -> str:
    """The act in force that has a chapter with this number, an act of parliament before a regulation; or empty."""
    acts = [
        act
        for act in register.acts.values()
        if register.act_state(act.id, today) is State.IN_FORCE and _chapter(act, number)
    ]
    return min(acts, key=lambda act: act.kind is not ActKind.ACT).id if acts else ""


def _chapter(act: Act, number: str) -> Chapter | None:
    return next((one for one in act.chapters if normal_number(one.number) == number), None)


def chapter_answer(reference: ChapterReference, register: LawRegister, today: date) -> LawAnswer:
    """What to tell someone who asked for a chapter. It has no provisions when we know of none there."""
    act = register.acts[reference.act]
    chapter = _chapter(act, reference.number)
    provisions = register.in_chapter(act.id, reference.number)
    if chapter is None and not provisions:
        return LawAnswer((message("Vi kjenner ikke kapittel %(number)s i %(act)s.", **_names(act, reference.number)),))
    since = _comes(provisions, register, today)
    if since:
        title = f"«{chapter.title}»" if chapter else ""
        number = chapter.number if chapter else reference.number
        sentences = [will_be(f"kapittel {number.upper()}", Quoted(title), act, since)]
    else:
        repealed = register.act_state(act.id, today) is State.REPEALED
        sentences = [_what_it_is(act, chapter, reference.number, repealed=repealed)]
    if provisions:
        sentences.append(_what_it_holds(act, provisions))
        sentences.extend(pending([one.id for one in provisions], register, today))
    own = [chapter.place] if chapter and chapter.place else []
    ordered = best_first(list(provisions), register)
    places = dict.fromkeys([*own, *(one.place for one in ordered if one.place)])
    return LawAnswer(tuple(sentences), tuple(places), tuple(one.id for one in ordered))


def _comes(provisions: tuple[Provision, ...], register: LawRegister, today: date) -> date | None:
    """The first day on which any of the chapter is in force, when none of it is yet."""
    days = [one.in_force for one in provisions if register.state(one.id, today) is State.COMING and one.in_force]
    return min(days) if days and len(days) == len(provisions) else None


def _what_it_is(act: Act, chapter: Chapter | None, number: str, *, repealed: bool) -> Message:
    names = _names(act, chapter.number if chapter else number)
    if repealed:
        if act.repealed is None:
            return message("Kapittel %(number)s sto i %(act)s, som er opphevet.", **names)
        return message("Kapittel %(number)s sto i %(act)s, opphevet %(day)s.", **names, day=act.repealed)
    if chapter is None:
        return message("Dette er kapittel %(number)s i %(act)s.", **names)
    return message("Kapittel %(number)s i %(act)s heter «%(title)s».", **names, title=Quoted(chapter.title))


def _what_it_holds(act: Act, provisions: tuple[Provision, ...]) -> Message:
    first, last = provisions[0].number, provisions[-1].number
    if len(provisions) == 1:
        return message("Vi kjenner %(number)s i kapittelet.", number=f"{act.sign} {first}")
    sign = "§§" if act.sign == "§" else act.sign
    return message("Vi kjenner %(first)s til %(last)s i kapittelet.", first=f"{sign} {first}", last=last)


def _names(act: Act, number: str) -> dict[str, str | Quoted]:
    return {"number": number.upper(), "act": Quoted(act.cited)}
