"""The Markdown that authors may write: CommonMark, tables, our blocks and `[text]{lang=nn}`. No raw HTML."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin

from kb.rendering.notes import is_note

PIECE = "kb_piece"
"""A token that we have made: `content` is what it says as plain text, `meta["html"]` how it reads on the page."""


def parse(body: str) -> list[Token]:
    """The tokens of an article's body. Never fails: to Markdown, every text is right."""
    return _parser().parse(body)


def to_html(tokens: list[Token]) -> str:
    """The page's HTML of tokens that have been through `kb.rendering.render`."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {}))


def piece(text: str, html: str) -> Token:
    """A token of ours."""
    return Token(PIECE, "", 0, content=text, meta={"html": html})


@cache
def _parser() -> MarkdownIt:
    # Raw HTML is shown as the text that it is, so an article can never change the page around it.
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).enable("table")
    parser.use(container_plugin, "note", validate=lambda params, _markup: is_note(params))
    parser.use(attrs_plugin, after=(), spans=True, allowed=("lang",))
    parser.add_render_rule(PIECE, _render_piece)
    return parser


def _render_piece(_renderer: object, tokens: list[Token], index: int, _options: object, _env: object) -> str:
    return str(tokens[index].meta["html"])
