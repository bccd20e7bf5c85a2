"""Renders a piece of Markdown as an article that stands among a few others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kb.articles import Article, Kind, RenderedArticle, Source, Variant
from kb.law.provisions import Act, LawRegister, Provision, Succession
from kb.rendering.render import render

Renderer = Callable[..., RenderedArticle]

OTHERS = {
    "hasteflytting": Article("hasteflytting", "Hasteflytting", Kind.PROCESS, "", Variant.BOKMAL, "", "h.md"),
    "naustdal": Article("naustdal", "Naustdal", Kind.EXPERIENCE, "", Variant.NYNORSK, "", "n.md"),
    "ny-1-4": Article("ny-1-4", "§ 1-4", Kind.LAW, "", Variant.BOKMAL, "", "l.md"),
}

REGISTER = LawRegister.of(
    [
        Act("ny", "barnevernsloven", 2021, url="https://lovdata.no/lov/2021-06-18-97"),
        Act("gammel", "barnevernloven", 1992, repealed=date(2023, 1, 1), url="https://lovdata.no/lov/1992-07-17-100"),
    ],
    [
        Provision("ny-1-4", "ny", "1-4", "Barnets rett til medvirkning", article="ny-1-4"),
        Provision("ny-1-6", "ny", "1-6", "Barns rett til tiltak"),
        Provision("gammel-1-6", "gammel", "1-6", "Medvirkning", repealed=date(2023, 1, 1)),
    ],
    [Succession("gammel-1-6", ("ny-1-4",))],
)


@pytest.fixture
def page() -> Renderer:
    def write(body: str, **fields: Any) -> RenderedArticle:
        values = {
            "id": "prove",
            "title": "Prøve",
            "lang": Variant.BOKMAL,
            "sources": (Source("Et hefte", "hefte"),),
            "summary": "",
            **fields,
        }
        article = Article(kind=Kind.ARTICLE, body=body, path="prove.md", **values)
        names = {**OTHERS, "akutt": OTHERS["hasteflytting"], "prove": article}
        return render(article, names.get, REGISTER)

    return write
