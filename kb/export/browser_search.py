"""Tells a browser how to search here from its address bar: an OpenSearch description.

Not to be confused with the search engine of that name. The form is https://github.com/dewitt/opensearch, 1.1 draft 6.
"""

from __future__ import annotations

from urllib.parse import quote

from kb import addresses
from kb.export.publication import Publication, one_line
from kb.export.xml_writing import add, root, written

MEDIA_TYPE = "application/opensearchdescription+xml"

_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT, _LONG = 16, 48
"""The longest names that the form allows."""


def browser_search(publication: Publication, *, text_parameter: str, own_address: str, icon: str = "") -> bytes:
    """The description. `text_parameter` is what an address calls the words; `icon` the address of an SVG picture."""
    template = f"{publication.url(addresses.SEARCH)}?{quote(text_parameter)}={{searchTerms}}"
    top = root("OpenSearchDescription", _OPENSEARCH)
    add(top, "ShortName", _cut(publication.name, _SHORT))
    add(top, "LongName", _cut(publication.name, _LONG))
    add(top, "Description", f"Søk i {publication.name}")
    if icon:
        add(top, "Image", publication.url(icon), type="image/svg+xml", width="16", height="16")
    add(top, "Url", type="text/html", method="get", template=template)
    add(top, "Url", type=MEDIA_TYPE, rel="self", template=publication.url(own_address))
    add(top, "Language", "nb")
    add(top, "Language", "nn")
    add(top, "InputEncoding", "UTF-8")
    add(top, "OutputEncoding", "UTF-8")
    return written(top)


def _cut(name: str, longest: int) -> str:
    """As many whole words as there is room for; a first word that is too long is cut."""
    words = one_line(name).split()
    while len(words) > 1 and len(" ".join(words)) > longest:
        words.pop()
    return " ".join(words)[:longest]
