"""A site of two articles that answers; the examples in docs/reference/api.md are from it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from starlette.testclient import TestClient

from kb.assembly import build, open_site
from kb.web.app import create_app
from tests.support.sites import settings_for

FILES = {
    "prosesser/hasteflytting.md": """---
title: Hasteflytting
kind: prosess
summary: Når barnet må flytte med en gang.
processes: [hasteflytting]
values: [apenhet]
laws: [barnevernsloven-2021-4-2]
reviewed: 2026-11-22
review_due: 2027-11-22
aliases: [akutt-flytting]
keywords: [akuttplassering]
sources: [{title: Veileder om flytting, url: "https://example.no/veileder"}]
---
Barnet skal få vite hva som skjer.

## Frister {#frister}

Saken må sendes videre innen fristen.
""",
    "verdier/apenhet.md": """---
title: Åpenhet
kind: verdi
summary: Vær åpen om hvem du er.
values: [apenhet]
---
Fortell hvorfor du er der, også når [fristen er kort](hasteflytting#frister).
""",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = replace(settings_for(tmp_path_factory.mktemp("site"), FILES), engine="memory")
    build(settings)
    with open_site(settings, date(2026, 11, 22)) as site:
        yield TestClient(create_app(lambda: site), follow_redirects=False)
