"""How our postings are written in Whoosh's files: the places of a term in a section, as bytes.

Whoosh's own formats pickle a list for each posting, which takes most of the time of indexing; and its analysers are
not used, since every engine must store the same terms. So a posting's value is simply its places, four bytes each.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.fields import FieldType
from whoosh.formats import Format

from kb.search.documents import SearchDocument

_PLACE = np.dtype("<u4")

Posting = tuple[str, bytes, int, float, bytes]
"""Field, term, document, weight, value. The weight is not used: we count places."""


def encoded(places: Sequence[int]) -> bytes:
    """The places of one posting as they are stored."""
    values = array("I", places)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def decoded(values: bytes) -> NDArray[np.int64]:
    """The places of one or more postings, in order."""
    return np.frombuffer(values, dtype=_PLACE).astype(np.int64)


class Places(Format):  # type: ignore[misc] # whoosh has no types
    """A format that only tells Whoosh that values have no fixed size."""

    posting_size = -1


class Terms(FieldType):  # type: ignore[misc] # whoosh has no types
    """A field whose terms come from our own analyser, by way of `Postings`."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=False, stored=False)

    def index(self, _value: object, **_options: Any) -> Iterator[Posting]:
        """Nothing: the writer gets its postings ready made."""
        return iter(())


class Postings:
    """Stands in for the pool in which a Whoosh writer gathers postings to sort them.

    Ours are gathered by term already, so that only the terms are sorted and not a million postings: that halves the
    time of writing. It has what the writer asks of a pool.
    """

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        fields: dict[str, dict[bytes, list[tuple[int, bytes]]]] = {}
        for number, document in enumerate(documents):
            for kind, terms in document.terms.items():
                field = fields.setdefault(kind.value, {})
                for term, places in terms.items():
                    field.setdefault(term.encode("utf-8"), []).append((number, encoded(places)))
        self._fields = fields

    def iter_postings(self) -> Iterator[Posting]:
        """In the order that Whoosh wants: by field, term and document."""
        for name, terms in sorted(self._fields.items()):
            for term, postings in sorted(terms.items()):
                for number, value in postings:
                    yield name, term, number, 1.0, value

    def add(self, _posting: Posting) -> None:
        """The writer looks this up, and has nothing to add: our fields give it no postings one by one."""

    def cleanup(self) -> None:
        """There are no files to take away."""
