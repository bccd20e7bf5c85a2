"""The drawings: everything has room, in the order of the content, for any content."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kb.web.drawings import process_map, timeline
from kb.web.drawings.process_map import UNDER_ALL, ProcessMap, lay_out
from kb.web.drawings.shapes import Box
from kb.web.drawings.text import estimated, wrapped
from kb.web.drawings.timeline import Happening, Span
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


DAYS = st.tuples(st.integers(1900, 2030), st.integers(0, 12), st.integers(0, 28))
HAPPENINGS = st.lists(st.builds(Happening, DAYS, WORDS, TITLES, st.integers(0, 5)), min_size=1, max_size=60).map(
    lambda some: tuple(sorted(some, key=lambda one: one.place))
)
SPANS = st.lists(
    # Short ones, so that many stand after each other in one lane.
    st.builds(
        lambda name, family, start, days, is_sure: Span(
            name, family, start, start + timedelta(days) if days else None, is_sure
        ),
        TITLES.map(lambda title: title[:60]),
        st.sampled_from("ab"),
        st.dates(date(1990, 1, 1), date(2026, 12, 31)),
        st.integers(0, 900),
        st.booleans(),
    ),
    max_size=9,
).map(tuple)


def path_points(data: str) -> list[tuple[float, float]]:
    """The corners of a line down to the years: where it is beside the text, where it bends, and its point."""
    start, x, bottom, *curve = (float(number) for number in re.findall(r"-?[\d.]+", data.replace("M", "", 1))[1:])
    return [(x, start), (x, bottom), (curve[-2], curve[-1])]


@given(HAPPENINGS, SPANS)
def test_on_any_timeline_no_two_texts_meet_and_nothing_is_outside(
    happenings: tuple[Happening, ...], spans: tuple[Span, ...]
) -> None:
    drawn = timeline.lay_out(happenings, spans, (), date(2026, 11, 22))
    texts = [note.area for note in drawn.notes] + [bar.area for bar in drawn.bars]

    assert [note.place for note in drawn.notes] == list(range(len(happenings)))
    assert sorted(bar.place for bar in drawn.bars) == list(range(len(spans)))
    assert not any(overlap(one, other) for one, other in combinations(texts, 2))
    long_names = {bar.place for bar in drawn.bars if bar.area.width > drawn.width - 30}
    inside = [note.area for note in drawn.notes] + [
        box for bar in drawn.bars if bar.place not in long_names for box in (bar.area, bar.box)
    ]
    assert [box for box in inside if not is_inside(box, drawn.width, drawn.height)] == []
    for note in drawn.notes:
        widest = max((estimated(drawn.size)(line.words) for line in note.lines), default=0)
        # A title that was cut has « …» after its last line.
        assert widest <= note.area.width + estimated(drawn.size)(" …")


@given(st.lists(TITLES, max_size=12))
def test_those_who_tell_are_named_beside_each_other_above_what_they_tell(tellers: list[str]) -> None:
    happenings = (Happening((2010, 0, 0), "2010", "Start"),)
    drawn = timeline.lay_out(happenings, (), tuple(tellers), date(2026, 11, 22))
    names = [
        Box(key.x - 22, key.y - 12, 22 + estimated(drawn.size)(key.words.removesuffix(" …")), 16) for key in drawn.keys
    ]

    assert len(names) == len(tellers)
    assert not any(overlap(one, other) for one, other in combinations([*names, drawn.notes[0].area], 2))
    assert all(is_inside(name, drawn.width, drawn.height) for name in names)


@given(HAPPENINGS)
def test_points_keep_the_order_of_time_and_a_distance_and_lines_never_cross(happenings: tuple[Happening, ...]) -> None:
    drawn = timeline.lay_out(happenings, (), (), date(2026, 11, 22))
    points = [note.point for note in drawn.notes]

    assert all(second - first >= 11.99 for first, second in pairwise(points))
    assert points[0] >= 0
    assert points[-1] <= drawn.width
    beside = [path_points(note.leader)[1][0] for note in drawn.notes]
    assert beside == sorted(beside)
    # The curves are one shape between two heights, so those that begin in order and end in order never cross.
    assert len({path_points(note.leader)[1][1] for note in drawn.notes}) == 1


@given(HAPPENINGS)
def test_a_point_stands_within_its_year_and_numbers_of_years_do_not_meet(happenings: tuple[Happening, ...]) -> None:
    drawn = timeline.lay_out(happenings, (), (), date(2026, 11, 22))
    first = happenings[0].place[0]

    for note, one in zip(drawn.notes, happenings, strict=True):
        year = drawn.years[one.place[0] - first]
        assert year.x <= note.point <= year.x + year.width
    middles = [year.x + year.width / 2 for year in drawn.years if year.label]
    assert all(second - first >= estimated(drawn.size)("2026") for first, second in pairwise(middles))


def test_an_act_that_took_over_stands_in_the_same_lane_as_the_one_before() -> None:
    happenings = (Happening((2010, 0, 0), "2010", "Start"),)
    spans = (
        Span("Ny", "a", date(2023, 1, 1)),
        Span("Gammel", "a", date(1992, 1, 1), date(2023, 1, 1), is_sure=False),
        Span("En annen", "b", date(2015, 1, 1)),
    )
    new, old, other = sorted(timeline.lay_out(happenings, spans, (), date(2026, 1, 1)).bars, key=lambda bar: bar.place)

    assert old.box.y == new.box.y < other.box.y
    assert old.box.x + old.box.width == pytest.approx(new.box.x)
    assert (old.fades_in, old.is_followed, old.goes_on) == (True, True, False)
    assert (new.fades_in, new.is_followed, new.goes_on) == (False, False, True)


def test_each_point_leads_to_its_place_in_the_list(small: TestClient) -> None:
    html = small.get("/tidslinje").text
    drawing = html[html.index('class="drawing"') : html.index("</svg>", html.index('class="drawing"'))]
    anchors = re.findall(r'href="#([^"]+)"', drawing)

    assert anchors == ["i-2013-1", "i-2015-1", "i-2016-1"]
    assert all(f'<li id="{anchor}">' in html for anchor in anchors)
    assert 'aria-label="26. mars 2015: Konferanse"' in drawing
    assert "Gamleloven (1992), til 2023" in drawing
    assert "Nyloven (2021), fra 2023" in drawing


def test_the_timeline_alone_is_whole_in_itself(small: TestClient) -> None:
    top = drawn_alone(small, "/tidslinje.svg")
    text = small.get("/tidslinje.svg").text

    assert top.findtext(f"{SVG}title") == "Tidslinje"
    links = [link.get("href") or "" for link in top.iter(f"{SVG}a")]
    assert links[0] == "https://kb.example/tidslinje#i-2013-1"
    assert all(link.startswith("https://kb.example/") for link in links)
    assert not re.search(r"style|var\(|<image|currentColor", text)


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
    assert client.get("/tidslinje.svg").status_code == 404
    assert "drawing" not in client.get("/").text
