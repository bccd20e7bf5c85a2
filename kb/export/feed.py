"""What is new, as an Atom feed (RFC 4287): the articles reviewed last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice

from kb import addresses
from kb.articles import Article, Status
from kb.export.publication import LICENCE, Publication
from kb.export.xml_writing import add, root, written

MEDIA_TYPE = "application/atom+xml"

MOST_ENTRIES = 30
"""A reader who looks in once a month should miss nothing; more than this is a list, and there are lists."""

_ATOM = "http://www.w3.org/2005/Atom"
_BEFORE_EVERYTHING = date(1970, 1, 1)
"""Atom requires a time, also of a feed without entries."""


def atom_feed(articles: Iterable[Article], publication: Publication, *, own_address: str) -> bytes:
    """The feed. `own_address` is where it is served. Drafts, and articles that nobody has reviewed, are not in it."""
    newest = tuple(islice(_newest_first(articles), MOST_ENTRIES))
    top = root("feed", _ATOM, xml_lang="nb")
    add(top, "id", publication.url(addresses.HOME))
    add(top, "title", publication.name)
    add(top, "updated", _time(newest[0][0] if newest else _BEFORE_EVERYTHING))
    add(top, "link", rel="self", type=MEDIA_TYPE, href=publication.url(own_address))
    add(top, "link", rel="alternate", type="text/html", href=publication.url(addresses.HOME))
    add(add(top, "author"), "name", publication.name)
    add(top, "rights", LICENCE)
    for reviewed, article in newest:
        entry = add(top, "entry", xml_lang=article.lang.value)
        # The permanent address: an article that changes its kind, and with it its address, is still the same entry.
        add(entry, "id", publication.url(addresses.permanent(article.id)))
        add(entry, "title", article.title)
        add(entry, "updated", _time(reviewed))
        add(
            entry,
            "link",
            rel="alternate",
            type="text/html",
            hreflang=article.lang.value,
            href=publication.url(addresses.article(article.kind, article.id)),
        )
        add(entry, "category", term=article.kind.value)
        add(entry, "summary", article.summary)
    return written(top)


def _newest_first(articles: Iterable[Article]) -> Iterable[tuple[date, Article]]:
    dated = [(one.reviewed, one) for one in articles if one.reviewed and one.status is not Status.DRAFT]
    # Ties are broken by id: many articles are reviewed on one day, and the feed must not shuffle.
    return sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].id))


def _time(day: date) -> str:
    # Midnight in Greenwich is the same day in Norway, summer and winter.
    return f"{day.isoformat()}T00:00:00Z"
