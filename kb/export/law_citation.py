"""How students cite the law itself, beside our article about it: after the Norwegian APA 7 manual.

    Barnevernsloven. (2021). Lov om barnevern (LOV-2021-06-18-97). Lovdata. https://lovdata.no/lov/2021-06-18-97
    (barnevernsloven, 2021, § 1-4)

An act is dated by the year of its adoption, whatever has been amended since, and provisions are told in the text only.
"""

from __future__ import annotations

from kb.law.provisions import Act, Provision
from kb.typography import capital


def law_as_text(act: Act) -> str:
    """The line in a list of references; what we do not know of the act is left out."""
    name = capital(act.title)
    number = f"({act.number})" if act.number else ""
    full_name = " ".join(part for part in (act.long_title, number) if part)
    parts = (
        f"{name}.",
        f"({act.year})." if act.year else "",
        f"{full_name}." if full_name else "",
        "Lovdata." if "lovdata.no/" in act.url else "",
        act.url,
    )
    return " ".join(part for part in parts if part)


def law_in_text(act: Act, provision: Provision | None = None) -> str:
    """What stands in the running text, with the provision when one is meant."""
    parts = [act.title, str(act.year) if act.year else "", f"{act.sign} {provision.number}" if provision else ""]
    return f"({', '.join(part for part in parts if part)})"
