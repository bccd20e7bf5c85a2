"""Cuts out the words of a section that show best why it was found. Marks are data; the text is the author's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from kb.language.terms import Word

LENGTH = 240
"""About three lines on a phone, two on a wide screen."""

BETWEEN_BLOCKS = " · "
"""Between a heading, a list item or a cell of a table and what follows, where no sentence ends."""

Piece = tuple[str, bool]

_GAP = re.compile(r"\s+")
_ENDS = tuple(".?!:;,…–—")
_CLOSED = "»”\"')]"


def snippet(text: str, words: Sequence[Word], marked: Mapping[int, int]) -> tuple[Piece, ...]:
    """The best part of the text, in pieces.

    `words` are the words of the text. `marked` maps the number of a word that matched to the number of the query
    word that it matched: a part with many different ones is better than one with many of the same.
    """
    if not words:
        return ((_ended(text.strip(), 0, LENGTH, len(text)), False),) if text.strip() else ()
    first, last = _window(text, words, marked)
    start, end = _edges(text, words, first, last)
    pieces: list[Piece] = []
    place = start
    for number in range(first, len(words)):
        word = words[number]
        if word.end > end:
            break
        if number in marked and word.start >= start:
            if word.start > place:
                pieces.append((_one_line(text, place, word.start), False))
            pieces.append((_one_line(text, word.start, word.end), True))
            place = word.end
    if place < end:
        pieces.append((_one_line(text, place, end), False))
    return _tidied(pieces, before=start > 0, after=end < len(text.rstrip()))


def _window(text: str, words: Sequence[Word], marked: Mapping[int, int]) -> tuple[int, int]:
    """The numbers of the first and the last word between which most different query words stand."""
    places = sorted(number for number in marked if number < len(words))
    best = (0.0, 0, 0)
    for index, first in enumerate(places):
        seen: dict[int, int] = {}
        last = first
        for number in places[index:]:
            if _length(text, words[first].start, words[number].end) > LENGTH * 3 // 4:
                break
            seen[marked[number]] = seen.get(marked[number], 0) + 1
            last = number
        worth = len(seen) + 0.1 * sum(min(count, 3) - 1 for count in seen.values())
        if worth > best[0]:
            best = (worth, first, last)
    return best[1], best[2]


def _edges(text: str, words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Where to cut: from the start of a sentence or block when it is near, to about `LENGTH` characters on."""
    anchor = words[first].start
    room = max(LENGTH - _length(text, anchor, words[last].end), 0)
    earliest = max(0, anchor - room // 2)
    start = 0
    if earliest > 0:
        breaks = [text.rfind(mark, earliest, anchor) + len(mark) for mark in (". ", "! ", "? ", "\n", ": ")]
        beginnings = [place for place in breaks if place > earliest]
        start = min(beginnings) if beginnings else next(word.start for word in words if word.start >= earliest)
    whole_text = len(text.rstrip())
    if _length(text, start, whole_text) <= LENGTH:
        return start, whole_text
    after = (word.end for word in words if word.start >= start)
    end = max(words[last].end, *takewhile(lambda end: _length(text, start, end) <= LENGTH, after), 0)
    # A full stop right after the last word belongs to it.
    return start, end + 1 if text[end : end + 1] in (".", "!", "?", ":", ")") else end


def _length(text: str, start: int, end: int) -> int:
    """How long a part is when it is shown."""
    return end - start + (len(BETWEEN_BLOCKS) - 1) * text.count("\n", start, end)


def _ended(text: str, start: int, length: int, total: int) -> str:
    return text[start : start + length] + (" …" if total > start + length else "")


def _tidied(pieces: list[Piece], *, before: bool, after: bool) -> tuple[Piece, ...]:
    """Three dots tell where the text goes on."""
    kept = [(text, marked) for text, marked in pieces if text]
    if before:
        kept.insert(0, ("… ", False))
    if after:
        kept.append((" …", False))
    return tuple(kept)


def _one_line(text: str, start: int, end: int) -> str:
    """A part of the text without line breaks."""
    pieces, place = [], start
    for gap in _GAP.finditer(text, start, end):
        before = text[max(0, gap.start() - 3) : gap.start()].rstrip(_CLOSED)
        ends_block = "\n" in gap[0] and before and not before.endswith(_ENDS)
        pieces += [text[place : gap.start()], BETWEEN_BLOCKS if ends_block else " "]
        place = gap.end()
    return "".join([*pieces, text[place:end]])
