"""What words Norwegian has: simplemma's lists of bokmål and nynorsk, and our own lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from simplemma.strategies.dictionaries import DefaultDictionaryFactory, DictionaryFactory, StreamDictionaryFactory

from kb.articles import Variant

REMEMBERED = 50_000
"""Answers kept of each question: a text repeats its words."""

MANY = 20_000
"""After so many questions an index is being made, and it pays to open the lists in full."""

STANDARDS = (Variant.BOKMAL, Variant.NYNORSK)


class Lexicon:
    """Norwegian words and their dictionary forms.

    The lists are opened at the first question, unless a server did it before. At first they are read where they lie:
    0.3 s and 14 MB, and then 5 µs a question, which suits a server. Opened in full they take 0.6 s and 60 MB more, and
    0.5 µs a question.
    """

    def __init__(self) -> None:
        self._listed = lru_cache(maxsize=REMEMBERED)(self._look_up)
        self._lists: Mapping[Variant, Mapping[str, str]] = {}
        self._questions = 0

    @property
    def is_open(self) -> bool:
        """Whether the lists are opened."""
        return bool(self._lists)

    def open(self) -> None:
        """Open the lists, when they are not."""
        if not self._lists:
            self._lists = _opened(StreamDictionaryFactory())

    def lemma(self, form: str, standard: Variant) -> str:
        """The dictionary form of a folded word, or "" when the list of that standard does not know it."""
        # Names are listed with a capital: Oslo.
        return self._listed(form, standard) or self._listed(form.capitalize(), standard)

    def common(self, form: str, standard: Variant) -> str:
        """The same, where names are not looked for."""
        return self._listed(form, standard)

    def knows(self, form: str) -> bool:
        """Whether either standard has the form, other than as a name."""
        listed = self._listed
        return bool(listed(form, Variant.BOKMAL) or listed(form, Variant.NYNORSK))

    def is_base_form(self, word: str, standard: Variant) -> bool:
        """Whether it is what the dictionary of that standard lists the word under; names are not."""
        return bool(word) and self._listed(word, standard) == word

    def is_word(self, word: str) -> bool:
        """Whether either standard lists a word under it."""
        listed = self._listed
        return word in (listed(word, Variant.BOKMAL), listed(word, Variant.NYNORSK)) and bool(word)

    def _look_up(self, form: str, standard: Variant) -> str:
        self._questions += 1
        self.open()
        if self._questions == MANY:
            self._lists = _opened(DefaultDictionaryFactory())
        lemma = (self._lists[standard].get(form) or "").lower()
        # A few words are listed under a definite form: innspeling under innspelingen.
        return form if lemma.startswith(form) and lemma[len(form) :] in ("en", "et", "a") else lemma


def _opened(factory: DictionaryFactory) -> Mapping[Variant, Mapping[str, str]]:
    return {standard: factory.get_dictionary(standard.value) for standard in STANDARDS}


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
