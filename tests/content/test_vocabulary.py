from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kb.articles import Variant
from kb.content.library import Library, load
from kb.law.changes import Change, Effect
from kb.law.provisions import Certainty, Chapter

Reader = Callable[[Mapping[str, str | bytes]], Library]

CONTENT = Path(__file__).parent.parent.parent / "content"


def test_the_built_in_facets_are_those_of_our_content(read: Reader) -> None:
    built_in = read({"a.md": "x"}).vocabulary.facets

    assert built_in == load(CONTENT).vocabulary.facets


def test_a_concept_has_its_words_in_both_standards(read: Reader) -> None:
    text = """
- id: hasteflytting
  preferred: {nb: hasteflytting, nn: hasteflytting}
  allowed: {nb: [akuttplassering, akutt flytting]}
  legal: {nb: [akuttvedtak], nn: [akuttvedtak]}
  related: [beredskapshjem]
  note: Et ord for noe.
  evidence: source
"""
    (concept,) = read({"_synonyms.yml": text}).vocabulary.concepts

    assert concept.allowed == {Variant.BOKMAL: ("akuttplassering", "akutt flytting")}
    assert ("akuttvedtak", "legal", Variant.NYNORSK) in list(concept.labels())


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        ("evidence: generell", "«evidence» er «generell».", "Mente du «general»?"),
        ("allowed: {no: [a], nn: [b]}", "Kjenner ikke «no».", "Velg blant nb, nn, se."),
        (
            "allowed: [a, b]",
            "«allowed» sier ikke hvilken målform ordene er i.",
            "Skriv allowed: {nb: [a, b], nn: [c]}.",
        ),
    ],
)
def test_what_would_be_left_out_of_a_concept_is_told_of(read: Reader, line: str, message: str, remedy: str) -> None:
    (problem,) = read({"_synonyms.yml": f"- id: a\n  preferred: {{nb: b, nn: c}}\n  {line}\n"}).problems

    assert (problem.line, problem.message, problem.remedy) == (3, message, remedy)


def test_a_name_in_both_standards_takes_braces(read: Reader) -> None:
    (problem,) = read({"_synonyms.yml": "- id: a\n  preferred: nb: b\n"}).problems

    assert (problem.line, problem.message) == (2, "«preferred» og «nb» står på samme linje.")
    assert problem.remedy == "Skriv preferred: {nb: b, nn: …}."


def test_words_never_to_suggest_are_gathered_from_all_groups(read: Reader) -> None:
    text = "- {reason: x, words: [a, b]}\n- {reason: y, words: [b, c]}\n"

    assert read({"_never_suggest.yml": text}).vocabulary.never_suggest == ("a", "b", "c")


def test_the_law_is_read_with_dates_from_the_act(read: Reader) -> None:
    text = """
acts:
  - {id: gml-1992, title: gml-loven, year: 1992, kind: lov, repealed: 2023-01-01, names: [gml]}
provisions:
  - {id: gml-1992-1, act: gml-1992, number: "1", theme: noe}
  - {id: gml-1992-2, act: gml-1992, number: "2", repealed: 2018-07-01}
successors:
  - {from: gml-1992-2, to: [gml-1992-1], certainty: source, basis: fordi}
"""
    law = read({"_law.yml": text}).law

    assert law.provisions["gml-1992-1"].repealed == date(2023, 1, 1)
    assert law.provisions["gml-1992-2"].repealed == date(2018, 7, 1)
    assert law.successors("gml-1992-2")[0].certainty is Certainty.SOURCE


def test_a_chapter_belongs_to_its_act(read: Reader) -> None:
    text = """
acts: [{id: ny-2021, title: nyloven, year: 2021}]
chapters:
  - {act: ny-2021, number: "4", title: Akuttiltak, article: akutt}
  - {act: ny-2021, number: "5", title: Mer, article: akutt, anchor: mer}
  - {act: ny-2012, number: "1", title: Feil}
"""
    library = read({"_law.yml": text})

    assert library.law.acts["ny-2021"].chapters == (
        Chapter("4", "Akuttiltak", "akutt"),
        Chapter("5", "Mer", "akutt#mer"),
    )
    assert [(one.line, one.remedy) for one in library.problems] == [(6, "Mente du «ny-2021»?")]


def test_changes_that_are_not_in_our_text_are_read_with_their_days(read: Reader) -> None:
    text = """
acts: [{id: ny-2021, title: nyloven, year: 2021}]
provisions: [{id: ny-2021-1, act: ny-2021, number: "1", formerly: "2"}]
changes:
  - {act: lov 19. juni 2026 nr. 35, provisions: [ny-2021-1]}
  - {act: lov 12. juni 2026 nr. 22, since: 2028-07-01, effect: repeals, provisions: [ny-2021-1, ny-2021-l1]}
"""
    library = read({"_law.yml": text})

    assert library.law.provisions["ny-2021-1"].formerly == "2"
    assert library.law.changes_of(["ny-2021-1"]) == (
        Change("lov 19. juni 2026 nr. 35", ("ny-2021-1",)),
        Change("lov 12. juni 2026 nr. 22", ("ny-2021-1",), date(2028, 7, 1), Effect.REPEALS),
    )
    assert library.law.changes_of(["ny-2021-2"]) == ()
    assert [(one.line, one.remedy) for one in library.problems] == [(6, "Mente du «ny-2021-1»?")]


def test_mistakes_in_data_files_are_told_of_with_their_lines(read: Reader) -> None:
    library = read(
        {
            "_law.yml": 'acts:\n  - {id: a, title: a, yaer: 1992}\nprovisions:\n  - {id: b, act: c, number: "1"}\n',
            "_sources.yml": "- {id: x, title: X}\n- {id: x, title: Y}\n- bare tekst\n",
            "_synonyms.yml": "- {id: y, preferred: {}}\n",
        }
    )

    assert [(Path(one.file).name, one.line, one.rule) for one in library.problems] == [
        ("_law.yml", 2, "datafil"),
        ("_law.yml", 4, "datafil"),
        ("_sources.yml", 2, "datafil"),
        ("_sources.yml", 3, "datafil"),
        ("_synonyms.yml", 1, "datafil"),
    ]
    assert library.problems[0].remedy == "Mente du «year»?"


def test_broken_data_files_leave_the_rest_standing(read: Reader) -> None:
    library = read(
        {"_law.yml": "[", "_sources.yml": b"\xff", "_facets.yml": "a: b", "_synonyms.yml": "", "a.md": "# A"}
    )

    assert [one.id for one in library.articles] == ["a"]
    assert library.law.acts == {}
    assert len(library.problems) == 3


def test_judgements_are_handed_on_as_plain_values(read: Reader) -> None:
    library = read({"_judgements.yml": "- {query: frist, relevant: {a: 3}}\n"})

    assert library.vocabulary.judgements == [{"query": "frist", "relevant": {"a": "3"}}]
    assert read({}).vocabulary.judgements == [{"query": "frist", "relevant": {"a": "3"}}]
