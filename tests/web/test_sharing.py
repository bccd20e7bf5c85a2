"""What is shown when a page is shared, and how the site stands among the apps of a phone."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from starlette.testclient import TestClient

from kb.web.drawings import colours, outlines, sharing
from kb.web.drawings.mark import RING
from kb.web.drawings.sharing import Card
from kb.web.static_files import FOLDER
from tests.web.world import client_for, settings_for

ICONS = sorted((FOLDER / "icons").glob("*.svg"))


def told(client: TestClient, address: str) -> dict[str, str]:
    return dict(re.findall(r'<meta property="(og:[a-z:_]+)" content="([^"]*)"', client.get(address).text))


@pytest.mark.parametrize(
    ("address", "picture", "says"),
    [
        (
            "/prosesser/hasteflytting",
            "/deling/hasteflytting.png",
            "Kjerneprosess: Hasteflytting, MITT LIV kunnskapsbase",
        ),
        ("/prosesser", "/deling.png", "Lov, råd fra barn og praksis, MITT LIV kunnskapsbase"),
        ("/", "/deling.png", "Lov, råd fra barn og praksis, MITT LIV kunnskapsbase"),
        ("/finnes-ikke", "/deling.png", "Lov, råd fra barn og praksis, MITT LIV kunnskapsbase"),
    ],
)
def test_a_page_tells_where_its_picture_is_and_what_it_shows(
    small: TestClient, address: str, picture: str, says: str
) -> None:
    about = told(small, address)
    response = small.get(about["og:image"])

    assert about["og:image"] == f"https://kb.example{picture}"
    assert about["og:image:alt"] == says
    assert response.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)
    assert len(response.content) < 100_000


def test_addresses_are_those_of_the_settings_where_these_tell(tmp_path: Path) -> None:
    from dataclasses import replace  # noqa: PLC0415 (only here)

    client = client_for(replace(settings_for(tmp_path), base_url="https://kunnskap.example.no"))
    about = told(client, "/prosesser/hasteflytting?maal=nn")

    assert about["og:url"] == "https://kunnskap.example.no/prosesser/hasteflytting"
    assert about["og:image"] == "https://kunnskap.example.no/deling/hasteflytting.png"


def test_an_article_that_is_not_there_has_no_picture_and_one_that_moved_has(small: TestClient) -> None:
    assert small.get("/deling/finnes-ikke.png").status_code == 404
    assert small.get("/deling/openhet.png").content == small.get("/deling/apenhet.png").content


def test_a_picture_is_drawn_once() -> None:
    card = Card("MITT LIV kunnskapsbase", "Verdi", "Åpenhet om § 1-4 – for alle")

    assert sharing.draw(card) is sharing.draw(card)


def test_what_is_on_the_picture_changes_it() -> None:
    cards = [
        Card("Basen", "Verdi", "Åpenhet"),
        Card("Basen", "Verdi", "Apenhet"),
        Card("Basen", "Begrep", "Åpenhet"),
        Card("En annen base", "Verdi", "Åpenhet"),
        Card("Basen", "Verdi", "Åpenhet", "ettervern"),
        Card("Basen", "Verdi", "Åpenhet", "", ICONS[0].read_text("utf-8")),
    ]

    assert len({sharing.draw(card) for card in cards}) == len(cards)


def test_each_process_has_its_own_colour_on_the_picture() -> None:
    edge = [
        Image.open(io.BytesIO(sharing.draw(Card("Basen", "", "Å", process))))
        .convert("RGB")
        .crop((5, 300, 6, 301))
        .tobytes()
        for process in RING
    ]

    assert [f"#{pixel.hex()}" for pixel in edge] == [colours.light()[process] for process in RING]


@settings(deadline=None, max_examples=15)
@given(st.text(max_size=400), st.text(max_size=60))
def test_any_title_and_any_name_can_be_drawn(title: str, name: str) -> None:
    assert sharing.draw(Card(name, "Begrep", title)).startswith(b"\x89PNG")


@pytest.mark.parametrize("title", ["Ordet", "Et langt ord: " + "barnevernstjenesteutviklingsarbeid" * 4, "ord " * 200])
def test_a_title_stays_within_the_picture(title: str) -> None:
    """The last strip before the edge holds only paper and the faint mark, whatever the title."""
    bare = Image.open(io.BytesIO(sharing.draw(Card("B", "", "")))).convert("L")
    full = Image.open(io.BytesIO(sharing.draw(Card("B", "", title)))).convert("L")
    strip = (1150, 0, 1200, 630)

    darkest = [min(image.crop(strip).tobytes()) for image in (bare, full)]
    assert abs(darkest[0] - darkest[1]) < 12


@pytest.mark.parametrize(
    "title",
    ["Oppfyllelse av vilkårene for vedtak om hjelpetiltak " * 2, "Barns rett til medvirkning i barnevernet " * 4],
)
def test_a_title_leaves_room_above_the_name_of_the_site(title: str) -> None:
    """The strip over the mark and the name holds what it holds without a title."""
    icon = ICONS[0].read_text("utf-8")
    bare, full = (
        Image.open(io.BytesIO(sharing.draw(Card("B", "Lov", words, "", icon)))).convert("RGB") for words in ("", title)
    )
    strip = (30, 462, 1200, 482)

    assert bare.crop(strip).tobytes() == full.crop(strip).tobytes()


def test_a_long_word_is_written_smaller_rather_than_divided() -> None:
    lines, _size = sharing.title_lines("Tilgjengelighetserklæring")

    assert lines == ("Tilgjengelighetserklæring",)


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_every_icon_becomes_lines_on_its_own_square(icon: Path) -> None:
    points = [point for line in outlines.lines_of(icon.read_text("utf-8")) for point in line]

    assert len(points) >= 3
    assert all(1 <= x <= 23 and 1 <= y <= 23 for x, y in points)


def test_an_arc_is_a_part_of_a_circle_on_the_right_side() -> None:
    [quarter] = outlines.lines_of('<svg viewBox="0 0 24 24"><path d="M2 12a10 10 0 0 1 10-10"/></svg>')

    assert quarter[-1] == pytest.approx((12, 2))
    assert all((x - 12) ** 2 + (y - 12) ** 2 == pytest.approx(100) for x, y in quarter)


def test_a_phone_is_told_how_the_site_stands_among_its_apps(small: TestClient) -> None:
    response = small.get("/site.webmanifest")
    manifest = response.json()
    icons = [Image.open(io.BytesIO(small.get(icon["src"]).content)) for icon in manifest["icons"]]

    assert response.headers["content-type"] == "application/manifest+json"
    assert (manifest["name"], manifest["short_name"]) == ("MITT LIV kunnskapsbase", "MITT LIV")
    assert [f"{icon.width}x{icon.height}" for icon in icons] == [icon["sizes"] for icon in manifest["icons"]]
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert 'rel="manifest" href="/site.webmanifest"' in small.get("/").text
