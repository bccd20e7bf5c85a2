"""What all forms of a word have in common: its stem, and its dictionary forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from kb.language.folding import as_typewritten, without_accents
from kb.language.lexicon import REMEMBERED, STANDARDS, Lexicon

ENDINGS = (
    "arane", "erane", "ane", "ene", "ande", "ende", "aste", "este", "dde", "are", "ere", "ast", "est",
    "ar", "er", "en", "et", "te", "de", "a", "e", "t", "d", "i", "n", "s", "r",
)  # fmt: skip
"""Endings of both standards, the longest first, that are taken off a form which the dictionaries lack: *splitta*."""

SHORTEST_BASE = 4
"""What must be left of it: *Hansen* is not *hans*."""


class Stems:
    """Dictionary forms and stems of folded words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        # Its own cache is turned off: it may not be shared between threads, and whole words are remembered anyway.
        self._stemmer = Stemmer.Stemmer("norwegian", 0)
        self.lemmas = lru_cache(maxsize=REMEMBERED)(self._lemmas)

    def stem(self, word: str) -> str:
        """Snowball's stem, which stands for both standards: *undersøkelsene*, *undersøke*."""
        return str(self._stemmer.stemWord(without_accents(word).removesuffix("'s")))

    def as_written(self, word: str) -> str:
        """The word with its Norwegian letters where it was typed without them: *aapenhet*."""
        if "aa" not in word and "ae" not in word and "oe" not in word:
            return word
        ways = (word, *as_typewritten(word))
        return next((way for way in ways if any(self._lexicon.lemma(way, one) for one in STANDARDS)), word)

    def _lemmas(self, form: str) -> tuple[str, ...]:
        """Its dictionary forms, bokmål first; none when it is in neither dictionary and no ending explains it."""
        for written in dict.fromkeys((form, without_accents(form), self.as_written(form))):
            found = (self._lexicon.lemma(written, standard) for standard in STANDARDS)
            known = tuple(dict.fromkeys(lemma for lemma in found if lemma))
            if known:
                return known
        return tuple(self._guesses(form))[:1]

    def _guesses(self, form: str) -> Iterator[str]:
        for ending in ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_BASE:
                base = form[: -len(ending)]
                for whole in (base, base + "e", base + "a"):
                    yield from filter(None, (self._lexicon.lemma(whole, standard) for standard in STANDARDS))
