"""Pictures that are drawn when asked for: those that are shown when a page is shared."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kb.articles import Article, Kind
from kb.assembly import Site
from kb.web import kinds, shown, templating
from kb.web.article_addresses import current_article
from kb.web.drawings import sharing
from kb.web.drawings.sharing import Card
from kb.web.static_files import StaticFiles
from kb.web.wording import translations

ABOUT = "Lov, råd fra barn og praksis"
"""On the one picture that all readers share, and so in the standard that the code speaks."""

_HEADERS = {"Cache-Control": "public, max-age=86400"}


def show_article(request: Request) -> Response:
    """`/deling/ID.png`: an article when it is shared."""
    site, _pages = templating.of(request)
    article = current_article(site, request.path_params["id"])
    return _png(card_of(site, article, request.app.state.static))


def show_site(request: Request) -> Response:
    """`/deling.png`: every other page."""
    site, _pages = templating.of(request)
    return _png(Card(site.settings.site_name, "", ABOUT))


def card_of(site: Site, article: Article, static: StaticFiles) -> Card:
    """What stands on the picture of an article, in the article's own standard, so that it is one for all readers."""
    process = article.id if article.kind is Kind.PROCESS else _only(article.facets.get(shown.PROCESS_FACET, ()))
    icons = [f"icons/{name}.svg" for name in (article.id, article.kind) if f"icons/{name}.svg" in static.files]
    return Card(
        site.settings.site_name,
        translations(article.lang).gettext(kinds.WORDS[article.kind].one),
        article.title,
        process,
        static.files[icons[0]].decode() if icons else "",
    )


def _only(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else ""


def _png(card: Card) -> Response:
    return Response(sharing.draw(card), media_type="image/png", headers=_HEADERS)
