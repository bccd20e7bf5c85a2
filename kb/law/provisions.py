"""Acts and their provisions: when each was in force, and what replaced it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import quote

from kb.law.act_names import forms_of_name, normal_name
from kb.law.changes import Change
from kb.law.number_forms import normal_number, number_key


class ActKind(StrEnum):
    """What sort of text it is; decides whether readers need its year and whether it has § or articles."""

    ACT = "lov"
    REGULATION = "forskrift"
    CONVENTION = "konvensjon"
    CONSTITUTION = "grunnlov"


class Certainty(StrEnum):
    """How sure we are that one provision replaced another."""

    SOURCE = "source"
    """A source says so."""
    READING = "reading"
    """Our own comparison of the two texts."""
    GENERAL = "general"
    """General knowledge that nobody here has checked."""


class Extent(StrEnum):
    """How much of an act the register has, when it has anything of it."""

    WHOLE = "whole"
    PART = "part"


class State(StrEnum):
    """What a provision is on a given day."""

    COMING = "kommende"
    IN_FORCE = "gjeldende"
    REPEALED = "opphevet"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of an act. `place` is where it is told of as a whole, as `id` or `id#anchor`; empty when nowhere."""

    number: str
    title: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An act, regulation or convention. `names` are how readers write it; `read` is the day on which we read it.

    A number that is not among the provisions of an act we have in `PART` may be there all the same.
    """

    id: str
    title: str
    year: int | None = None
    long_title: str = ""
    number: str = ""
    kind: ActKind = ActKind.ACT
    in_force: date | None = None
    repealed: date | None = None
    url: str = ""
    read: date | None = None
    names: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    extent: Extent = Extent.PART

    @property
    def needs_year(self) -> bool:
        """Whether the name alone leaves readers in doubt: two acts on child welfare have nearly the same name."""
        return self.kind in (ActKind.ACT, ActKind.REGULATION) and self.year is not None

    @property
    def cited(self) -> str:
        """The act as it is written in running text: `barnevernsloven (2021)`, `Grunnloven`."""
        return f"{self.title} ({self.year})" if self.needs_year else self.title

    @property
    def sign(self) -> str:
        """What stands before a number in it."""
        return "artikkel" if self.kind is ActKind.CONVENTION else "§"


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision. `theme` fits into «§ 1-6 var … i barnevernloven (1992)».

    `in_force` and `repealed` are those of the act where the provision has none of its own.
    `article` is the article that tells of it, with `anchor` when that is a section; empty when there is none.
    `formerly` is the number that its rules, or a part of them, had in the same act until it came into force here.
    """

    id: str
    act: str
    number: str
    heading: str = ""
    theme: str = ""
    in_force: date | None = None
    repealed: date | None = None
    article: str = ""
    anchor: str = ""
    formerly: str = ""

    @property
    def place(self) -> str:
        """Where it is told of, as `id` or `id#anchor`; empty when nowhere."""
        return f"{self.article}#{self.anchor}" if self.article and self.anchor else self.article

    @property
    def subject(self) -> str:
        """What it is about, to stand inside a sentence."""
        return self.theme or (self.heading[:1].lower() + self.heading[1:])


@dataclass(frozen=True, slots=True)
class Succession:
    """`former` was replaced by `successors`, and how we know."""

    former: str
    successors: tuple[str, ...]
    certainty: Certainty = Certainty.READING
    basis: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LawRegister:
    """Every act and provision that we know of. Make one with `LawRegister.of`; an empty one recognises nothing."""

    acts: Mapping[str, Act]
    provisions: Mapping[str, Provision]
    successions: tuple[Succession, ...]
    changes: tuple[Change, ...]
    _numbers: Mapping[str, tuple[str, ...]]
    _names: Mapping[str, tuple[str, ...]]
    _families: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        acts: Iterable[Act] = (),
        provisions: Iterable[Provision] = (),
        successions: Iterable[Succession] = (),
        changes: Iterable[Change] = (),
    ) -> LawRegister:
        """A register with its indexes. Provisions of unknown acts are kept, but cannot be found by number."""
        by_id = {act.id: act for act in acts}
        known = {provision.id: provision for provision in provisions}
        chain = tuple(successions)
        indexes = (_by_number(by_id, known), _by_name(by_id), _families(by_id, known, chain))
        return cls(by_id, known, chain, tuple(changes), *indexes)

    def act_of(self, provision_id: str) -> Act | None:
        """The act that a provision belongs to."""
        provision = self.provisions.get(provision_id)
        return self.acts.get(provision.act) if provision else None

    def by_number(self, number: str, act_id: str | None = None) -> tuple[Provision, ...]:
        """The provisions with this number, in one act or in all: those in force before those repealed."""
        found = (self.provisions[provision_id] for provision_id in self._numbers.get(normal_number(number), ()))
        return tuple(provision for provision in found if act_id is None or provision.act == act_id)

    def once_numbered(self, number: str, act_id: str) -> tuple[Provision, ...]:
        """The provisions of an act that had this number before, in order: § 10-12 was «§ 10-9»."""
        asked = normal_number(number)
        here = (one for one in self.provisions.values() if one.act == act_id and one.formerly)
        found = (one for one in here if normal_number(one.formerly) == asked)
        return tuple(sorted(found, key=lambda one: number_key(one.number)))

    def holds_any(self, act_id: str) -> bool:
        """Whether we have anything of an act; some are only known by name, and where to read them."""
        return any(one.act == act_id for one in self.provisions.values())

    def in_chapter(self, act_id: str, chapter: str) -> tuple[Provision, ...]:
        """The provisions of an act whose number begins with that of the chapter, in order: § 4-1, § 4-2."""
        begun = f"{normal_number(chapter)}-"
        found = [
            one for one in self.provisions.values() if one.act == act_id and normal_number(one.number).startswith(begun)
        ]
        return tuple(sorted(found, key=lambda one: number_key(one.number)))

    def acts_named(self, name: str) -> tuple[str, ...]:
        """Ids of the acts that readers call by this name, in any case: those in force first."""
        return self._names.get(normal_name(name), ())

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and its forms, in lower case, the longest first."""
        return tuple(self._names)

    def family(self, act_id: str) -> tuple[str, ...]:
        """The acts that replaced this one or that it replaced, without itself: those in force first."""
        return self._families.get(act_id, ())

    def successors(self, provision_id: str) -> tuple[Succession, ...]:
        """What became of a provision."""
        return tuple(step for step in self.successions if step.former == provision_id)

    def predecessors(self, provision_id: str) -> tuple[Succession, ...]:
        """What a provision came from."""
        return tuple(step for step in self.successions if provision_id in step.successors)

    def changes_of(self, provision_ids: Collection[str]) -> tuple[Change, ...]:
        """The changes of some provisions that our text does not have, each with those of the provisions it changes."""
        met = (replace(one, provisions=tuple(p for p in one.provisions if p in provision_ids)) for one in self.changes)
        return tuple(one for one in met if one.provisions)

    def state(self, provision_id: str, on: date) -> State:
        """Whether a provision was in force on a day. A missing date counts as: always was, and still is."""
        provision = self.provisions[provision_id]
        return _state(provision.in_force, provision.repealed, on)

    def act_state(self, act_id: str, on: date) -> State:
        """The same for a whole act."""
        act = self.acts[act_id]
        return _state(act.in_force, act.repealed, on)

    def cite(self, provision_id: str) -> str:
        """A provision in running text: `barnevernsloven (2021) § 1-4`."""
        provision = self.provisions[provision_id]
        act = self.acts.get(provision.act)
        return f"{act.cited} {act.sign} {provision.number}" if act else f"§ {provision.number}"

    def address(self, provision_id: str) -> str:
        """Where the official text is, or empty. Lovdata gives each provision of an act an address of its own."""
        act = self.act_of(provision_id)
        if act is None:
            return ""
        return text_address(act, self.provisions[provision_id].number)

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """Ids of the provisions that stand between two of the same act, in the order of the act."""
        start, end = self.provisions[first], self.provisions[last]
        low, high = number_key(start.number), number_key(end.number)
        inside = [
            provision
            for provision in self.provisions.values()
            if provision.act == start.act == end.act and low < number_key(provision.number) < high
        ]
        return tuple(provision.id for provision in sorted(inside, key=lambda one: number_key(one.number)))


def text_address(act: Act, number: str) -> str:
    """Where the official text of a provision is, as far as the act's address lets us say.

    Repealed acts lie elsewhere at Lovdata, where we have seen no address for a single provision.
    """
    if "lovdata.no/lov/" in act.url and act.kind is not ActKind.CONVENTION and act.repealed is None:
        return f"{act.url}/{quote('§')}{quote(number.replace(' ', ''))}"
    return act.url


def _state(in_force: date | None, repealed: date | None, on: date) -> State:
    if repealed is not None and repealed <= on:
        return State.REPEALED
    if in_force is not None and in_force > on:
        return State.COMING
    return State.IN_FORCE


def _by_number(acts: Mapping[str, Act], provisions: Mapping[str, Provision]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for provision in sorted(provisions.values(), key=lambda one: one.repealed is not None):
        if provision.act in acts:
            found.setdefault(normal_number(provision.number), []).append(provision.id)
    return {number: tuple(ids) for number, ids in found.items()}


def _by_name(acts: Mapping[str, Act]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for act in sorted(acts.values(), key=lambda one: one.repealed is not None):
        for name in (act.title, act.long_title, *act.names):
            for form in forms_of_name(normal_name(name)):
                ids = found.setdefault(form, [])
                if act.id not in ids:
                    ids.append(act.id)
    return {name: tuple(found[name]) for name in sorted(found, key=lambda name: (-len(name), name)) if name}


def _families(
    acts: Mapping[str, Act], provisions: Mapping[str, Provision], successions: tuple[Succession, ...]
) -> dict[str, tuple[str, ...]]:
    related: dict[str, set[str]] = {}
    for step in successions:
        mine = provisions.get(step.former)
        for successor in step.successors:
            other = provisions.get(successor)
            if mine and other and mine.act != other.act and mine.act in acts and other.act in acts:
                related.setdefault(mine.act, set()).add(other.act)
                related.setdefault(other.act, set()).add(mine.act)
    order = {act_id: (act.repealed is not None, place) for place, (act_id, act) in enumerate(acts.items())}
    return {act_id: tuple(sorted(others, key=order.__getitem__)) for act_id, others in related.items()}
