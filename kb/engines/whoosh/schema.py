"""Our fields in Whoosh's words: one field for each kind of term, so that each has postings of its own."""

from __future__ import annotations

from whoosh.fields import Schema

from kb.engines.whoosh.terms import TermsField
from kb.language.terms import TermKind


def schema() -> Schema:
    """A field for each kind of term."""
    return Schema(**{kind.value: TermsField() for kind in TermKind})
