"""What all forms of a word have in common: its stem, and its dictionary forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from kb.language.folding import as_typewritten, without_accents
from kb.language.lexicon import REMEMBERED, STANDARDS, Lexicon

NOUN_ENDINGS = ("ene", "ane", "er", "ar", "en", "et", "a", "e")
"""A form may be another word as well: *strukturer* is a plural, and to the dictionary a verb; *garden* a guard."""

ENDINGS = (
    "arane", "erane", "ane", "ene", "ande", "ende", "aste", "este", "dde", "are", "ere", "ast", "est",
    "ar", "er", "en", "et", "te", "de", "a", "e", "t", "d", "i", "n", "s", "r",
)  # fmt: skip
"""Endings of both standards, the longest first, that are taken off a form which the dictionaries lack: *splitta*."""

SHORTEST_BASE = 4
"""What must be left of it: *Hansen* is not *hans*."""

SHORTEST_NOUN = 3
"""The same, where a noun is looked for that is in the list: *vegen*."""


ACT = re.compile(r"(.{3,}lov)(?:en|a|er|ar|ene|ane|ens|as|s)?")
"""Snowball takes *-lov* for an ending, so that *grunnloven* would be found with *grunn*, *barnevernsloven* with
*barnevern*. Here they are kept apart."""


class Stems:
    """Dictionary forms and stems of folded words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        # Its own cache is turned off: it may not be shared between threads, and whole words are remembered anyway.
        self._stemmer = Stemmer.Stemmer("norwegian", 0)
        self.lemmas = lru_cache(maxsize=REMEMBERED)(self._lemmas)

    def stem(self, word: str) -> str:
        """Snowball's stem, which stands for both standards: *undersøkelsene*, *undersøke*."""
        plain = without_accents(word).removesuffix("'s")
        act = ACT.fullmatch(plain)
        return act[1] if act else str(self._stemmer.stemWord(plain))

    def as_written(self, word: str) -> str:
        """The word with its Norwegian letters where it was typed without them: *aapenhet*."""
        if "aa" not in word and "ae" not in word and "oe" not in word:
            return word
        ways = (word, *as_typewritten(word))
        return next((way for way in ways if any(self._lexicon.lemma(way, one) for one in STANDARDS)), word)

    def _lemmas(self, form: str) -> tuple[str, ...]:
        """Its dictionary forms, bokmål first; none when it is in neither dictionary and no ending explains it."""
        for written in dict.fromkeys((form, without_accents(form), self.as_written(form))):
            found = [lemma for standard in STANDARDS if (lemma := self._lexicon.lemma(written, standard))]
            if found:
                return tuple(dict.fromkeys((*found, *self._nouns(written, found))))
        return ()

    def _nouns(self, form: str, found: list[str]) -> Iterator[str]:
        """What else the form may be a form of, when it is no dictionary form itself."""
        if form in found:
            return
        for ending in NOUN_ENDINGS:
            base = form.removesuffix(ending)
            if base != form and len(base) >= SHORTEST_NOUN and self._lexicon.is_word(base):
                yield base

    def without_endings(self, form: str) -> Iterator[str]:
        """What a form may come from that no dictionary has, the likeliest first."""
        for ending in ENDINGS:
            base = form.removesuffix(ending)
            if base != form and len(base) >= SHORTEST_BASE:
                yield from (base, base + "e")
