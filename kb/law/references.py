"""Finds references to provisions in running text and in queries: «§ 1-6», «bvl. § 4-12 første ledd»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kb.law.naming import Mention, acts_named, unknown_act
from kb.law.number_forms import normal_number
from kb.law.numbers import Beginning, Number, after_name, alone, follows, joined, signed, subdivision_at
from kb.law.provisions import ActKind, LawRegister


@dataclass(frozen=True, slots=True)
class Reference:
    """One number of a provision, where it stands: `text[start:end]` holds the act's name too, when it stands beside.

    `act` is the act that the text names; None when it names none. `acts` are all that may be meant and `provisions`
    the ids that may, best first; `provisions` is empty when the number is unknown. `has_year` says that the act was
    named beyond doubt. `between` are the ids that «§§ 4-1 til 4-5» passes over, told at its last number.
    `unknown_act` is the act as written when the register does not have it: «straffeloven § 17» has no provisions.
    `sign` is what stands before the number: only a convention has articles.
    """

    start: int
    end: int
    number: str
    act: str | None
    provisions: tuple[str, ...]
    subdivision: str = ""
    has_year: bool = False
    acts: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    unknown_act: str = ""
    sign: str = "§"


@dataclass(frozen=True, slots=True)
class _Chain:
    """Numbers that stand together after a sign, such as §; the sign is empty for a number alone."""

    sign: str
    numbers: tuple[Number, ...]
    unknown_act: str

    @property
    def kinds(self) -> tuple[ActKind, ...]:
        """The kinds of act that may hold them: only a convention has articles."""
        if not self.sign:
            return tuple(ActKind)
        if self.sign.lower().startswith("art"):
            return (ActKind.CONVENTION,)
        return (ActKind.ACT, ActKind.REGULATION, ActKind.CONSTITUTION)


_DIGIT = re.compile(r"\d")
_REACH = 60
"""How far from a number its act's name may begin or end."""
_NEAR = 3
"""How many of the acts named before a number are looked at: one name may lie within another."""
_GAP_BEFORE = re.compile(r"[\s,:)]{0,3}(?:sin\s|sitt\s)?$")
_GAP_AFTER = re.compile(r"\s?,?\s?(?:(?:i|av|etter|frå|fra)\s)?(?:den\s)?[«(]?")


def find_references(text: str, register: LawRegister, *, bare: bool = False) -> tuple[Reference, ...]:
    """Every reference in the order of the text. Never fails.

    `bare` is for queries: a number alone, such as «1-6» or «bvl 1-6», is then taken for a reference as well,
    and an act may be misspelt.
    """
    if not _DIGIT.search(text):
        return ()
    mentions = acts_named(text, register, misspelt=bare)
    found: list[Reference] = []
    end = 0
    for begin in sorted(_beginnings(text, register, mentions, bare=bare), key=lambda one: (one.start, not one.sign)):
        if begin.start < end:
            continue
        numbers = tuple(joined(text, begin))
        mention, span = act_beside(text, mentions, (begin.start, numbers[-1].end), end)
        end = max(span[1], numbers[-1].end)
        unknown = "" if mention else _unknown_beside(text, register, begin.start, numbers[-1])
        found.extend(_references(register, mention, _Chain(begin.sign, numbers, unknown), span))
    return tuple(found)


def _beginnings(text: str, register: LawRegister, mentions: tuple[Mention, ...], *, bare: bool) -> Iterator[Beginning]:
    yield from signed(text)
    for mention in mentions:
        beside = after_name(text, mention.end, plain=bare)
        if beside and mention.acts and _holds(register, mention.acts, beside.number):
            yield beside
    if bare:
        whole = text.strip()
        for begin in alone(text):
            if begin.number == whole or register.by_number(begin.number):
                yield begin


def _holds(register: LawRegister, acts: tuple[str, ...], number: str) -> bool:
    return "-" in normal_number(number) or any(
        register.by_number(number, act_id) or not register.holds_any(act_id) for act_id in acts
    )


def act_beside(
    text: str, mentions: tuple[Mention, ...], numbers: tuple[int, int], since: int
) -> tuple[Mention | None, tuple[int, int]]:
    """The act named just before or just after some numbers, and the span of them all: «§ 4-1 i barnevernsloven».

    What stands before `since` belongs to an earlier reference.
    """
    start, end = numbers
    place = bisect_left(mentions, start, key=lambda one: one.start)
    for mention in reversed(mentions[max(0, place - _NEAR) : place]):
        near = since <= mention.start and mention.end <= start
        if near and mention.acts and _GAP_BEFORE.fullmatch(text, mention.end, start):
            return mention, (mention.start, end)
    tail = end + len(subdivision_at(text, end))
    gap = _GAP_AFTER.match(text, tail)
    after = gap.end() if gap else tail
    place = bisect_left(mentions, after, key=lambda one: one.start)
    if place < len(mentions) and mentions[place].start == after:
        mention = mentions[place]
        # «§ 1-6, barnevernsloven (2021) § 1-4»: this act belongs to the next number.
        if mention.acts and not follows(text, mention.end):
            return mention, (start, mention.end)
    return None, (start, end)


def _unknown_beside(text: str, register: LawRegister, start: int, last: Number) -> str:
    """The act beside some numbers when we do not have it: «forvaltningsloven § 17», «§ 17 i forvaltningsloven»."""
    tail = last.end + len(subdivision_at(text, last.end))
    return unknown_act(text[max(0, start - _REACH) : start], text[tail : tail + _REACH], register)


def _references(
    register: LawRegister, mention: Mention | None, chain: _Chain, span: tuple[int, int]
) -> Iterator[Reference]:
    acts = mention.acts if mention else ()
    numbers = tuple(_plain_ranges(register, acts, chain.numbers))
    previous: tuple[str, ...] = ()
    for place, one in enumerate(numbers):
        provisions = () if chain.unknown_act else _meant(register, acts, chain.kinds, one.number)
        spread = one.spread and bool(previous) and bool(provisions)
        yield Reference(
            start=span[0] if place == 0 else one.start,
            end=span[1] if len(numbers) == 1 else one.end,
            number=one.number,
            act=acts[0] if acts else None,
            provisions=provisions,
            subdivision=one.subdivision,
            has_year=mention.has_year if mention else False,
            acts=acts,
            between=register.between(previous[0], provisions[0]) if spread else (),
            unknown_act=chain.unknown_act,
            sign="artikkel" if chain.kinds == (ActKind.CONVENTION,) else "§",
        )
        previous = provisions


def _plain_ranges(register: LawRegister, acts: tuple[str, ...], numbers: tuple[Number, ...]) -> Iterator[Number]:
    """Reads «§§ 7-10» as 7 to 10 in an act that has no § 7-10 but has both ends."""
    for one in numbers:
        low, _, high = one.number.partition("-")
        whole = any(register.by_number(one.number, act_id) for act_id in acts)
        ends = any(register.by_number(low, act_id) and register.by_number(high, act_id) for act_id in acts)
        if high and not whole and ends:
            yield Number(one.start, one.end - len(high) - 1, low, "", False)
            yield Number(one.end - len(high), one.end, high, one.subdivision, True)
        else:
            yield one


def _meant(register: LawRegister, acts: tuple[str, ...], kinds: tuple[ActKind, ...], number: str) -> tuple[str, ...]:
    if acts:
        return tuple(provision.id for act_id in acts for provision in register.by_number(number, act_id))
    return tuple(provision.id for provision in register.by_number(number) if register.acts[provision.act].kind in kinds)
