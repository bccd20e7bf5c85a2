"""What programs fetch: the feed, the sitemap, icons, and how a browser searches here."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from kb import addresses
from kb.articles import Variant
from kb.export import browser_search, feed, sitemap
from kb.web import editorial_page, search_form, templating, timeline_page
from kb.web.delivery import FOR_A_DAY
from kb.web.drawings import colours
from kb.web.publishing import publication

FEED = "/feed.xml"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
BROWSER_SEARCH = "/opensearch.xml"
MANIFEST = "/site.webmanifest"
FAVICON = "/favicon.svg"
ICONS = {FAVICON: "image/svg+xml", "/favicon.ico": "image/png", "/apple-touch-icon.png": "image/png"}


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


def show_manifest(request: Request) -> Response:
    """`/site.webmanifest`: how the site stands among the apps of a phone."""
    site, _pages = templating.of(request)
    name, colour = site.settings.site_name, colours.light()
    icons = [
        {"src": request.app.state.static.address(f"app-{file}.png"), "sizes": size, "type": "image/png", "purpose": use}
        for file, size, use in (
            ("192", "192x192", "any"),
            ("512", "512x512", "any"),
            ("maskable-512", "512x512", "maskable"),
        )
    ]
    manifest = {
        "name": name,
        "short_name": name.rpartition(" ")[0] or name,
        "lang": Variant.BOKMAL,
        "start_url": addresses.HOME,
        "scope": addresses.HOME,
        # With a way back, which an app in a window of its own does not have.
        "display": "minimal-ui",
        "background_color": colour["ground"],
        "theme_color": colour["surface"],
        "icons": icons,
    }
    return JSONResponse(manifest, media_type="application/manifest+json", headers=FOR_A_DAY)


def show_icon(request: Request) -> Response:
    """The icons, where browsers look for them of their own accord."""
    files = request.app.state.static.files
    name = "favicon.svg" if request.url.path == FAVICON else "apple-touch-icon.png"
    return Response(files[name], media_type=ICONS[request.url.path], headers=FOR_A_DAY)
