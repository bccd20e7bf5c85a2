"""Whoosh's own file format, written in a third of the time.

Whoosh gathers postings one by one, sorts them, and hands them on one by one: with a million of them that takes longer
than everything else in indexing. Ours are gathered by term already, and so are handed on a term at a time. What is
written is what Whoosh 2.7.4 writes, and its own reader reads it; the package is pinned, since this leans on the
insides of its codec.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter

from kb.engines.whoosh.terms import Field

_BLOCK = 128
"""So many postings are read at a time. It is Whoosh's own default."""


class Codec(W3Codec):  # type: ignore[misc] # whoosh has no types
    """Without what we do not read: statistics of lengths, weights, and packing of small blocks.

    Without the packing the files are half as large again, and are written in two thirds of the time.
    """

    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=0)

    def field_writer(self, storage: Any, segment: Any) -> _FieldWriter:
        """What writes the terms of a segment."""
        return _FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> _PostingsWriter:
        """What writes the postings of a term."""
        return _PostingsWriter(dbfile, blocklimit=_BLOCK, byteids=byteids, compression=0)


class _FieldWriter(W3FieldWriter):  # type: ignore[misc] # whoosh has no types
    def add_postings(self, schema: Any, _lengths: object, items: Iterable[Field]) -> None:
        """Write every field in order. A writer whose pool is `Postings` calls this with what the pool gives."""
        for name, terms in items:
            self.start_field(name, schema[name])
            for term, (numbers, values) in terms:
                self.start_term(term)
                self._postwriter.add_all(numbers, values)
                self.finish_term()
            self.finish_field()


class _PostingsWriter(W3PostingsWriter):  # type: ignore[misc] # whoosh has no types
    def add_all(self, numbers: Sequence[int], values: Sequence[bytes]) -> None:
        """All postings of a term at once; the last block is left for `finish_postings`."""
        for start in range(0, len(numbers), _BLOCK):
            if start:
                self._write_block()
            self._ids = array("I", numbers[start : start + _BLOCK])
            self._values = values[start : start + _BLOCK]
            self._weights = _ONES[: len(self._ids)]
            self._maxweight = 1.0

    def _mini_weights(self) -> None:
        """Every weight is 1, which Whoosh writes as nothing."""


_ONES = array("f", [1.0]) * _BLOCK
