"""A concept of the field with all its words, in the shape of SKOS-AP-NO."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kb.articles import Label, Variant

Labels = Mapping[Variant, tuple[str, ...]]
_NONE: Labels = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Concept:
    """What one thing is called. Words in allowed, legal, former and discouraged mean the same as the preferred one.

    Words in narrower are kinds of it, and lead to it: who asks for *mor* is shown *foreldre*, and not the other way.
    `article` is the id of the article that explains it, or empty. `related` and `broader` are ids of concepts that
    are near: they are shown to readers, and never used as equal.
    """

    id: str
    preferred: Label
    article: str = ""
    allowed: Labels = field(default_factory=lambda: _NONE)
    legal: Labels = field(default_factory=lambda: _NONE)
    former: Labels = field(default_factory=lambda: _NONE)
    discouraged: Labels = field(default_factory=lambda: _NONE)
    narrower: Labels = field(default_factory=lambda: _NONE)
    related: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    note: str = ""

    def labels(self) -> Iterator[tuple[str, str, Variant]]:
        """Every word that means the same, with its role and standard; the preferred ones first."""
        yield self.preferred.nb, "preferred", Variant.BOKMAL
        yield self.preferred.nn, "preferred", Variant.NYNORSK
        for role in ("legal", "allowed", "former", "discouraged"):
            for variant, words in getattr(self, role).items():
                for word in words:
                    yield word, role, variant
