"""The Markdown that authors may write: CommonMark, tables, our blocks and `[text]{lang=nn}`. No raw HTML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin

from kb.rendering.notes import is_note
from kb.typography import pieces

PIECE = "kb_piece"
"""A token that we have made: `content` is what it says as plain text, `meta["html"]` how it reads on the page."""


def parse(body: str) -> list[Token]:
    """The tokens of an article's body. Never fails: to Markdown, every text is right."""
    return _parser().parse(body)


def to_html(tokens: Sequence[Token]) -> str:
    """The page's HTML of tokens that have been through `kb.rendering.render`."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {}))


def words(text: str) -> str:
    """The HTML of plain text, in which «§ 1-4» and «1. januar» never fall apart at the end of a line."""
    shown = ((escape(piece, quote=False), is_whole) for piece, is_whole in pieces(text))
    return "".join(f'<span class="whole">{piece}</span>' if is_whole else piece for piece, is_whole in shown)


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
    parser.add_render_rule("text", _render_text)
    parser.add_render_rule("heading_open", _render_heading_open)
    parser.add_render_rule("heading_close", _render_heading_close)
    return parser


def _render_text(_renderer: object, tokens: list[Token], index: int, _options: object, _env: object) -> str:
    return words(tokens[index].content)


def _render_heading_open(
    renderer: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: dict[str, object]
) -> str:
    # The link stands beside the heading, not in it: lists of headings are read aloud without «Lenke til …».
    return f'<div class="heading heading-{tokens[index].tag[1]}">{renderer.renderToken(tokens, index, options, env)}'


def _render_heading_close(_renderer: object, tokens: list[Token], index: int, _options: object, _env: object) -> str:
    return f"</{tokens[index].tag}>{tokens[index].meta['link']}</div>\n"


def _render_piece(_renderer: object, tokens: list[Token], index: int, _options: object, _env: object) -> str:
    return str(tokens[index].meta["html"])
