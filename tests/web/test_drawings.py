"""The drawings: everything has room, in the order of the content, for any content."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kb.web.drawings import process_map
from kb.web.drawings.process_map import UNDER_ALL, Box, ProcessMap, lay_out
from kb.web.drawings.text import estimated, wrapped
from tests.web.world import client_for, settings_for

SVG = "{http://www.w3.org/2000/svg}"

WORDS = st.text("abcdefghijklmnopqrstuvwxyzæøåÆØÅ§-– 0123456789", min_size=1, max_size=24)
TITLES = st.lists(WORDS, max_size=12).map(" ".join)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def is_inside(box: Box, width: float, height: float) -> bool:
    return box.x >= 0 and box.y >= 0 and box.x + box.width <= width and box.y + box.height <= height


def areas(drawn: ProcessMap) -> list[Box]:
    return [station.area for row in drawn.rows for station in row.stations] + [band.area for band in drawn.bands]


@given(TITLES, st.floats(60, 1000))
def test_lines_have_room_and_lose_no_letter(text: str, room: float) -> None:
    lines = wrapped(text, room, estimated(16))

    assert [line for line in lines if estimated(16)(line) > room and len(line) > 2] == []
    bare = re.compile(r"[\s-]+")
    assert bare.sub("", "".join(lines)) == bare.sub("", text)


def test_a_provision_is_whole_and_a_dash_begins_no_line() -> None:
    lines = wrapped("Barnets rett til medvirkning – barnevernsloven (2021) § 1-4", 330, estimated(16))

    assert lines == ("Barnets rett til medvirkning –", "barnevernsloven (2021) § 1-4")


def test_lines_are_about_even() -> None:
    assert wrapped("en to tre fire fem seks sju", 150, estimated(16)) == ("en to tre fire", "fem seks sju")


def test_a_word_that_is_too_long_is_divided_before_a_syllable() -> None:
    assert wrapped("saksbehandlingsrutiner", 110, estimated(16)) == ("saksbehand-", "lingsrutiner")


@given(st.lists(TITLES, max_size=20), st.booleans())
def test_on_any_map_everything_has_a_place_of_its_own(titles: list[str], has_band: bool) -> None:
    processes = [(f"p{number}", title) for number, title in enumerate(titles)]
    drawn = lay_out((*processes, *([(UNDER_ALL, "Møter")] if has_band else [])))
    stations = [station for row in drawn.rows for station in row.stations]

    assert [station.place for station in stations] == list(range(len(titles)))
    assert [band.place for band in drawn.bands] == [len(titles)] * has_band
    assert all(is_inside(area, drawn.width, drawn.height) for area in areas(drawn))
    assert not any(overlap(one, other) for one, other in combinations(areas(drawn), 2))
    for station in stations:
        # Names stand in the middle of their station, so half of each lies on either side.
        assert all(estimated(drawn.size)(line.words) <= station.area.width for line in station.lines)
        assert all(station.area.y < line.y < station.area.y + station.area.height for line in station.lines)


def test_stations_stand_at_equal_distances_from_left_to_right() -> None:
    drawn = lay_out(tuple((name, name.capitalize()) for name in "abcde"))
    [row] = drawn.rows
    steps = [second.x - first.x for first, second in pairwise(row.stations)]

    assert steps == pytest.approx([steps[0]] * 4)
    assert drawn.child is not None
    assert drawn.child[0] < row.stations[0].x


def test_many_processes_stand_in_even_rows_on_one_line() -> None:
    drawn = lay_out(tuple((f"p{number}", "Tittel") for number in range(process_map.MOST_IN_A_ROW + 2)))

    assert [len(row.stations) for row in drawn.rows] == [4, 4]
    assert [bool(row.onward) for row in drawn.rows] == [True, False]


def drawn_alone(client: TestClient, address: str = "/prosesskart.svg") -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("image/svg+xml")
    return ET.fromstring(response.content)  # noqa: S314 (our own)


def test_the_map_alone_is_whole_in_itself(small: TestClient) -> None:
    top = drawn_alone(small)
    text = small.get("/prosesskart.svg").text

    assert top.get("lang") == "nb"
    assert top.findtext(f"{SVG}title") == "Kart over prosessene"
    assert "Hasteflytting, Ettervern." in (top.findtext(f"{SVG}desc") or "")
    assert [link.get("href") for link in top.iter(f"{SVG}a")] == [
        "https://kb.example/prosesser/hasteflytting",
        "https://kb.example/prosesser/ettervern",
    ]
    assert "MITT LIV kunnskapsbase · kb.example" in text
    # It has its colours with it, and nothing that the policy of the site would stop.
    assert not re.search(r"style|var\(|<image|currentColor", text)
    assert {"#8c2c14", "#0b5560"} <= set(re.findall(r'stroke="(#[0-9a-f]{6})"', text))


def test_the_map_speaks_the_readers_standard(small: TestClient) -> None:
    top = drawn_alone(small, "/prosesskart.svg?maal=nn")

    assert top.get("lang") == "nn"
    assert top.findtext(f"{SVG}title") == "Kart over prosessane"
    assert all((link.get("href") or "").endswith("?maal=nn") for link in top.iter(f"{SVG}a"))


def test_on_a_page_a_station_says_its_name_and_steps_and_every_gradient_is_there(small: TestClient) -> None:
    html = small.get("/").text
    drawing = html[html.index('class="drawing"') : html.index('<ol class="map"')]

    assert 'aria-label="Hasteflytting, 2 steg"' in drawing
    assert 'aria-label="Ettervern"' in drawing
    assert set(re.findall(r"url\(#([^)]+)\)", drawing)) == set(re.findall(r' id="([^"]+)"', drawing))


def test_a_site_without_processes_has_no_map(tmp_path: Path) -> None:
    client = client_for(settings_for(tmp_path, {"a.md": "# En\n\nTekst.\n"}))

    assert client.get("/prosesskart.svg").status_code == 404
    assert "drawing" not in client.get("/").text
