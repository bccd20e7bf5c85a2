"""What programs fetch."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("/feed.xml", "application/atom+xml"),
        ("/sitemap.xml", "application/xml"),
        ("/opensearch.xml", "application/opensearchdescription+xml"),
        ("/favicon.svg", "image/svg+xml"),
    ],
)
def test_xml_is_well_formed_and_says_what_it_is(small: TestClient, address: str, media_type: str) -> None:
    response = small.get(address)

    assert response.headers["content-type"].startswith(media_type)
    ET.fromstring(response.content)  # noqa: S314 (our own)


@pytest.mark.parametrize("address", ["/favicon.ico", "/apple-touch-icon.png"])
def test_icons_are_pictures(small: TestClient, address: str) -> None:
    response = small.get(address)

    assert response.headers["content-type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")


def test_the_sitemap_holds_whole_addresses_that_answer(small: TestClient) -> None:
    tree = ET.fromstring(small.get("/sitemap.xml").content)  # noqa: S314 (our own)
    places = [element.text or "" for element in tree.iter() if "loc" in element.tag]

    assert "https://kb.example/prosesser/hasteflytting" in places
    assert [place for place in places if small.get(place).status_code != 200] == []


def test_robots_are_told_of_the_sitemap(small: TestClient) -> None:
    assert "Sitemap: https://kb.example/sitemap.xml" in small.get("/robots.txt").text
