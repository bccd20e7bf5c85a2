"""What readers are told of changes that the text we have read does not hold: once, calmly, and where to look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

from kb.law.changes import Change, Effect
from kb.law.provisions import LawRegister
from kb.law.telling import listed, places
from kb.messages import Link, Message, Value, message

Named = Callable[[Sequence[str], LawRegister], Value]
"""How provisions are named: in words, or as links."""


def pending(
    provision_ids: Sequence[str], register: LawRegister, today: date, name: Named = places
) -> tuple[Message, ...]:
    """For where provisions are spoken of: a sentence for each change, and where to look. None when all is as read."""
    told = [
        _short(change, acts, name(change.provisions, register), today)
        for change, acts in _together(register.changes_of(provision_ids))
    ]
    return (*told, *_look_there(provision_ids, register)) if told else ()


def pending_here(provision_id: str, register: LawRegister, today: date) -> tuple[Message, ...]:
    """For the page of a provision: the first is a heading, the rest says what we know and do not know."""
    changes = register.changes_of([provision_id])
    if not changes:
        return ()
    told = [one for change, acts in _together(changes) for one in _in_full(change, acts, today)]
    act = register.act_of(provision_id)
    if act and act.read:
        told.append(message("Artikkelen bygger på teksten slik den sto %(day)s.", day=act.read))
    return (_heading(changes, today), *told, *_look_there([provision_id], register))


def _heading(changes: Sequence[Change], today: date) -> Message:
    ahead = sorted((one.since, one.effect) for one in changes if one.since is not None and one.lies_ahead(today))
    if any(one.effect is Effect.REPEALS and not one.lies_ahead(today) for one in changes):
        return message("Bestemmelsen kan være opphevet")
    if len(ahead) < len(changes):
        return message("Bestemmelsen kan være endret")
    day, effect = ahead[0]
    if effect is Effect.REPEALS:
        return message("Bestemmelsen oppheves %(day)s", day=day)
    return message("Bestemmelsen endres %(day)s", day=day)


def _short(change: Change, acts: Value, provisions: Value, today: date) -> Message:
    if change.since is None or not change.lies_ahead(today):
        if change.effect is Effect.REPEALS:
            return message("Kan være opphevet: %(provisions)s (%(acts)s).", provisions=provisions, acts=acts)
        return message("Kan være endret: %(provisions)s (%(acts)s).", provisions=provisions, acts=acts)
    day = change.since
    if change.effect is Effect.REPEALS:
        return message("Oppheves %(day)s: %(provisions)s (%(acts)s).", day=day, provisions=provisions, acts=acts)
    return message("Endres %(day)s: %(provisions)s (%(acts)s).", day=day, provisions=provisions, acts=acts)


def _in_full(change: Change, acts: Value, today: date) -> tuple[Message, ...]:
    if change.since is None:
        unknown = message("Vi vet ikke når endringen begynner å gjelde, eller hva den går ut på.")
        return message("Bestemmelsen endres av %(acts)s.", acts=acts), unknown
    repeals = change.effect is Effect.REPEALS
    if not change.lies_ahead(today):
        if repeals:
            return (message("Bestemmelsen skulle oppheves %(day)s av %(acts)s.", day=change.since, acts=acts),)
        told = message("Bestemmelsen skulle endres %(day)s av %(acts)s.", day=change.since, acts=acts)
        return told, message("Vi vet ikke om teksten vi leste, har med endringen.")
    if repeals:
        return (message("Bestemmelsen oppheves %(day)s av %(acts)s.", day=change.since, acts=acts),)
    told = message("Bestemmelsen endres %(day)s av %(acts)s.", day=change.since, acts=acts)
    return told, message("Hva som endres, har vi ikke lest.")


def _together(changes: Iterable[Change]) -> Iterable[tuple[Change, Value]]:
    """Changes that are told of alike, as one, with all the acts that make them."""
    acts: dict[Change, list[str]] = {}
    for change in changes:
        acts.setdefault(replace(change, act=""), []).append(change.act)
    return [(change, listed(names)) for change, names in acts.items()]


def _look_there(provision_ids: Sequence[str], register: LawRegister) -> tuple[Message, ...]:
    """Where to look: the provision itself when it is one, or else the act."""
    changed = [name for one in register.changes_of(provision_ids) for name in one.provisions]
    act = register.act_of(changed[0])
    address = register.address(changed[0]) if len(set(changed)) == 1 else act.url if act else ""
    if not address:
        return ()
    lovdata = message("Lovdata")
    return (message("Se %(place)s før du handler.", place=Link(lovdata, unquote(address))),)
