"""What a reader meets when something is not there or does not work: a page with a way onward, or JSON for programs."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kb import addresses
from kb.articles import Kind
from kb.assembly import Site
from kb.problems import KbError
from kb.web.api import OPEN, in_language
from kb.web.article_addresses import former_address
from kb.web.pages import ErrorPage
from kb.web.reader import reader_of
from kb.web.search_form import SearchForm
from kb.web.security import HEADERS
from kb.web.templating import Pages, View
from kb.web.wording import _

log = logging.getLogger("kb.web")

TITLES = {
    404: _("Siden finnes ikke"),
    405: _("Det går ikke an her"),
    500: _("Noe gikk galt hos oss"),
    503: _("Søket er nede akkurat nå"),
}


def not_found(request: Request, error: Exception) -> Response:
    """404, and the few other refusals that the frame gives; an address that has moved is followed instead."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    # An exception that says nothing of its own is given the phrase of its status.
    detail = error.detail if isinstance(error, HTTPException) and error.detail != HTTPStatus(status).phrase else ""
    site = _site(request)
    if status == 404 and site is not None and (moved := former_address(request, site)) is not None:
        return moved
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return _answer(request, site, status, detail, headers)


def unavailable(request: Request, error: Exception) -> Response:
    """503: what the site stands on is away. The log says why."""
    log.error("%s", error)
    return _answer(request, None, 503, "", {"Retry-After": "30"})


def broken(request: Request, _error: Exception) -> Response:
    """500: a mistake in the program. Starlette hands the exception on to the log."""
    # This handler stands outside the middleware, so it sets the headers itself.
    return _answer(request, None, 500, "", HEADERS)


def _answer(request: Request, site: Site | None, status: int, detail: str, headers: dict[str, str]) -> Response:
    pages: Pages = request.app.state.pages
    title = TITLES.get(status, TITLES[404 if status < 500 else 500])
    answer: Response
    if request.url.path.startswith(addresses.API) or request.url.path == addresses.HEALTH:
        said = detail or pages.translated(request, title)
        answer = JSONResponse({"error": said}, status_code=status, headers=in_language(request) | OPEN)
    else:
        page = ErrorPage(
            status=status,
            told=detail,
            form=SearchForm(standard=reader_of(request).chosen),
            processes=site.articles(Kind.PROCESS) if site else (),
        )
        answer = pages.answer(
            request,
            site,
            View(
                "error.html",
                page,
                title=pages.translated(request, title),
                has_own_search=True,
                may_be_indexed=False,
                status=status,
            ),
        )
    answer.headers.update(headers)
    return answer


def _site(request: Request) -> Site | None:
    try:
        site: Site = request.app.state.sites()
    except KbError as error:
        log.error("%s", error)
        return None
    return site
