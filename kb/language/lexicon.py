"""What words Norwegian has: simplemma's lists of bokmål and nynorsk, and our own lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from importlib.resources import files

from simplemma.strategies.dictionaries import StreamDictionaryFactory

from kb.articles import Variant

REMEMBERED = 50_000
"""Answers kept: a lookup reads a stretch of a compressed list, about 5 µs, and a text repeats its words."""

STANDARDS = (Variant.BOKMAL, Variant.NYNORSK)


class Lexicon:
    """Norwegian words and their dictionary forms.

    The lists are opened at the first question and read where they lie, 14 MB in all; as ordinary dictionaries they
    would take 150 MB.
    """

    def __init__(self) -> None:
        self._listed = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def lemma(self, form: str, standard: Variant) -> str:
        """The dictionary form of a folded word, or "" when the list of that standard does not know it."""
        # Names are listed with a capital: Oslo.
        return self._listed(form, standard) or self._listed(form.capitalize(), standard)

    def knows(self, form: str) -> bool:
        """Whether either standard has the form, other than as a name."""
        return any(self._listed(form, standard) for standard in STANDARDS)

    def is_base_form(self, word: str, standard: Variant) -> bool:
        """Whether it is what the dictionary of that standard lists the word under; names are not."""
        return bool(word) and self._listed(word, standard) == word

    def is_word(self, word: str) -> bool:
        """Whether either standard lists a word under it."""
        return any(self.is_base_form(word, standard) for standard in STANDARDS)

    @cached_property
    def _lists(self) -> Mapping[Variant, Mapping[str, str]]:
        factory = StreamDictionaryFactory()
        return {standard: factory.get_dictionary(standard.value) for standard in STANDARDS}

    def _look_up(self, form: str, standard: Variant) -> str:
        return (self._lists[standard].get(form) or "").lower()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The one lexicon of the process: its lists are long, and nobody changes them."""
    return Lexicon()


@lru_cache(maxsize=8)
def word_list(name: str) -> frozenset[str]:
    """The words of a list of ours; lines that begin with # tell of it."""
    lines = read_list(name)
    return frozenset(word for line in lines for word in line.split())


def read_list(name: str) -> tuple[str, ...]:
    """The lines of a list of ours, without those that tell of it."""
    text = (files("kb.language") / "wordlists" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def is_function_word(word: str) -> bool:
    """Whether it is a small word that seldom says by itself what a text is about. *Ikke* and *uten* are none."""
    return word.casefold() in word_list("function_words.txt")
