"""A site on an address of its own, in this process, for a real browser to visit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from kb import assembly
from kb.assembly import Site
from kb.settings import Settings
from kb.web.app import create_app
from tests.support.waiting import wait_until


@contextmanager
def served(settings: Settings, *, development: bool = False) -> Iterator[str]:
    """The address of the site with these settings, searched in memory."""
    with served_from(assembly.SiteInDevelopment(settings), development=development) as address:
        yield address


@contextmanager
def served_from(sites: Callable[[], Site], *, development: bool = False) -> Iterator[str]:
    """The address of whatever site there is when it is asked for."""
    app = create_app(sites, development=development)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started)
    try:
        yield "http://{}:{}".format(*server.servers[0].sockets[0].getsockname())
    finally:
        server.should_exit = True
        thread.join(timeout=10)
