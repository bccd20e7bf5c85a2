"""The bridge between the two written standards: what *undersøking* and *undersøkelse* have in common.

Every word gets a key that it shares with its counterpart. The key is made by turning the word into bokmål where a
list, a rule or the parts of a compound tell how, and then dropping what the standards differ in for no reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from types import MappingProxyType

from kb.articles import Variant
from kb.language.lexicon import REMEMBERED, Lexicon, read_list, word_list


@dataclass(frozen=True, slots=True)
class Rule:
    """What regularly answers to what. `nynorsk` and `bokmal` are a pair of words that it joins."""

    pattern: str
    replacement: str
    nynorsk: str
    bokmal: str


SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # nynorsk, bokmål, and a pair
    ("legheit", ("lighet",)),  # moglegheit, mulighet
    ("leggjere", ("liggjøre",)),  # offentleggjere, offentliggjøre
    ("semd", ("somhet", "het")),  # lønsemd, lønnsomhet
    ("heit", ("het",)),  # openheit, åpenhet
    ("leik", ("lighet", "het")),  # kjærleik, kjærlighet; tryggleik, trygghet
    ("løyse", ("løshet",)),  # arbeidsløyse, arbeidsløshet
    ("gjere", ("gjøre",)),  # klargjere, klargjøre
    ("laus", ("løs",)),  # arbeidslaus, arbeidsløs
    ("leg", ("lig",)),  # mogleg, mulig
    ("sam", ("som",)),  # lønsam, lønnsom
    ("skap", ("skap",)),  # venskap, vennskap
    ("dom", ("dom",)),  # sjukdom, sykdom
    ("inne", ("inne",)),  # veninne, venninne
    ("ande", ("ende",)),  # gjeldande, gjeldende
    ("ing", ("else", "ning", "ing")),  # undersøking, undersøkelse; løysing, løsning
    ("nad", ("ning", "else", "nad")),  # verknad, virkning
    ("ar", ("er",)),  # søkjar, søker
)
"""Endings that make new words. What stands before is turned by itself."""

PARTICLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "attende": ("tilbake",),  # attendemelding
        "fram": ("frem",),
        "frå": ("fra",),
        "føre": ("for", "fore", "forut"),  # føremål, formål; førelese, forelese
        "heime": ("hjemme",),
        "heim": ("hjem",),
        "innan": ("innen",),
        "saman": ("sammen",),
        "sjølv": ("selv",),
        "utan": ("uten",),
        "vidare": ("videre",),
        "att": ("gjen",),  # attgjeving, gjengivelse
        "ein": ("en",),  # einsidig, ensidig
        **{same: (same,) for same in word_list("particles.txt")},
    }
)
"""Beginnings that are no word of a compound: *inn-hald*, *inn-hold*."""

SOUNDS: tuple[Rule, ...] = (
    Rule(r"^kv", "hv", "kviskre", "hviske"),
    Rule(r"([gk])j(e?)$", r"\1\2", "byggje", "bygge"),
    Rule(r"øy", "ø", "høyre", "høre"),
    Rule(r"ei", "e", "meine", "mene"),
    Rule(r"au", "ø", "laus", "løs"),
)
"""Sounds that often differ within a word. They are tried only on words that bokmål lacks, and the outcome must be a
word that it has."""

NOUN_FROM_VERB = re.compile(r"(?<=[^\W\d_]{2})else$")
"""*undersøkelse* is filed with *undersøking*: the two standards differ in which ending a verb takes."""


LEVELLED: Mapping[str, str] = MappingProxyType({"hoved": "hode", "ledning": "ledning"})
"""Parts that the rules for endings would get wrong, and the bound form of *hode*, nynorsk *hovud*."""


class Bridge:
    """Gives words of both standards the keys that they share."""

    def __init__(self, lexicon: Lexicon, leaves: Callable[[str], tuple[str, ...]]) -> None:
        self._lexicon = lexicon
        self._leaves = leaves
        self._pairs = pairs()
        self.in_bokmal = lru_cache(maxsize=REMEMBERED)(self._in_bokmal)

    def keys(self, lemma: str) -> tuple[str, ...]:
        """What the dictionary form shares with its counterparts; more than one where it may be two words."""
        return tuple(dict.fromkeys(self._level(word) for word in self.in_bokmal(lemma)))

    def _in_bokmal(self, word: str) -> tuple[str, ...]:
        listed = self._pairs.get(word)
        if listed:
            return listed
        if word.endswith("a") and not self._is_bokmal(word) and len(word) > 3:
            # Nynorsk verbs may end in -a: gjennomføra, gjennomføre.
            return self.in_bokmal(word[:-1] + "e")
        guesses: list[str] = []
        for candidates in (self._by_ending(word), self._by_beginning(word), self._by_parts(word)):
            for candidate in candidates:
                if candidate == word or self._is_bokmal(candidate):
                    return (candidate,)
                guesses.append(candidate)
        if self._is_bokmal(word):
            return (word,)
        heard = next((candidate for candidate in self._by_sound(word) if self._is_bokmal(candidate)), None)
        if heard:
            return (heard,)
        return tuple(guesses[-1:]) or (word,)

    def _is_bokmal(self, word: str) -> bool:
        return self._lexicon.is_base_form(word, Variant.BOKMAL)

    def _by_ending(self, word: str) -> Iterator[str]:
        for ending, counterparts in SUFFIXES:
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                for root in self._roots(word[: -len(ending)]):
                    for counterpart in counterparts:
                        yield root + counterpart
                return

    def _roots(self, base: str) -> Iterator[str]:
        for whole in (base, base + "e"):
            for turned in self.in_bokmal(whole):
                if turned != whole:
                    yield turned.removesuffix("e")
        yield base

    def _by_beginning(self, word: str) -> Iterator[str]:
        for length in range(7, 0, -1):
            for particle in PARTICLES.get(word[:length], ()):
                if len(word) - length >= 3:
                    for rest in self.in_bokmal(word[length:]):
                        yield particle + rest

    def _by_parts(self, word: str) -> Iterator[str]:
        leaves = self._leaves(word)
        if len(leaves) == 1:
            return
        choices = list(islice(product(*(self.in_bokmal(leaf) for leaf in leaves)), 4))
        for turned in choices:
            for joint in ("", "s", "e"):
                yield "".join(turned[:-1]) + joint + turned[-1]
        yield "|".join(choices[0])

    def _by_sound(self, word: str) -> Iterator[str]:
        for rule in SOUNDS:
            changed = re.sub(rule.pattern, rule.replacement, word)
            if changed != word:
                yield changed

    def _level(self, word: str) -> str:
        leaves = [leaf for part in word.split("|") for leaf in self._leaves(part)]
        return "".join(self._level_leaf(leaf) for leaf in leaves)

    def _level_leaf(self, word: str) -> str:
        if word in LEVELLED:
            return LEVELLED[word]
        if word.endswith("ning") and self._lexicon.knows(word[:-4] + "e"):
            return word[:-4] + "ing"
        return NOUN_FROM_VERB.sub("ing", word)


@lru_cache(maxsize=1)
def pairs() -> Mapping[str, tuple[str, ...]]:
    """From a word to its bokmål counterparts, by the list of the commonest unlike words. The list is read once."""
    found: dict[str, list[str]] = {}
    for line in read_list("nb-nn.tsv"):
        bokmal, others = line.split("\t")
        for other in others.split():
            words = found.setdefault(other.removesuffix("+"), [])
            if other.endswith("+"):
                words.append(other.removesuffix("+"))
            words.append(bokmal)
    return MappingProxyType({word: _followed(word, found) for word in found})


def _followed(word: str, found: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The end of each chain: where *hugse* leads to *huske* and a word to *hugse*, that word leads to *huske*."""
    ends: dict[str, None] = {}
    for bokmal in found[word]:
        onward = found.get(bokmal, ()) if bokmal != word else ()
        ends.update(dict.fromkeys(onward or (bokmal,)))
    return tuple(ends)
