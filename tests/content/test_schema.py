from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kb.articles import Article, Kind, Status, Variant
from kb.content.library import Library
from kb.content.schema import json_schema
from kb.problems import Problem, Severity

Reader = Callable[[Mapping[str, str | bytes]], Library]

SOURCES = "- {id: lov-2021, title: Barnevernsloven, url: https://lovdata.no/x, accessed: 2026-07-02}\n"


def _one(read: Reader, front: str, body: str = "Hei.") -> tuple[Article, tuple[Problem, ...]]:
    library = read({"a.md": f"---\n{front}\n---\n{body}", "_sources.yml": SOURCES})
    return library.articles[0], library.problems


def test_every_field_of_the_contract_is_read(read: Reader) -> None:
    article, problems = _one(
        read,
        """id: hasteflytting
title: Hasteflytting
kind: prosess
summary: Kort.
lang: nn
processes: [hasteflytting]
values: [apenhet]
audience: [leder]
fields: [juss]
basis: [lov]
laws: [barnevernsloven-2021-4-2]
status: utkast
valid_from: 2023-01-01
valid_to: 2024-01-01
replaced_by: [ny]
replaces: [gammel, eldre]
reviewed: 2026-11-22
review_due: 2027-11-22
sources:
  - lov-2021
  - {title: Et hefte, url: https://example.no, note: lest}
aliases: [gammel-flytting]
keywords: [akuttplassering, "§ 4-2"]""",
    )

    assert problems == ()
    assert article.id == "hasteflytting"
    assert (article.kind, article.lang, article.status) == (Kind.PROCESS, Variant.NYNORSK, Status.DRAFT)
    assert dict(article.facets) == {
        "prosess": ("hasteflytting",),
        "type": ("prosess",),
        "verdi": ("apenhet",),
        "malgruppe": ("leder",),
        "fagfelt": ("juss",),
        "grunnlag": ("lov",),
        "sprak": ("nn",),
        "status": ("utkast",),
    }
    assert (article.valid_from, article.valid_to) == (date(2023, 1, 1), date(2024, 1, 1))
    assert (article.replaced_by, article.replaces) == (("ny",), ("gammel", "eldre"))
    assert [source.title for source in article.sources] == ["Barnevernsloven", "Et hefte"]
    assert article.keywords == ("akuttplassering", "§ 4-2")
    assert article.lines["title"] == 3


def test_all_mistakes_are_told_of_at_once_each_with_its_line(read: Reader) -> None:
    article, problems = _one(
        read,
        """title: A
sumary: Kort
kind: prosses
reviewed: 1.2.2026
processes: [hasteflyting]
sources: [lov-2012]
keywords: {a: b}
id: Stor Bokstav""",
    )

    assert [(one.line, one.message, one.remedy) for one in problems] == [
        (3, "Kjenner ikke feltet «sumary».", "Mente du «summary»?"),
        (4, "«kind» er «prosses».", "Mente du «prosess»?"),
        (5, "«reviewed» er «1.2.2026».", "Skriv 2026-02-01: år, måned, dag."),
        (6, "«processes» har «hasteflyting», som ikke står i _facets.yml.", "Mente du «hasteflytting»?"),
        (7, "Kilden «lov-2012» står ikke i _sources.yml.", "Mente du «lov-2021»?"),
        (8, "«keywords» skal være en liste.", "Skriv keywords: [a, b]."),
        (9, "«id» er «Stor Bokstav».", "Skriv «stor-bokstav»: bare små bokstaver a–z, tall og bindestrek."),
    ]
    assert article.title == "A"


def test_of_many_sources_the_ones_most_like_it_are_offered(read: Reader) -> None:
    names = [f"aa-{number:02}" for number in range(20)] + ["bufdir-hasteflytting", "bufdir-rundskriv"]
    sources = "".join(f"- {{id: {name}, title: X}}\n" for name in names)

    (problem,) = read({"a.md": "---\ntitle: A\nsources: [bufdir-barnehus]\n---\nA", "_sources.yml": sources}).problems

    assert problem.remedy.startswith("Mest likt er bufdir-rundskriv, bufdir-hasteflytting, ")
    assert problem.remedy.count(",") == 4


def test_a_problem_is_told_as_file_line_what_what_to_do_and_rule(read: Reader) -> None:
    _, (problem,) = _one(read, "title: A\nreviewed: i går")

    assert str(problem).endswith("a.md:3: «reviewed» er «i går». Skriv datoen som 2026-01-31. [front-matter]")


@pytest.mark.parametrize("written", ["2026-02-30", "20260131", "1706745600", "2026-1-1", "[2026-01-31]"])
def test_a_date_is_written_in_one_way_only(read: Reader, written: str) -> None:
    article, problems = _one(read, f"title: A\nreviewed: {written}")

    assert article.reviewed is None
    assert [one.line for one in problems] == [3]


def test_a_single_text_counts_as_a_list_of_one(read: Reader) -> None:
    article, problems = _one(read, "title: A\nkeywords: ett ord\nprocesses: ettervern\naliases: gammel")

    assert problems == ()
    assert article.keywords == ("ett ord",)
    assert article.facets["prosess"] == ("ettervern",)


def test_a_new_facet_touches_no_python(read: Reader) -> None:
    facets = "- {id: fylke, key: counties, label: Fylke, values: [{id: vestland, label: Vestland}]}\n"
    library = read({"_facets.yml": facets, "a.md": "---\ntitle: A\ncounties: [vestland]\n---\n"})

    assert library.problems == ()
    assert library.articles[0].facets == {"fylke": ("vestland",)}
    assert json_schema(library.vocabulary.facets)["properties"]["counties"]["items"] == {"enum": ["vestland"]}


def test_the_schema_offers_every_key_and_the_values_of_facets(read: Reader) -> None:
    properties = json_schema(read({"a.md": "x"}).vocabulary.facets)["properties"]

    wanted = "id title kind summary lang processes values audience fields basis laws status valid_from valid_to"
    assert set(properties) == {
        *wanted.split(), "replaced_by", "replaces", "reviewed", "review_due", "sources", "aliases", "keywords"
    }  # fmt: skip
    assert "hasteflytting" in properties["processes"]["items"]["enum"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("nq-w0000-p3", "nq-w0000-p3"), ("Doc_12.v2", "Doc_12.v2"), ("Økt for ære", "okt-for-aere"), ("§", "uten-navn")],
)
def test_without_an_id_the_file_name_is_the_id(read: Reader, name: str, expected: str) -> None:
    assert read({f"{name}.md": "# T"}).articles[0].id == expected


def test_crlf_and_byte_order_mark_change_nothing(read: Reader) -> None:
    library = read({"a.md": b"\xef\xbb\xbf---\r\ntitle: Hei\r\n---\r\nEn\r\n\r\nTo\r\n"})

    assert library.problems == ()
    assert library.articles[0].title == "Hei"
    assert library.articles[0].body == "En\n\nTo\n"


def test_a_file_that_is_not_utf8_is_told_of_with_the_line(read: Reader) -> None:
    library = read({"a.md": b"# Hei\n\nbl\xe5\n", "b.md": "# B"})

    assert [(one.rule, one.line) for one in library.problems] == [("fil", 3)]
    # As far as it can be read, so that links to it are not told of as well.
    assert [(one.id, one.summary) for one in library.articles] == [("b", ""), ("a", "blå")]


def test_an_empty_file_is_a_warning_and_an_enormous_one_an_error(read: Reader) -> None:
    library = read({"tom.md": "", "stor.md": b"a" * 2_000_001})

    assert {Path(one.file).stem: one.severity for one in library.problems} == {
        "tom": Severity.WARNING,
        "stor": Severity.ERROR,
    }


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("reviewed: 1.2.2026", "Skriv 2026-02-01: år, måned, dag."),
        ("reviewed: 31/12-2026", "Skriv 2026-12-31: år, måned, dag."),
        ("reviewed: 31.2.2026", "Skriv datoen som 2026-01-31."),
        ("reviewed: i fjor", "Skriv datoen som 2026-01-31."),
        ("id: barnets-ønsker", "Skriv «barnets-onsker»: bare små bokstaver a–z, tall og bindestrek."),
        ("sammendrag: Kort.", "Feltet heter «summary»."),
        ("Stikkord: [a]", "Feltet heter «keywords»."),
    ],
)
def test_the_remedy_is_what_the_author_meant(read: Reader, written: str, remedy: str) -> None:
    _article, problems = _one(read, f"title: A\n{written}")

    assert [(one.line, one.remedy) for one in problems] == [(3, remedy)]


def test_quotes_from_a_word_processor_around_a_choice_are_told_of_once(read: Reader) -> None:
    _article, problems = _one(read, "title: A\nkind: “verdi”")

    assert [(one.line, one.remedy) for one in problems] == [(3, "Mente du «verdi»?")]


def test_an_empty_field_is_told_of_when_that_means_something_else(read: Reader) -> None:
    _article, problems = _one(read, "title: A\nsummary:\nkeywords:")

    assert [(one.line, one.message, one.severity) for one in problems] == [
        (3, "Feltet «summary» er tomt.", Severity.WARNING)
    ]
