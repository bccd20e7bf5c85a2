"""How wide a text becomes, and where it breaks, before anyone has drawn it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

Measure = Callable[[str], float]

# Advance widths of Liberation Sans Bold, which has those of Arial Bold, in thousandths of the size. Among the fonts of
# the style sheet it is about the widest, and bold is wider than regular.
_WIDTHS = {
    278: " ,./I\\ijl\u00a0·’'|",
    333: "!()-:;[]`ftŧ",
    389: "*r{}",
    556: '#$0123456789J_aceksvxyåéèêäáčš§«»–z“”"°',
    611: "?FLTZbdghnopquøóòôöüđŋŦŽž+<=>^~",
    667: "EPSVXYÉÈÊŠ",
    722: "&ABCDHKNRUÅÄÜÁČĐŊ",
    778: "GOQwØÓÒÔÖ",
    889: "%mæM",
    1000: "WÆ—…@",
}
_OF_LETTER = {letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN = 0.9

VOWELS = "aeiouyæøå"


def estimated(size: float) -> Measure:
    """Measures a text of this size in a font that we cannot know; rather too wide than too narrow."""
    return lambda text: size * sum(_OF_LETTER.get(letter, _UNKNOWN) for letter in text)


def wrapped(text: str, room: float, measure: Measure) -> tuple[str, ...]:
    """Lines within the room, as few as can be and about as even as can be.

    «§ 1-4» stays whole, a dash does not begin a line, and a word that is too long by itself is divided.
    """
    kept = " ".join(text.split()).replace("§ ", "§\u00a0").replace(" – ", "\u00a0– ")
    words = [part for word in kept.split(" ") if word for part in _divided(word, room, measure)]
    lines = _filled(words, room, measure)
    low, high = 0.0, room
    # The narrowest room that needs no more lines gives the most even ones.
    for _halving in range(8):
        middle = (low + high) / 2
        narrower = _filled(words, middle, measure)
        if len(narrower) > len(lines) or max(map(measure, narrower), default=0) > middle:
            low = middle
        else:
            lines, high = narrower, middle
    return tuple(line.replace("\u00a0", " ") for line in lines)


def _filled(words: list[str], room: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _divided(word: str, room: float, measure: Measure) -> list[str]:
    """A word in parts that each have room, with a hyphen at the end of all but the last."""
    parts = []
    while measure(word) > room and len(word) > 1:
        most = max((end for end in range(1, len(word)) if measure(f"{word[:end]}-") <= room), default=1)
        cut = _between_syllables(word, most)
        parts.append(f"{word[:cut]}-")
        word = word[cut:]
    return [*parts, word]


def _between_syllables(word: str, most: int) -> int:
    """Before a single consonant that a vowel follows, where Norwegian divides; else where the room ends."""
    letters = list(enumerate(pairwise(word.lower())))
    good = (
        at
        for at, (one, following) in reversed(letters)
        if 3 <= at <= min(most, len(word) - 3) and one.isalpha() and one not in VOWELS and following in VOWELS
    )
    return next(good, most)
