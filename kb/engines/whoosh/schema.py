"""Our fields in Whoosh's words: one field for each kind of term, so that each has postings of its own."""

from __future__ import annotations

from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import Schema

from kb.engines.whoosh.terms import Terms
from kb.language.terms import TermKind


class Codec(W3Codec):  # type: ignore[misc] # whoosh has no types
    """Whoosh's own files, without what we do not read: statistics of lengths, and packing of small blocks.

    Without the packing the files are half as large again, and are written in two thirds of the time.
    """

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=0)


def schema() -> Schema:
    """A field for each kind of term."""
    return Schema(**{kind.value: Terms() for kind in TermKind})
