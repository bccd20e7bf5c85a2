"""Bokmål and nynorsk: who is met in which, and what is in another language says so."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po
from starlette.requests import Request
from starlette.testclient import TestClient

from kb.alphabet import alphabetical, first_letter
from kb.articles import Variant
from kb.web.reader import reader_of
from kb.web.wording import STANDARDS

ROOT = Path(__file__).resolve().parent.parent.parent


def reader(query: str = "", accepted: str = "") -> tuple[Variant, bool]:
    scope = {"type": "http", "query_string": query.encode(), "headers": [(b"accept-language", accepted.encode())]}
    found = reader_of(Request(scope))
    return found.standard, found.chosen is not None


@pytest.mark.parametrize(
    ("accepted", "standard"),
    [
        ("", Variant.BOKMAL),
        ("en-GB,en;q=0.9", Variant.BOKMAL),
        ("nn-NO,nn;q=0.9,nb;q=0.8", Variant.NYNORSK),
        ("nb;q=0.4, nn;q=0.5", Variant.NYNORSK),
        ("no, nn", Variant.BOKMAL),
        ("nn;q=0, nb;q=0.1", Variant.BOKMAL),
        ("nn;q=tull", Variant.BOKMAL),
        ("," * 10_000, Variant.BOKMAL),
    ],
)
def test_the_browsers_wish_decides(accepted: str, standard: Variant) -> None:
    assert reader(accepted=accepted) == (standard, False)


def test_a_choice_in_the_address_wins() -> None:
    assert reader("maal=nn", "nb") == (Variant.NYNORSK, True)
    assert reader("maal=nb", "nn") == (Variant.BOKMAL, True)
    assert reader("maal=en", "nn") == (Variant.NYNORSK, False)


def test_a_choice_is_kept_in_every_link_and_form(small: TestClient) -> None:
    for address in ("/", "/sok?q=barnet&", "/prosesser/hasteflytting", "/prosesser", "/begreper", "/finnes-ikke"):
        joint = "" if address.endswith("&") else "?"
        html = small.get(f"{address}{joint}maal=nn").text
        main = html[html.index("<body") :]
        links = re.findall(r'<a [^>]*href="(/[^"]*)"', main)

        kept = [link for link in links if not re.match(r"/(feed|api|.*/siter\.)|.*maal=nb", link)]
        assert kept
        assert [link for link in kept if "maal=nn" not in link] == []
        assert main.count('<input type="hidden" name="maal" value="nn">') == main.count("<form")


def test_a_reader_who_chose_nothing_gets_plain_addresses(small: TestClient) -> None:
    html = small.get("/", headers={"Accept-Language": "nn"}).text

    assert "Kva treng du å vite?" in html
    assert 'href="/prosesser"' in html


def test_a_page_says_its_language_and_that_the_browser_was_heard(small: TestClient) -> None:
    response = small.get("/prosesser/hasteflytting?maal=nn")

    assert response.headers["content-language"] == "nn"
    assert "Accept-Language" in response.headers["vary"]
    assert '<html lang="nn">' in response.text
    assert re.search(r'<article[^>]* lang="nb"', response.text)


def test_an_article_in_nynorsk_says_so_on_a_page_in_bokmal(small: TestClient) -> None:
    assert re.search(r'<article[^>]* lang="nn"', small.get("/erfaringer/naustdal").text)
    assert re.search(r'<li class="entry" lang="nn"', small.get("/erfaringer").text)


def test_dates_are_written_as_norwegians_write_them(small: TestClient) -> None:
    assert "Gjennomgått 31. januar 2026" in small.get("/prosesser/hasteflytting").text
    assert "Gjennomgått 31. januar 2026, neste gong innan" in small.get("/prosesser/hasteflytting?maal=nn").text


def test_a_note_is_told_in_the_readers_standard_and_quotes_the_act_in_its_own(small: TestClient) -> None:
    html = small.get("/sok?q=gamleloven+%C2%A7+1-6&maal=nn").text

    assert (
        '<p><span class="whole">§ 1-6</span> var <span lang="nb">medvirkning</span> i '
        '<span lang="nb">gamleloven (1992)</span>, oppheva <span class="whole">1. januar</span> 2023.'
    ) in html
    assert '<span lang="nb">Medvirkning</span> står no i ' in html


@pytest.mark.parametrize(
    ("address", "bokmal", "nynorsk"),
    [
        ("/verdier", "1 artikkel", "1 artikkel"),
        ("/prosesser", "2 artikler", "2 artiklar"),
        ("/begreper", "3 begreper", "3 omgrep"),
        ("/sok?q=xyzzyx", "0 treff på «xyzzyx»", "0 treff på «xyzzyx»"),
        ("/sok?q=zebra", "1 treff på «zebra»", "1 treff på «zebra»"),
        ("/sok?q=barnet&side=9", "Det er bare 1 side med treff. Dette er den.", "Det er berre 1 side med treff."),
        ("/sok?side=9", "Det er bare 2 sider med treff. Dette er den siste.", "Det er berre 2 sider med treff."),
    ],
)
def test_what_is_counted_is_told_in_the_right_number(
    small: TestClient, address: str, bokmal: str, nynorsk: str
) -> None:
    joint = "&" if "?" in address else "?"

    assert f">{bokmal}" in small.get(f"{address}{joint}maal=nb").text.replace("</svg>", ">")
    assert f">{nynorsk}" in small.get(f"{address}{joint}maal=nn").text.replace("</svg>", ">")


def catalogue_of(standard: Variant) -> Catalog:
    with (ROOT / f"kb/web/locale/{standard}/messages.po").open("rb") as file:
        return read_po(file, locale=standard.value)


Said = str | Sequence[str] | None


def texts_of(said: Said) -> tuple[str, ...]:
    """The forms of a message: one, or one for each number."""
    return (said or "",) if isinstance(said, str | None) else tuple(said)


TRANSLATED = [standard for standard in STANDARDS if standard is not Variant.BOKMAL]


@pytest.mark.parametrize("standard", TRANSLATED)
def test_the_catalogue_holds_every_text_of_the_interface_and_no_other(standard: Variant) -> None:
    catalogue = catalogue_of(standard)
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    found = {
        message
        for folder, pattern, method in (
            ("templates", "**.html", "jinja2.ext:babel_extract"),
            ("templates", "**.svg", "jinja2.ext:babel_extract"),
            *((f"kb/{room}", "**.py", "python") for room in ("law", "search", "web")),
        )
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder,
            method_map=[(pattern, method)],
            options_map={pattern: options if method != "python" else {}},
            keywords=DEFAULT_KEYWORDS | {"message": None, "counted": (1, 2)},
        )
    }
    translated = {message.id for message in catalogue if message.id}

    assert found - translated == set()
    assert translated - found == set()
    assert [
        message.id for message in catalogue if message.id and (not all(texts_of(message.string)) or message.fuzzy)
    ] == []


@pytest.mark.parametrize("standard", TRANSLATED)
def test_a_translation_has_the_values_that_the_text_has(standard: Variant) -> None:
    def values(said: Said) -> set[str]:
        return set(re.findall(r"%\(\w+\)s", " ".join(texts_of(said))))

    catalogue = catalogue_of(standard)

    assert [message.id for message in catalogue if message.id and values(message.id) != values(message.string)] == []
    assert [error for _message, errors in catalogue.check() for error in errors] == []


WORD = re.compile(r"\w+")
ONLY_BOKMAL = set(
    WORD.findall(
        "ikke hva hvor hvordan hvorfor hvem hvilke hvilken fra noe noen jeg dere mer bare hver hverandre selv uten "
        "finnes gjelder kommer et en være vært mangler leste søker vet gjøre nå siden"
    )
)


def test_no_word_that_is_only_bokmal_stands_in_the_nynorsk_catalogue() -> None:
    strings = [text for message in catalogue_of(Variant.NYNORSK) if message.id for text in texts_of(message.string)]

    assert [text for text in strings if ONLY_BOKMAL & set(WORD.findall(text.lower()))] == []


def test_every_message_is_written_where_the_catalogue_finds_it() -> None:
    wrong = []
    for path in (ROOT / "kb").rglob("*.py"):
        calls = [
            node
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"message", "counted"}
        ]
        inside = {inner for call in calls for argument in call.keywords for inner in ast.walk(argument)}
        wrong += [f"{path}:{call.lineno}" for call in calls if call in inside]
        wrong += [f"{path}:{call.lineno}" for call in calls if not isinstance(call.args[0], ast.Constant)]

    assert wrong == []


def test_the_norwegian_letters_come_last() -> None:
    words = ["Åse", "zebra", "Ære", "øre", "Aasen", "Abel", "éclair", "1992", "Göteborg", "gås", "Müller", "mus"]

    assert sorted(words, key=alphabetical) == [
        *("1992", "Abel", "éclair", "Göteborg", "gås", "mus", "Müller", "zebra", "Ære", "øre", "Åse", "Aasen"),
    ]


def test_sami_letters_are_letters_of_their_own_in_sami_and_have_accents_in_norwegian() -> None:
    words = ["čáppat", "cealkit", "đ", "dáhpi", "áhkku", "addit", "ruŋgu", "runná", "šaddu", "suohkan", "ŧ", "ut"]
    in_sami = ["addit", "áhkku", "cealkit", "čáppat", "dáhpi", "đ", "runná", "ruŋgu", "suohkan", "šaddu", "ŧ", "ut"]

    assert sorted(words, key=lambda word: alphabetical(word, Variant.SAMI)) == in_sami
    assert [first_letter(word, Variant.SAMI) for word in ("áhkku", "Čáppat", "åra", "§")] == ["Á", "Č", "Å", "0–9"]
    assert sorted(["čáppat", "cealkit", "đuro", "duol"], key=alphabetical) == ["čáppat", "cealkit", "duol", "đuro"]
    assert [first_letter(word) for word in ("áhkku", "Čáppat", "ŧ")] == ["A", "C", "T"]
