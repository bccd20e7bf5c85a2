"""How an article or a section is cited: files for reference managers, and what the page offers."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.world import page_of

BIB = "/prosesser/hasteflytting/siter.bib"


@pytest.mark.parametrize("ending", ["ris", "bib", "json", "txt"])
def test_an_article_can_be_cited(small: TestClient, ending: str) -> None:
    response = small.get(f"/prosesser/hasteflytting/siter.{ending}")

    assert response.status_code == 200
    assert "https://kb.example/a/hasteflytting" in response.text


@pytest.mark.parametrize("ending", ["ris", "bib", "json", "txt"])
def test_a_section_can_be_cited(small: TestClient, ending: str) -> None:
    response = small.get(f"/prosesser/hasteflytting/siter.{ending}?avsnitt=frister")

    assert "https://kb.example/a/hasteflytting#frister" in response.text
    assert "Hasteflytting: Frister" in response.text


def test_the_file_of_a_section_has_a_name_of_its_own(small: TestClient) -> None:
    names = [small.get(BIB + query).headers["content-disposition"] for query in ("", "?avsnitt=frister")]

    assert names == [
        "attachment; filename*=UTF-8''hasteflytting.bib",
        "attachment; filename*=UTF-8''hasteflytting-frister.bib",
    ]


def test_a_former_anchor_cites_the_section_that_has_it_now(small: TestClient) -> None:
    text = small.get("/prosesser/hasteflytting/siter.txt?avsnitt=tidsfrister").text

    assert "https://kb.example/a/hasteflytting#frister" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Artikkelen har ikke noe avsnitt som heter «&lt;borte&gt;»."),
        ("nn", "Artikkelen har ikkje noko avsnitt som heiter «&lt;borte&gt;»."),
    ],
)
def test_a_section_that_is_not_there_is_told_kindly(small: TestClient, language: str, said: str) -> None:
    response = small.get(f"{BIB}?avsnitt=%3Cborte%3E", headers={"Accept-Language": language})

    assert response.status_code == 404
    assert said in response.text


def test_a_citation_in_a_form_that_we_do_not_have_is_not_found(small: TestClient) -> None:
    assert small.get("/prosesser/hasteflytting/siter.docx").status_code == 404


def test_the_page_offers_every_section_with_its_reference_and_files(small: TestClient) -> None:
    sections = page_of(small.get("/prosesser/hasteflytting")).citation.sections

    assert [one.section.anchor for one in sections] == ["steg", "steg-1", "steg-2", "frister", "sjekkliste"]
    assert "Hasteflytting: Frister. Hentet " in sections[3].text
    assert sections[3].text.endswith(" fra https://kb.example/a/hasteflytting#frister")
    assert [small.get(address).status_code for _name, address in sections[3].files] == [200, 200, 200]


def test_the_address_to_share_is_whole_and_clean_also_after_a_search(small: TestClient) -> None:
    response = small.get("/prosesser/hasteflytting?q=barnet&type=prosess&maal=nn")

    assert page_of(response).permanent == "https://kb.example/a/hasteflytting"
    assert '<link rel="canonical" href="https://kb.example/prosesser/hasteflytting">' in response.text
    assert small.get("/a/hasteflytting").url.path == "/prosesser/hasteflytting"
