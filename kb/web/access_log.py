"""One line for each request: method, path, status, milliseconds; and never anything that a reader may have typed.

The query string is what people ask. An address that is not ours may hold a name or a birth number, pasted from
elsewhere: of such a one the line has the form, `/begreper/{id}`, or only a stroke.
"""

from __future__ import annotations

import logging
import time
import traceback
from http import HTTPMethod
from urllib.parse import quote

from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kb.web.static_files import PREFIX

log = logging.getLogger("kb.access")

NOT_TOLD = "-"


class AccessLog:
    """Writes the line when the answer has been sent."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and write the line."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            method = scope["method"] if scope["method"] in HTTPMethod.__members__ else NOT_TOLD
            spent = (time.perf_counter() - started) * 1000
            log.info("%s %s %d %.1f ms", method, _told(scope, status), status, spent)


def where_alone(record: logging.LogRecord) -> bool:
    """A filter that leaves of a bug where it happened and its kind: its own words may hold what a reader typed."""
    if record.exc_info and record.exc_info[1] is not None:
        record.exc_text, record.exc_info = _places(record.exc_info[1]), None
    return True


def _told(scope: Scope, status: int) -> str:
    """The path when it led to something of ours; the version in a static file's may be anything."""
    path: str = scope["path"]
    if status in (200, 304) and not path.startswith(f"{PREFIX}/"):
        return quote(path, safe="/")
    route = scope.get("route")
    # Starlette keeps the pattern without the kinds of its parts in `path_format`.
    return route.path_format if isinstance(route, Route) else NOT_TOLD


def _places(error: BaseException) -> str:
    before = error.__cause__ or error.__context__
    told = f"{_places(before)}\n\n" if before else ""
    return f"{told}{''.join(traceback.format_tb(error.__traceback__))}{type(error).__name__}"
