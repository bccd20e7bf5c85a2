"""A small knowledge base with one of everything that pages tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from kb import assembly
from kb.settings import Settings
from kb.web.app import create_app
from tests.support.sites import make_content

FACETS = """
- id: prosess
  key: processes
  label: {nb: Kjerneprosess, nn: Kjerneprosess}
  values:
    - {id: hasteflytting, label: {nb: Hasteflytting, nn: Hasteflytting}}
    - {id: ettervern, label: {nb: Ettervern, nn: Ettervern}}
- id: type
  key: kind
  label: {nb: Type, nn: Type}
  values:
    - {id: prosess, label: {nb: Prosess, nn: Prosess}}
    - {id: lov, label: {nb: Lov og forskrift, nn: Lov og forskrift}}
    - {id: begrep, label: {nb: Begrep, nn: Omgrep}}
- id: verdi
  key: values
  label: {nb: Verdi, nn: Verdi}
  values:
    - {id: apenhet, label: {nb: Åpenhet, nn: Openheit}}
- id: grunnlag
  key: basis
  label: {nb: Bygger på, nn: Byggjer på}
  values:
    - {id: lov, label: {nb: Lov og forskrift, nn: Lov og forskrift}}
    - {id: avledet, label: {nb: Egen avledning, nn: Eiga avleiing}}
- id: sprak
  key: lang
  label: {nb: Målform, nn: Målform}
  values:
    - {id: nb, label: {nb: Bokmål, nn: Bokmål}}
    - {id: nn, label: {nb: Nynorsk, nn: Nynorsk}}
- id: status
  key: status
  label: {nb: Status, nn: Status}
  values:
    - {id: gjeldende, label: {nb: Gjeldende, nn: Gjeldande}}
    - {id: opphevet, label: {nb: Opphevet, nn: Oppheva}}
    - {id: utkast, label: {nb: Utkast, nn: Utkast}}
"""

LAW = """
acts:
  - {id: nyloven-2021, title: nyloven, year: 2021, long_title: Lov om det nye, number: LOV-2021-06-18-97, kind: lov,
     in_force: 2023-01-01, url: "https://lovdata.no/lov/2021-06-18-97", read: 2026-07-02, names: [nyloven]}
  - {id: gamleloven-1992, title: gamleloven, year: 1992, long_title: Lov om det gamle, number: LOV-1992-07-17-100,
     kind: lov, repealed: 2023-01-01, url: "https://lovdata.no/lov/1992-07-17-100", names: [gamleloven]}
provisions:
  - {id: nyloven-2021-1-4, act: nyloven-2021, number: "1-4", heading: Barnets rett til medvirkning, theme: medvirkning}
  - {id: gamleloven-1992-1-6, act: gamleloven-1992, number: "1-6", heading: Medvirkning, theme: medvirkning}
successors:
  - {from: gamleloven-1992-1-6, to: [nyloven-2021-1-4], certainty: reading, basis: Nesten samme ordlyd.}
"""

SYNONYMS = """
- id: akuttvedtak
  article: akuttvedtak
  preferred: {nb: akuttvedtak, nn: akuttvedtak}
  allowed: {nb: [hastevedtak], nn: [hastevedtak]}
  former: {nb: [gammelt vedtak], nn: []}
- id: aase
  article: aase
  preferred: {nb: åsebegrep, nn: åsebegrep}
"""

ARTICLES: Mapping[str, str] = {
    "prosesser/hasteflytting.md": """---
title: Hasteflytting
kind: prosess
summary: Når barnet må flytte med en gang.
processes: [hasteflytting]
values: [apenhet]
basis: [lov, avledet]
laws: [nyloven-2021-1-4]
reviewed: 2026-01-31
review_due: 2999-01-31
sources: [{title: En bok, url: "https://example.no/bok", note: Lest i utdrag.}]
keywords: [akuttplassering]
---
Barnet skal få vite hva som skjer, etter nyloven (2021) § 1-4.

## Steg for steg {#steg}

### 1. Snakk med barnet {#steg-1}

Barnet skal høres.

### 2. Skriv vedtaket {#steg-2}

Si hvorfor.

## Frister {#frister former=tidsfrister}

::: frist Seks uker
Begjæringen må sendes innen seks uker. Se [åpenhet](apenhet).
:::

| Frist | Hva |
|---|---|
| Seks uker | Begjæring |

## Sjekkliste {#sjekkliste}

- [ ] Barnet er hørt
""",
    "prosesser/ettervern.md": """---
title: Ettervern
kind: prosess
summary: Hjelp etter fylte 18 år.
processes: [ettervern]
reviewed: 2020-01-31
review_due: 2021-01-31
---
Ungdom kan få hjelp til de er 25 år.
""",
    "verdier/apenhet.md": """---
title: Åpenhet
kind: verdi
summary: Vær åpen om hvem du er.
values: [apenhet]
aliases: [openhet, /gammel/adresse]
---
Fortell hvorfor du er der. Se [frister](hasteflytting#frister).
""",
    "lov/nyloven-2021-1-4.md": """---
title: Barnets rett til medvirkning – nyloven (2021) § 1-4
kind: lov
summary: Barnet har rett til å medvirke.
---
Avløste gamleloven (1992) § 1-6.
""",
    "lov/gamleloven-1992-1-6.md": """---
title: Medvirkning – gamleloven (1992) § 1-6
kind: lov
status: opphevet
summary: Barnet hadde rett til å medvirke.
valid_from: 2018-07-01
valid_to: 2023-01-01
---
Sto i den gamle loven.
""",
    "begreper/akuttvedtak.md": """---
title: Akuttvedtak
kind: begrep
summary: Et vedtak som gjelder straks.
---
Treffes når det haster.
""",
    "begreper/aase.md": "---\ntitle: Åsebegrep\nkind: begrep\nsummary: Kommer sist.\n---\nTekst.\n",
    "begreper/zebra.md": "---\ntitle: Zebra\nkind: begrep\nsummary: Kommer før å.\n---\nTekst.\n",
    "erfaringer/naustdal.md": """---
title: Erfaringa frå Naustdal
kind: erfaring
lang: nn
summary: Ei lita teneste fortel.
---
Dei snakka med barna.
""",
    "historie/tidslinje.md": """---
title: Historien
kind: historie
summary: Fra 2013.
---
## Når? {#nar}

| Tid | Hendelse |
|---|---|
| Våren 2016 | Noe annet |
| 26. mars 2015 | konferanse |
| 2013 | Start |
""",
    "artikler/personvern.md": "---\ntitle: Personvern\nsummary: Ingenting lagres.\n---\nTekst.\n",
    "artikler/utkast.md": """---
title: Et utkast
status: utkast
keywrods: [halvferdig]
summary: Ikke ferdig.
---
Tekst.
""",
}

FILES = {**ARTICLES, "_facets.yml": FACETS, "_law.yml": LAW, "_synonyms.yml": SYNONYMS}


def settings_for(folder: Path, files: Mapping[str, str] = FILES) -> Settings:
    """Settings of a site in memory with these files."""
    return Settings(content=make_content(folder, files), index=folder / "index", engine="memory")


def client_for(settings: Settings, *, development: bool = False) -> TestClient:
    """Someone who asks the site for pages. An error inside is an answer, as it is to readers."""
    app = create_app(assembly.SiteInDevelopment(settings), development=development)
    return TestClient(app, base_url="https://kb.example", raise_server_exceptions=False)


def page_of(response: Response) -> Any:
    """What the template was given: one of the values in `kb.web.pages`."""
    return vars(response)["context"]["page"]
