"""How long a person would take: a keystroke-level model, with reading.

Card, Moran and Newell, «The keystroke-level model for user performance time with interactive systems», Communications
of the ACM 23(7), 1980, pages 396–410. It tells of someone who knows the way, makes no slip, and is not disturbed.
Reading is ours: 200 words a minute, and every word until the link or the answer of the screen on which it stands,
though people skim; a screen that is scrolled past costs a key or a flick of the thumb, and a glance.
"""

from __future__ import annotations

from dataclasses import dataclass

KEY = 0.28
"""Seconds for a key: the model's average typist who is no secretary, 40 words a minute. On a phone, people come to 36
(Palin and others, «How do people type on mobile devices?», MobileHCI 2019), which is near enough."""
POINT = 1.1
"""Seconds to point at something with a mouse."""
PRESS = 0.2
"""Seconds to press and let go of the button."""
THINK = 1.35
"""Seconds of mental preparation, once before each thing that is done."""
WORD = 60 / 200
"""Seconds to read a word."""


@dataclass(slots=True)
class Effort:
    """Adds up what a person does, one act after the other."""

    seconds: float = 0.0

    def type(self, text: str) -> None:
        """A text, and Enter."""
        self.seconds += THINK + KEY * (len(text) + 1)

    def point(self) -> None:
        """A click on what one has found."""
        self.seconds += THINK + POINT + PRESS

    def press(self, keys: int) -> None:
        """Keys, one after another, to one end."""
        self.seconds += THINK + KEY * keys

    def scroll(self, screens: int) -> None:
        """Past so many screens."""
        self.seconds += (KEY + THINK) * screens

    def read(self, words: int) -> None:
        self.seconds += WORD * words

    def wait(self, seconds: float) -> None:
        """For the machine."""
        self.seconds += seconds
