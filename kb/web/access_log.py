"""One line for each request: method, path, status, milliseconds. Never the query string, which is what people ask."""

from __future__ import annotations

import logging
import time
from urllib.parse import quote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("kb.access")

LONGEST_PATH = 200


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
            # Quoted, so that a line break in an address cannot forge a line in the log.
            path = quote(scope["path"], safe="/")[:LONGEST_PATH]
            log.info("%s %s %d %.1f ms", scope["method"], path, status, (time.perf_counter() - started) * 1000)
