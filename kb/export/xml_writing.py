"""Builds XML that every reader accepts. Escaping is the library's."""

from __future__ import annotations

from xml.etree import ElementTree

from kb.export.publication import one_line

Element = ElementTree.Element


def root(tag: str, namespace: str, **attributes: str) -> Element:
    """The outermost element, in whose namespace the others are."""
    # As an attribute: ElementTree's own default namespace refuses attributes that have none.
    return Element(tag, {"xmlns": namespace, **_cleaned(attributes)})


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """One more element inside another. A `_` in the name of an attribute stands for `:`, as in `xml_lang`."""
    element = ElementTree.SubElement(parent, tag, _cleaned(attributes))
    element.text = one_line(text) or None
    return element


def written(top: Element) -> bytes:
    """The whole document in UTF-8, with its declaration."""
    ElementTree.indent(top)
    document: bytes = ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _cleaned(attributes: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", ":"): one_line(value) for name, value in attributes.items()}
