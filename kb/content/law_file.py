"""Reads `_law.yml`: the acts and provisions that articles speak of, and what replaced what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kb.content.front_matter import Value
from kb.content.records import Record, likeliest, read_data, records_of
from kb.law.changes import Change, Effect
from kb.law.provisions import Act, ActKind, Certainty, Chapter, Extent, LawRegister, Provision, Succession
from kb.problems import Problem

NAME = "_law.yml"


def read_law(folder: Path, problems: list[Problem], lines: dict[tuple[str, str], int]) -> LawRegister:
    """The register; empty when there is no such file. `lines` learns where each provision and succession stands."""
    file = str(folder / NAME)
    value = read_data(folder, NAME, problems)
    if value is None or not isinstance(value.content, Mapping):
        return LawRegister.of()
    parts = value.content
    acts = {act.id: act for act in _acts(parts.get("acts"), file, problems)}
    provisions: dict[str, Provision] = {}
    for record in records_of(parts.get("provisions"), file, problems):
        provision = _provision(record, acts)
        if provision.id in provisions:
            record.report(record.line, f"«{provision.id}» står to ganger.", "Behold bare én av dem.")
        provisions[provision.id] = provision
        lines[NAME, provision.id] = record.line
    for act_id, chapters in _chapters(parts.get("chapters"), file, problems, acts).items():
        acts[act_id] = replace(acts[act_id], chapters=tuple(chapters))
    successions = tuple(_successions(parts.get("successors"), file, problems, provisions))
    for record in records_of(parts.get("successors"), file, []):
        lines[NAME, f"from {record.text('from')}"] = record.line
    changes = tuple(_changes(parts.get("changes"), file, problems, provisions))
    return LawRegister.of(acts.values(), provisions.values(), successions, changes)


def with_articles(register: LawRegister, articles: frozenset[str]) -> LawRegister:
    """The register with each provision's article filled in, where an article has the provision's own id."""
    placed = (
        replace(one, article=one.id, anchor="") if one.id in articles else one for one in register.provisions.values()
    )
    existing = (one if one.article in articles else replace(one, article="", anchor="") for one in placed)
    return LawRegister.of(register.acts.values(), existing, register.successions, register.changes)


def _acts(value: Value | None, file: str, problems: list[Problem]) -> Iterator[Act]:
    for record in records_of(value, file, problems):
        year = record.text("year")
        if year and not year.isdecimal():
            record.report(record.line, f"«year» er «{year}».", "Skriv årstallet med fire tall.")
        yield Act(
            id=record.text("id", required=True),
            title=record.text("title", required=True),
            year=int(year) if year.isdecimal() else None,
            long_title=record.text("long_title"),
            number=record.text("number"),
            kind=record.choice("kind", ActKind, ActKind.ACT),
            in_force=record.day("in_force"),
            repealed=record.day("repealed"),
            url=record.text("url"),
            read=record.day("read"),
            names=record.texts("names"),
            extent=record.choice("extent", Extent, Extent.PART),
        )
        record.finish()


def _chapters(
    value: Value | None, file: str, problems: list[Problem], acts: Mapping[str, Act]
) -> dict[str, list[Chapter]]:
    found: dict[str, list[Chapter]] = {}
    for record in records_of(value, file, problems):
        act_id, article, anchor = record.text("act", required=True), record.text("article"), record.text("anchor")
        number, title = record.text("number", required=True), record.text("title", required=True)
        record.finish()
        if act_id in acts:
            found.setdefault(act_id, []).append(Chapter(number, title, f"{article}#{anchor}" if anchor else article))
        elif act_id:
            record.report(record.line, *_unknown_act(act_id, acts))
    return found


def _unknown_act(act_id: str, acts: Mapping[str, Act]) -> tuple[str, str]:
    guess = likeliest(act_id, acts)
    return f"Kjenner ikke loven «{act_id}».", f"Mente du «{guess}»?" if guess else "Før opp loven under acts."


def _provision(record: Record, acts: Mapping[str, Act]) -> Provision:
    act_id = record.text("act", required=True)
    act = acts.get(act_id)
    if act is None and act_id:
        record.report(record.line, *_unknown_act(act_id, acts))
    provision = Provision(
        id=record.text("id", required=True),
        act=act_id,
        number=record.text("number", required=True),
        heading=record.text("heading"),
        theme=record.text("theme"),
        in_force=record.day("in_force") or (act.in_force if act else None),
        repealed=record.day("repealed") or (act.repealed if act else None),
        article=record.text("article"),
        anchor=record.text("anchor"),
        formerly=record.text("formerly"),
    )
    record.finish()
    return provision


def _successions(
    value: Value | None, file: str, problems: list[Problem], provisions: Mapping[str, Provision]
) -> Iterator[Succession]:
    for record in records_of(value, file, problems):
        step = Succession(
            former=record.text("from", required=True),
            successors=record.texts("to"),
            certainty=record.choice("certainty", Certainty, Certainty.READING),
            basis=record.text("basis"),
            sources=record.texts("sources"),
        )
        record.finish()
        _must_be_known(record, (step.former, *step.successors), provisions)
        yield step


def _changes(
    value: Value | None, file: str, problems: list[Problem], provisions: Mapping[str, Provision]
) -> Iterator[Change]:
    for record in records_of(value, file, problems):
        change = Change(
            act=record.text("act", required=True),
            provisions=record.texts("provisions"),
            since=record.day("since"),
            effect=record.choice("effect", Effect, Effect.CHANGES),
        )
        record.finish()
        _must_be_known(record, change.provisions, provisions)
        yield change


def _must_be_known(record: Record, provision_ids: Iterable[str], provisions: Mapping[str, Provision]) -> None:
    for provision_id in provision_ids:
        if provision_id not in provisions:
            guess = likeliest(provision_id, provisions)
            remedy = f"Mente du «{guess}»?" if guess else "Før den opp under provisions."
            record.report(record.line, f"Kjenner ikke bestemmelsen «{provision_id}».", remedy)
