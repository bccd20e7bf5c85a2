"""Where everything stands on the timeline: what happened above the years, the acts that were in force below them.

What happened is told in columns, to be read as a page is. A thin line leads from each to its point on the years. The
lines keep the order of the points all the way, so no two of them cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise

from kb.web.drawings.shapes import Box, Text
from kb.web.drawings.text import estimated, wrapped

SIZE = 14
LEADING = 17
MOST_LINES = 3
"""Of each title; the list beside the drawing has the rest."""

_LEAST_WIDTH = 1120
_MARGIN = 12
_COLUMN = 200
_KEY = 24
"""Room for the mark before the name of who tells."""
_BETWEEN_NOTES = 12
_GUTTER = 36
_THREAD = 6
"""Between two of the lines that run beside a column down to the years; less where its gutter has many."""
_CURVES = 64
_POINT = 12
"""Units that two points are never nearer than."""
_QUIET_YEAR = 12
"""A year in which nothing happened; half of it lies on either side of the points of one in which something did."""
_YEARS = 30
_NAME = 21
_BAR = 12
_BETWEEN_LANES = 14


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened. `place` is year, month and day, 0 for what is not known; `thread` is who tells of it."""

    place: tuple[int, int, int]
    when: str
    title: str
    thread: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """An act that was in force. Those of one family stand in one lane, one after the other.

    `is_sure` is false when the day on which it began is not known, and `start` only the year that it is from.
    """

    name: str
    family: str
    start: date
    end: date | None = None
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Year:
    """A year on the axis. `label` is empty where there is no room for it."""

    x: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something that happened, as it is told: its point, its text, and the path of the line between them."""

    place: int
    thread: int
    point: float
    when: Text
    lines: tuple[Text, ...]
    leader: str
    area: Box


@dataclass(frozen=True, slots=True)
class Bar:
    """An act in force. `fades_in` and `goes_on` say that it began before, or is in force after, what is seen.

    Its name ends at the point where it stands, rather than beginning there, when it would not have room otherwise.
    """

    place: int
    box: Box
    name: Text
    area: Box
    fades_in: bool
    goes_on: bool
    is_followed: bool
    ends_at_name: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing. `axis` is the height at which the points stand; `keys` tell whose each mark is."""

    width: float
    height: float
    axis: float
    keys: tuple[Text, ...]
    years: tuple[Year, ...]
    notes: tuple[Note, ...]
    bars: tuple[Bar, ...]
    size: float = SIZE


@dataclass(frozen=True, slots=True)
class _Axis:
    """Years as wide as what happened in them: `edges` are where each begins, and where the last one ends."""

    first: int
    edges: tuple[float, ...]

    def at(self, day: date) -> float:
        place = day.year - self.first
        if place < 0:
            return self.edges[0]
        if place >= len(self.edges) - 1:
            return self.edges[-1]
        left, right = self.edges[place : place + 2]
        return left + (right - left) * (day.timetuple().tm_yday - 1) / 366


@lru_cache(maxsize=8)
def lay_out(
    happenings: tuple[Happening, ...], spans: tuple[Span, ...], tellers: tuple[str, ...], until: date
) -> Timeline:
    """The timeline of these, which are in the order of time, at least one, up to a day. `tellers` are the threads."""
    axis = _axis(happenings, until)
    width = axis.edges[-1] + _MARGIN
    keys, top = _keys(tellers, width)
    notes, bottom = _notes(happenings, _points(happenings, axis), width, top)
    level = bottom + _CURVES
    bars, height = _bars(spans, axis, level + _YEARS + 22)
    return Timeline(width, height, level, keys, _labelled(happenings, axis), notes, bars)


def _axis(happenings: Sequence[Happening], until: date) -> _Axis:
    first = happenings[0].place[0]
    years = range(first, max(until.year, happenings[-1].place[0]) + 1)
    many = {year: len(list(same)) for year, same in groupby(happenings, key=lambda one: one.place[0])}
    needed = [_QUIET_YEAR + _POINT * many.get(year, 0) for year in years]
    stretch = max(1.0, (_LEAST_WIDTH - 2 * _MARGIN) / sum(needed))
    edges = [float(_MARGIN)]
    for width in needed:
        edges.append(edges[-1] + width * stretch)
    return _Axis(first, tuple(edges))


def _points(happenings: Sequence[Happening], axis: _Axis) -> list[float]:
    """Each at its day within its year, but never so near the one before that the two are one."""
    points: list[float] = []
    for year, same in groupby(happenings, key=lambda one: one.place[0]):
        in_year = list(same)
        left, right = axis.edges[year - axis.first], axis.edges[year - axis.first + 1]
        # A year has room for its points and a little more, so there is a way to part them.
        last = right - _QUIET_YEAR / 2
        wished = [
            left + (right - left) * (max(month - 1, 0) + (day or 1) / 31) / 12 for _year, month, day in _places(in_year)
        ]
        for number, wish in enumerate(wished):
            least = points[-1] + _POINT if number else left + _QUIET_YEAR / 2
            most = last - _POINT * (len(wished) - number - 1)
            points.append(min(max(wish, least), most))
    return points


def _places(happenings: Sequence[Happening]) -> list[tuple[int, int, int]]:
    return [one.place for one in happenings]


def _labelled(happenings: Sequence[Happening], axis: _Axis) -> tuple[Year, ...]:
    """Years in which something happened have their number where there is room; after them every fifth."""
    told = {one.place[0] for one in happenings}
    edges = axis.edges
    half = estimated(SIZE)("2000") / 2 + 6
    taken: list[float] = []
    for year in (*sorted(told), *(year for year in range(axis.first, axis.first + len(edges) - 1) if year % 5 == 0)):
        middle = (edges[year - axis.first] + edges[year - axis.first + 1]) / 2
        if edges[0] - _MARGIN <= middle - half and middle + half <= edges[-1] + _MARGIN:
            taken += [] if any(abs(middle - other) < 2 * half for other in taken) else [middle]
    return tuple(
        Year(left, right - left, str(axis.first + number) if (left + right) / 2 in taken else "")
        for number, (left, right) in enumerate(pairwise(edges))
    )


def _keys(tellers: Sequence[str], width: float) -> tuple[tuple[Text, ...], float]:
    """The names of the tellers beside each other, on as many lines as they need; and where the next thing begins."""
    keys: list[Text] = []
    x, y = float(_MARGIN), float(LEADING)
    for name in tellers:
        shown = _shortened(wrapped(name, width / 2, estimated(SIZE)), 1)
        length = estimated(SIZE)(" ".join(shown))
        if keys and x + _KEY + length > width - _MARGIN:
            x, y = float(_MARGIN), y + LEADING + 6
        keys.append(Text(x + _KEY, y, " ".join(shown)))
        x += _KEY + length + 24
    return tuple(keys), y + LEADING


def _notes(
    happenings: Sequence[Happening], points: Sequence[float], width: float, top: float
) -> tuple[tuple[Note, ...], float]:
    """Columns as even as can be, read down and then to the right; and where they end."""
    number = int((width - 2 * _MARGIN) // _COLUMN)
    step = (width - 2 * _MARGIN) / number
    room = step - _GUTTER - 18
    titles = [_shortened(wrapped(one.title, room, estimated(SIZE)), MOST_LINES) for one in happenings]
    heights = [LEADING * (1 + len(lines)) + _BETWEEN_NOTES for lines in titles]
    columns = _columns(heights, number)
    bottom = top + max(sum(heights[place] for place in column) for column in columns)
    notes: list[Note] = []
    for column_number, column in enumerate(columns):
        left = _MARGIN + step * column_number
        text_x = left + _GUTTER
        thread = min(_THREAD, _GUTTER / (len(column) + 2))
        y = top
        for row, place in enumerate(column):
            one, x = happenings[place], text_x - 8 - (len(column) - row - 1) * thread
            lines = tuple(Text(text_x, y + LEADING * (2 + n) - 4, words) for n, words in enumerate(titles[place]))
            notes.append(
                Note(
                    place,
                    one.thread,
                    points[place],
                    Text(text_x, y + LEADING - 4, one.when),
                    lines,
                    _leader(text_x - 5, y + LEADING - 9, x, bottom, points[place]),
                    Box(text_x - 4, y - 3, step - _GUTTER - 4, heights[place] - 5),
                )
            )
            y += heights[place]
    return tuple(notes), bottom


def _leader(text_x: float, text_y: float, x: float, bottom: float, point: float) -> str:
    middle = bottom + _CURVES / 2
    return (
        f"M{text_x:.1f} {text_y:.1f}H{x:.1f}V{bottom:.1f}"
        f"C{x:.1f} {middle:.1f} {point:.1f} {middle:.1f} {point:.1f} {bottom + _CURVES - 9:.1f}"
    )


def _shortened(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]} …")


def _columns(heights: Sequence[float], most: int) -> list[list[int]]:
    """The places in columns, filled in order, so that the highest is as low as can be."""
    low, high = max(heights), sum(heights)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= most else (middle, high)
    return _filled(heights, high)


def _filled(heights: Sequence[float], room: float) -> list[list[int]]:
    columns: list[list[int]] = [[]]
    used = 0.0
    for place, height in enumerate(heights):
        if columns[-1] and used + height > room:
            columns.append([])
            used = 0
        columns[-1].append(place)
        used += height
    return columns


def _bars(spans: Sequence[Span], axis: _Axis, top: float) -> tuple[tuple[Bar, ...], float]:
    """A name stands over its bar, on a line of its own where the name before it in the lane is in the way."""
    bars: list[Bar] = []
    measure = estimated(SIZE)
    for lane in _lanes(spans):
        ends: list[float] = []
        names: list[tuple[float, int]] = []
        for place in lane:
            length = measure(spans[place].name)
            x = max(axis.edges[0], min(axis.at(spans[place].start), axis.edges[-1] - length))
            line = next((number for number, end in enumerate(ends) if end + 12 <= x), len(ends))
            ends[line : line + 1] = [x + length]
            names.append((x, line))
        level = top + _NAME * len(ends) + 1
        for number, (place, (x, line)) in enumerate(zip(lane, names, strict=True)):
            span = spans[place]
            left, right = axis.at(span.start), axis.at(span.end) if span.end else axis.edges[-1]
            y = top + _NAME * (len(ends) - line)
            bars.append(
                Bar(
                    place,
                    Box(left, level, max(right - left, 0), _BAR),
                    Text(axis.edges[-1] if x < left else x, y - 6, span.name),
                    Box(x - 4, y - _NAME, measure(span.name) + 8, _NAME),
                    fades_in=not span.is_sure or span.start.year < axis.first,
                    goes_on=span.end is None,
                    is_followed=number + 1 < len(lane),
                    ends_at_name=x < left,
                )
            )
        top = level + _BAR + _BETWEEN_LANES
    return tuple(bars), top


def _lanes(spans: Sequence[Span]) -> list[list[int]]:
    """Acts that took over from each other in one lane, as far as one ended before the next began."""
    lanes: list[list[int]] = []
    for family in dict.fromkeys(span.family for span in spans):
        members = [place for place, span in enumerate(spans) if span.family == family]
        lanes.append([])
        for place in sorted(members, key=lambda place: spans[place].start):
            before = spans[lanes[-1][-1]] if lanes[-1] else None
            if before and (before.end is None or before.end > spans[place].start):
                lanes.append([])
            lanes[-1].append(place)
    return lanes
