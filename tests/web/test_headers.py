"""What every answer says of itself: safety, caching, and what is not written down."""

from __future__ import annotations

import gzip
import logging
import re

import pytest
from starlette.testclient import TestClient

from kb.web.access_log import where_alone
from kb.web.static_files import STYLE_SHEETS, read_static_files

EVERYWHERE = ["/", "/sok?q=barn", "/prosesser/hasteflytting", "/finnes-ikke", "/healthz", "/api/v1/search", "/feed.xml"]


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_answer_forbids_what_our_pages_never_do(small: TestClient, address: str) -> None:
    headers = small.get(address).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert "set-cookie" not in headers
    assert "server" not in headers


@pytest.mark.parametrize("address", ["/", "/sok?q=barnet", "/prosesser/hasteflytting", "/lov/gamleloven-1992-1-6"])
def test_no_page_has_inline_style_or_script_or_asks_others(small: TestClient, address: str) -> None:
    html = small.get(address).text

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert re.findall(r"<script(?! type=\"application/ld\+json\")(?![^>]* src=\"/static/)", html) == []
    # A canonical address is told, not fetched.
    assert re.findall(r'<(?:script|link(?! rel="canonical")|img|iframe)[^>]* (?:src|href)="(?!/)', html) == []


def test_an_unchanged_page_is_not_sent_twice(small: TestClient) -> None:
    first = small.get("/prosesser/hasteflytting")
    second = small.get("/prosesser/hasteflytting", headers={"If-None-Match": first.headers["etag"]})

    assert second.status_code == 304
    assert second.content == b""
    assert second.headers["etag"] == first.headers["etag"]
    assert "content-security-policy" in second.headers


def test_another_standard_is_another_page(small: TestClient) -> None:
    first = small.get("/", headers={"Accept-Language": "nb"})
    second = small.get("/", headers={"Accept-Language": "nn", "If-None-Match": first.headers["etag"]})

    assert second.status_code == 200


def test_a_search_is_kept_in_no_shared_cache(small: TestClient) -> None:
    assert small.get("/sok?q=barn").headers["cache-control"] == "private, no-cache"
    assert small.get("/prosesser").headers["cache-control"].startswith("no-cache")


def test_a_static_file_is_kept_for_ever_under_an_address_that_changes_with_it(small: TestClient) -> None:
    address = re.search(r'href="(/static/[^"]+/site\.css)"', small.get("/").text)
    assert address is not None

    current = small.get(address[1])
    old = small.get("/static/0123456789ab/site.css")

    assert current.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert current.headers["content-type"] == "text/css; charset=utf-8"
    assert (old.status_code, old.headers["cache-control"]) == (200, "no-cache")
    assert small.get("/static/0123456789ab/../../app.py").status_code == 404


def test_pages_are_compressed(small: TestClient) -> None:
    assert small.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"


def lines_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "kb.access"]


@pytest.mark.parametrize(
    ("method", "address", "line"),
    [
        ("GET", "/prosesser/hasteflytting", "GET /prosesser/hasteflytting 200 "),
        ("HEAD", "/prosesser", "HEAD /prosesser 200 "),
        ("GET", "/Kari%20Nordmann", "GET - 404 "),
        ("GET", "/Kari%0A2026-11-22%20GET%20/%20200", "GET - 404 "),
        ("GET", "/Kari/", "GET - 301 "),
        ("HEAD", "/begreper/Kari%20Nordmann%2001020312345", "HEAD /begreper/{id} 404 "),
        ("GET", "/begreper/Kari/?q=Nordmann", "GET - 307 "),
        ("POST", "/begreper/Kari", "POST /begreper/{id} 405 "),
        ("KARI", "/begreper/Kari", "- /begreper/{id} 405 "),
        ("GET", "/begreper/Kari/siter.bib", "GET /begreper/{id}/siter.{ending} 404 "),
        ("GET", "/a/Kari", "GET /a/{id} 404 "),
        ("GET", "/api/v1/articles/Kari", "GET /api/v1/articles/{id} 404 "),
        ("GET", "/api/v1/Kari", "GET - 404 "),
        ("GET", "/deling/Kari.png", "GET /deling/{id}.png 404 "),
        ("GET", "/static/Kari/site.css", "GET /static/{version}/{name} 200 "),
        ("GET", "/static/0123456789ab/Kari", "GET /static/{version}/{name} 404 "),
        ("GET", "/%C3%85se%FF", "GET - 404 "),
    ],
)
def test_only_an_address_of_ours_is_in_the_log(
    small: TestClient, caplog: pytest.LogCaptureFixture, method: str, address: str, line: str
) -> None:
    with caplog.at_level(logging.DEBUG):
        small.request(method, address, follow_redirects=False)

    (written,) = lines_of(caplog)
    assert written.startswith(line)
    assert not any("Kari" in r.getMessage() for r in caplog.records if not r.name.startswith("httpx"))


def test_a_bug_leaves_its_place_in_the_log_and_not_what_was_asked() -> None:
    asked = "".join(reversed("nnamdroN iraK"))
    try:
        try:
            raise KeyError(asked)
        except KeyError as error:
            raise ValueError(asked) from error
    except ValueError as error:
        about = (type(error), error, error.__traceback__)
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "h11_impl.py", 1, "Exception in ASGI", (), about)

    assert where_alone(record)
    told = logging.Formatter().format(record)

    assert asked not in told
    assert told.count("raise KeyError(asked)") == told.count("raise ValueError(asked)") == 1
    assert told.endswith("\nValueError")


def test_no_line_in_the_log_holds_what_was_asked(small: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        small.get("/sok?q=hemmelighet")
        small.get("/api/v1/suggest?q=hemmelighet")
        small.get("/finnes%0Aikke?q=hemmelighet")

    lines = lines_of(caplog)
    assert len(lines) == 3
    assert lines[0].startswith("GET /sok 200 ")
    assert lines[2].startswith("GET - 404 ")
    # httpx, which is the browser here, has a log of its own.
    assert not any("hemmelighet" in r.getMessage() for r in caplog.records if not r.name.startswith("httpx"))


def test_style_and_script_weigh_little() -> None:
    files = read_static_files().files
    style = len(gzip.compress(files["site.css"], 5))
    script = sum(len(gzip.compress(content, 5)) for name, content in files.items() if name.startswith("js/"))

    assert style < 25_000
    assert script < 15_000


def test_every_style_sheet_is_served() -> None:
    from kb.web.static_files import FOLDER  # noqa: PLC0415 (only here)

    assert {path.stem for path in (FOLDER / "css").glob("*.css")} == set(STYLE_SHEETS)
