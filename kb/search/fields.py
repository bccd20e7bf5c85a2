"""What of an article is searched: the zones of its text, and how a place in them is written as a number.

Zones are crossed with the term kinds of the language room: each kind is a set of postings of its own, and each
posting says in which zone it stands. How much each counts is in `ranking.py`.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from enum import IntEnum


class Zone(IntEnum):
    """A part of an article that is searched. The number is part of what an index stores."""

    TITLE = 0
    """The article's title; it names the subject of all its sections."""
    SUMMARY = 1
    """The article's summary, with the answer first."""
    KEYWORDS = 2
    """Words that readers use and the text does not. No reader sees them."""
    LAWS = 3
    """Ids of provisions that the article is about or speaks of, each as one exact term."""
    HEADING = 4
    """The heading of the section."""
    BODY = 5
    """The text of the section."""


ARTICLE_ZONES = (Zone.TITLE, Zone.SUMMARY, Zone.KEYWORDS, Zone.LAWS)
"""These belong to the whole article; they are stored with its first section and count for all of them."""

ZONE_BITS = 24
SECTION_BITS = 32
_POSITIONS = (1 << ZONE_BITS) - 1


def place(zone: Zone, position: int) -> int:
    """Where a word stands within a section, as one number. Neighbours in a text have numbers that differ by one."""
    return int(zone) << ZONE_BITS | min(position, _POSITIONS)


def zone_of(place_: int) -> Zone:
    """The zone of a place."""
    return Zone(place_ >> ZONE_BITS & 0x7F)


def position_of(place_: int) -> int:
    """Which word of its zone a place is, counted from 0."""
    return place_ & _POSITIONS


def packed(places: Iterable[int]) -> bytes:
    """Places as they are stored: four bytes each, the lowest byte first."""
    values = array("I", places)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def unpacked(stored: bytes) -> tuple[int, ...]:
    """The places that were packed."""
    values = array("I", stored)
    if sys.byteorder == "big":
        values.byteswap()
    return tuple(values)
