"""What is told of what we do not have: unknown numbers, acts of which we know some provisions or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import unquote

from kb.law.number_forms import as_written
from kb.law.provisions import Act, Extent, LawRegister, Provision, State
from kb.law.references import Reference
from kb.law.telling import listed, named, numbered, where_to_read
from kb.messages import Link, Message, Quoted, message

LOVDATA = Link(message("lovdata.no"), "https://lovdata.no")


def unknown(reference: Reference, register: LawRegister) -> tuple[Message, ...]:
    """What to tell someone who asked for a number that no act in the register has."""
    if not register.acts:
        return ()
    number = f"{reference.sign} {as_written(reference.number)}"
    if reference.unknown_act:
        told = message(
            "Kunnskapsbasen har ikke %(act)s. Se etter %(act)s %(number)s hos %(place)s.",
            act=reference.unknown_act,
            number=number,
            place=LOVDATA,
        )
        return (told,)
    acts = [register.acts[act_id] for act_id in reference.acts or _likely(reference, register)]
    if not acts:
        return (message("Vi finner ingen %(number)s blant bestemmelsene vi kjenner.", number=number),)
    held = [act for act in acts if register.holds_any(act.id)]
    without = [one for act in acts if act not in held for one in _not_held(act, reference.number)]
    return (*without, *(_not_there(held, reference.number) if held else ()))


def may_have_been(
    reference: Reference, register: LawRegister, meant: Sequence[Provision], today: date
) -> Iterator[Message]:
    """Repealed acts that a number of today may be from, when we have not read all of them and no act is named that it
    is of: *barnevernloven* is in use for both, *barnevernsloven* is the new one."""
    named_new = reference.act is not None and register.act_state(reference.act, today) is State.IN_FORCE
    if reference.has_year or named_new or all(register.state(one.id, today) is not State.IN_FORCE for one in meant):
        return
    holding = {one.act for one in meant}
    near = dict.fromkeys([*reference.acts, *(other for act_id in holding for other in register.family(act_id))])
    for act in (register.acts[act_id] for act_id in near if act_id not in holding):
        if act.repealed and act.repealed <= today and act.extent is Extent.PART and register.holds_any(act.id):
            yield message(
                "I saker fra før %(day)s kan nummeret være fra %(act)s.",
                day=act.repealed,
                act=Link(_words(named(act)), unquote(act.url)) if act.url else named(act),
            )


def _words(name: Quoted) -> Message:
    # No words to translate, so this is no `message` for the catalogue.
    return Message("%(name)s", (("name", name),))


def _likely(reference: Reference, register: LawRegister) -> Iterator[str]:
    """The acts that a number with a hyphen is taken for: those that took over from each other."""
    for act in register.acts.values():
        parts = any("-" in one.number for one in register.provisions.values() if one.act == act.id)
        if "-" in reference.number and parts and register.family(act.id) and act.sign == reference.sign:
            yield act.id


def _not_held(act: Act, number: str) -> Iterator[Message]:
    yield message("Kunnskapsbasen har ikke %(act)s.", act=named(act))
    if act.url:
        provision = f"{act.sign} {as_written(number)}"
        yield message("Les %(number)s %(place)s.", number=provision, place=where_to_read(act, number))


def _not_there(acts: Sequence[Act], number: str) -> Iterator[Message]:
    first, *others = acts
    numbers = listed([numbered(first, number), *map(named, others)], is_choice=True)
    yield message("Vi finner ingen %(numbers)s blant bestemmelsene vi kjenner.", numbers=numbers)
    in_part = [act for act in acts if act.extent is Extent.PART]
    if in_part:
        yield message("Vi har bare lest deler av %(acts)s.", acts=listed([named(act) for act in in_part]))
    for act in acts:
        yield from _read_it(act)


def _read_it(act: Act) -> Iterator[Message]:
    if act.url:
        yield message("Se %(act)s %(place)s.", act=named(act), place=where_to_read(act))
