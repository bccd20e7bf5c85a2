from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kb.problems import Problem, Severity

Checker = Callable[[Mapping[str, str]], tuple[Problem, ...]]
Writer = Callable[..., str]


def _told(problems: tuple[Problem, ...]) -> list[tuple[str, int, str, str]]:
    return [(Path(one.file).name, one.line, one.rule, one.remedy) for one in problems]


def test_nothing_is_wrong_with_an_article_that_has_everything(check: Checker, whole: Writer) -> None:
    assert check({"a.md": whole("Hei.\n\n## En\n\nSe [b](b#to).\n"), "b.md": whole("## To\n", "B")}) == ()


def test_plain_markdown_is_not_held_to_editorial_rules(check: Checker) -> None:
    assert check({"a.md": "# En\n\nTekst.", "b.md": "Bare tekst."}) == ()


def test_a_link_that_leads_nowhere_is_told_of_with_a_guess(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("En.\nSe [b](hasteflyting).\n"), "hasteflytting.md": whole("", "B")})

    assert _told(problems) == [("a.md", 10, "lenke", "Mente du «hasteflytting»?")]
    assert problems[0].severity is Severity.ERROR


def test_an_anchor_that_is_not_there_is_told_of_with_a_guess(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("[b](b#frist) [c](#nede)"), "b.md": whole("## Alle frister\n", "B")})

    assert _told(problems) == [
        ("a.md", 9, "anker", "Ta bort det som står etter #."),
        ("a.md", 9, "anker", "Mente du «alle-frister»?"),
    ]


def test_a_former_anchor_may_be_linked_to(check: Checker, whole: Writer) -> None:
    assert check({"a.md": whole('[x](#gammel)\n\n## Ny {#ny former="gammel"}\n')}) == ()


def test_a_former_id_should_be_written_as_it_is_now(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("[b](gammel)"), "b.md": whole("", "B", aliases="[gammel]")})

    assert _told(problems) == [("a.md", 9, "lenke", "Skriv «b».")]


@pytest.mark.parametrize("target", ["/sok?q=frist", "/", "/prosesser", "https://lovdata.no", "mailto:a@b.no"])
def test_pages_of_the_site_and_outside_links_are_let_be(check: Checker, whole: Writer, target: str) -> None:
    assert check({"a.md": whole(f"[x]({target})")}) == ()


def test_an_address_is_better_written_as_an_id(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("[x](/artikler/b) [y](/borte)"), "b.md": whole("", "B")})

    assert _told(problems) == [
        ("a.md", 9, "lenke", "Skriv id-en «b», som aldri endres."),
        ("a.md", 9, "lenke", "Skriv id-en til en artikkel i stedet."),
    ]


def test_articles_that_front_matter_names_must_exist(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("", replaced_by="[borte]")})

    assert [(one.line, one.rule) for one in problems] == [(8, "lenke")]


def test_a_published_id_that_is_gone_is_told_of(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole(""), "_published.txt": "a\nborte\n"})

    assert _told(problems) == [
        ("_published.txt", 2, "varig-adresse", "Skriv «borte» under aliases i artikkelen som har tatt over.")
    ]


def test_a_published_id_that_is_an_alias_now_is_in_order(check: Checker, whole: Writer) -> None:
    assert check({"a.md": whole("", aliases="[borte]"), "_published.txt": "a\nborte\n"}) == ()


def test_a_published_anchor_that_is_gone_is_told_of_with_a_guess(check: Checker, whole: Writer) -> None:
    (problem,) = check({"a.md": whole("## Alle frister\n"), "_published.txt": "a\na#alle-frister\na#frister\n"})

    assert problem.rule == "varig-adresse"
    assert problem.remedy == 'Skriv {#alle-frister former="frister"} ved overskriften som har tatt over.'


def test_what_is_not_yet_recorded_is_a_warning(check: Checker, whole: Writer) -> None:
    (problem,) = check({"a.md": whole("## Ny\n"), "_published.txt": "a\n"})

    assert (problem.severity, problem.remedy) == (Severity.WARNING, "Kjør kb check --record.")
    assert problem.message == "1 ny adresse er ikke ført inn: a#ny."


@pytest.mark.parametrize(
    ("body", "remedy"),
    [
        ("Se § 1-4.", "Skriv loven med årstall foran, som barnevernsloven (2021) § 1-4."),
        ("Se barnevernsloven § 1-4.", "Skriv barnevernsloven (2021) § 1-4."),
        ("Se barnevernsloven (2021) § 9-9.", "Rett tallet, eller før den opp i _law.yml."),
        ("Se barnevernloven (1992) § 1-6.", "Nevn også barnevernsloven (2021) § 1-4, som avløste den."),
    ],
)
def test_a_reference_that_may_mislead_is_told_of(
    check: Checker, whole: Writer, law: str, body: str, remedy: str
) -> None:
    assert _told(check({"_law.yml": law, "a.md": whole(f"Først.\n\n{body}\n")})) == [("a.md", 11, "lov", remedy)]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("Se barnevernsloven (2021) § 1-4, og barnevernsloven (2021) §§ 1-4 og 1-6.", {}),
        ("Se barnevernloven (1992) § 1-6, nå barnevernsloven (2021) § 1-4.", {}),
        ("Se barnevernloven (1992) § 1-6.", {"laws": "[barnevernsloven-2021-1-4]"}),
        ("Se barnevernloven (1992) § 1-6.", {"status": "historisk"}),
        ("Se barnevernloven (1992) § 1-6.", {"valid_to": "2020-01-01"}),
        ("```\n§ 1-4\n```", {}),
    ],
)
def test_a_reference_that_leaves_no_doubt_is_let_be(
    check: Checker, whole: Writer, law: str, body: str, fields: dict[str, str]
) -> None:
    assert check({"_law.yml": law, "a.md": whole(body, **fields)}) == ()


@pytest.mark.parametrize(
    "body",
    [
        "Reglene i forvaltningsloven gjelder.",
        "Se forvaltningsloven § 17.",
        "Etter psykisk **Forvaltningsloven**, og **forvaltningsloven** (1967).",
        "Forvaltningslovens regler (alle) gjelder.",
        "Se [forvaltningsloven](forvaltningsloven).",
    ],
)
def test_an_act_that_we_do_not_have_is_named_with_its_year_too(
    check: Checker, whole: Writer, law: str, body: str
) -> None:
    told = [
        (one.rule, one.line, one.message.split("»")[1])
        for one in check({"_law.yml": law, "a.md": whole(f"Først.\n\n{body}\n")})
        if one.rule == "lov"
    ]

    assert told == [("lov", 11, " står uten årstall.")]


@pytest.mark.parametrize(
    ("body", "remedy"),
    [
        ("Etter forvaltningsloven § 41.", "Skriv forvaltningsloven (1967) § 41."),
        ("Etter § 41 i forvaltningslova.", "Skriv forvaltningsloven (1967) § 41."),
        (
            "Etter forvaltningslova.",
            "Skriv året loven er fra, i parentes etter navnet: forvaltningslova (1967).",
        ),
    ],
)
def test_an_act_that_we_only_know_the_name_of_is_told_of_once_with_its_year(
    check: Checker, whole: Writer, law: str, body: str, remedy: str
) -> None:
    known = "- {id: forvaltningsloven-1967, title: forvaltningsloven, year: 1967}"
    problems = check({"_law.yml": law.replace("provisions:", f"  {known}\nprovisions:"), "a.md": whole(f"{body}\n")})

    assert _told(problems) == [("a.md", 9, "lov", remedy)]


@pytest.mark.parametrize(
    "body",
    [
        "Se forvaltningsloven (1967) § 17, og privatskolelova av 2003.",
        "Helse- og omsorgstjenesteloven (2011) og **psykisk helsevernloven** (1999).",
        "Loven gjelder, lova òg, og 2021-loven, den gamle barnevernloven og dei har utlova det.",
        "Se [forvaltningsloven](https://lovdata.no/forvaltningsloven) (1967).",
        "```\nforvaltningsloven\n```",
    ],
)
def test_a_word_that_names_no_other_act_without_its_year_is_let_be(
    check: Checker, whole: Writer, law: str, body: str
) -> None:
    assert [one for one in check({"_law.yml": law, "a.md": whole(body)}) if one.rule == "lov"] == []


def test_a_summary_is_checked_for_references_too(check: Checker, law: str, whole: Writer) -> None:
    text = whole("").replace("Kort og godt.", "Etter § 1-4.")

    assert [(one.line, one.rule) for one in check({"_law.yml": law, "a.md": text})] == [(3, "lov")]


def test_without_a_register_of_acts_references_are_let_be(check: Checker, whole: Writer) -> None:
    assert check({"a.md": whole("Grunnloven § 1 og § 2.")}) == ()


def test_provisions_that_an_article_lists_must_be_known(check: Checker, whole: Writer, law: str) -> None:
    problems = check({"_law.yml": law, "a.md": whole("", laws="[barnevernsloven-2021-14]")})

    assert _told(problems) == [("a.md", 8, "lov", "Mente du «barnevernsloven-2021-1-4»?")]


def test_the_front_matter_and_the_register_must_agree_on_what_replaced_what(
    check: Checker, whole: Writer, law: str
) -> None:
    files = {
        "_law.yml": law,
        "barnevernloven-1992-1-6.md": whole("", "A", kind="lov", replaced_by="[barnevernsloven-2021-1-6]"),
        "barnevernsloven-2021-1-4.md": whole("", "B", kind="lov", replaces="[barnevernloven-1992-1-6]"),
        "barnevernsloven-2021-1-6.md": whole("", "C", kind="lov"),
    }

    assert _told(check(files)) == [("barnevernloven-1992-1-6.md", 9, "lov", "Rett den som tar feil.")]


def test_a_citation_must_lead_to_a_source(check: Checker, whole: Writer) -> None:
    sources = "- {id: hefte, title: Et hefte}\n"
    problems = check({"_sources.yml": sources, "a.md": whole("Sant. [@hefte]\n[@borte]\n[@heftte]")})

    assert _told(problems) == [
        ("a.md", 9, "kilde", "Legg den til under sources."),
        ("a.md", 10, "kilde", "Rett id-en, eller før kilden opp i _sources.yml."),
        ("a.md", 11, "kilde", "Mente du «hefte»?"),
    ]


def test_an_article_without_sources_grounds_or_summary_is_told_of(check: Checker) -> None:
    problems = check({"a.md": "---\ntitle: A\n---\nHei."})

    assert [one.rule for one in problems] == ["grunnlag", "kilde", "sammendrag"]
    assert {one.severity for one in problems} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("review_due: 2027-11-01", "review_due: 2026-11-21", ("gjennomgang", 6)),
        ("reviewed: 2026-11-01", "reviewed: 2026-11-23", ("dato", 5)),
        ("review_due: 2027-11-01\n", "", ("dato", 5)),
        ("summary: Kort og godt.", f"summary: {'ord ' * 80}", ("sammendrag", 3)),
    ],
)
def test_dates_and_summaries_are_held_to_the_rules(
    check: Checker, whole: Writer, old: str, new: str, told: tuple[str, int]
) -> None:
    (problem,) = check({"a.md": whole("Hei").replace(old, new)})

    assert (problem.rule, problem.line) == told


def test_a_period_must_end_after_it_begins(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("", valid_from="2023-01-01", valid_to="2022-01-01")})

    assert [(one.line, one.rule) for one in problems] == [(9, "dato")]


def test_two_articles_with_the_same_title_are_told_of(check: Checker, whole: Writer) -> None:
    assert [one.rule for one in check({"a.md": whole(""), "b.md": whole("")})] == ["tittel"]
    assert check({"a.md": whole(""), "b.md": whole("", lang="nn")})[1:] == ()


def test_what_is_not_filled_in_is_a_reminder_in_a_draft_and_an_error_later(check: Checker, whole: Writer) -> None:
    (reminder,) = check({"a.md": whole("[FYLL INN: svaret]", status="utkast")})
    (error,) = check({"a.md": whole("[FYLL INN: svaret]")})

    assert (reminder.rule, reminder.severity) == ("utkast", Severity.WARNING)
    assert (error.rule, error.severity) == ("utkast", Severity.ERROR)


@pytest.mark.parametrize(
    ("body", "rule", "line"),
    [
        ("## A\n\n#### B\n", "overskrift", 11),
        ("### A\n", "overskrift", 9),
        ("## A\n\n# B\n", "overskrift", 11),
        ("## \n", "overskrift", 9),
        ("## A {#x}\n\n## B {#x}\n", "anker", 11),
        ("## A {#Æ}\n", "anker", 9),
        ("En\n\n![](x.png)\n", "bilde", 11),
        ("En <br> to\n", "html", 9),
        ("<!-- skjult -->\n", "html", 9),
        ("::: lvo\nx\n:::\n", "blokk", 9),
        ("::: lov\nx\n", "blokk", 9),
        ("x\n\n:::\n", "blokk", 11),
    ],
)
def test_what_does_not_become_what_was_meant_is_told_of(
    check: Checker, whole: Writer, body: str, rule: str, line: int
) -> None:
    problems = check({"a.md": whole(body)})

    assert [(one.rule, one.line) for one in problems] == [(rule, line)]


@pytest.mark.parametrize(
    "body",
    [
        "## A\n\n### B\n\n## C\n",
        "```\n# kode\n<b>\n![](x)\n::: x\n```\n",
        "`<b>` og <https://lovdata.no> og 3 < 4\n",
        ":::: lov\n::: frist\nx\n:::\n::::\n",
    ],
)
def test_what_is_right_is_let_be(check: Checker, whole: Writer, body: str) -> None:
    assert check({"a.md": whole(body)}) == ()


def test_problems_of_reading_and_of_checking_are_told_together_in_order(check: Checker, whole: Writer) -> None:
    problems = check({"b.md": whole("[x](borte)", sumary="x"), "a.md": "---\ntitle: [\n---\n"})

    assert [(Path(one.file).name, one.rule) for one in problems] == [
        ("a.md", "front-matter"),
        ("b.md", "front-matter"),
        ("b.md", "lenke"),
    ]


def test_the_words_that_readers_use_must_hang_together(check: Checker, whole: Writer) -> None:
    concepts = """\
- {id: hastevedtak, article: hasteflyting, preferred: {nb: hastevedtak}}
- {id: akutt, preferred: {nb: akutt}, related: [hastevedtk], broader: [hastevedtak]}
- {id: igjen, preferred: {nb: Akutt, nn: brått}}
- {id: opphold, preferred: {nb: opphold, nn: opphald}, legal: {nb: [opphold ute], nn: [opphald ute]}}
- {id: foreldre, preferred: {nb: foreldre}, allowed: {nb: [Mor]}, narrower: {nb: [mor, far], nn: [mor, far]}}
"""
    problems = check({"_synonyms.yml": concepts, "hasteflytting.md": whole("")})

    assert _told(problems) == [
        ("_synonyms.yml", 1, "begrep", "Mente du «hasteflytting»?"),
        ("_synonyms.yml", 2, "begrep", "Mente du «hastevedtak»?"),
        ("_synonyms.yml", 3, "begrep", "La det stå under legal eller former i det ene."),
        ("_synonyms.yml", 4, "begrep", "Flytt det til nn under allowed."),
        ("_synonyms.yml", 5, "begrep", "La det stå ett av stedene."),
    ]


def test_what_the_register_of_acts_points_at_must_be_there(check: Checker, whole: Writer, law: str) -> None:
    more = law.replace("certainty: reading", "sources: [borte]").replace(
        "theme: tiltak}", "theme: tiltak, article: a, anchor: nede}"
    )
    problems = check({"_law.yml": more, "a.md": whole("")})

    assert [(one.line, one.rule) for one in problems] == [(7, "anker"), (10, "kilde")]


def test_an_article_lies_in_the_folder_of_its_kind(check: Checker, whole: Writer) -> None:
    files = {
        "begreper/a.md": whole("", kind="verdi"),
        "verdier/b.md": whole("", "B", kind="verdi"),
        "x/c.md": whole("", "C"),
    }

    assert _told(check(files)) == [("a.md", 8, "mappe", "Flytt filen til verdier/, eller rett kind.")]


def test_a_year_that_no_act_has_is_not_called_a_missing_year(check: Checker, whole: Writer, law: str) -> None:
    (problem,) = check({"_law.yml": law, "a.md": whole("Se barnevernsloven (2020) § 1-4.\n")})

    assert "har et årstall som loven ikke har" in problem.message
    assert problem.remedy == "Skriv barnevernsloven (2021) § 1-4."


@pytest.mark.parametrize("name", ["barnevernsloven §§ 1-4 og", "barnevernsloven §", "barnevernsloven (1993) §"])
def test_a_number_that_only_the_former_act_had_is_not_given_to_the_new_one(
    check: Checker, whole: Writer, law: str, name: str
) -> None:
    old = '- {id: barnevernloven-1992-4-12, act: barnevernloven-1992, number: "4-12", theme: omsorg}'
    became = "- {from: barnevernloven-1992-4-12, to: [barnevernsloven-2021-1-6], certainty: reading}"
    law = law.replace("successors:", f"  {old}\nsuccessors:\n  {became}")

    told = [one.remedy for one in check({"_law.yml": law, "a.md": whole(f"Se {name} 4-12.\n")})]

    assert "Skriv barnevernloven (1992) § 4-12, nå barnevernsloven (2021) § 1-6." in told
    assert "Skriv barnevernsloven (2021) § 4-12." not in told


def test_an_address_that_leads_nowhere_is_told_of_with_a_guess(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("[x](/prosesser/hasteflyting)"), "hasteflytting.md": whole("", "B")})

    assert _told(problems) == [("a.md", 9, "lenke", "Mente du «hasteflytting»?")]


def test_sources_that_cannot_be_read_are_told_of_once(check: Checker) -> None:
    fields = "title: A\nsummary: Kort.\nbasis: [lov]\nsources:\n  - {tittel: Et hefte}\n"

    assert [one.line for one in check({"a.md": f"---\n{fields}---\nTekst.\n"})] == [6]


@pytest.mark.parametrize(
    "fields",
    ["---\nsources: [x\ntitle: A\n---\n", "---\ntitle: A\n  id: b\n---\n"],
)
def test_of_fields_that_cannot_be_read_no_echoes_are_told(check: Checker, whole: Writer, fields: str) -> None:
    problems = check({"a.md": f"{fields}Se [@x] og [b](b).\n\n## \n", "b.md": whole("Se [a](a).\n", "B")})

    assert [(Path(one.file).name, one.rule) for one in problems] == [("a.md", "front-matter")]


def test_a_file_in_another_character_set_makes_no_links_wrong(check: Checker, whole: Writer, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(whole("## Nå\n", "Å").encode("latin-1"))

    problems = check({"b.md": whole("Se [a](a#na).\n", "B")})

    assert [(Path(one.file).name, one.rule) for one in problems] == [("a.md", "fil")]


def test_one_line_that_cannot_be_read_hides_nothing_else(check: Checker, whole: Writer) -> None:
    text = whole("Se [b](hasteflyting).\n", kind="prosses").replace("title: Tittel", "title: Møtet: hva nå?")

    told = [(one.line, one.rule) for one in check({"a.md": text, "hasteflytting.md": whole("", "B")})]

    assert told == [(2, "front-matter"), (8, "front-matter"), (10, "lenke")]


@pytest.mark.parametrize("first", ["## Frister {#frister}", '## Ny {#ny former="frister"}'])
def test_a_heading_whose_address_another_has_taken_is_told_of(check: Checker, whole: Writer, first: str) -> None:
    problems = check({"a.md": whole(f"{first}\n\n## Frister\n")})

    assert [(one.line, one.rule, one.message) for one in problems] == [
        (11, "anker", "Overskriften «Frister» har samme anker som en annen, så adressen til denne blir frister-2.")
    ]


def test_the_preferred_word_of_one_concept_is_not_equal_to_another(check: Checker) -> None:
    concepts = (
        "- {id: klage, preferred: klage}\n"
        "- {id: misnoye, preferred: misnøye, allowed: {nb: [protest, Klage]}, legal: {nb: [klage]}}\n"
    )

    (problem,) = check({"_synonyms.yml": concepts, "a.md": "A"})

    assert (problem.line, problem.rule) == (2, "begrep")
    assert problem.message == "«Klage» står under allowed i «misnoye», men er det foretrukne ordet for «klage»."


def test_what_rests_on_a_source_names_it(check: Checker, law: str) -> None:
    (problem,) = check({"_law.yml": law.replace("certainty: reading", "certainty: source"), "a.md": "A"})

    assert (problem.line, problem.rule) == (10, "kilde")
    assert problem.message == "Det som avløste «barnevernloven-1992-1-6», bygger på en kilde, som ikke er nevnt."


def test_a_field_with_a_norwegian_name_is_told_of_once(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("Tekst.\n").replace("summary:", "sammendrag:")})

    assert _told(problems) == [("a.md", 3, "front-matter", "Feltet heter «summary».")]


def test_a_number_that_the_act_does_not_have_is_told_of_before_its_year(
    check: Checker, whole: Writer, law: str
) -> None:
    problems = check({"a.md": whole("Etter barnevernsloven § 99-9.\n"), "_law.yml": law})

    assert [one.message for one in problems] == ["Vi kjenner ingen § 99-9 i barnevernsloven (2021)."]


def test_a_bad_guess_is_worse_than_none(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("[x](#frister)\n\n## Steg {#steg}\n")})

    assert _told(problems) == [("a.md", 9, "anker", "Velg blant steg.")]


def test_quotes_from_a_word_processor_in_a_data_file_are_told_of(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole(""), "_sources.yml": "# “sitat”\n- {id: x, title: “Hefte”}\n"})

    assert [(Path(one.file).name, one.line, one.rule) for one in problems] == [("_sources.yml", 2, "datafil")]
