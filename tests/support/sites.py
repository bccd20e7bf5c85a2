"""A whole small content folder in a temporary place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kb.settings import Settings

SMALL: Mapping[str, str] = {
    "prosesser/hasteflytting.md": """---
title: Hasteflytting
kind: prosess
summary: Når barnet må flytte med en gang.
processes: [hasteflytting]
keywords: [akuttplassering]
---
Barnet skal få vite hva som skjer.

## Frister {#frister}

Begjæringen må sendes innen seks uker.
""",
    "verdier/apenhet.md": """---
title: Åpenhet
kind: verdi
summary: Vær åpen om hvem du er.
values: [apenhet]
aliases: [openhet]
---
Fortell hvorfor du er der. Se [frister](hasteflytting#frister).
""",
    "uten-topptekst.md": "# Et notat\n\nBare ren Markdown med ordet havregrøt.\n",
}


def make_content(folder: Path, files: Mapping[str, str] = SMALL) -> Path:
    """Write the files, and give the content folder."""
    content = folder / "content"
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content


def settings_for(folder: Path, files: Mapping[str, str] = SMALL) -> Settings:
    """Settings of a site with these files; the index is not yet made."""
    return Settings(content=make_content(folder, files), index=folder / "index")
