from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Article, Kind, RenderedArticle, Section, Variant
from kb.language.pipeline import Analyser
from kb.language.terms import TermKind
from kb.search.documents import SearchDocument, WordForms, search_article
from kb.search.fields import Zone, packed, place, position_of, unpacked, zone_of
from tests.support.catalogues import article

ANALYSER = Analyser()
FORMS = WordForms(ANALYSER)


def exact(document: SearchDocument, term: str) -> list[tuple[Zone, int]]:
    places = document.terms.get(TermKind.EXACT, {}).get(term, b"")
    return [(zone_of(one), position_of(one)) for one in unpacked(places)]


def test_there_is_a_document_for_each_section() -> None:
    searched = search_article(article("a", "før", ("En", "to"), ("Tre", "fire")), FORMS)

    assert [document.anchor for document in searched.documents] == ["", "s1", "s2"]


def test_the_zones_of_the_article_stand_in_its_first_document_only() -> None:
    written = article("a", "tekst", ("Mer", "mer"), title="Tittel", summary="Kort sagt", keywords=("stikkord",))

    first, second = search_article(written, FORMS).documents

    assert exact(first, "tittel") == [(Zone.TITLE, 0)]
    assert exact(first, "sagt") == [(Zone.SUMMARY, 1)]
    assert exact(first, "stikkord") == [(Zone.KEYWORDS, 0)]
    assert exact(second, "tittel") == []
    assert exact(second, "mer") == [(Zone.HEADING, 0), (Zone.BODY, 0)]


def test_places_are_those_of_the_words_of_the_text() -> None:
    text = "Snakk med barnet, og hør på barnet."

    (document,) = search_article(article("a", text), FORMS).documents

    words = [ANALYSER.exact(word.text) for word in ANALYSER.words(text)]
    assert [position for _, position in exact(document, "barnet")] == [2, 6]
    assert words[2] == words[6] == "barnet"
    assert document.lengths[Zone.BODY] == len(words)


def test_no_phrase_runs_from_one_keyword_into_the_next() -> None:
    (document,) = search_article(article("a", "x", keywords=("akutt", "flytting nå")), FORMS).documents

    assert exact(document, "akutt") == [(Zone.KEYWORDS, 0)]
    assert exact(document, "flytting") == [(Zone.KEYWORDS, 2)]


def test_a_summary_that_only_repeats_the_first_paragraph_is_not_counted_twice() -> None:
    told = search_article(article("a", "Barnet har rett\ntil å si sin mening.", summary="Barnet har rett til …"), FORMS)
    own = search_article(article("a", "Barnet har rett.", summary="Rett for barnet"), FORMS)

    assert told.documents[0].lengths[Zone.SUMMARY] == 0
    assert own.documents[0].lengths[Zone.SUMMARY] == 3


def test_provisions_are_searched_by_their_ids_but_are_no_words() -> None:
    written = article("a", "tekst", laws=("barnevernsloven-2021-1-4",))

    searched = search_article(written, FORMS)

    assert exact(searched.documents[0], "barnevernsloven-2021-1-4") == [(Zone.LAWS, 0)]
    assert searched.words == {"a", "tekst"}


def test_an_article_without_text_is_found_by_its_title() -> None:
    written = Article("a", "Bare tittel", Kind.ARTICLE, "", Variant.BOKMAL, "", "a.md")

    searched = search_article(RenderedArticle(written, "", (), ()), FORMS)

    assert len(searched.documents) == 1
    assert searched.words == {"bare", "tittel"}


def test_a_place_tells_its_zone_and_position_and_neighbours_differ_by_one() -> None:
    one, other = place(Zone.BODY, 41), place(Zone.BODY, 42)

    assert (zone_of(one), position_of(one)) == (Zone.BODY, 41)
    assert other - one == 1
    assert place(Zone.HEADING, 1 << 30) < place(Zone.BODY, 0)


def test_places_are_stored_in_four_bytes_each_and_come_back() -> None:
    places = (place(Zone.TITLE, 0), place(Zone.BODY, 258))

    assert packed(places) == bytes([0, 0, 0, 0, 2, 1, 0, 5])
    assert unpacked(packed(places)) == places


def test_sections_with_the_same_heading_are_told_apart_by_their_anchors() -> None:
    written = Article("a", "A", Kind.ARTICLE, "", Variant.BOKMAL, "", "a.md")
    sections = (Section("frister", "Frister", 2, "en", 1), Section("frister-2", "Frister", 2, "to", 3))

    searched = search_article(RenderedArticle(written, "", sections, ()), FORMS)

    assert [document.anchor for document in searched.documents] == ["frister", "frister-2"]


@given(st.text())
def test_a_text_is_filed_under_the_terms_of_the_analyser(text: str) -> None:
    (document,) = search_article(article("a", text or "x", title="x"), FORMS).documents

    filed = {
        (kind, term, position_of(one))
        for kind, terms in document.terms.items()
        for term, places in terms.items()
        for one in unpacked(places)
        if zone_of(one) is Zone.BODY
    }
    assert filed == {(term.kind, term.text, term.position) for term in ANALYSER.terms(text or "x")}
