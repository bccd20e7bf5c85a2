"""The nouns of the language room: words as written, terms as compared, and how a query word may match."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """How a term came to be. Each is a separate set of postings, with falling weight."""

    EXACT = "exact"
    """The word as written, in lower case: `undersøkelsene`."""
    STEM = "stem"
    """What all forms of the word share: `undersøkelsene` and `undersøke` have the same."""
    VARIANT = "variant"
    """What the word shares with its counterpart in the other written standard: `undersøking` and `undersøkelse`.
    Every word has one, so that the rarity of this kind is the rarity of the word in both standards."""
    PART = "part"
    """A part of a compound, in the form of `VARIANT`: `omsorgsovertakelse` has `omsorg` and `overtakelse`."""


class MatchedBy(StrEnum):
    """Why a document was found; the words of the contract."""

    EXACT = "exact"
    STEM = "stem"
    SYNONYM = "synonym"
    COMPOUND = "compound"
    VARIANT = "variant"
    SPELLING = "spelling"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Word:
    """A word exactly as it stands in a text: `text == source[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a word of a text, ready to be posted. `position` counts words from 0; forms of one word share it."""

    kind: TermKind
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a query word may match: all `terms` (side by side when there are several), of one kind.

    `label` is what the reader is told that it means: the synonym, or the word in the other standard.
    """

    kind: TermKind
    terms: tuple[str, ...]
    by: MatchedBy
    label: str = ""
