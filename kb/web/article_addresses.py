"""From what an address says to the article that is meant, also when it has moved."""

from __future__ import annotations

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kb import addresses
from kb.articles import Article
from kb.assembly import Site
from kb.web import templating


def current_article(site: Site, name: str) -> Article:
    """The article that an id, or a former one, stands for. Raises 404."""
    article = site.resolve(name)
    if article is None:
        raise HTTPException(404)
    return article


def moved(request: Request, article: Article) -> Response | None:
    """To where the article lives, when that is not where it was asked for."""
    here = addresses.article(article.kind, article.id)
    return None if request.url.path == here else _redirect(request, here, 301)


def move_on(request: Request) -> Response:
    """`/a/ID`: to where the article lives today. The browser itself keeps the part after #."""
    site, _pages = templating.of(request)
    article = current_article(site, request.path_params["id"])
    # Not for good: the article may get another kind, and with it another address.
    return _redirect(request, addresses.article(article.kind, article.id), 302)


def former_address(request: Request, site: Site) -> Response | None:
    """Where an address that is gone has moved to, when an article says that it once lived there."""
    path = request.url.path
    article = site.resolve(path) or site.resolve(path.strip("/"))
    if article is None and path.endswith("/") and path.strip("/"):
        return _redirect(request, f"/{path.strip('/')}", 301)
    return _redirect(request, addresses.article(article.kind, article.id), 301) if article else None


def _redirect(request: Request, address: str, status: int) -> Response:
    query = request.url.query
    return RedirectResponse(f"{quote(address)}?{query}" if query else quote(address), status_code=status)
