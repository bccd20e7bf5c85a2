"""Every kind of page: on the real site, and on a small one that has what the real one happens to lack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kb.settings import Settings
from tests.support.sites import make_content
from tests.web import world

REAL: Mapping[str, str] = {
    "home": "/",
    "search": "/sok?q=akuttplassering",
    "nothing asked": "/sok",
    "choices": "/sok?q=barnet&prosess=hasteflytting&type=lov",
    "page two": "/sok?q=barnet&side=2",
    "no hits": "/sok?q=qqqxxxzzz",
    "notes": "/sok?q=§ 1-6&type=finnes-ikke",
    "process": "/prosesser/hasteflytting",
    "from a search": "/prosesser/hasteflytting?q=frist",
    "recommendation": "/anbefalinger/anbefaling-undersokelse",
    "method": "/arbeidsmater/snakke-med-barnet-alene",
    "value": "/verdier/apenhet",
    "provision": "/lov/barnevernsloven-2021-2-2",
    "repealed": "/lov/barnevernloven-1992-1-6",
    "regulation": "/lov/forskrift-2023-1631",
    "term": "/begreper/akuttvedtak",
    "nynorsk": "/erfaringer/naustdal-barnevernsteneste",
    "course": "/kurs/laeringsvei-barnets-medvirkning",
    "historical": "/historie/kick-2015",
    "about": "/artikler/tilgjengelighetserklaering",
    "processes": "/prosesser",
    "list": "/arbeidsmater",
    "values": "/verdier",
    "recommendations": "/anbefalinger",
    "experiences": "/erfaringer",
    "courses": "/kurs",
    "history": "/historie",
    "articles": "/artikler",
    "laws": "/lov",
    "glossary": "/begreper",
    "timeline": "/tidslinje",
    "not found": "/finnes-ikke",
    "interface in nynorsk": "/sok?q=barnet&maal=nn",
}

LONG_WORD = "barnevernstjenesteundersøkelsesplanleggingsmøtereferatskjema"
"""Sixty letters without a place to break, as an editor may one day write."""

SMALL: Mapping[str, str] = {
    "draft": "/artikler/utkast",
    "coming": "/lov/nyloven-2021-9-1",
    "overdue": "/prosesser/ettervern",
    "long words": f"/begreper/{LONG_WORD.replace('ø', 'o')}",
    "long words found": f"/sok?q={LONG_WORD}&verdi=lang",
    "long words in vain": f"/sok?q={LONG_WORD[::-1]}",
    "for editors": "/redaksjon",
}

_PROVISION = "  - {id: nyloven-2021-1-4,"
_COMING = "  - {id: nyloven-2021-9-1, act: nyloven-2021, number: 9-1, heading: Det som kommer, in_force: 2999-01-01}\n"
_VALUE = "    - {id: apenhet,"
_LONG_VALUE = f"    - {{id: lang, label: {{nb: {LONG_WORD}, nn: {LONG_WORD}}}}}\n"

FILES: Mapping[str, str] = {
    **world.FILES,
    "_law.yml": world.LAW.replace(_PROVISION, _COMING + _PROVISION),
    "_facets.yml": world.FACETS.replace(_VALUE, _LONG_VALUE + _VALUE),
    "lov/nyloven-2021-9-1.md": """---
title: Det som kommer – nyloven (2021) § 9-1
kind: lov
summary: Trer i kraft en gang.
---
Ikke ennå.
""",
    f"begreper/{LONG_WORD.replace('ø', 'o')}.md": f"""---
title: {LONG_WORD.capitalize()}
kind: begrep
summary: Et {LONG_WORD} er langt.
values: [lang]
sources: [{{title: {LONG_WORD}, url: "https://example.no/{LONG_WORD}"}}]
---
Et {LONG_WORD} er et skjema.

## {LONG_WORD.capitalize()} på en side {{#ord}}

| {LONG_WORD} | Ja |
|---|---|
| {LONG_WORD} | Nei |

## Nei {{#nei}}

`{LONG_WORD}`

## Jo {{#jo}}

Slutt.
""",
}


def settings_for(folder: Path) -> Settings:
    """The small site."""
    return Settings(
        content=make_content(folder, FILES), index=folder / "index", engine="memory", base_url="https://kb.example"
    )


ALL = (*REAL, *SMALL, "down")
"""The last is the page that says that search is down."""
