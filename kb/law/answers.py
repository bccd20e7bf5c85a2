"""What to tell a reader who asked for a provision: what it is, whether it is in force, what replaced it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from kb.law.number_forms import normal_number
from kb.law.pending import pending
from kb.law.provisions import Act, Certainty, LawRegister, Provision, State
from kb.law.references import Reference
from kb.law.telling import listed, named, numbered, places
from kb.law.unread import may_have_been, unknown
from kb.messages import BOKMAL, Link, Message, Quoted, Value, message
from kb.typography import capital

_DOUBT = {
    Certainty.READING: message("Hva som avløste hva, er vår egen lesning av lovtekstene."),
    Certainty.GENERAL: message("Hva som avløste hva, er allment kjent, men ikke kontrollert av oss."),
}


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """`sentences` are for readers. `articles` are `id` or `id#anchor`, best first.

    `provisions` are the ids that the sentences speak of, in the order of `articles`; some may have no article.
    """

    sentences: tuple[Message, ...]
    articles: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """The sentences in bokmål."""
        return " ".join(map(BOKMAL.text, self.sentences))


def answer(reference: Reference, register: LawRegister, today: date) -> LawAnswer:
    """What to tell someone who asked for this reference. There is nothing to tell only when the register is empty."""
    meant = [register.provisions[provision_id] for provision_id in reference.provisions]
    if not meant:
        return LawAnswer(unknown(reference, register))
    ordered = best_first(meant, register)
    # The repealed one is told of first: a reader with the old number must learn where to look now.
    told = sorted(meant, key=lambda one: register.state(one.id, today) is not State.REPEALED)
    sentences = [sentence for provision in told for sentence in _about(provision, register, today, told)]
    renumbered = _renumbered(reference, register, meant)
    sentences.extend(_had_this_number(renumbered, register))
    # What replaced another meaning of the number is told of at its own hit; only without a meaning of today is it here.
    current = [one for one in meant if register.state(one.id, today) is not State.REPEALED] or ordered
    sentences.extend(pending([one.id for one in (*current, *renumbered)], register, today))
    sentences.extend(_doubts(told, register, today))
    sentences.extend(may_have_been(reference, register, meant, today))
    sentences.extend(_acts_without(reference, register, meant, today))
    sentences.extend(_name_explained(reference, register, meant))
    missing = [one for one in meant if not one.place]
    sentences.extend(_without_article(one, register) for one in missing)
    ordered = list(dict.fromkeys([*ordered, *renumbered]))
    told_in = tuple(dict.fromkeys(place for one in ordered if (place := one.place or _chapter_place(one, register))))
    return LawAnswer(tuple(sentences), told_in, tuple(one.id for one in ordered))


def best_first(meant: list[Provision], register: LawRegister) -> list[Provision]:
    """Those asked for, then what replaced them: that is what a reader with an old number needs next."""
    successors = [
        register.provisions[successor]
        for provision in meant
        for step in register.successors(provision.id)
        for successor in step.successors
        if successor in register.provisions
    ]
    return list({one.id: one for one in (*meant, *successors)}.values())


def _about(provision: Provision, register: LawRegister, today: date, told: Sequence[Provision]) -> list[Message]:
    act = register.acts[provision.act]
    state = register.state(provision.id, today)
    if state is State.REPEALED:
        return [_was(provision, act), _what_became(provision, register)]
    if state is State.COMING and provision.in_force:
        return [will_be(f"{act.sign} {provision.number}", Quoted(provision.subject), act, provision.in_force)]
    number = f"{act.sign} {provision.number}"
    alone = len(told) == 1
    values: dict[str, Value] = {"act": named(act), "subject": Quoted(provision.subject)}
    if not provision.subject:
        is_there = message("%(number)s står i %(act)s.", number=capital(number), act=named(act))
    elif alone:
        is_there = message("%(number)s i %(act)s er %(subject)s.", number=capital(number), **values)
    else:
        is_there = message("I %(act)s er %(number)s %(subject)s.", number=number, **values)
    return [is_there, *([message("Bestemmelsen gjelder nå.")] if alone and act.needs_year else [])]


def _was(provision: Provision, act: Act) -> Message:
    number = capital(f"{act.sign} {provision.number}")
    if not provision.subject:
        if provision.repealed is None:
            return message("%(number)s sto i %(act)s, som er opphevet.", number=number, act=named(act))
        return message(
            "%(number)s sto i %(act)s, opphevet %(day)s.", number=number, act=named(act), day=provision.repealed
        )
    values: dict[str, Value] = {"number": number, "subject": Quoted(provision.subject), "act": named(act)}
    if provision.repealed is None:
        return message("%(number)s var %(subject)s i %(act)s, som er opphevet.", **values)
    return message("%(number)s var %(subject)s i %(act)s, opphevet %(day)s.", **values, day=provision.repealed)


def will_be(number: str, subject: Quoted, act: Act, since: date) -> Message:
    """What is to come: a provision or a chapter, `number` with the word or sign before it."""
    number = capital(number)
    has_day = since.year != date.max.year
    if not subject.text:
        if has_day:
            return message("%(number)s kommer i %(act)s fra %(day)s.", number=number, act=named(act), day=since)
        return message("%(number)s i %(act)s var ikke i kraft da vi leste loven.", number=number, act=named(act))
    values: dict[str, Value] = {"number": number, "subject": subject, "act": named(act)}
    if has_day:
        return message("%(number)s i %(act)s blir %(subject)s, fra %(day)s.", **values, day=since)
    return message("%(number)s i %(act)s blir %(subject)s, men var ikke i kraft da vi leste loven.", **values)


def _what_became(provision: Provision, register: LawRegister) -> Message:
    steps = register.successors(provision.id)
    if not steps:
        return message("Vi vet ikke hva som avløste %(provision)s.", provision=Quoted(register.cite(provision.id)))
    now = places([name for step in steps for name in step.successors], register)
    topic = _topic(provision)
    if not topic:
        return message("Det samme står nå i %(places)s.", places=now)
    return message("%(topic)s står nå i %(places)s.", topic=Quoted(topic), places=now)


def _doubts(told: Sequence[Provision], register: LawRegister, today: date) -> list[Message]:
    """How sure the successions are that have been told of, each degree once."""
    repealed = [one for one in told if register.state(one.id, today) is State.REPEALED]
    degrees = dict.fromkeys(step.certainty for one in repealed for step in register.successors(one.id))
    return [_DOUBT[certainty] for certainty in degrees if certainty in _DOUBT]


def _renumbered(reference: Reference, register: LawRegister, meant: Sequence[Provision]) -> tuple[Provision, ...]:
    """What had the number of those meant before: a record from last year may have «§ 10-9» for what is § 10-12."""
    acts = dict.fromkeys(one.act for one in meant)
    return tuple(one for act_id in acts for one in register.once_numbered(reference.number, act_id))


def _had_this_number(renumbered: Sequence[Provision], register: LawRegister) -> list[Message]:
    days = dict.fromkeys(one.in_force for one in renumbered if one.in_force)
    return [
        message(
            "Før %(day)s hadde det som nå er %(provisions)s, dette nummeret.",
            day=day,
            provisions=listed([_with_subject(one, register) for one in renumbered if one.in_force == day]),
        )
        for day in days
    ]


def _chapter_place(provision: Provision, register: LawRegister) -> str:
    """Where the chapter is told of as a whole: the nearest there is for a provision that no article tells of."""
    chapter = normal_number(provision.number).partition("-")[0]
    chapters = register.acts[provision.act].chapters
    return next((one.place for one in chapters if normal_number(one.number) == chapter), "")


def _with_subject(provision: Provision, register: LawRegister) -> Message:
    # No words to translate, so these are no `message` for the catalogue.
    number = ("number", f"{register.acts[provision.act].sign} {provision.number}")
    if not provision.subject:
        return Message("%(number)s", (number,))
    return Message("%(number)s (%(subject)s)", (number, ("subject", Quoted(provision.subject))))


def _topic(provision: Provision) -> str:
    """The subject at the head of a sentence: «barnets rett til medvirkning» gives «Medvirkning». Empty when it can
    not stand there."""
    subject = provision.subject
    right = re.fullmatch(r"(?:barnets|barns|barn sin|barnet sin) rett til (.+)", subject)
    # «hva medvirkning er» cannot stand before a verb.
    if subject.startswith(("hva ", "hvem ", "når ", "om ")):
        return ""
    return capital(right[1] if right else subject)


def _without_article(provision: Provision, register: LawRegister) -> Message:
    cited = Quoted(register.cite(provision.id))
    address = unquote(register.address(provision.id))
    if not address:
        return message("Vi har ingen egen artikkel om %(provision)s.", provision=cited)
    words = message("les den hos Lovdata")
    return message("Vi har ingen egen artikkel om %(provision)s; %(read)s.", provision=cited, read=Link(words, address))


def _acts_without(
    reference: Reference, register: LawRegister, meant: Sequence[Provision], today: date
) -> list[Message]:
    """Acts of today that the reader may have meant, and that have no such number as far as we know."""
    holding = {one.act for one in meant}
    return [
        message("Vi kjenner ingen %(number)s.", number=numbered(register.acts[act_id], reference.number))
        for act_id in reference.acts
        if act_id not in holding and register.act_state(act_id, today) is State.IN_FORCE
    ]


def _name_explained(reference: Reference, register: LawRegister, meant: Sequence[Provision]) -> list[Message]:
    """Says which act a name belongs to, when the name was given without a year and another act is as near."""
    if reference.act is None or reference.has_year or len({one.act for one in meant}) < 2:
        return []
    named = [register.acts[act_id] for act_id in reference.acts if register.acts[act_id].needs_year]
    if len(named) < 2 or len({act.title for act in named}) < 2:
        return []
    acts = [message("%(act)s er fra %(year)s", act=Quoted(act.title), year=str(act.year)) for act in named]
    return [message("Lovene har nesten samme navn: %(acts)s.", acts=listed(acts))]
