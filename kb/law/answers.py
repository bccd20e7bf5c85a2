"""What to tell a reader who asked for a provision: what it is, whether it is in force, what replaced it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from kb.law.naming import MONTHS
from kb.law.provisions import Act, Certainty, LawRegister, Provision, State, number_key
from kb.law.references import Reference

_DOUBT = {
    Certainty.SOURCE: "",
    Certainty.READING: "Hva som avløste hva, er vår egen lesning av lovtekstene.",
    Certainty.GENERAL: "Hva som avløste hva, er allment kjent, men ikke kontrollert av oss.",
}


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """`note` is Norwegian, for readers. `articles` are `id` or `id#anchor`, best first.

    `provisions` are the ids that the note speaks of, in the order of `articles`; some may have no article.
    `links` are (text, address) of official texts, for provisions that no article tells of.
    """

    note: str
    articles: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


def answer(reference: Reference, register: LawRegister, today: date) -> LawAnswer:
    """What to tell someone who asked for this reference. The note is empty only for an empty register."""
    meant = [register.provisions[provision_id] for provision_id in reference.provisions]
    if not meant:
        return _unknown(reference, register)
    ordered = _best_first(meant, register)
    # The repealed one is told of first: a reader with the old number must learn where to look now.
    told = sorted(meant, key=lambda one: register.state(one.id, today) is not State.REPEALED)
    sentences = [sentence for provision in told for sentence in _about(provision, register, today, told)]
    sentences.extend(_doubts(told, register, today))
    sentences.extend(_acts_without(reference, register, meant, today))
    sentences.extend(_name_explained(reference, register, meant))
    missing = [one for one in meant if not one.place]
    sentences.extend(_without_article(one, register) for one in missing)
    links = tuple(
        (f"{register.cite(one.id)} hos Lovdata", register.address(one.id))
        for one in missing
        if register.address(one.id)
    )
    places = tuple(dict.fromkeys(one.place for one in ordered if one.place))
    return LawAnswer(" ".join(sentences), places, tuple(one.id for one in ordered), links)


def norwegian_date(day: date) -> str:
    """`1. januar 2023`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _best_first(meant: list[Provision], register: LawRegister) -> list[Provision]:
    """Those asked for, then what replaced them: that is what a reader with an old number needs next."""
    successors = [
        register.provisions[successor]
        for provision in meant
        for step in register.successors(provision.id)
        for successor in step.successors
        if successor in register.provisions
    ]
    return list({one.id: one for one in (*meant, *successors)}.values())


def _about(provision: Provision, register: LawRegister, today: date, told: list[Provision]) -> list[str]:
    act = register.acts[provision.act]
    number = f"{act.sign} {provision.number}"
    state = register.state(provision.id, today)
    subject = provision.subject
    if state is State.REPEALED:
        until = f", opphevet {norwegian_date(provision.repealed)}" if provision.repealed else ", som er opphevet"
        first = f"{_capital(number)} var {subject} i {act.cited}" if subject else f"{number} sto i {act.cited}"
        return [f"{_capital(first)}{until}.", *_what_became(provision, register)]
    verb = "er" if state is State.IN_FORCE else "blir"
    place = f"I {act.cited} {verb} {number} {subject}" if subject else f"{_capital(number)} står i {act.cited}"
    if len(told) == 1:
        place = f"{_capital(number)} i {act.cited} {verb} {subject}" if subject else place
    if state is State.COMING and provision.in_force:
        never = provision.in_force.year == date.max.year
        place += ", men var ikke i kraft da vi leste den" if never else f", fra {norwegian_date(provision.in_force)}"
    sentences = [f"{place}."]
    if state is State.IN_FORCE and len(told) == 1 and act.needs_year:
        sentences.append("Bestemmelsen gjelder nå.")
    return sentences


def _what_became(provision: Provision, register: LawRegister) -> list[str]:
    steps = register.successors(provision.id)
    if not steps:
        return [f"Vi vet ikke hva som avløste {register.cite(provision.id)}."]
    now = [name for step in steps for name in step.successors]
    return [f"{_topic(provision)} står nå i {_listed(_places(now, register))}."]


def _doubts(told: list[Provision], register: LawRegister, today: date) -> list[str]:
    """How sure the successions are that the note has told of, each degree once."""
    repealed = [one for one in told if register.state(one.id, today) is State.REPEALED]
    degrees = dict.fromkeys(step.certainty for one in repealed for step in register.successors(one.id))
    return [_DOUBT[certainty] for certainty in degrees if _DOUBT[certainty]]


def _places(provision_ids: list[str], register: LawRegister) -> list[str]:
    """Provisions in running text, those of one act together: `barnevernsloven (2021) §§ 2-2, 2-3 og 2-5`."""
    known = [register.provisions[name] for name in dict.fromkeys(provision_ids) if name in register.provisions]
    places = []
    for act_id in dict.fromkeys(one.act for one in known):
        act = register.acts[act_id]
        numbers = sorted((one.number for one in known if one.act == act_id), key=number_key)
        sign = "§§" if act.sign == "§" and len(numbers) > 1 else act.sign
        places.append(f"{act.cited} {sign} {_listed(numbers)}")
    return places or ["en bestemmelse som vi ikke kjenner"]


def _topic(provision: Provision) -> str:
    """The subject at the head of a sentence: «barnets rett til medvirkning» gives «Medvirkning»."""
    subject = provision.subject
    right = re.fullmatch(r"(?:barnets|barns|barn sin|barnet sin) rett til (.+)", subject)
    # «hva medvirkning er» cannot stand before a verb.
    if not subject or subject.startswith(("hva ", "hvem ", "når ", "om ")):
        return "Det samme"
    return _capital(right[1] if right else subject)


def _without_article(provision: Provision, register: LawRegister) -> str:
    address = unquote(register.address(provision.id))
    told = f"Vi har ingen egen artikkel om {register.cite(provision.id)}"
    return f"{told}; les den hos Lovdata: {address}" if address else f"{told}."


def _acts_without(reference: Reference, register: LawRegister, meant: list[Provision], today: date) -> list[str]:
    """Acts of today that the reader may have meant, and that have no such number as far as we know."""
    holding = {one.act for one in meant}
    return [
        f"Vi kjenner ingen {_number(register.acts[act_id], reference.number)}."
        for act_id in reference.acts
        if act_id not in holding and register.act_state(act_id, today) is State.IN_FORCE
    ]


def _name_explained(reference: Reference, register: LawRegister, meant: list[Provision]) -> list[str]:
    """Says which act a name belongs to, when the name was given without a year and another act is as near."""
    if reference.act is None or reference.has_year or len({one.act for one in meant}) < 2:
        return []
    named = [act_id for act_id in reference.acts if register.acts[act_id].needs_year]
    titles = {register.acts[act_id].title for act_id in named}
    if len(named) < 2 or len(titles) < 2:
        return []
    told = _listed([f"{register.acts[act_id].title} er fra {register.acts[act_id].year}" for act_id in named])
    return [f"Lovene har nesten samme navn: {told}."]


def _unknown(reference: Reference, register: LawRegister) -> LawAnswer:
    if not register.acts:
        return LawAnswer("")
    if reference.unknown_act:
        name = reference.unknown_act
        return LawAnswer(f"Kunnskapsbasen har ikke {name}. Se etter {name} § {reference.number} hos lovdata.no.")
    acts = [register.acts[act_id] for act_id in reference.acts]
    if not acts:
        return LawAnswer(f"Vi finner ingen § {reference.number} i lovene som kunnskapsbasen kjenner.")
    numbers = _listed([_number(act, reference.number) for act in acts], "eller")
    links = tuple((f"{act.cited} hos Lovdata", act.url) for act in acts if act.url)
    addresses = " ".join(f"{text}: {unquote(address)}" for text, address in links)
    return LawAnswer(f"Vi finner ingen {numbers} blant bestemmelsene vi kjenner. {addresses}".strip(), links=links)


def _number(act: Act, number: str) -> str:
    return f"{act.sign} {number} i {act.cited}"


def _listed(parts: list[str], last: str = "og") -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
