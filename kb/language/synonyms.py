"""Words that the editors say mean the same, found by any form and in either written standard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kb.articles import Variant
from kb.concepts import Concept
from kb.language.terms import Alternative, MatchedBy, TermKind
from kb.language.words import find_words

Names = Callable[[str], tuple[str, ...]]
"""Gives what a word is called in both standards, whatever its form; the likeliest first."""

Stem = Callable[[str], str]
"""Makes of that the term which is posted."""

LONGEST_LABEL = 8
"""Words in a label: *vedtak om at barnet skal bo utenfor hjemmet*."""

ROLES = ("legal", "preferred", "former")
"""What a reader is told of, the most telling first. Other words are found as well, and told of at each hit."""

NARROWER, WIDER = "narrower", "wider"
"""A narrower word leads to those of the concept, and nothing leads to it. To who typed it, those are wider words."""


@dataclass(frozen=True, slots=True)
class _Label:
    """One name of a concept, as it is compared."""

    text: str
    role: str
    variant: Variant
    name: tuple[str, ...]


class Synonyms:
    """All concepts, looked up by their names."""

    def __init__(self, concepts: Sequence[Concept], names: Names, stem: Stem) -> None:
        self._names = names
        self._stem = stem
        self._by_name: dict[tuple[str, ...], list[tuple[_Label, ...]]] = {}
        self._longest = 1
        for concept in concepts:
            labels = tuple(self._labels(concept))
            for name in dict.fromkeys(label.name for label in labels):
                self._by_name.setdefault(name, []).append(labels)
                self._longest = max(self._longest, len(name))

    def of(self, word: str) -> tuple[Alternative, ...]:
        """The other names of the concepts that have this word as a name."""
        return tuple(dict.fromkeys(self._others([(name,) for name in self._names(word)])))

    def phrases(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Alternative, ...]]]:
        """Names of several words at `words[start:end]`, with the other names of those concepts."""
        for start, end, names in self._found(words):
            if end - start > 1:
                yield start, end, tuple(dict.fromkeys(self._others(names)))

    def shown(self, words: Sequence[str], standard: Variant) -> Iterator[tuple[str, str, str]]:
        """What was typed, another name of it, and the role of that name; the longest names that were typed.

        The role is `WIDER` where a narrower word was typed.
        Names are those of the reader's standard: what the other one calls the same is only a translation.
        """
        covered: set[int] = set()
        for start, end, names in sorted(self._found(words), key=lambda found: found[0] - found[1]):
            if covered.isdisjoint(range(start, end)):
                covered.update(range(start, end))
                yield from self._told(" ".join(words[start:end]), names, standard)

    def _labels(self, concept: Concept) -> Iterator[_Label]:
        narrower = ((text, NARROWER, variant) for variant, words in concept.narrower.items() for text in words)
        for text, role, variant in (*concept.labels(), *narrower):
            name = tuple(self._names(word.text)[0] for word in find_words(text))
            if 0 < len(name) <= LONGEST_LABEL:
                yield _Label(text, role, variant, name)

    def _others(self, names: Sequence[tuple[str, ...]]) -> Iterator[Alternative]:
        for name in names:
            for labels in self._by_name.get(name, ()):
                for label in labels:
                    if label.name not in names and label.role != NARROWER:
                        terms = tuple(map(self._stem, label.name))
                        yield Alternative(TermKind.VARIANT, terms, MatchedBy.SYNONYM, label.text)

    def _found(self, words: Sequence[str]) -> Iterator[tuple[int, int, Sequence[tuple[str, ...]]]]:
        if not self._by_name:
            return
        all_names = [self._names(word) for word in words]
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + self._longest) + 1):
                # A word with two readings is tried in both when it stands alone, in the first one otherwise.
                joined = tuple(names[0] for names in all_names[start:end])
                names = [(name,) for name in all_names[start]] if end - start == 1 else [joined]
                known = [name for name in names if name in self._by_name]
                if known:
                    yield start, end, known

    def _told(self, typed: str, names: Sequence[tuple[str, ...]], standard: Variant) -> Iterator[tuple[str, str, str]]:
        told = set(names)
        for name in names:
            for labels in self._by_name[name]:
                is_narrower = any(label.name == name and label.role == NARROWER for label in labels)
                telling = [label for label in labels if label.role in ROLES and _is_for(standard, label, labels)]
                for label in sorted(telling, key=lambda label: ROLES.index(label.role)):
                    if label.name not in told and not _holds(label.name, name):
                        told.add(label.name)
                        yield typed, label.text, WIDER if is_narrower else label.role


def _is_for(standard: Variant, label: _Label, labels: Sequence[_Label]) -> bool:
    """Whether a name is what its role is called in a standard. Where that has none, the other one's is shown."""
    # The act is in bokmål, for every reader.
    wanted = Variant.BOKMAL if label.role == "legal" else standard
    return label.variant is wanted or not any(one.role == label.role and one.variant is wanted for one in labels)


def _holds(longer: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name only adds words to the one that was typed: *rett til medvirkning*, *medvirkning*."""
    return any(longer[start : start + len(name)] == name for start in range(len(longer)))
