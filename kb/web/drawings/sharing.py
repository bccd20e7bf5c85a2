"""The picture that is shown when a page is shared: what it is, its title, and whose it is."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass
from functools import lru_cache

import fontpkg_source_sans_3
from PIL import Image, ImageDraw, ImageFont

from kb.web.drawings import colours, outlines
from kb.web.drawings.mark import RING
from kb.web.drawings.text import Measure, wrapped

WIDTH, HEIGHT = 1200, 630
"""What sharing asks for (https://ogp.me, and those who read it)."""

ABOUT = "Lov, råd fra barn og praksis"
"""On the one picture that all readers share, and so in the standard that the code speaks."""

KEPT = 64
"""Pictures, of about 50 kB; more than are shared in an hour."""

_FONT = fontpkg_source_sans_3.ROOT / "files" / "SourceSans3[wght].ttf"
_FINER = 3
"""Pillow draws lines with steps; they are drawn this many times larger, and made smaller."""

_MARGIN = 84
_ROOM = 930
_SIZES = (104, 92, 84, 76, 68, 60, 54, 48)
_LEADING = 1.13
_HIGHEST = 264
_SEAL, _MARK = 92, 72

_FAINT = 0.13

_busy = threading.Lock()
"""One picture at a time: a crowd of asking robots must not take the processor from readers."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the picture. `icon` is a drawing as SVG; `process` decides the colour, and may be empty."""

    site_name: str
    label: str
    title: str
    process: str = ""
    icon: str = ""


@lru_cache(maxsize=KEPT)
def draw(card: Card) -> bytes:
    """The picture as PNG. What is on it is the key it is kept under, so a change of content is a new picture."""
    with _busy:
        return _drawn(card)


def _drawn(card: Card) -> bytes:
    ink, tone = colours.light()["ink"], colours.tone(card.process)
    picture = _ground(colours.tint(card.process), tone).copy()
    pen = ImageDraw.Draw(picture)
    site_name, label, title = map(_printable, (card.site_name, card.label, card.title))
    if card.icon:
        _stamp(picture, card.icon, tone, (_MARGIN, 70), _SEAL)
    if label:
        after_icon = _MARGIN + (_SEAL + 26) * bool(card.icon)
        pen.text((after_icon, 70 + _SEAL / 2), label, tone, _font(42, 600), anchor="lm")

    lines, size = title_lines(title)
    top, height = (190.0, _HIGHEST) if label or card.icon else (80.0, 410)
    # A third of what is left goes above: the eye wants more under a title than over it.
    top += (height - size * _LEADING * len(lines)) / 3
    for number, line in enumerate(lines):
        place = (_MARGIN, top + size * _LEADING * (number + 0.5))
        pen.text(place, line, ink, _font(size, 700), anchor="lm")

    middle = HEIGHT - 74 - _MARK / 2
    _mark(picture, (_MARGIN, HEIGHT - 74 - _MARK), _MARK)
    first, _space, last = site_name.rpartition(" ")
    start = _MARGIN + _MARK + 22.0
    pen.text((start, middle), first, ink, _font(38, 700), anchor="lm")
    start += _font(38, 700).getlength(f"{first} ") if first else 0
    pen.text((start, middle), last, ink, _font(38, 400), anchor="lm")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def title_lines(text: str) -> tuple[tuple[str, ...], int]:
    """The lines of a title at the largest size that has room for all of it, and for each word undivided.

    One that has room at none is cut.
    """
    words = text.split()
    for size in _SIZES:
        measure = _measure(size)
        if size > _SIZES[-1] and any(measure(word) > _ROOM for word in words):
            continue
        lines = wrapped(text, _ROOM, measure)
        if len(lines) * size * _LEADING <= _HIGHEST:
            return lines, size
    most = int(_HIGHEST / (_SIZES[-1] * _LEADING))
    return (*lines[: most - 1], f"{lines[most - 1]} …"), _SIZES[-1]


def _measure(size: int) -> Measure:
    return lambda text: size / 100 * (sum(map(_width, text.split(" "))) + _width(" ") * text.count(" "))


@lru_cache(maxsize=4096)
def _width(word: str) -> float:
    """At size 100: each word is measured once, for all sizes."""
    return _font(100, 700).getlength(word)


@lru_cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONT, size)
    font.set_variation_by_axes([weight])
    return font


# One for each process and one for the rest, at 2 MB.
@lru_cache(maxsize=len(RING) + 1)
def _ground(paper: str, edge: str) -> Image.Image:
    """Paper in the colour of the process, with the mark large and faint at the end."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), paper)
    _mark(picture, (800, -85), 800, _FAINT)
    ImageDraw.Draw(picture).rectangle((0, 0, 20, HEIGHT), fill=edge)
    return picture


def _stamp(picture: Image.Image, icon: str, tone: str, at: tuple[int, int], size: int) -> None:
    """An icon in a round of white."""
    around, inside = Image.new("L", (size * _FINER,) * 2), Image.new("L", (size * _FINER,) * 2)
    ImageDraw.Draw(around).ellipse((0, 0, size * _FINER - 1, size * _FINER - 1), fill=255)
    pen = ImageDraw.Draw(inside)
    # An icon is drawn on a square of 24 with lines of 1.75; it fills 0.6 of the round.
    scale = 0.6 * size * _FINER / 24
    edge = 0.2 * size * _FINER
    for line in outlines.lines_of(icon):
        points = [(edge + x * scale, edge + y * scale) for x, y in line]
        pen.line(points, fill=255, width=round(1.75 * scale), joint="curve")
        for x, y in (points[0], points[-1]):
            pen.circle((x, y), 1.75 * scale / 2, fill=255)
    for mask, colour in ((around, colours.light()["surface"]), (inside, tone)):
        picture.paste(colour, (*at, at[0] + size, at[1] + size), mask.resize((size, size), Image.Resampling.BOX))


def _mark(picture: Image.Image, at: tuple[int, int], size: int, strength: float = 1) -> None:
    """The mark of the site: six parts of a ring, and the child in the middle. On a square of 32, as in favicon.svg."""
    scale = size * _FINER / 32
    ring = [(16 - 14.5) * scale] * 2 + [(16 + 14.5) * scale] * 2
    for place, process in enumerate((*RING, "")):
        mask = Image.new("L", (size * _FINER,) * 2)
        pen = ImageDraw.Draw(mask)
        if process:
            start = -85.2 + 60 * place
            pen.arc(ring, start, start + 50.3, fill=255, width=round(5 * scale))
        else:
            pen.circle((16 * scale, 16 * scale), 5 * scale, fill=255)
        small = mask.resize((size, size), Image.Resampling.BOX).point(lambda value: round(value * strength))
        picture.paste(colours.light()[process or "ink"], (*at, at[0] + size, at[1] + size), small)
