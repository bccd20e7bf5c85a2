"""Where the site is, as seen from outside: one rule for every whole address that it tells."""

from __future__ import annotations

from starlette.requests import Request

from kb.assembly import Site
from kb.export.publication import Publication


def publication(site: Site, request: Request) -> Publication:
    """Who publishes, at the address that the settings tell, or else the one that this was asked at."""
    return Publication(site.settings.base_url or str(request.base_url).rstrip("/"), site.settings.site_name)
