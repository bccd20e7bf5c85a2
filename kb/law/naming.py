"""Which act does a text name: «barnevernsloven (2021)», «gammel lov», «LOV-1992-07-17-100»?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.law.provisions import Act, LawRegister
from kb.messages import MONTHS


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where acts are named. `acts` may be meant, best first; `has_year` says that it is beyond doubt."""

    start: int
    end: int
    acts: tuple[str, ...]
    has_year: bool


_OFFICIAL = re.compile(
    r"(?<!\w)(?:https?://)?(?:(?:www\.)?lovdata\.no/(?:dokument/[A-Z]+/)?)?(?:lov|for|forskrift)[-/ ]?"
    r"(?P<date>\d{4}-\d\d-\d\d)(?:-(?P<serial>\d{1,4}))?(?!\d)/?",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?<!\w)(?:lov|forskrift)\s(?:av\s)?(?P<day>\d{{1,2}})\.?\s(?P<month>{'|'.join(MONTHS)})\s(?P<year>\d{{4}})"
    r"\snr\.?\s?(?P<serial>\d{1,4})(?:\s\(?(?:om\s)?[^§\d]{0,60}(?=§))?",
    re.IGNORECASE,
)
_OLD = r"gammel|gamle|gml\.?|tidligere|tidlegare|eldre|forrige|førre|opphevet|oppheva"
_NEW = r"ny|nye|dagens|gjeldende|gjeldande|nåværende|noverande"
_YEAR = r"\s?\((?P<bracketed>1[89]\d\d|20\d\d)\)|\s?(?:av\s|fra\s|frå\s)?(?P<year>1[89]\d\d|20\d\d)(?![\d-])"

_ACT_REACH = 60
"""How far before a number its act's name may begin."""
_ANY_ACT = frozenset({"lov", "loven", "lova", "lovens", "forskrift", "forskriften", "forskrifta", "konvensjonen"})
_OTHER = (
    r"(?P<name>[^\W\d_]+(?:lov(?:en|a)?s?|forskrift(?:en|a)?s?|konvensjon(?:en)?s?)"
    # Common abbreviations of other acts that caseworkers meet.
    r"|(?:fvl|hol|offl|offentleglova|strl|strpl|pbrl|hpl|khol|tvl|mrl|ekl|al|aml|emk|oppll|bhl|grl|psyhlvl|nav-lovl|pol))"
)
MOST_SLIPS, LONG_NAME, SHORTEST_NAME = 2, 12, 8
"""Letters that may be wrong in the name of an act. In a shorter name only one may: *arveloven* is not *barneloven*."""
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{8,40}(?!\w)")
_OTHER_BEFORE = re.compile(rf"(?<!\w){_OTHER}\.?\s?(?:\(?\d{{4}}\)?)?[\s,:]{{0,3}}$", re.IGNORECASE)
# «§ 1-6, forvaltningsloven § 17»: that act belongs to the next number.
_NOT_NEXT = r"(?!\.?[\s,]{0,3}(?:\(?\d{4}\)?\s?)?(?:§|paragraf|artikkel|art\.))"
_OTHER_AFTER = re.compile(rf"\s?,?\s?(?:(?:i|av|etter|frå|fra)\s)?(?:den\s)?{_OTHER}(?!\w){_NOT_NEXT}", re.IGNORECASE)


def acts_named(text: str, register: LawRegister, *, misspelt: bool = False) -> tuple[Mention, ...]:
    """Every act of the register that the text names, in order; `misspelt` is for queries: *barnvernloven*."""
    mentions: list[Mention] = []
    right = _right_names(text, register) if misspelt else {}
    pattern = _names_pattern((*right, *register.names))
    if pattern is not None:
        mentions.extend(_named(match, register, right) for match in pattern.finditer(text))
    for match in (*_OFFICIAL.finditer(text), *_DATED.finditer(text)):
        acts = tuple(act.id for act in register.acts.values() if _is_numbered(act, match))
        if acts:
            mentions.append(Mention(match.start(), match.end(), acts, True))
    return tuple(sorted(mentions, key=lambda one: one.start))


def _right_names(text: str, register: LawRegister) -> dict[str, str]:
    """The names of acts that are misspelt in the text, in lower case, each with the name that it is nearest to."""
    found: dict[str, str] = {}
    for match in _LONG_WORD.finditer(text):
        name = match[0].lower()
        most = MOST_SLIPS if len(name) >= LONG_NAME else 1
        if not register.acts_named(name):
            near = process.extractOne(name, register.names, scorer=OSA.distance, score_cutoff=most)
            if near is not None and len(near[0]) >= SHORTEST_NAME:
                found[name] = near[0]
    return found


@lru_cache(maxsize=8)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    listed = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<age>{_OLD}|{_NEW})\s+)?(?P<name>{listed})(?=\W|$|(?:1[89]|20)\d\d)\.?(?:{_YEAR})?"
        rf"|(?P<generic>{_OLD}|{_NEW})\s+lov(?:en|a)?(?!\w)"
        r"|(?P<prefixed>1[89]\d\d|20\d\d)-?lov(?:en|a)?s?(?!\w)"
        r"|lov(?:en|a)\s(?:av|fra|frå)\s(?P<dated>1[89]\d\d|20\d\d)(?!\d))",
        re.IGNORECASE,
    )


def _named(match: re.Match[str], register: LawRegister, right: Mapping[str, str]) -> Mention:
    name = match["name"] or ""
    acts = register.acts_named(right.get(name.lower(), name)) if name else _acts_with_family(register)
    family = tuple(dict.fromkeys(other for act_id in acts for other in register.family(act_id) if other not in acts))
    year = match["bracketed"] or match["year"] or match["prefixed"] or match["dated"]
    if year:
        for candidates in (acts, family):
            dated = tuple(act_id for act_id in candidates if _is_of(register.acts[act_id], int(year)))
            if dated:
                return Mention(match.start(), match.end(), dated, True)
    age = match["age"] or match["generic"]
    if age:
        wants_old = re.fullmatch(_OLD, age, re.IGNORECASE) is not None
        aged = tuple(act_id for act_id in (*acts, *family) if _is_old(register.acts[act_id]) == wants_old)
        if aged:
            return Mention(match.start(), match.end(), aged, True)
    if match["name"] and re.search(r"\d{4}", match["name"]):
        return Mention(match.start(), match.end(), acts, True)
    # Many write barnevernloven and mean today's act, so without a year the whole family may be meant.
    return Mention(match.start(), match.end(), (*acts, *family) if match["name"] else (), False)


def _acts_with_family(register: LawRegister) -> tuple[str, ...]:
    related = [act for act in register.acts.values() if register.family(act.id)]
    return tuple(act.id for act in sorted(related, key=_is_old))


def _is_old(act: Act) -> bool:
    return act.repealed is not None


def _is_of(act: Act, year: int) -> bool:
    return year == act.year or (act.in_force is not None and year == act.in_force.year)


def _is_numbered(act: Act, match: re.Match[str]) -> bool:
    parts = match.groupdict()
    if "month" in parts:
        month = MONTHS.index(parts["month"].lower()) + 1
        parts["date"] = f"{parts['year']}-{month:02}-{int(parts['day']):02}"
    wanted = f"-{parts['date']}" + (f"-{int(parts['serial'])}" if parts["serial"] else "")
    return act.number.endswith(wanted) or (not parts["serial"] and f"{wanted}-" in act.number)


def unknown_act(before: str, after: str, register: LawRegister) -> str:
    """The act named just before or just after a number when the register does not have it; empty when none is."""
    found = _OTHER_BEFORE.search(before[-_ACT_REACH:]) or _OTHER_AFTER.match(after)
    if found is None or found["name"].lower() in _ANY_ACT or register.acts_named(found["name"]):
        return ""
    return str(found["name"])
