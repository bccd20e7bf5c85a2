"""Which fields an article carries, and what makes a file an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kb.articles import Article, Facet, Kind, Source, Status, Variant
from kb.content.explaining import RULE, explained, line_at
from kb.content.files import SourceFile
from kb.content.first_words import first_heading, first_paragraph
from kb.content.front_matter import FrontMatter, Value, plain, split
from kb.content.names import id_of, title_of
from kb.content.records import as_date, choose
from kb.content.vocabulary import Vocabulary
from kb.problems import Problem, Severity

_NORWEGIAN_DAY = re.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})")


def _day(written: object) -> date:
    day = as_date(written) if isinstance(written, str) else None
    if day is None:
        parts = _NORWEGIAN_DAY.fullmatch(written.strip()) if isinstance(written, str) else None
        meant = as_date(f"{parts[3]}-{parts[2]:0>2}-{parts[1]:0>2}") if parts else None
        raise ValueError(f"Skriv {meant}: år, måned, dag." if meant else "Skriv datoen som 2026-01-31.")
    return day


def _listed(written: object) -> object:
    return [written] if isinstance(written, str) else written


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("Skriv noe, eller ta feltet bort.")
    return " ".join(text.split())


Text = Annotated[str, AfterValidator(_not_blank)]
Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed)]


class WrittenSource(BaseModel):
    """A source that is written out in one article."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text
    url: Text | None = None
    note: Text | None = None
    publisher: Text | None = None
    accessed: Day | None = None


class Fields(BaseModel):
    """The front matter of an article. Only the title is needed, and that may be the first heading instead."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="Mitt Liv: feltene øverst i en artikkel")

    id: Id | None = Field(None, description="Varig og unik. Uten den: navnet på filen.")
    title: Text | None = Field(None, description="Uten den: første overskrift med #.")
    kind: Kind = Field(Kind.ARTICLE, description="Hva slags artikkel det er.")
    summary: Text | None = Field(None, description="Én eller to setninger, svaret først. Uten den: første avsnitt.")
    lang: Variant = Field(Variant.BOKMAL, description="nb, nn eller se.")
    laws: Ids = Field((), description="Bestemmelser fra _law.yml, som barnevernsloven-2021-1-4.")
    status: Status = Field(Status.CURRENT, description="Om artikkelen gjelder.")
    valid_from: Day | None = Field(None, description="Gjelder fra denne dagen.")
    valid_to: Day | None = Field(None, description="Gjaldt til denne dagen.")
    replaced_by: Ids = Field((), description="Artikler som har avløst denne.")
    replaces: Ids = Field((), description="Artikler som denne har avløst.")
    reviewed: Day | None = Field(None, description="Når artikkelen sist ble gått gjennom.")
    review_due: Day | None = Field(None, description="Når den skal gås gjennom igjen.")
    sources: Annotated[tuple[WrittenSource | Text, ...], BeforeValidator(_listed)] = Field(
        (), description="Kilder fra _sources.yml, eller kilder skrevet ut her."
    )
    aliases: Texts = Field((), description="Tidligere id-er og adresser. De leder hit for alltid.")
    keywords: Texts = Field((), description="Ord som leserne bruker og teksten ikke har.")


def json_schema(facets: tuple[Facet, ...]) -> dict[str, Any]:
    """The JSON Schema of the front matter, with the facets' values, for completion in an editor."""
    schema = Fields.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for facet in _own_facets(facets):
        schema["properties"][facet.key] = {
            "type": "array",
            "items": {"enum": [value.id for value in facet.values]},
            "uniqueItems": True,
            "default": [],
            "description": facet.label.nb,
        }
    return schema


def to_article(source: SourceFile, folder: Path, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """The article as far as it can be understood, and everything that is wrong with its front matter."""
    front = split(source.text)
    file = str(folder / source.path)
    problems = [Problem(file, one.line, RULE, one.message, one.remedy, one.severity) for one in front.mistakes]
    facet_values = _facet_values(front, vocabulary.facets, file, problems)
    fields = _fields(front, vocabulary.facets, file, problems)
    sources = _sources(fields, front, vocabulary, file, problems)
    article = Article(
        id=fields.id or id_of(source.path),
        title=fields.title or first_heading(front.body) or title_of(source.path),
        kind=fields.kind,
        summary=fields.summary or first_paragraph(front.body),
        lang=fields.lang,
        body=front.body,
        path=source.path,
        body_line=front.body_line,
        status=fields.status,
        facets=_all_facets(fields, facet_values, vocabulary.facets),
        laws=fields.laws,
        valid_from=fields.valid_from,
        valid_to=fields.valid_to,
        replaced_by=fields.replaced_by,
        replaces=fields.replaces,
        reviewed=fields.reviewed,
        review_due=fields.review_due,
        sources=sources,
        aliases=fields.aliases,
        keywords=fields.keywords,
        lines=dict(front.key_lines),
    )
    told_of = {problem.line for problem in problems}
    for key in _NEVER_EMPTY:
        if key in front.fields and front.fields[key].content is None and front.key_lines[key] not in told_of:
            remedy = "Skriv det etter kolon, eller ta linjen bort."
            line = front.key_lines[key]
            problems.append(Problem(file, line, RULE, f"Feltet «{key}» er tomt.", remedy, Severity.WARNING))
    if not source.text.strip():
        problems.append(Problem(file, 1, "fil", "Filen er tom.", "Skriv en tittel og en tekst.", Severity.WARNING))
    # One mistake is told of once: where a value cannot be used, that is what to mend.
    wrong = {problem.line for problem in problems if problem.severity is Severity.ERROR}
    told = (one for one in problems if one.severity is Severity.ERROR or one.line not in wrong)
    return article, tuple(told)


_NEVER_EMPTY = ("id", "title", "kind", "summary", "lang", "status")
"""Fields that mean something else when they are empty than an author may think: an id of the file's name, and so on."""


def _own_facets(facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """The facets with a key of their own; kind, lang and status are fields of every article."""
    return tuple(facet for facet in facets if facet.key not in Fields.model_fields)


def _fields(front: FrontMatter, facets: tuple[Facet, ...], file: str, problems: list[Problem]) -> Fields:
    facet_keys = {facet.key for facet in facets} - set(Fields.model_fields)
    written = {
        key: plain(value) for key, value in front.fields.items() if value.content is not None and key not in facet_keys
    }
    try:
        return Fields.model_validate(written)
    except ValidationError as error:
        wrong: dict[str, tuple[Mapping[str, Any], Value]] = {}
        for one in error.errors():
            key = str(one["loc"][0])
            wrong.setdefault(key, (one, front.fields[key]))
        known = [*Fields.model_fields, *sorted(facet_keys)]
        problems.extend(explained(key, one, value, file, known) for key, (one, value) in wrong.items())
        return Fields.model_validate({key: value for key, value in written.items() if key not in wrong})


def _facet_values(
    front: FrontMatter, facets: tuple[Facet, ...], file: str, problems: list[Problem]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for facet in _own_facets(facets):
        value = front.fields.get(facet.key)
        if value is None or value.content is None:
            continue
        items = value.content if isinstance(value.content, tuple) else (value,)
        known = [one.id for one in facet.values]
        chosen = []
        for item in items:
            if not isinstance(item.content, str):
                problems.append(Problem(file, item.line, RULE, f"«{facet.key}» skal være en liste.", "Skriv [a, b]."))
            elif item.content not in known:
                message = f"«{facet.key}» har «{item.content}», som ikke står i _facets.yml."
                problems.append(Problem(file, item.line, RULE, message, choose(item.content, known)))
            else:
                chosen.append(item.content)
        found[facet.id] = tuple(dict.fromkeys(chosen))
    return found


def _all_facets(
    fields: Fields, own: Mapping[str, tuple[str, ...]], facets: tuple[Facet, ...]
) -> dict[str, tuple[str, ...]]:
    common = {"kind": fields.kind.value, "lang": fields.lang.value, "status": fields.status.value}
    return {facet.id: (common[facet.key],) if facet.key in common else own.get(facet.id, ()) for facet in facets}


def _sources(
    fields: Fields, front: FrontMatter, vocabulary: Vocabulary, file: str, problems: list[Problem]
) -> tuple[Source, ...]:
    found: list[Source] = []
    for place, one in enumerate(fields.sources):
        if isinstance(one, WrittenSource):
            source = Source(one.title, "", one.publisher or "", one.url or "", one.note or "", one.accessed)
        elif one in vocabulary.sources:
            source = vocabulary.sources[one]
        elif re.match(r"https?://", one):
            source = Source(one, url=one)
        elif re.fullmatch(r"[a-z0-9-]+", one):
            line = line_at(front.fields["sources"], (place,))
            remedy = choose(one, vocabulary.sources) if vocabulary.sources else "Skriv {title: …, url: …}."
            problems.append(Problem(file, line, "kilde", f"Kilden «{one}» står ikke i _sources.yml.", remedy))
            continue
        else:
            source = Source(one)
        found.append(source)
    return tuple(found)
