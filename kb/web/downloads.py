"""What programs fetch: the feed, the sitemap, icons, how a browser searches here, and citations for reference lists."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kb import addresses
from kb.articles import Article
from kb.assembly import Site
from kb.export import browser_search, feed, sitemap
from kb.export.citation import FORMATS, Citation, as_text, cite
from kb.export.publication import Publication
from kb.web import editorial_page, search_form, templating, timeline_page
from kb.web.article_addresses import citation_address, current_article
from kb.web.pages import CitationPart

FEED = "/feed.xml"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
BROWSER_SEARCH = "/opensearch.xml"
FAVICON = "/favicon.svg"
ICONS = {FAVICON: "image/svg+xml", "/favicon.ico": "image/png", "/apple-touch-icon.png": "image/png"}

PLAIN = "txt"
"""The ending of a citation as plain text, beside those of `FORMATS`."""


def publication(site: Site, request: Request) -> Publication:
    """Who publishes, at the address that the settings tell, or else the one that this was asked at."""
    return Publication(site.settings.base_url or str(request.base_url).rstrip("/"), site.settings.site_name)


def show_feed(request: Request) -> Response:
    """`/feed.xml`"""
    site, _pages = templating.of(request)
    content = feed.atom_feed(site.articles(), publication(site, request), own_address=FEED)
    return Response(content, media_type=feed.MEDIA_TYPE)


def show_sitemap(request: Request) -> Response:
    """`/sitemap.xml`"""
    site, _pages = templating.of(request)
    other = (addresses.SEARCH, timeline_page.ADDRESS) if timeline_page.has_events(site) else (addresses.SEARCH,)
    return Response(sitemap.sitemap(site.articles(), publication(site, request), other), media_type=sitemap.MEDIA_TYPE)


def show_robots(request: Request) -> Response:
    """`/robots.txt`: all may read everything; pages of hits are told apart by `noindex`."""
    site, _pages = templating.of(request)
    lines = ("User-agent: *", f"Disallow: {addresses.API}/", f"Disallow: {editorial_page.ADDRESS}", "")
    return PlainTextResponse("\n".join((*lines, f"Sitemap: {publication(site, request).url(SITEMAP)}", "")))


def show_browser_search(request: Request) -> Response:
    """`/opensearch.xml`"""
    site, _pages = templating.of(request)
    content = browser_search.browser_search(
        publication(site, request), text_parameter=search_form.TEXT, own_address=BROWSER_SEARCH, icon=FAVICON
    )
    return Response(content, media_type=browser_search.MEDIA_TYPE)


def show_icon(request: Request) -> Response:
    """The icons, where browsers look for them of their own accord."""
    files = request.app.state.static.files
    name = "favicon.svg" if request.url.path == FAVICON else "apple-touch-icon.png"
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(files[name], media_type=ICONS[request.url.path], headers=headers)


def show_citation(request: Request) -> Response:
    """`/prosesser/ID/siter.ris` and the like: one citation as a file."""
    site, _pages = templating.of(request)
    article = current_article(site, request.path_params["id"])
    citation = _cited(site, article, request)
    ending = request.path_params["ending"]
    if ending == PLAIN:
        return PlainTextResponse(as_text(citation) + "\n")
    if ending not in FORMATS:
        raise HTTPException(404)
    form = FORMATS[ending]
    name = {"Content-Disposition": f'attachment; filename="{article.id}.{ending}"'}
    return Response(form.write(citation), media_type=f"{form.media_type}; charset=utf-8", headers=name)


def citation_part(site: Site, article: Article, request: Request) -> CitationPart:
    """What the article's own page tells of how to cite it."""
    files = tuple((form.name, citation_address(article, form.ending)) for form in FORMATS.values())
    return CitationPart(as_text(_cited(site, article, request)), files)


def _cited(site: Site, article: Article, request: Request) -> Citation:
    return cite(article, publication(site, request), accessed=site.today)
