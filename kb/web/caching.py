"""Lets a browser ask whether a page has changed instead of fetching it anew: ETag, 304 and Cache-Control."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGES = "no-cache, stale-if-error=86400"
"""Ask first, every time: what an editor publishes is seen at once. A day-old page is better than none."""
ANSWERS = "private, no-cache"
"""What someone searched for is kept in no shared cache."""


class ConditionalPages:
    """Gives every whole answer to GET an ETag from its content, and answers 304 to who has it already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in full, or that nothing has changed."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def send_when_whole(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    await _send_whole(scope, start, bytes(body), send)
            else:
                await send(message)

        await self.app(scope, receive, send_when_whole)


async def _send_whole(scope: Scope, start: Message, body: bytes, send: Send) -> None:
    headers = MutableHeaders(scope=start)
    headers.setdefault("Cache-Control", ANSWERS if scope["query_string"] else PAGES)
    if start["status"] == 200:
        # Weak, because the gzip of the same page is as good (RFC 9110, 8.8.1).
        tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
        headers["ETag"] = tag
        known = Headers(scope=scope).get("if-none-match", "")
        if tag in (part.strip() for part in known.split(",")):
            del headers["Content-Length"]
            start["status"], body = 304, b""
    await send(start)
    await send({"type": "http.response.body", "body": body})
