"""Server time of pages with our own content, beside a bare Starlette and Jinja page of the same size.

Prints medians in milliseconds and the ratio to the peer in the same run. Run: make benchmark
"""

from __future__ import annotations

import os
import platform
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import jinja2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from kb import assembly
from kb.settings import Settings
from kb.web.app import create_app

ROUNDS = 60
PAGES = {
    "home": ("/",),
    "search": ("/sok?q=akuttplassering", "/sok?q=kan+barnet+ha+med+seg+noen+i+m%C3%B8tet", "/sok?q=%C2%A7+1-6"),
    "article": ("/verdier/apenhet", "/arbeidsmater/snakke-med-barnet-alene"),
    "term": ("/begreper/omsorgsovertakelse", "/begreper/talsperson"),
    "process": ("/prosesser/hasteflytting",),
    "provision": ("/lov/barnevernsloven-2021-1-4",),
    "suggest": ("/api/v1/suggest?q=haste", "/api/v1/suggest?q=medvirk"),
}


def main() -> None:
    """Measure and print."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings(), index=Path(folder))
        assembly.build(settings)
        start = time.perf_counter()
        site = assembly.open_site(settings, date.today())
        opened = time.perf_counter() - start
        app = TestClient(create_app(lambda: site))
        app.get("/sok?q=barn")
        print(f"open an index and answer a first search: {opened + time.perf_counter() - start - opened:.3f} s")
        print(f"{'page':<12}{'median ms':>10}{'bare page':>11}{'ratio':>7}{'bytes':>9}")
        for name, addresses in PAGES.items():
            ours = statistics.median(_times(app, addresses))
            size = len(app.get(addresses[0]).content)
            bare = statistics.median(_times(TestClient(_bare(size)), ("/",)))
            print(f"{name:<12}{ours:>10.1f}{bare:>11.1f}{ours / bare:>7.1f}{size:>9}")


def _times(app: TestClient, addresses: tuple[str, ...]) -> list[float]:
    times = []
    for _ in range(ROUNDS):
        for address in addresses:
            start = time.perf_counter()
            answer = app.get(address)
            times.append((time.perf_counter() - start) * 1000)
            if answer.status_code != 200:
                raise SystemExit(f"{address} answered {answer.status_code}")
    return times[len(addresses) :]


def _bare(size: int) -> Starlette:
    """A page of as many bytes, made of a template with a loop, as small as the same tools allow."""
    template = jinja2.Environment(autoescape=True).from_string(
        "{% for n in rows %}<p>{{ n }} {{ text }}</p>{% endfor %}"
    )
    text = "x" * 80

    def page(request: Request) -> HTMLResponse:
        return HTMLResponse(template.render(rows=range(max(1, size // 90)), text=text))

    return Starlette(routes=[Route("/", page)])


if __name__ == "__main__":
    main()
