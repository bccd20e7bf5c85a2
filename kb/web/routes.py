"""The table of addresses."""

from __future__ import annotations

from starlette.routing import Route

from kb import addresses
from kb.web import (
    api,
    article_addresses,
    article_page,
    browse_page,
    citing,
    downloads,
    editorial_page,
    home_page,
    pictures,
    search_page,
    static_files,
    timeline_page,
)


def routes(*, development: bool) -> list[Route]:
    """Every address that is answered. The first that fits wins."""
    lists = [Route(f"/{folder}", browse_page.show_list) for folder in addresses.FOLDERS.values()]
    articles = [Route(f"/{folder}/{{id}}", article_page.show) for folder in addresses.FOLDERS.values()]
    citations = [
        Route(f"/{folder}/{{id}}/siter.{{ending}}", citing.show_citation) for folder in addresses.FOLDERS.values()
    ]
    for_programs = [
        Route(downloads.FEED, downloads.show_feed),
        Route(downloads.SITEMAP, downloads.show_sitemap),
        Route(downloads.ROBOTS, downloads.show_robots),
        Route(downloads.BROWSER_SEARCH, downloads.show_browser_search),
        Route(downloads.MANIFEST, downloads.show_manifest),
        *(Route(address, downloads.show_icon) for address in downloads.ICONS),
    ]
    for_editors = [Route(editorial_page.ADDRESS, editorial_page.EditorsDesk().show)] if development else []
    return [
        Route(addresses.HOME, home_page.show),
        Route(addresses.SEARCH, search_page.show),
        *lists,
        *articles,
        *citations,
        *for_programs,
        Route(timeline_page.ADDRESS, timeline_page.show),
        Route(timeline_page.DRAWING, timeline_page.show_drawing),
        Route(pictures.PROCESS_MAP, pictures.show_process_map),
        Route(addresses.PICTURE, pictures.show_site),
        Route(addresses.picture("{id}"), pictures.show_article),
        Route("/a/{id}", article_addresses.move_on),
        Route(f"{addresses.API}/search", api.search),
        Route(f"{addresses.API}/suggest", api.suggest),
        Route(f"{addresses.API}/articles", api.list_articles),
        Route(f"{addresses.API}/articles/{{id}}", api.show_article),
        Route(f"{addresses.API}/openapi.json", api.openapi),
        Route(addresses.HEALTH, api.health),
        *for_editors,
        Route(f"{static_files.PREFIX}/{{version}}/{{name:path}}", static_files.serve),
    ]
