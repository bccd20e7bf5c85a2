"""How our postings are written in Whoosh's files: the places of a term in a section, as bytes.

Whoosh's own formats pickle a list for each posting, which takes most of the time of indexing; and its analysers are
not used, since every engine must store the same terms. So a posting's value is simply its places, four bytes each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from whoosh.fields import FieldType
from whoosh.formats import Format

from kb.search.documents import SearchDocument

_PLACE = np.dtype("<u4")
"""How `kb.search.fields.packed` writes a place."""

Terms = Iterator[tuple[bytes, tuple[list[int], list[bytes]]]]
Field = tuple[str, Terms]
"""A field's name, and its terms in order, each with the numbers of the documents that hold it and the values there."""


def decoded(values: bytes) -> NDArray[np.int64]:
    """The places of one or more postings, in order."""
    return np.frombuffer(values, dtype=_PLACE).astype(np.int64)


class Places(Format):  # type: ignore[misc] # whoosh has no types
    """A format that only tells Whoosh that values have no fixed size."""

    posting_size = -1


class TermsField(FieldType):  # type: ignore[misc] # whoosh has no types
    """A field whose terms come from our own analyser, by way of `Postings`."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=False, stored=False)


class Postings:
    """Stands in for the pool in which a Whoosh writer gathers postings to sort them; ours are gathered by term."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        fields: dict[str, dict[str, tuple[list[int], list[bytes]]]] = {}
        for number, document in enumerate(documents):
            for kind, terms in document.terms.items():
                field = fields.setdefault(kind.value, {})
                for term, places in terms.items():
                    held = field.get(term)
                    if held is None:
                        field[term] = ([number], [places])
                    else:
                        held[0].append(number)
                        held[1].append(places)
        self._fields = fields

    def iter_postings(self) -> Iterator[Field]:
        """In the order that Whoosh wants: by field and by the bytes of the term."""
        for name, terms in sorted(self._fields.items()):
            yield name, iter(sorted((term.encode("utf-8"), held) for term, held in terms.items()))

    def add(self, _posting: object) -> None:
        """The writer looks this up, and has nothing to add: our documents are given to it without fields."""

    def cleanup(self) -> None:
        """There are no files to take away."""
