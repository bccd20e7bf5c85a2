"""What the reader typed and chose, as an address and back again."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Facet, FacetValue, Label, Variant
from kb.search.request import Order
from kb.web import search_form
from kb.web.search_form import LONGEST_TEXT, SearchForm, parse


def facet(name: str, *values: str) -> Facet:
    return Facet(name, name, Label(name, name), tuple(FacetValue(value, Label(value, value)) for value in values))


FACETS = (facet("prosess", "hasteflytting", "ettervern"), facet("type", "lov", "verdi"))

choices = st.fixed_dictionaries(
    {},
    optional={one.id: st.frozensets(st.sampled_from([v.id for v in one.values]), min_size=1) for one in FACETS},
)
forms = st.builds(
    SearchForm,
    text=st.text(max_size=80).map(lambda text: SearchForm().with_text(text).text),
    chosen=choices,
    order=st.sampled_from(Order),
    page=st.integers(1, search_form.MOST_PAGES),
    standard=st.sampled_from([None, Variant.BOKMAL, Variant.NYNORSK]),
    wide=st.booleans(),
)


def pairs(address: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(address).query, keep_blank_values=True)


@given(forms)
def test_parsing_an_address_gives_back_the_form(form: SearchForm) -> None:
    again, notes = parse(pairs(form.address), FACETS)

    assert again == form
    assert notes == ()


@given(
    st.lists(st.tuples(st.sampled_from(["q", "prosess", "type", "side", "sorter", "maal", "treff", "x"]), st.text()))
)
def test_nothing_in_an_address_is_an_error(given_pairs: list[tuple[str, str]]) -> None:
    form, notes = parse(given_pairs, FACETS)

    assert len(form.text) <= LONGEST_TEXT
    assert form.page >= 1
    assert parse(pairs(form.address), FACETS)[0] == form
    assert all(note.text for note in notes)


@given(forms, st.sampled_from(["hasteflytting", "ettervern"]))
def test_choosing_twice_is_choosing_nothing(form: SearchForm, value: str) -> None:
    twice = form.toggled("prosess", value).toggled("prosess", value)

    assert twice == form.at_page(1)


@given(forms)
def test_an_article_remembers_the_search_that_led_to_it(form: SearchForm) -> None:
    address = form.carried_to("/prosesser/hasteflytting#frister")

    assert address.endswith("#frister")
    assert parse(pairs(address), FACETS)[0] == form


def test_an_unknown_value_is_told_of_and_left_out() -> None:
    form, notes = parse([("prosess", "hasteflytting"), ("prosess", "tull")], FACETS)

    assert form.chosen == {"prosess": {"hasteflytting"}}
    assert [(note.kind, "tull" in note.text) for note in notes] == [("facet", True)]


def test_control_characters_are_no_part_of_what_is_asked() -> None:
    form, _notes = parse([("q", "snakke\x00 med\x1b\tbarnet\n")], FACETS)

    assert form.text == "snakke med barnet"


def test_a_text_of_ten_thousand_characters_is_cut_and_told_of() -> None:
    form, notes = parse([("q", "a" * 10_000)], FACETS)

    assert len(form.text) == LONGEST_TEXT
    assert [note.kind for note in notes] == ["limit"]


def test_a_page_that_is_no_number_is_the_first() -> None:
    for value in ("0", "-1", "to", "1e9", "9" * 5000, "²", "١"):
        form, notes = parse([("side", value)], FACETS)

        assert form.page == 1
        assert [note.kind for note in notes] == ["page"]


def test_a_new_text_keeps_the_choices_but_not_the_page() -> None:
    form = SearchForm("barn", {"type": frozenset({"lov"})}, page=3, standard=Variant.NYNORSK)

    assert form.hidden_pairs == (("type", "lov"), ("maal", "nn"))


def test_a_new_text_is_no_longer_asked_for_widely() -> None:
    wide = SearchForm("barn", page=3).with_everything()

    assert (wide.address, wide.request(10).wide) == ("/sok?q=barn&treff=alle", True)
    assert wide.with_text("unge") == SearchForm("unge")


def test_a_width_that_does_not_exist_is_told_of() -> None:
    form, notes = parse([("q", "barn"), ("treff", "mange")], FACETS)

    assert not form.wide
    assert [(note.kind, "alle" in note.text) for note in notes] == [("unused", True)]


def test_the_standard_is_kept_in_an_address_before_the_fragment() -> None:
    assert search_form.in_standard("/lov/x#ledd", Variant.NYNORSK) == "/lov/x?maal=nn#ledd"
    assert search_form.in_standard("/lov/x#ledd", None) == "/lov/x#ledd"


def test_the_number_of_hits_a_program_asks_for_is_bounded() -> None:
    assert search_form.size_in([("antall", "50")], 10) == (50, ())
    for value in ("0", "101", "mange", "9" * 50):
        size, notes = search_form.size_in([("antall", value)], 10)

        assert size == 10
        assert [note.kind for note in notes] == ["unused"]
