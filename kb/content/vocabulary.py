"""What people tune without touching Python: facets, sources, synonyms, words never to suggest, the law, judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kb.articles import Facet, FacetValue, Source
from kb.concepts import Concept
from kb.content.front_matter import Value, plain
from kb.content.law_file import read_law
from kb.content.records import Record, read_data, records_of
from kb.law.provisions import LawRegister
from kb.problems import Problem

_BUILT_IN = Path(__file__).parent
"""Holds `facets.yml`, the facets of a folder that has no `_facets.yml` of its own."""


class _Evidence(StrEnum):
    """What an entry of `_synonyms.yml` rests on."""

    SOURCE = "source"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that the data files of a content folder say. Each may be missing.

    `judgements` is what `_judgements.yml` holds, as lists, dicts and text; None when there is no such file.
    `lines` are where entries stand, by file name and id.
    """

    facets: tuple[Facet, ...]
    sources: Mapping[str, Source]
    concepts: tuple[Concept, ...]
    never_suggest: tuple[str, ...]
    law: LawRegister
    judgements: object
    problems: tuple[Problem, ...]
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def line(self, file: str, entry_id: str) -> int:
        """The line on which a data file tells of something, for messages; 1 when it is not known."""
        return self.lines.get((file, entry_id), 1)

    def facet(self, facet_id: str) -> Facet | None:
        """The facet with this name in addresses, or None."""
        return next((facet for facet in self.facets if facet.id == facet_id), None)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Reads every data file in the folder. What is wrong with them is in `problems`."""
    problems: list[Problem] = []
    lines: dict[tuple[str, str], int] = {}
    judgements = read_data(folder, "_judgements.yml", problems)
    return Vocabulary(
        facets=_facets(folder, problems),
        sources=_sources(folder, problems),
        concepts=_concepts(folder, problems, lines),
        never_suggest=_never_suggest(folder, problems),
        law=read_law(folder, problems, lines),
        judgements=plain(judgements) if judgements is not None else None,
        problems=tuple(problems),
        lines=lines,
    )


def _facets(folder: Path, problems: list[Problem]) -> tuple[Facet, ...]:
    own = folder / "_facets.yml"
    if own.is_file():
        return _facets_in(read_data(folder, own.name, problems), str(own), problems)
    return _facets_in(read_data(_BUILT_IN, "facets.yml", problems), str(_BUILT_IN / "facets.yml"), problems)


def _facets_in(value: Value | None, file: str, problems: list[Problem]) -> tuple[Facet, ...]:
    facets = []
    for record in records_of(value, file, problems):
        facets.append(
            Facet(
                id=record.text("id", required=True),
                key=record.text("key", required=True),
                label=record.label("label"),
                values=tuple(_facet_value(inner) for inner in record.records("values")),
            )
        )
        record.finish()
    return tuple(facets)


def _facet_value(record: Record) -> FacetValue:
    value = FacetValue(record.text("id", required=True), record.label("label"))
    record.finish()
    return value


def _sources(folder: Path, problems: list[Problem]) -> dict[str, Source]:
    name = "_sources.yml"
    sources: dict[str, Source] = {}
    for record in records_of(read_data(folder, name, problems), str(folder / name), problems):
        source = Source(
            id=record.text("id", required=True),
            title=record.text("title", required=True),
            publisher=record.text("publisher"),
            url=record.text("url"),
            note=record.text("note"),
            accessed=record.day("accessed"),
        )
        record.finish()
        _refuse_twice(record, source.id, sources)
        sources[source.id] = source
    return sources


def _concepts(folder: Path, problems: list[Problem], lines: dict[tuple[str, str], int]) -> tuple[Concept, ...]:
    name = "_synonyms.yml"
    concepts: dict[str, Concept] = {}
    for record in records_of(read_data(folder, name, problems), str(folder / name), problems):
        record.choice("evidence", _Evidence, _Evidence.GENERAL)
        concept = Concept(
            id=record.text("id", required=True),
            preferred=record.label("preferred"),
            article=record.text("article"),
            allowed=record.labels("allowed"),
            legal=record.labels("legal"),
            former=record.labels("former"),
            discouraged=record.labels("discouraged"),
            narrower=record.labels("narrower"),
            related=record.texts("related"),
            broader=record.texts("broader"),
            note=record.text("note"),
        )
        record.finish()
        _refuse_twice(record, concept.id, concepts)
        concepts[concept.id] = concept
        lines[name, concept.id] = record.line
    return tuple(concepts.values())


def _never_suggest(folder: Path, problems: list[Problem]) -> tuple[str, ...]:
    name = "_never_suggest.yml"
    value = read_data(folder, name, problems)
    if value is not None and isinstance(value.content, tuple):
        loose = [item.content for item in value.content if isinstance(item.content, str)]
        if len(loose) == len(value.content):
            return tuple(loose)
    words: list[str] = []
    for record in records_of(value, str(folder / name), problems):
        record.text("reason")
        words.extend(record.texts("words"))
        record.finish()
    return tuple(dict.fromkeys(words))


def _refuse_twice(record: Record, new_id: str, known: Mapping[str, object]) -> None:
    if new_id in known:
        record.report(record.line, f"«{new_id}» står to ganger.", "Behold bare én av dem.")
