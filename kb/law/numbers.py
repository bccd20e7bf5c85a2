"""Finds the numbers of provisions in a text: «§§ 8-1 og 8-5», «§ 12-3 a», «artikkel 12 nr. 1»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.law.number_forms import normal_number


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a chain such as «§§ 8-1 og 8-5». `spread` says that it ends a range."""

    start: int
    end: int
    number: str
    subdivision: str
    spread: bool


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a number may begin: at its sign, when it has one."""

    start: int
    sign: str
    number: str
    number_start: int


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
"""How far before a number the word for a time or an age may begin."""
_AFTER_CLOCK = re.compile(r"(?:\bkl\.?|\bklokk\w*|\balder\w*|\bside\w*|\bs\.)\s*$", re.IGNORECASE)
_FOLLOWED = re.compile(rf"[\s,:)]{{0,3}}(?:\(?\d{{4}}\)?\s?)?{_SIGN}", re.IGNORECASE)


def signed(text: str) -> Iterator[Beginning]:
    """Numbers after § or a word for it."""
    for match in _SIGNED.finditer(text):
        yield Beginning(match.start(), match["sign"], match["number"], match.start("number"))


def after_name(text: str, end: int, *, plain: bool) -> Beginning | None:
    """The number that follows an act's name without any sign: «bvl 1-6», and with `plain` also «Grunnloven 104»."""
    match = _BESIDE.match(text, end) or (_PLAIN.match(text, end) if plain else None)
    return Beginning(match.start("number"), "", match["number"], match.start("number")) if match else None


def alone(text: str) -> Iterator[Beginning]:
    """Numbers such as «1-6» with nothing before them; not those that count years or hours."""
    for match in _BARE.finditer(text):
        before = text[max(0, match.start() - _CLOCK_REACH) : match.start()]
        if not _MEASURE.match(text, match.end()) and not _AFTER_CLOCK.search(before):
            yield Beginning(match.start(), "", match["number"], match.start())


def follows(text: str, end: int) -> bool:
    """Whether a sign follows at once, with or without a year before it."""
    return _FOLLOWED.match(text, end) is not None


def joined(text: str, begin: Beginning) -> Iterator[Number]:
    """The first number, and those joined to it: «§§ 8-1 og 8-5», «§ 1-4, jf. § 4-2»."""
    end = begin.number_start + len(begin.number)
    first = Number(begin.start, end, normal_number(begin.number), "", False)
    plural = _PLURAL.match(begin.sign) is not None
    hyphenated = "-" in first.number
    number = first
    while True:
        told = subdivision_at(text, number.end)
        yield replace(number, subdivision=told.strip(" ,"))
        following = _NEXT.match(text, number.end + len(told))
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
        number = Number(begins, following.end("number"), following_number, "", spread)


def subdivision_at(text: str, end: int) -> str:
    """What follows a number and narrows it down, with the space before it: « tredje ledd bokstav a»."""
    match = _SUBDIVISION.match(text, end)
    return match[0] if match else ""
