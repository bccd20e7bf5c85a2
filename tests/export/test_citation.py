"""An article is cited alike everywhere, and no title breaks a file."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Article, Kind, Section, Status, Variant
from kb.export.citation import (
    FORMATS,
    Citation,
    as_bibtex,
    as_csl,
    as_csl_file,
    as_pieces,
    as_ris,
    as_text,
    cite,
    in_text,
)
from kb.export.publication import Publication, one_line
from tests.export.readers import read_bibtex, read_ris, set_by_tex

PUBLICATION = Publication("https://kunnskap.example.no")
REVIEWED = date(2026, 11, 22)
ODD = st.text(st.characters(exclude_categories=()), max_size=60) | st.text(
    st.sampled_from('{}\\%#&_~^$"@,=-\n\r\t \x00\x85\u2028\ud800<>æøå'), max_size=30
)
"""Any text at all, also what UTF-8 cannot write, and texts dense with what the formats use themselves."""


def article(**fields: Any) -> Article:
    known: dict[str, Any] = {
        "id": "hasteflytting",
        "title": "Hasteflytting",
        "kind": Kind.PROCESS,
        "summary": "Når barnet må flytte med en gang.",
        "lang": Variant.BOKMAL,
        "body": "",
        "path": "prosesser/hasteflytting.md",
        "reviewed": REVIEWED,
    }
    return Article(**(known | fields))


def section(anchor: str = "frister", title: str = "Frister") -> Section:
    return Section(anchor, title, 2, "", 1)


def citation(**fields: Any) -> Citation:
    return cite(article(**fields), PUBLICATION)


def test_a_reference_is_written_as_the_norwegian_apa_manual_asks() -> None:
    assert as_text(citation()) == (
        "MITT LIV kunnskapsbase. (2026, 22. november). Hasteflytting. https://kunnskap.example.no/a/hasteflytting"
    )


def test_the_day_of_reading_is_told_in_the_standard_of_the_reader() -> None:
    read = cite(article(), PUBLICATION, accessed=date(2026, 12, 1))

    assert as_text(read).endswith(
        "Hasteflytting. Hentet 1. desember 2026 fra https://kunnskap.example.no/a/hasteflytting"
    )
    assert "Henta 1. desember 2026 frå https://" in as_text(read, Variant.NYNORSK)


def test_a_section_is_cited_with_its_article_and_its_own_address() -> None:
    of_section = cite(article(), PUBLICATION, section())

    assert of_section.title == "Hasteflytting: Frister"
    assert of_section.url == "https://kunnskap.example.no/a/hasteflytting#frister"
    assert of_section.key != citation().key


def test_the_opening_of_an_article_is_cited_as_the_article() -> None:
    assert cite(article(), PUBLICATION, section("", "")) == citation()


def test_an_article_that_nobody_has_reviewed_has_no_year() -> None:
    undated = citation(reviewed=None)

    assert "(u.å.)" in as_text(undated)
    assert in_text(undated) == "(MITT LIV kunnskapsbase, u.å.)"
    assert "issued" not in as_csl(undated)
    assert not {"PY", "DA"} & read_ris(as_ris(undated)).keys()
    assert not {"date", "year"} & read_bibtex(as_bibtex(undated))[2].keys()


def test_the_running_text_names_the_author_and_the_year() -> None:
    assert in_text(citation()) == "(MITT LIV kunnskapsbase, 2026)"


def test_a_draft_says_so_in_every_form() -> None:
    draft = citation(status=Status.DRAFT)

    assert "Hasteflytting [Utkast]. https" in as_text(draft)
    assert read_bibtex(as_bibtex(draft))[2]["note"] == "Utkast"
    assert read_ris(as_ris(draft))["N1"] == ["Utkast"]
    assert as_csl(draft)["status"] == "utkast"


def test_a_title_that_is_a_question_gets_no_full_stop() -> None:
    assert "Hvem kan være med? https" in as_text(citation(title="Hvem kan være med?"))


def test_only_the_title_is_in_italics() -> None:
    assert [text for text, italic in as_pieces(citation()) if italic] == ["Hasteflytting"]


def test_a_bibtex_entry_holds_what_styles_old_and_new_ask_for() -> None:
    kind, key, fields = read_bibtex(as_bibtex(cite(article(), PUBLICATION, section(), accessed=date(2026, 12, 1))))

    assert (kind, key) == ("online", "mitt-liv-hasteflytting:frister")
    assert fields == {
        "author": "{MITT LIV kunnskapsbase}",
        "title": "{Hasteflytting: Frister}",
        "date": "2026-11-22",
        "year": "2026",
        "url": "https://kunnskap.example.no/a/hasteflytting#frister",
        "urldate": "2026-12-01",
        "langid": "norsk",
    }


def test_a_ris_record_holds_the_author_as_one_name() -> None:
    fields = read_ris(as_ris(cite(article(lang=Variant.NYNORSK), PUBLICATION, accessed=date(2026, 12, 1))))

    assert fields == {
        "TY": ["ELEC"],
        "AU": ["MITT LIV kunnskapsbase,"],
        "TI": ["Hasteflytting"],
        "T2": ["MITT LIV kunnskapsbase"],
        "PY": ["2026"],
        "DA": ["2026/11/22"],
        "AB": ["Når barnet må flytte med en gang."],
        "LA": ["nn-NO"],
        "UR": ["https://kunnskap.example.no/a/hasteflytting"],
        "Y2": ["2026/12/01"],
        "ER": [""],
    }


def test_a_csl_item_holds_only_what_its_schema_knows() -> None:
    item = as_csl(cite(article(status=Status.DRAFT), PUBLICATION, section(), accessed=date(2026, 12, 1)))

    # From the schema csl-data.json 1.0.2, as far as a web page uses it.
    assert item.keys() <= {
        *("id", "type", "title", "author", "container-title", "URL", "language"),
        *("abstract", "issued", "accessed", "status"),
    }
    assert item["type"] == "webpage"
    assert item["author"] == [{"literal": "MITT LIV kunnskapsbase"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 22]]}


@given(title=ODD, summary=ODD, heading=ODD)
def test_every_form_holds_any_title_whole_and_nothing_else(title: str, summary: str, heading: str) -> None:
    odd = cite(article(title=title, summary=summary), PUBLICATION, section("del", heading))
    whole = one_line(f"{title}: {heading}" if heading else title)

    assert as_csl(odd)["title"] == whole
    assert json.loads(as_csl_file(odd).encode())[0] == as_csl(odd)
    assert set_by_tex(read_bibtex(as_bibtex(odd))[2]["title"]) == whole
    assert read_ris(as_ris(odd)).get("TI", [""]) == [whole]
    assert read_ris(as_ris(odd)).get("AB", [""]) == [one_line(summary)]
    assert "\n" not in as_text(odd)
    assert whole in as_text(odd)


@given(st.from_regex(r"[A-Za-z0-9._~-]{1,20}", fullmatch=True), st.text(max_size=20))
def test_a_key_can_be_used_by_every_program(article_id: str, anchor: str) -> None:
    key = cite(article(id=article_id), PUBLICATION, section(anchor)).key

    assert key.isascii()
    assert not set(key) & set(" \"#'(),={}%~\\")


@pytest.mark.parametrize("ending", FORMATS)
def test_every_file_that_is_offered_can_be_written(ending: str) -> None:
    written = FORMATS[ending].write(citation())

    assert written.endswith("\n")
    assert "https://kunnskap.example.no/a/hasteflytting" in written
