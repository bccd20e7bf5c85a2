"""What drawings are made of, in the units of their own coordinates, counted from the upper left."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, at the point where it begins or has its middle."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
