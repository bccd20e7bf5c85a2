"""A third written standard is a catalogue and a line: Northern Sámi here, with words that tell where they are from.

Every text of the catalogue stands in ⟦brackets⟧ in it. So what has none, and is said to be in the interface's
language, is a text that no catalogue would translate; and what has them in another language says the wrong one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

import html5lib
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from starlette.testclient import TestClient

from kb.articles import Variant
from kb.assembly import Site, SiteInDevelopment
from kb.search.engine import EngineUnavailableError
from kb.web import wording
from kb.web.app import create_app
from tests.web.world import FILES, client_for, page_of, settings_for

SAMI_TERMS = {
    "assi": "Ášši",
    "cilgehus": "Čilgehus",
    "coavddus": "Coavddus",
    "siehtadus": "Šiehtadus",
    "suodjalus": "Suodjalus",
}

PLACE = re.compile(r"(%\(\w+\)s)")
BRACKETED = re.compile("⟦[^⟧]*⟧")


def bracketed(text: str) -> str:
    """The words in brackets, and not the values between them."""
    return "".join(part if number % 2 else f"⟦{part}⟧" for number, part in enumerate(PLACE.split(text)) if part)


def sami_catalogue() -> Catalog:
    with (wording.LOCALE / "nn" / "messages.po").open("rb") as file:
        nynorsk = read_po(file, locale="nn")
    sami = Catalog()
    # CLDR: one, two, other.
    sami.mime_headers = [*nynorsk.mime_headers, ("Plural-Forms", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);")]
    for message in nynorsk:
        if message.id == "d. MMMM y":
            sami.add(message.id, "MMMM d'. b.' y")
        elif isinstance(message.id, list | tuple):
            one, many = message.id
            sami.add(message.id, (bracketed(one), bracketed(f"guokte: {many}"), bracketed(many)))
        elif message.id:
            sami.add(message.id, bracketed(message.id))
    return sami


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("locale")
    for standard, catalogue in (("se", sami_catalogue()), ("nn", None)):
        (folder / standard).mkdir()
        with (folder / standard / "messages.po").open("wb") as file:
            if catalogue is None:
                file.write((wording.LOCALE / "nn" / "messages.po").read_bytes())
            else:
                write_po(file, catalogue)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wording, "LOCALE", folder)
        patch.setitem(wording.STANDARDS, Variant.SAMI, "Davvisámegiella")
        wording.translations.cache_clear()
        wording.voice.cache_clear()
        yield folder
    wording.translations.cache_clear()
    wording.voice.cache_clear()


@pytest.fixture(scope="module")
def client(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_for(settings_for(tmp_path_factory.mktemp("small")), development=True)


@pytest.fixture(scope="module")
def with_terms(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    files = FILES | {
        f"begreper/{name}.md": f"---\ntitle: {title}\nkind: begrep\nlang: se\nsummary: {title}.\n---\n{title}.\n"
        for name, title in SAMI_TERMS.items()
    }
    return client_for(settings_for(tmp_path_factory.mktemp("terms"), files))


def _is_mixed(text: str, language: str) -> bool:
    """An attribute, and a line of a drawing, can say one language only: «Hasteflytting, 2 steg» that of its name."""
    return language != INTERFACE and "⟦" in text and bool(WORD.search(BRACKETED.sub(" ", text)))


SPOKEN = ("aria-label", "placeholder", "title", "alt")
FOR_SCRIPTS = ("data-label", "data-count", "data-done", "data-failed")
NAMED = ("description", "og:description", "og:title")
INTERFACE = "se"


def texts(html: str) -> Iterator[tuple[str, str]]:
    """Every text of a page with its language, as a screen reader and a tab would tell it."""
    yield from _texts(html5lib.parse(html, namespaceHTMLElements=False), "")


def _texts(element: Element, language: str) -> Iterator[tuple[str, str]]:
    inside = element.get("lang", language)
    if element.tag in ("script", "style", "code"):
        return
    for name in SPOKEN:
        if name in element.attrib and not _is_mixed(element.attrib[name], inside):
            yield element.attrib[name], inside
    yield from ((element.attrib[name], INTERFACE) for name in FOR_SCRIPTS if name in element.attrib)
    if element.tag == "meta" and (element.get("name") or element.get("property")) in NAMED:
        yield element.attrib["content"], inside
    if element.text and not (element.tag.endswith("}text") and _is_mixed(element.text, inside)):
        yield element.text, inside
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child, inside)
        if child.tail:
            yield child.tail, inside


NAMES = {"MITT", "LIV", "kunnskapsbase", "API", "BibTeX", "CSL", "JSON", "RIS", "EndNote", "Zotero", "Mendeley", "SVG"}
DATE = re.compile(r"\w+mánnu \d+\. b\. \d{4}")
URL = re.compile(r"https?://\S+")
WORD = re.compile(r"[^\W\d_]{2,}")


def leftovers(html: str, typed: str) -> list[str]:
    """Words in the interface's language that no catalogue holds, but for names and what the reader typed."""
    known = NAMES | set(WORD.findall(typed))
    return [
        text.strip()
        for text, language in texts(html)
        if language == INTERFACE and set(WORD.findall(DATE.sub("", URL.sub("", BRACKETED.sub(" ", text))))) - known
    ]


def in_the_wrong_language(html: str) -> list[str]:
    """Texts of the catalogue within something that is said to be in another language."""
    return [text.strip() for text, language in texts(html) if language != INTERFACE and "⟦" in text]


SEARCHES = (
    "barnet",
    "gamleloven § 1-6",
    "nyloven (2021) § 1-4",
    "§ 99-9",
    "nyloven § 99-9",
    "forvaltningsloven § 17",
    "akuttvedtak",
    "hastevedtak",
    "hasteflyting",
    '"barnet xyz"',
    'barn "',
    "barn\x00",
    "ord " * 50,
    "barn " * 130,
    "barn " * 300,
    "prosess:tull barn",
    "qqqxxx",
)
TYPED = {f"/sok?{urlencode({'q': text})}": text for text in SEARCHES} | {
    "/sok?q=barn&side=99": "barn",
    "/sok?side=null": "null",
    "/sok?sorter=tull": "tull",
    "/sok?prosess=tull&type=lov": "tull",
    "/prosesser/hasteflytting?q=barnet": "barnet",
}
PLAIN = (
    "/",
    "/sok",
    "/prosesser",
    "/prosesser/hasteflytting",
    "/prosesser/ettervern",
    "/lov",
    "/lov/nyloven-2021-1-4",
    "/lov/gamleloven-1992-1-6",
    "/begreper",
    "/begreper/akuttvedtak",
    "/erfaringer",
    "/erfaringer/naustdal",
    "/artikler/utkast",
    "/tidslinje",
    "/redaksjon",
    "/finnes-ikke",
)


@pytest.mark.parametrize(("address", "typed"), [*((address, "") for address in PLAIN), *TYPED.items()])
def test_every_word_is_from_the_catalogue_or_in_its_own_language(client: TestClient, address: str, typed: str) -> None:
    html = client.get(address, headers={"Accept-Language": INTERFACE}).text

    assert f'<html lang="{INTERFACE}">' in html
    # What may be chosen is named by its id, so that a reader can type it.
    assert leftovers(html, f"{typed} hasteflytting ettervern") == []
    assert in_the_wrong_language(html) == []


def test_what_goes_wrong_is_told_in_the_readers_language(folder: Path, tmp_path: Path) -> None:
    site = SiteInDevelopment(settings_for(tmp_path))
    errors: list[Exception] = []

    def sites() -> Site:
        if errors:
            raise errors[0]
        return site()

    client = TestClient(create_app(sites), raise_server_exceptions=False)
    for error, status in ((EngineUnavailableError("borte"), 503), (RuntimeError("feil"), 500)):
        errors[:] = [error]
        response = client.get("/sok?q=barn&maal=se")

        assert response.status_code == status
        assert leftovers(response.text, "") == []


def test_a_third_standard_may_be_chosen_at_the_foot_of_every_page(client: TestClient) -> None:
    bokmal, sami = client.get("/prosesser?maal=nb").text, client.get("/prosesser?maal=se").text

    choice = '<a href="/prosesser?maal=se" lang="se" hreflang="se" rel="nofollow">Davvisámegiella</a>'
    assert choice in bokmal
    assert choice not in sami
    assert 'lang="nb" hreflang="nb" rel="nofollow">Bokmål</a>' in sami
    assert 'href="/prosesser/hasteflytting?maal=se"' in sami


@pytest.mark.parametrize("accepted", ["se", "se-NO, nb;q=0.5", "en, SE;q=0.9"])
def test_a_browser_that_wishes_for_it_is_met_in_it(client: TestClient, accepted: str) -> None:
    response = client.get("/", headers={"Accept-Language": accepted})

    assert response.headers["content-language"] == "se"
    assert "⟦Hva trenger du å vite?⟧" in response.text


def test_it_has_its_own_plural_forms_and_its_own_way_to_write_a_day(client: TestClient) -> None:
    def counted(address: str) -> str:
        html = client.get(f"{address}?maal=se").text
        return next(re.finditer(r"[^>]*⟦ artik[^<]*", html))[0]

    assert counted("/verdier").endswith("1⟦ artikkel⟧")
    assert counted("/prosesser").endswith("⟦guokte: ⟧2⟦ artikler⟧")
    assert counted("/artikler").endswith("2⟦ artikler⟧")
    assert "⟦Gjennomgått ⟧ođđajagemánnu 31. b. 2026" in client.get("/prosesser/hasteflytting?maal=se").text


def test_the_api_answers_in_it(client: TestClient) -> None:
    answer = client.get("/api/v1/search?q=gamleloven+1-6&maal=se").json()

    assert answer["notes"][0]["text"].startswith("§ 1-6⟦ var ⟧medvirkning⟦ i ⟧gamleloven (1992)⟦, opphevet ⟧ođđajage")


def test_its_letters_have_places_in_the_glossary_and_are_found_however_they_are_typed(with_terms: TestClient) -> None:
    page = page_of(with_terms.get("/begreper?maal=se"))

    letters = [letter.letter for letter in page.letters]
    assert [letter for letter in letters if letter in "AÁCČSŠ"] == ["A", "Á", "C", "Č", "S", "Š"]
    for typed in ("čilgehus", "ČILGEHUS", unicodedata.normalize("NFD", "čilgehus"), "cilgehus"):
        hits = with_terms.get("/api/v1/search", params={"q": typed}).json()["hits"]
        assert [hit["id"] for hit in hits][:1] == ["cilgehus"], typed
    assert 'lang="se"' in with_terms.get("/begreper?maal=nb").text
    assert "på nordsamisk" in with_terms.get("/sok?q=čilgehus&maal=nb").text
