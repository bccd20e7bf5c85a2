"""What is known of Norwegian words: their forms, their counterparts in the other standard, their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kb.articles import Variant
from kb.language.compounds import Splitter
from kb.language.lexicon import REMEMBERED, is_function_word, lexicon
from kb.language.stems import Stems
from kb.language.variants import Bridge, counterparts, pairs
from kb.language.words import find_words

SHORTEST_NUMBER = 3
"""Numbers within a number are sought by themselves from three digits on: the years of 2013-2018, not the 1 of 1-6."""

VERB_ENDINGS = ("", "dd", "d", "t", "dde", "de", "te", "ar", "er", "ande", "ast", "est")
"""Of forms that the dictionaries may not lead back to the verb."""

_WRITTEN = ("to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
NUMERALS = {str(number): (word,) for number, word in enumerate(_WRITTEN, start=2)}
"""Acts write out the numbers to twelve: *6 uker* is *seks uker*. *En* and *ett* are more than numbers."""

MOST_READINGS = 2
"""Of the last part of a compound."""


class Norwegian:
    """What is known of Norwegian, whatever the index and its concepts. All words given to it are folded."""

    def __init__(self) -> None:
        self._lexicon = lexicon()
        self._stems = Stems(self._lexicon)
        self._splitter = Splitter(self._lexicon, pairs())
        self._bridge = Bridge(self._lexicon, self._splitter.leaves)
        self.keys = lru_cache(maxsize=REMEMBERED)(self._keys)

    def stem(self, word: str) -> str:
        """What the forms of the word share."""
        return self._stems.stem(self._stems.as_written(word))

    def in_bokmal(self, word: str) -> str:
        """The word that bokmål has for a word of nynorsk, or "" for what bokmål has itself."""
        lemmas = self._lemmas(word)
        turned = self._bridge.in_bokmal(lemmas[0])[0]
        return "" if turned in lemmas or "|" in turned else turned

    def split(self, word: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
        """The parts of a compound, or of what is written with a hyphen."""
        if word.isalpha():
            lemmas = self._lemmas(word)
            # A form that a dictionary explains is no compound for all its letters: tjenestene, tjene-stene.
            forms = lemmas if self._lexicon.knows(word) else (*lemmas, word)
            return next((parts for form in forms if (parts := self._splitter.parts(form, vocabulary))), ())
        if word.startswith("§"):
            return ()
        pieces = [piece.text for piece in find_words(word.replace("-", " ").replace("/", " "))]
        return tuple(piece for piece in pieces if piece != word and _stands_alone(piece))

    def joined(self, first: str, second: str) -> tuple[str, ...]:
        """The keys of the compound that two words would make: *omsorg*, *overtakelse*."""
        if not first.isalpha() or not second.isalpha():
            return ()
        return (self._stems.stem(self._levelled(first) + self._levelled(second)),)

    def names(self, word: str) -> tuple[str, ...]:
        """What the word shares with its counterparts in both standards, the likeliest first. Never empty."""
        if not any(letter.isalpha() for letter in word):
            return (word.removeprefix("§"), *NUMERALS.get(word, ()))
        if not word.isalpha():
            return ("".join(self._levelled(piece) if piece.isalpha() else piece for piece in word.split("-")),)
        return tuple(dict.fromkeys(name for lemma in self._lemmas(word) for name in self._bridge.keys(lemma)))

    def term(self, name: str) -> str:
        """The form in which such a name is posted: its stem, which joins what has one root, *åpen* and *åpenhet*."""
        # A verb with -s is a word of its own: to Snowball synes is a form of syn, finnes of finn.
        if name.endswith("es") and self._lexicon.is_base_form(name, Variant.BOKMAL):
            return name
        return self._stems.stem(name)

    def _keys(self, word: str) -> tuple[str, ...]:
        """The terms of all its names."""
        return tuple(dict.fromkeys(self.term(name) for name in self.names(word)))

    def _levelled(self, word: str) -> str:
        return self._bridge.keys(self._lemmas(word)[0])[0]

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """Its dictionary forms; for a compound that no dictionary has, its parts with the last in that form."""
        if len(word) == 1:
            return (word,)
        listed = (word,) if word in pairs() or word in counterparts() else ()
        if is_function_word(word):
            # Of the rarer words that it might be a form of, none is meant: et is no form of ete.
            return tuple(dict.fromkeys((*listed, *self._stems.lemmas(word)[:1]))) or (word,)
        known = (*listed, *self._stems.lemmas(word), *self._verbs(word))
        return tuple(dict.fromkeys(known or self._guesses(word)))

    def _verbs(self, word: str) -> Iterator[str]:
        """Verbs of our list that the word may be a form of: *spreidd*, *sigrar*."""
        for ending in VERB_ENDINGS:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                for verb in (stem + "e", stem + "je"):
                    # Without an ending only what is nothing else in bokmål: mål is no command to paint, måle.
                    if verb in pairs() and (ending or verb not in pairs()[verb]):
                        yield verb

    def _guesses(self, word: str) -> tuple[str, ...]:
        """The dictionary form of a word that no dictionary has."""
        for base in self._stems.without_endings(word):
            # Names have no ending but the -s of the genitive.
            look_up = self._lexicon.lemma if base + "s" == word else self._lexicon.common
            lemma = look_up(base, Variant.BOKMAL) or look_up(base, Variant.NYNORSK)
            if lemma or self._bridge.leads_to_bokmal(base):
                return (lemma or base,)
        *first, last = self._splitter.leaves(word)
        beginning = word.removesuffix(last)
        return tuple(beginning + lemma for lemma in self._lemmas(last)[:MOST_READINGS]) if first else (word,)


def _stands_alone(piece: str) -> bool:
    return len(piece) >= SHORTEST_NUMBER if piece.isdigit() else not is_function_word(piece)


@lru_cache(maxsize=1)
def norwegian() -> Norwegian:
    """What the process knows of Norwegian, loaded once."""
    return Norwegian()
