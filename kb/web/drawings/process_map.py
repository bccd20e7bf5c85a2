"""Where everything stands on the map of the processes: a line with stations, and what lies under the whole line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from kb.web.drawings.shapes import Box, Text
from kb.web.drawings.text import estimated, wrapped

UNDER_ALL = "moter-og-planlegging"
"""The process that belongs to all the others, and so is no station on their line."""

WIDTH = 960
"""Units; about as many pixels as the narrowest page that shows the map."""

MOST_IN_A_ROW = 6
FEWEST_COLUMNS = 3
RADIUS = 36
_CHILD = 92
"""How far into the first row the stations begin: before them stands the child, whose line it is."""
_EDGE = 20
_ABOVE = 14
_SIZES = (20, 19, 18, 17, 16)
_STEPS = 26
_TITLE = 34
"""From the edge of a station to the line on which its title stands."""
BAND = 68
_GAP = 26
BEND = 22
"""The radius of the bends where the line turns back to a new row."""
_BETWEEN = 12
"""Units that no two names come nearer than."""


@dataclass(frozen=True, slots=True)
class Station:
    """One process. `place` is its number among those that were given, from 0; `area` is what one may point at.

    `steps` is where the number of its steps stands, with no words yet: those are the reader's.
    """

    place: int
    x: float
    y: float
    lines: tuple[Text, ...]
    steps: Text
    area: Box


@dataclass(frozen=True, slots=True)
class Row:
    """A part of the line. `onward` is the path to the next row, empty when there is none."""

    y: float
    start: float
    end: float
    bottom: float
    stations: tuple[Station, ...]
    onward: str

    @property
    def line_end(self) -> float:
        """Where the straight part of the line ends."""
        return self.end - (BEND if self.onward else 0)


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """The whole drawing.

    `child` is the middle of the mark that the line begins at, None without a line; `size` is that of the names;
    `stems` join what lies under the line to the stations of the last row: each from one point down to another.
    """

    width: float
    height: float
    size: float
    child: tuple[float, float] | None
    rows: tuple[Row, ...]
    bands: tuple[Station, ...]
    stems: tuple[tuple[float, float, float], ...]
    radius: float = RADIUS


@dataclass(frozen=True, slots=True)
class _Grid:
    column: float
    size: float

    @property
    def leading(self) -> float:
        return self.size * 1.2

    def wrapped(self, title: str) -> tuple[str, ...]:
        return wrapped(title, self.column - _BETWEEN, estimated(self.size))


@lru_cache(maxsize=32)
def lay_out(processes: tuple[tuple[str, str], ...]) -> ProcessMap:
    """The map of these processes, each an id and a title, in their own order."""
    on_line = [(place, title) for place, (name, title) in enumerate(processes) if name != UNDER_ALL]
    number = ceil(len(on_line) / MOST_IN_A_ROW)
    in_a_row = ceil(len(on_line) / number) if number else 0
    grid = _grid([title for _place, title in on_line], max(in_a_row, FEWEST_COLUMNS))

    rows: list[Row] = []
    bottom = float(_ABOVE)
    for start in range(0, len(on_line), in_a_row or 1):
        is_last = start + in_a_row >= len(on_line)
        rows.append(_row(on_line[start : start + in_a_row], bottom, grid, is_first=not rows, is_last=is_last))
        bottom = rows[-1].bottom + (0 if is_last else 2 * _GAP)

    bands: list[Station] = []
    for place, (name, title) in enumerate(processes):
        if name == UNDER_ALL:
            bands.append(_band(place, title, bottom + (_GAP + 8 if rows else 0), grid))
            bottom = bands[-1].area.y + bands[-1].area.height
    stems = [
        (one.x, one.steps.y + 14, band.area.y - 4) for band in bands[:1] for row in rows[-1:] for one in row.stations
    ]
    child = (_CHILD / 2, rows[0].y) if rows else None
    return ProcessMap(WIDTH, bottom + _ABOVE, grid.size, child, tuple(rows), tuple(bands), tuple(stems))


def _grid(titles: list[str], columns: int) -> _Grid:
    """The largest names at which no word must be divided, or the smallest that can be read."""
    column = (WIDTH - _CHILD - _EDGE) / columns
    words = [word for title in titles for word in title.split()]
    fitting = (size for size in _SIZES if all(estimated(size)(word) <= column - _BETWEEN for word in words))
    return _Grid(column, next(fitting, _SIZES[-1]))


def _row(processes: list[tuple[int, str]], top: float, grid: _Grid, *, is_first: bool, is_last: bool) -> Row:
    y = top + RADIUS
    names = [grid.wrapped(title) for _place, title in processes]
    first = y + RADIUS + _TITLE
    bottom = first + max(0, max(map(len, names)) - 1) * grid.leading + _STEPS
    stations = []
    for number, ((place, _title), lines) in enumerate(zip(processes, names, strict=True)):
        x = _CHILD + grid.column * (number + 0.5)
        texts = tuple(Text(x, first + line * grid.leading, words) for line, words in enumerate(lines))
        steps = Text(x, first + max(0, len(lines) - 1) * grid.leading + _STEPS, "")
        area = Box(x - grid.column / 2 + 3, y - RADIUS - 9, grid.column - 6, bottom - y + RADIUS + 19)
        stations.append(Station(place, x, y, texts, steps, area))
    end = WIDTH - 4.0
    onward = "" if is_last else _onward(y, end, bottom + _GAP, bottom + 2 * _GAP + RADIUS)
    begin = _CHILD / 2 if is_first else _CHILD / 2 + BEND
    return Row(y, begin, end, bottom, tuple(stations), onward)


def _onward(y: float, end: float, between: float, following: float) -> str:
    """From the end of a row, round and back between the two, to where the next begins. As the data of an SVG path."""
    bend = BEND
    return (
        f"M{end - bend} {y:g}q{bend} 0 {bend} {bend}V{between - bend:g}q0 {bend} {-bend} {bend}"
        f"H{_CHILD / 2 + bend:g}q{-bend} 0 {-bend} {bend}V{following - bend:g}q0 {bend} {bend} {bend}"
    )


def _band(place: int, title: str, top: float, grid: _Grid) -> Station:
    """What lies under the whole line: its sign at the start, its name beside it, its steps at the end."""
    lines = wrapped(title, WIDTH - 300, estimated(grid.size))
    height = max(BAND, 2 * _EDGE + len(lines) * grid.leading)
    y = top + height / 2
    first = y - (len(lines) - 1) * grid.leading / 2 + grid.size * 0.35
    texts = tuple(Text(_CHILD, first + line * grid.leading, words) for line, words in enumerate(lines))
    return Station(place, _CHILD / 2, y, texts, Text(WIDTH - 34, y + 16 * 0.35, ""), Box(0, top, WIDTH, height))
