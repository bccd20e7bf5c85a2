"""The title and summary of a file whose author gave none: its first heading and its first paragraph."""

from __future__ import annotations

import re

MAX_LENGTH = 300
"""A summary stands under a hit; two sentences of plain Norwegian are seldom longer."""

_HEADING = re.compile(r"^ {0,3}#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"\A\s*(?P<text>[^\n]+)\n={2,}[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
# Headings, lists, quotations, tables, rules, blocks and code are no paragraphs.
_NO_PARAGRAPH = re.compile(r" {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||:::|```|~~~|[-*_=]{3,}\s*$|<)| {4}|\t")
_MARKUP = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[@[^\]]+\]"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\}|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<https?://([^>]+)>"), r"\1"),
    (re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"\{#[^}]*\}"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def first_heading(body: str) -> str:
    """The first `# heading`, or empty."""
    text = _FENCE.sub("", body)
    underlined = _UNDERLINED.match(text)
    if underlined:
        return _without_markup(underlined["text"])
    found = _HEADING.search(text)
    return _without_markup(found[1]) if found else ""


def first_paragraph(body: str) -> str:
    """The first paragraph as plain text, cut after a sentence when it is long; empty when there is none."""
    for block in re.split(r"\n[ \t]*\n", _FENCE.sub("\n\n", body)):
        lines = [line for line in block.split("\n") if line.strip() and not _NO_PARAGRAPH.match(line)]
        starts_otherwise = _NO_PARAGRAPH.match(block.lstrip("\n")) and not block.lstrip("\n").startswith(("#", ":::"))
        if lines and not starts_otherwise:
            # Cut before the markup is taken away, which would be slow in a paragraph of a megabyte.
            return _shortened(_without_markup(" ".join(line.strip() for line in lines)[: 4 * MAX_LENGTH]))
    return ""


def _without_markup(text: str) -> str:
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return " ".join(text.split())


def _shortened(text: str) -> str:
    if len(text) <= MAX_LENGTH:
        return text
    sentence = max(text.rfind(mark, 0, MAX_LENGTH) for mark in (". ", "! ", "? "))
    if sentence > MAX_LENGTH // 3:
        return text[: sentence + 1]
    return f"{text[: text.rfind(' ', 0, MAX_LENGTH)]} …" if " " in text[:MAX_LENGTH] else f"{text[:MAX_LENGTH]} …"
