"""Sends whole answers: with an ETag, compressed when the browser can read that, and not at all when it has them."""

from __future__ import annotations

import gzip
import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGES = "no-cache, stale-if-error=86400"
"""Ask first, every time: what an editor publishes is seen at once. A day-old page is better than none."""
ANSWERS = "private, no-cache"
"""What someone searched for is kept in no shared cache."""
FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}
"""Pictures and icons may be a day old."""

GZIP_LEVEL = 5
"""Level 9 makes a search page 2 % smaller and takes twice the time."""
SMALLEST = 1000
"""Bytes. A smaller answer fits in one packet as it is."""

_COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")


class Delivery:
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
    asked, headers = Headers(scope=scope), MutableHeaders(scope=start)
    headers.setdefault("Cache-Control", ANSWERS if scope["query_string"] else PAGES)
    is_compressible = headers.get("content-type", "").startswith(_COMPRESSIBLE)
    if is_compressible:
        headers.add_vary_header("Accept-Encoding")
    if headers.get("content-type", "").startswith("text/html"):
        headers.add_vary_header("Accept-Language")
    if start["status"] == 200:
        # Weak, because the gzip of the same page is as good (RFC 9110, 8.8.1).
        tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
        headers["ETag"] = tag
        if tag in (part.strip() for part in asked.get("if-none-match", "").split(",")):
            del headers["Content-Length"]
            start["status"], body = 304, b""
    if is_compressible and len(body) >= SMALLEST and _reads_gzip(asked.get("accept-encoding", "")):
        body = gzip.compress(body, GZIP_LEVEL, mtime=0)
        headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
    await send(start)
    await send({"type": "http.response.body", "body": body if scope["method"] == "GET" else b""})


def _reads_gzip(accepted: str) -> bool:
    return any(
        coding.partition(";")[0].strip().lower() == "gzip" and "q=0" not in coding.replace(" ", "").split(";")[1:]
        for coding in accepted.split(",")
    )
