"""Our icons as lines of points, for pictures that no browser draws."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache

Point = tuple[float, float]
Line = tuple[Point, ...]

_TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+))")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
_STEPS = 16
"""Straight pieces for each curve; an icon is 24 wide."""


@cache
def lines_of(svg: str) -> tuple[Line, ...]:
    """Every path and circle of a drawing, in its own coordinates. Knows what our icons use, and no more of SVG."""
    found: list[Line] = []
    for element in ET.fromstring(svg).iter():  # noqa: S314 (our own files)
        name = element.tag.rpartition("}")[2]
        if name == "path":
            found.extend(_path(element.get("d", "")))
        elif name == "circle":
            x, y, r = (float(element.get(key, 0)) for key in ("cx", "cy", "r"))
            turns = (2 * math.pi * step / (3 * _STEPS) for step in range(3 * _STEPS + 1))
            found.append(tuple((x + r * math.cos(turn), y + r * math.sin(turn)) for turn in turns))
    return tuple(found)


def _path(drawn: str) -> Iterator[Line]:
    line: list[Point] = []
    here: Point = (0, 0)
    turned: Point = here
    for command, numbers in _commands(drawn):
        # Small letters count from where the pen is.
        base = here if command.islower() else (0.0, 0.0)
        kind = command.upper()
        if kind == "M":
            if len(line) > 1:
                yield tuple(line)
            here = (base[0] + numbers[0], base[1] + numbers[1])
            line = [here]
        elif kind == "Z":
            here = line[0]
            line.append(here)
        elif kind in "LHV":
            x = base[0] + numbers[0] if kind != "V" else here[0]
            y = base[1] + numbers[-1] if kind != "H" else here[1]
            here = (x, y)
            line.append(here)
        elif kind in "CS":
            points = [(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            first = (2 * here[0] - turned[0], 2 * here[1] - turned[1]) if kind == "S" else points.pop(0)
            line.extend(_bezier(here, first, points[0], points[1]))
            turned, here = points[0], points[1]
        elif kind == "A":
            end = (base[0] + numbers[5], base[1] + numbers[6])
            line.extend(_arc(here, end, numbers[0], large=bool(numbers[3]), clockwise=bool(numbers[4])))
            here = end
        if kind not in "CS":
            turned = here
    if line:
        yield tuple(line)


def _commands(drawn: str) -> Iterator[tuple[str, list[float]]]:
    command, numbers = "", list[float]()
    for letter, number in _TOKEN.findall(drawn):
        if letter:
            command, numbers = letter, []
        else:
            numbers.append(float(number))
        if command and len(numbers) == _TAKES[command.upper()]:
            yield command, numbers
            numbers = []
            # More points after a move are lines.
            command = {"M": "L", "m": "l"}.get(command, command)


def _bezier(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, one, two, end)
        yield (
            sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
            sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
        )


def _arc(start: Point, end: Point, radius: float, *, large: bool, clockwise: bool) -> Iterator[Point]:
    """A part of a circle (https://www.w3.org/TR/SVG11/implnote.html#ArcImplementationNotes, for equal radii)."""
    dx, dy = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    half = math.hypot(dx, dy)
    radius = max(radius, half)
    away = math.sqrt(radius * radius - half * half) / half if half else 0
    side = 1 if large == clockwise else -1
    x, y = start[0] + dx + side * away * dy, start[1] + dy - side * away * dx
    first = math.atan2(start[1] - y, start[0] - x)
    turn = math.atan2(end[1] - y, end[0] - x) - first
    turn += 2 * math.pi * ((clockwise and turn < 0) - (not clockwise and turn > 0))
    for step in range(1, _STEPS + 1):
        angle = first + turn * step / _STEPS
        yield x + radius * math.cos(angle), y + radius * math.sin(angle)
