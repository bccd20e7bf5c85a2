"""The addresses that search engines should know, with the day of the last review (https://www.sitemaps.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from kb import addresses
from kb.articles import Article, Kind, Status
from kb.export.publication import Publication
from kb.export.xml_writing import add, root, written

MEDIA_TYPE = "application/xml"

MOST_ADDRESSES = 50_000
"""The protocol's bound for one file; with more articles than this, the last ones are found by their links."""

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(articles: Iterable[Article], publication: Publication, other: Iterable[str] = ()) -> bytes:
    """The home page, the list of each kind, `other` addresses, and every article that is not a draft."""
    published = [article for article in articles if article.status is not Status.DRAFT]
    top = root("urlset", _SITEMAP)
    for address, reviewed in islice(_places(published, other), MOST_ADDRESSES):
        place = add(top, "url")
        add(place, "loc", publication.url(address))
        if reviewed:
            add(place, "lastmod", reviewed.isoformat())
    return written(top)


def _places(articles: list[Article], other: Iterable[str]) -> Iterator[tuple[str, date | None]]:
    yield addresses.HOME, _newest(articles)
    for kind in Kind:
        if of_kind := [article for article in articles if article.kind is kind]:
            yield addresses.listing(kind), _newest(of_kind)
    for address in other:
        yield address, None
    for article in articles:
        yield addresses.article(article.kind, article.id), article.reviewed


def _newest(articles: list[Article]) -> date | None:
    return max((article.reviewed for article in articles if article.reviewed), default=None)
