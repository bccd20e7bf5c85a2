"""Puts the web together: routes, middleware, handlers of what goes wrong; nothing else."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from kb.assembly import Site
from kb.problems import KbError
from kb.web import errors
from kb.web.access_log import AccessLog
from kb.web.delivery import Delivery
from kb.web.routes import routes
from kb.web.security import SecurityHeaders
from kb.web.static_files import read_static_files
from kb.web.templating import Pages


def create_app(sites: Callable[[], Site], *, development: bool = False) -> Starlette:
    """The application. `sites` gives the site as it is now; it is asked for each request."""
    app = Starlette(
        routes=routes(development=development),
        middleware=[
            Middleware(AccessLog),
            Middleware(SecurityHeaders),
            Middleware(Delivery),
        ],
        exception_handlers={
            HTTPException: errors.not_found,
            KbError: errors.unavailable,
            Exception: errors.broken,
        },
    )
    app.state.sites = sites
    app.state.static = static = read_static_files()
    site = sites()
    site.get_ready()
    app.state.pages = Pages(site.settings.templates, static, development=development)
    return app
