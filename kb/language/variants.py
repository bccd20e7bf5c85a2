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
    ("legvis", ("ligvis",)),  # sannsynlegvis, sannsynligvis
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
    Rule(r"^kv", "hv", "kvelve", "hvelve"),
    Rule(r"([gk])j(e?)$", r"\1\2", "byggje", "bygge"),
    Rule(r"øy", "ø", "høyre", "høre"),
    Rule(r"ei", "e", "meine", "mene"),
    Rule(r"au", "ø", "laus", "løs"),
)
"""Sounds that often differ within a word. They are tried only on words that bokmål lacks, and the outcome must be a
word that it has."""

SHORTEST_ROOT = 2
"""Before an ending: *øv-ing*."""

SHORTEST_REST = 3
"""After a beginning: *inn-tak*."""

SHORTEST_VERB = 4
"""*leva*, *leve*."""

LONGEST_PARTICLE = 7
"""*attende*"""

MOST_CHOICES = 4
"""Of a compound whose parts may each be several words."""

MOST_READINGS = 2
"""Of a word that is not found as a whole."""

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

    def leads_to_bokmal(self, word: str) -> bool:
        """Whether the list, the rules or the parts turn it into a word that bokmål has."""
        return word in self._pairs or any(self._known(turned) for turned in self.in_bokmal(word))

    def _in_bokmal(self, word: str) -> tuple[str, ...]:
        listed = self._pairs.get(word) or ((word,) if word in counterparts() else ())
        if listed:
            return listed
        if word.endswith("a") and len(word) >= SHORTEST_VERB and not self._is_bokmal(word):
            # Nynorsk verbs may end in -a: gjennomføra, gjennomføre.
            return self.in_bokmal(word[:-1] + "e")
        by_ending, by_beginning, by_parts = self._by_ending(word), self._by_beginning(word), self._by_parts(word)
        whole = (joined for turned in by_parts for joined in _joined(turned))
        for candidate in (*by_ending, *by_beginning, *whole):
            known = self._known(candidate)
            if known:
                return (word if candidate == word else known,)
        if self._known(word) and not by_parts:
            return (word,)
        if by_parts:
            return tuple("|".join(turned) for turned in by_parts[:MOST_READINGS])
        heard = (candidate for candidate in self._by_sound(word) if self._is_bokmal(candidate))
        unknown = next(heard, "")
        return (unknown,) if unknown else by_beginning[:MOST_READINGS] or by_ending[-1:] or (word,)

    def _is_bokmal(self, word: str) -> bool:
        return self._lexicon.is_base_form(word, Variant.BOKMAL)

    def _known(self, word: str) -> str:
        """The dictionary form that bokmål has of it, or ""."""
        return self._lexicon.common(word.replace("|", ""), Variant.BOKMAL)

    def _by_ending(self, word: str) -> tuple[str, ...]:
        """The word with each ending that bokmål may have for its own; the likeliest last."""
        for ending, counterparts in SUFFIXES:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
                roots = self._roots(word[: -len(ending)])
                return tuple(root + counterpart for root in roots for counterpart in counterparts)
        return ()

    def _roots(self, base: str) -> tuple[str, ...]:
        turned = (
            word.removesuffix("e") for whole in (base, base + "e") for word in self.in_bokmal(whole) if word != whole
        )
        return (base, *turned)[::-1]

    def _by_beginning(self, word: str) -> tuple[str, ...]:
        """The word with what follows its first syllables turned; none when nothing is."""
        found = []
        for length in range(LONGEST_PARTICLE, 0, -1):
            rest = word[length:]
            for particle in PARTICLES.get(word[:length], ()):
                if len(rest) >= SHORTEST_REST:
                    found += [particle + turned for turned in self.in_bokmal(rest) if particle + turned != word]
        return tuple(found)

    def _by_parts(self, word: str) -> tuple[tuple[str, ...], ...]:
        """The parts of a compound, turned, in each way that they may be; none when none is."""
        leaves = self._leaves(word)
        if len(leaves) == 1:
            return ()
        choices = tuple(islice(product(*(self.in_bokmal(leaf) for leaf in leaves)), MOST_CHOICES))
        in_doubt = choices[0] == leaves
        return () if choices[-1] == leaves or (in_doubt and self._known(word)) else choices

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
        if word.endswith("ning"):
            root = word[:-4]
            for verb in (root, root + root[-1:]):
                if self._lexicon.knows(verb + "e"):
                    return verb + "ing"
        return NOUN_FROM_VERB.sub("ing", word)


def _joined(parts: tuple[str, ...]) -> Iterator[str]:
    """The parts as one word, with each letter that may join the last."""
    for joint in ("", "s", "e"):
        yield "".join(parts[:-1]) + joint + parts[-1]


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


@lru_cache(maxsize=1)
def counterparts() -> frozenset[str]:
    """The words of bokmål that the list leads to."""
    return frozenset(word for words in pairs().values() for word in words)
