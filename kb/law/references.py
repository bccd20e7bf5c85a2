"""Finds references to provisions in running text and in queries: «§ 1-6», «bvl. § 4-12 første ledd»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kb.law.provisions import Act, ActKind, LawRegister, normal_number


@dataclass(frozen=True, slots=True)
class Reference:
    """One number of a provision, where it stands: `text[start:end]` holds the act's name too, when it stands beside.

    `act` is the act that the text names; None when it names none. `acts` are all that may be meant and `provisions`
    the ids that may, best first; `provisions` is empty when the number is unknown. `has_year` says that the act was
    named beyond doubt. `between` are the ids that «§§ 4-1 til 4-5» passes over, told at its last number.
    `unknown_act` is the act as written when the register does not have it: «forvaltningsloven § 17» has no provisions.
    """

    start: int
    end: int
    number: str
    act: str | None
    provisions: tuple[str, ...]
    subdivision: str = ""
    has_year: bool = False
    acts: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    unknown_act: str = ""


@dataclass(frozen=True, slots=True)
class _Mention:
    """An act named in a text."""

    start: int
    end: int
    acts: tuple[str, ...]
    has_year: bool


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a chain such as «§§ 8-1 og 8-5». `spread` says that it ends a range."""

    start: int
    end: int
    number: str
    subdivision: str
    spread: bool


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Where a number may begin: at its sign, when it has one."""

    start: int
    sign: str
    number: str
    number_start: int


@dataclass(frozen=True, slots=True)
class _Chain:
    """Numbers that stand together after a sign, such as §; the sign is empty for a number alone."""

    sign: str
    numbers: tuple[_Number, ...]
    unknown_act: str

    @property
    def kinds(self) -> tuple[ActKind, ...]:
        """The kinds of act that may hold them: only a convention has articles."""
        if not self.sign:
            return tuple(ActKind)
        if self.sign.lower().startswith("art"):
            return (ActKind.CONVENTION,)
        return (ActKind.ACT, ActKind.REGULATION, ActKind.CONSTITUTION)


# A letter after a space is a part of the number only up to h: «§ 4-2 i loven» and «§ 4-2 å melde» are not numbers.
# «9 A-1» is how provisions of a chapter 9 A are numbered.
_NUMBER = (
    r"(?:\d{1,2}\s?[a-h]\s?-\s?\d{1,2}|\d{1,3}(?:(?:\s?[-‐‑–]\s?|\.)\d{1,3})?(?:\s[a-h](?!\w|\.\w)|[a-zæøå](?!\w))?)"
)
_SIGN = r"(?:§\s?§|§|paragraf(?:en|ene|ar|ane|er)?|par\.?|artikkel(?:en)?|artiklene|artiklane|art\.?)\s*(?=\d)"
_PLURAL = re.compile(r"§\s?§|paragraf(?:ene|ar|ane|er)|artikl", re.IGNORECASE)
_ORDINAL = (
    r"(?:første|fyrste|andre|annet|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|åttande|niende|niande"
    r"|tiende|tiande|siste|\d{1,2}\.)"
)
_SUBDIVISION = re.compile(
    rf"(?:[\s,]*(?:{_ORDINAL}(?:\s(?:og|eller|til|,)\s?{_ORDINAL})?\s(?:ledd(?:et)?|punktum|pkt\.?|punkt|setning)\b"
    r"|(?:bokstav(?:en)?|litra)\s[a-zæøå](?:\s?(?:og|til|–|-)\s?[a-zæøå])?\b|nr\.?\s?\d{1,2}\b))+",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"(?<!\w)(?P<sign>{_SIGN})(?P<number>{_NUMBER})", re.IGNORECASE)
_NEXT = re.compile(
    rf"\s*(?P<joint>,?\s?(?<=\s)(?:og|eller|samt|jf\.?|jfr\.?|jamfør|til(?:\s+og\s+med)?)(?=[\s§])|[,/–—-])\s*"
    rf"(?P<sign>{_SIGN})?(?P<number>{_NUMBER})(?!\w)",
    re.IGNORECASE,
)
_HYPHENATED = r"\d{1,2}(?:\s?[a-h])?\s?[-‐‑–]\s?\d{1,2}(?:\s[a-h](?!\w|\.\w)|[a-zæøå](?!\w))?"
_BARE = re.compile(rf"(?<![\w.,-])(?P<number>{_HYPHENATED})(?![\w-])", re.IGNORECASE)
_BESIDE = re.compile(rf"[ \u00a0]*(?P<number>{_HYPHENATED})", re.IGNORECASE)
_PLAIN = re.compile(r"[ \u00a0]*(?P<number>\d{1,3}(?:\s?[a-h])?)(?![\w-])", re.IGNORECASE)
# «barn 12-18 år» and «kl. 10-12» are no references, though § 12-18 may exist.
_MEASURE = re.compile(
    r"\s*(?:år|åring|aar|mnd|måned|månad|uke|veke|dag|døgn|time|minutt|min\b|prosent|%|kr|barn|stk|sider|ganger)",
    re.IGNORECASE,
)
_CLOCK_REACH = 12
_AFTER_CLOCK = re.compile(r"(?:\bkl\.?|\bklokk\w*|\balder\w*|\bside\w*|\bs\.)\s*$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ACT_REACH = 60
"""How far before a number its act's name may begin."""
_ANY_ACT = frozenset({"lov", "loven", "lova", "lovens", "forskrift", "forskriften", "forskrifta", "konvensjonen"})
_OTHER = (
    r"(?P<name>[^\W\d_]+(?:lov(?:en|a)?s?|forskrift(?:en|a)?s?|konvensjon(?:en)?s?)"
    # Abbreviations as they are listed in NOU 2001: 32 and at Lovdata, of acts that caseworkers meet.
    r"|(?:fvl|hol|offl|offentleglova|strl|strpl|pbrl|hpl|khol|tvl|mrl|ekl|al|aml|oppll|bhl|grl|psyhlvl|nav-lovl|pol))"
)
_OTHER_BEFORE = re.compile(rf"(?<!\w){_OTHER}\.?\s?(?:\(?\d{{4}}\)?)?[\s,:]{{0,3}}$", re.IGNORECASE)
_OTHER_AFTER = re.compile(rf"\s?,?\s?(?:(?:i|av|etter|frå|fra)\s)?(?:den\s)?{_OTHER}(?!\w)", re.IGNORECASE)
_FOLLOWED = re.compile(rf"[\s,:)]{{0,3}}(?:\(?\d{{4}}\)?\s?)?{_SIGN}", re.IGNORECASE)
_NEAR = 3
"""How many of the acts named before a number are looked at: one name may lie within another."""
_GAP_BEFORE = re.compile(r"[\s,:)]{0,3}(?:sin\s|sitt\s)?$")
_GAP_AFTER = re.compile(r"\s?,?\s?(?:(?:i|av|etter|frå|fra)\s)?(?:den\s)?[«(]?")

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
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


def find_references(text: str, register: LawRegister, *, bare: bool = False) -> tuple[Reference, ...]:
    """Every reference in the order of the text. Never fails.

    `bare` is for queries: a number alone, such as «1-6» or «bvl 1-6», is then taken for a reference as well.
    """
    if not _DIGIT.search(text):
        return ()
    mentions = _acts_named(text, register)
    found: list[Reference] = []
    end = 0
    for begin in sorted(_beginnings(text, register, mentions, bare=bare), key=lambda one: (one.start, not one.sign)):
        if begin.start < end:
            continue
        numbers = tuple(_numbers(text, begin))
        mention, span = _act_beside(text, mentions, (begin.start, numbers[-1].end), end)
        end = max(span[1], numbers[-1].end)
        unknown = "" if mention else _unknown_act(text, register, begin.start, numbers[-1])
        found.extend(_references(register, mention, _Chain(begin.sign, numbers, unknown), span))
    return tuple(found)


def _acts_named(text: str, register: LawRegister) -> tuple[_Mention, ...]:
    mentions: list[_Mention] = []
    pattern = _names_pattern(register.names)
    if pattern is not None:
        mentions.extend(_named(match, register) for match in pattern.finditer(text))
    for match in (*_OFFICIAL.finditer(text), *_DATED.finditer(text)):
        acts = tuple(act.id for act in register.acts.values() if _is_numbered(act, match))
        if acts:
            mentions.append(_Mention(match.start(), match.end(), acts, True))
    return tuple(sorted(mentions, key=lambda one: one.start))


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


def _named(match: re.Match[str], register: LawRegister) -> _Mention:
    acts = register.acts_named(match["name"]) if match["name"] else _acts_with_family(register)
    family = tuple(dict.fromkeys(other for act_id in acts for other in register.family(act_id) if other not in acts))
    year = match["bracketed"] or match["year"] or match["prefixed"] or match["dated"]
    if year:
        for candidates in (acts, family):
            dated = tuple(act_id for act_id in candidates if _is_of(register.acts[act_id], int(year)))
            if dated:
                return _Mention(match.start(), match.end(), dated, True)
    age = match["age"] or match["generic"]
    if age:
        wants_old = re.fullmatch(_OLD, age, re.IGNORECASE) is not None
        aged = tuple(act_id for act_id in (*acts, *family) if _is_old(register.acts[act_id]) == wants_old)
        if aged:
            return _Mention(match.start(), match.end(), aged, True)
    if match["name"] and re.search(r"\d{4}", match["name"]):
        return _Mention(match.start(), match.end(), acts, True)
    # Many write barnevernloven and mean today's act, so without a year the whole family may be meant.
    return _Mention(match.start(), match.end(), (*acts, *family) if match["name"] else (), False)


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


def _beginnings(
    text: str, register: LawRegister, mentions: tuple[_Mention, ...], *, bare: bool
) -> Iterator[_Beginning]:
    for match in _SIGNED.finditer(text):
        yield _Beginning(match.start(), match["sign"], match["number"], match.start("number"))
    for mention in mentions:
        beside = _BESIDE.match(text, mention.end) or (_PLAIN.match(text, mention.end) if bare else None)
        if beside and mention.acts and _holds(register, mention.acts, beside["number"]):
            yield _Beginning(beside.start("number"), "", beside["number"], beside.start("number"))
    if bare:
        alone = text.strip()
        for match in _BARE.finditer(text):
            if match[0] == alone or _stands_for(text, match, register):
                yield _Beginning(match.start(), "", match["number"], match.start())


def _stands_for(text: str, match: re.Match[str], register: LawRegister) -> bool:
    before = text[max(0, match.start() - _CLOCK_REACH) : match.start()]
    if _MEASURE.match(text, match.end()) or _AFTER_CLOCK.search(before):
        return False
    return bool(register.by_number(match["number"]))


def _holds(register: LawRegister, acts: tuple[str, ...], number: str) -> bool:
    return "-" in normal_number(number) or any(register.by_number(number, act_id) for act_id in acts)


def _numbers(text: str, begin: _Beginning) -> Iterator[_Number]:
    """The first number, and those joined to it: «§§ 8-1 og 8-5», «§ 1-4, jf. § 4-2»."""
    end = begin.number_start + len(begin.number)
    first = _Number(begin.start, end, normal_number(begin.number), "", False)
    plural = _PLURAL.match(begin.sign) is not None
    hyphenated = "-" in first.number
    number = first
    while True:
        subdivision = _subdivision(text, number.end)
        yield replace(number, subdivision=subdivision.strip(" ,"))
        following = _NEXT.match(text, number.end + len(subdivision))
        if following is None:
            return
        following_number = normal_number(following["number"])
        if not following["sign"]:
            alike = ("-" in following_number) == hyphenated
            # «§ 1-6 og 18 år» and «§ 9, 3 måneder» stop here; «§ 1-6 og § 9» goes on.
            if not alike or not (hyphenated or plural) or _MEASURE.match(text, following.end()):
                return
        joint = following["joint"].lower()
        begins = following.start("sign") if following["sign"] else following.start("number")
        spread = joint.startswith("til") or joint in {"–", "—", "-"}
        number = _Number(begins, following.end("number"), following_number, "", spread)


def _subdivision(text: str, end: int) -> str:
    match = _SUBDIVISION.match(text, end)
    return match[0] if match else ""


def _act_beside(
    text: str, mentions: tuple[_Mention, ...], numbers: tuple[int, int], since: int
) -> tuple[_Mention | None, tuple[int, int]]:
    """The act named just before or just after some numbers, and the span of them all.

    What stands before `since` belongs to an earlier reference.
    """
    start, end = numbers
    place = bisect_left(mentions, start, key=lambda one: one.start)
    for mention in reversed(mentions[max(0, place - _NEAR) : place]):
        near = since <= mention.start and mention.end <= start
        if near and mention.acts and _GAP_BEFORE.fullmatch(text, mention.end, start):
            return mention, (mention.start, end)
    tail = end + len(_subdivision(text, end))
    gap = _GAP_AFTER.match(text, tail)
    after = gap.end() if gap else tail
    place = bisect_left(mentions, after, key=lambda one: one.start)
    if place < len(mentions) and mentions[place].start == after:
        mention = mentions[place]
        # «§ 1-6, barnevernsloven (2021) § 1-4»: this act belongs to the next number.
        if mention.acts and not _FOLLOWED.match(text, mention.end):
            return mention, (start, mention.end)
    return None, (start, end)


def _unknown_act(text: str, register: LawRegister, start: int, last: _Number) -> str:
    """The act beside some numbers when we do not have it: «forvaltningsloven § 17», «§ 17 i forvaltningsloven»."""
    found = _OTHER_BEFORE.search(text[max(0, start - _ACT_REACH) : start])
    if found is None:
        found = _OTHER_AFTER.match(text, last.end + len(_subdivision(text, last.end)))
        if found is None or _FOLLOWED.match(text, found.end()):
            return ""
    name = found["name"]
    return "" if name.lower() in _ANY_ACT or register.acts_named(name) else name


def _references(
    register: LawRegister, mention: _Mention | None, chain: _Chain, span: tuple[int, int]
) -> Iterator[Reference]:
    acts = mention.acts if mention else ()
    numbers = tuple(_plain_ranges(register, acts, chain.numbers))
    previous: tuple[str, ...] = ()
    for place, one in enumerate(numbers):
        provisions = () if chain.unknown_act else _meant(register, acts, chain.kinds, one.number)
        spread = one.spread and bool(previous) and bool(provisions)
        yield Reference(
            start=span[0] if place == 0 else one.start,
            end=span[1] if len(numbers) == 1 else one.end,
            number=one.number,
            act=acts[0] if acts else None,
            provisions=provisions,
            subdivision=one.subdivision,
            has_year=mention.has_year if mention else False,
            acts=acts,
            between=register.between(previous[0], provisions[0]) if spread else (),
            unknown_act=chain.unknown_act,
        )
        previous = provisions


def _plain_ranges(register: LawRegister, acts: tuple[str, ...], numbers: tuple[_Number, ...]) -> Iterator[_Number]:
    """Reads «§§ 7-10» as 7 to 10 in an act that has no § 7-10 but has both ends."""
    for one in numbers:
        low, _, high = one.number.partition("-")
        whole = any(register.by_number(one.number, act_id) for act_id in acts)
        ends = any(register.by_number(low, act_id) and register.by_number(high, act_id) for act_id in acts)
        if high and not whole and ends:
            yield _Number(one.start, one.end - len(high) - 1, low, "", False)
            yield _Number(one.end - len(high), one.end, high, one.subdivision, True)
        else:
            yield one


def _meant(register: LawRegister, acts: tuple[str, ...], kinds: tuple[ActKind, ...], number: str) -> tuple[str, ...]:
    if acts:
        return tuple(provision.id for act_id in acts for provision in register.by_number(number, act_id))
    return tuple(provision.id for provision in register.by_number(number) if register.acts[provision.act].kind in kinds)
