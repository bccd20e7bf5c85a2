"""Pictures that are drawn when asked for: those shown when a page is shared, and drawings to put on a slide."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kb.articles import Article, Kind
from kb.assembly import Site
from kb.export.publication import Publication
from kb.web import kinds, shown, templating
from kb.web.article_addresses import current_article
from kb.web.delivery import FOR_A_DAY
from kb.web.drawings import sharing
from kb.web.drawings.sharing import Card
from kb.web.pages import ProcessMapAlone
from kb.web.publishing import publication
from kb.web.static_files import StaticFiles
from kb.web.wording import translations

PROCESS_MAP = "/prosesskart.svg"


def show_process_map(request: Request) -> Response:
    """`/prosesskart.svg`: the map of the processes, for paper and slides."""
    site, pages = templating.of(request)
    if not (cards := shown.process_cards(site)):
        raise HTTPException(404)
    ours = publication(site, request)
    return pages.drawing(request, "process_map_alone.svg", ProcessMapAlone(cards, ours.base_url, credit(ours)))


def credit(ours: Publication) -> str:
    """Whose a drawing is, when it has left the site."""
    return f"{ours.name} · {ours.base_url.partition('://')[2]}"


def show_article(request: Request) -> Response:
    """`/deling/ID.png`: an article when it is shared."""
    site, _pages = templating.of(request)
    article = current_article(site, request.path_params["id"])
    return _png(card_of(site, article, request.app.state.static))


def show_site(request: Request) -> Response:
    """`/deling.png`: every other page."""
    site, _pages = templating.of(request)
    return _png(Card(site.settings.site_name, "", sharing.ABOUT))


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
    return Response(sharing.draw(card), media_type="image/png", headers=FOR_A_DAY)
