"""Where things live on the site. The only place that spells out a path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, unquote

from kb.articles import Kind

FOLDERS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROCESS: "prosesser",
        Kind.RECOMMENDATION: "anbefalinger",
        Kind.VALUE: "verdier",
        Kind.WORKING_METHOD: "arbeidsmater",
        Kind.LAW: "lov",
        Kind.TERM: "begreper",
        Kind.HISTORY: "historie",
        Kind.EXPERIENCE: "erfaringer",
        Kind.ARTICLE: "artikler",
        Kind.COURSE: "kurs",
    }
)
"""The first part of an article's address, and the folder in which it is written."""

HOME = "/"
SEARCH = "/sok"
HEALTH = "/healthz"
API = "/api/v1"
PICTURE = "/deling.png"
"""What is shown when a page that is no article is shared."""


def listing(kind: Kind) -> str:
    """The address of the list of a kind."""
    return f"/{FOLDERS[kind]}"


def article(kind: Kind, article_id: str, anchor: str = "") -> str:
    """The address of an article, or of a section in it."""
    return f"/{FOLDERS[kind]}/{article_id}" + _fragment(anchor)


def permanent(article_id: str, anchor: str = "") -> str:
    """The short address that holds whatever becomes of the article's kind and title."""
    return f"/a/{article_id}" + _fragment(anchor)


def picture(article_id: str) -> str:
    """The address of the picture that is shown when an article is shared."""
    return f"/deling/{article_id}.png"


def readable(address: str) -> str:
    """An address with its letters and its «§» as people read them; a browser goes to the same place.

    So it is printed, and so it can be typed. Whatever else is encoded stays so.
    """
    return _ENCODED.sub(_as_read, address)


_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def _as_read(encoded: re.Match[str]) -> str:
    read = unquote(encoded[0])
    return read if all(one.isalpha() or one == "§" for one in read) else encoded[0]


def _fragment(anchor: str) -> str:
    return f"#{quote(anchor)}" if anchor else ""
