"""One parse of an article, and everything that follows from it: the page, its sections, links and references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import accumulate
from urllib.parse import unquote

from markdown_it.token import Token

from kb.addresses import readable
from kb.articles import Article, Link, RenderedArticle
from kb.law.provisions import LawRegister
from kb.rendering import anchors, notes, running_text
from kb.rendering.links import Resolver, lead
from kb.rendering.markdown import parse, piece, to_html
from kb.rendering.plain_text import inline_text
from kb.rendering.sections import cut

SUMS_UP = "kort-fortalt"
"""The permanent anchor of a section that sums up its article in points."""

_TASK = re.compile(r"\[(?P<mark>[ xX])\][ \t]+")


def render(article: Article, resolve: Resolver, register: LawRegister) -> RenderedArticle:
    """The article as a page. `resolve` gives the article that an id stands for; no mistake of an author raises."""
    page = _Page(article, resolve, register)
    tokens = page.read()
    page.shape_blocks(tokens)
    stretches = [to_html(stretch) for stretch in _stretches(tokens)]
    return RenderedArticle(
        article=article,
        html="".join(stretches),
        sections=cut(tokens, article),
        links=tuple(page.links),
        mentions=tuple(dict.fromkeys(page.mentions)),
        citations=tuple(page.citations),
        breaks=tuple(accumulate(map(len, stretches))),
        lead=_lead(tokens, article.summary),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page. What is to be said of the line that editors asked for, is said after it; 0 is the rest."""

    html: str
    line: int


def render_in_parts(
    article: Article, resolve: Resolver, register: LawRegister, lines: Iterable[int]
) -> tuple[Part, ...]:
    """The page cut beside the blocks in which some lines of the file stand: before each, but after a heading.

    Together the parts are the page of `render`, but for white space. A line that stands before the first block has
    no part.
    """
    page = _Page(article, resolve, register)
    tokens = page.read()
    places: dict[int, list[int]] = {}
    for line in sorted(set(lines)):
        if (place := _beside(tokens, line - article.body_line)) is not None:
            places.setdefault(place, []).append(line)
    page.shape_blocks(tokens)
    # Markdown turns NUL into U+FFFD, so no author's text holds one.
    for place in sorted(places, reverse=True):
        tokens[place:place] = [piece("", f"\0{line}\0") for line in places[place]]
    pieces = to_html(tokens).split("\0")
    told = [*map(int, pieces[1::2]), 0]
    return tuple(Part(html, line) for html, line in zip(pieces[::2], told, strict=True))


@dataclass
class _Page:
    """Goes through the tokens once, changes them into what is shown, and gathers what is found on the way."""

    article: Article
    resolve: Resolver
    register: LawRegister
    links: list[Link] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    citations: list[tuple[str, int]] = field(default_factory=list)
    line: int = 0
    in_heading: bool = False

    def read(self) -> list[Token]:
        """The tokens of the article, read: what they say is gathered, and they are not yet shaped."""
        tokens = _without_title(parse(self.article.body), self.article.title)
        _give_anchors(tokens)
        for token in tokens:
            self.read_block(token)
        _mark_tasks(tokens)
        return tokens

    def read_block(self, token: Token) -> None:
        """Reads the inline content of a block, and notes where in the file we are."""
        if token.map is not None:
            self.line = token.map[0] + self.article.body_line
        if token.type in ("heading_open", "heading_close"):
            self.in_heading = token.type == "heading_open"
        if token.type == "inline":
            token.children = self._inline(token.children or [])
        elif token.type == "container_note_open":
            kind, title = notes.kind_and_title(token.info)
            read = running_text.read(title, self.article, self.resolve, self.register, link=True)
            self._gather(read, self.line)
            token.meta = {"kind": kind, "title": inline_text(read.tokens), "tokens": list(read.tokens)}

    def _inline(self, children: list[Token]) -> list[Token]:
        shown: list[Token] = []
        run: list[Token] = []
        line = self.line
        link: tuple[Token, int, int] | None = None
        for child in [*children, None]:
            if child is not None and child.type in ("text", "softbreak"):
                run.append(child)
                continue
            text = "".join("\n" if one.type == "softbreak" else one.content for one in run)
            if text:
                may_link = link is None and not self.in_heading
                read = running_text.read(text, self.article, self.resolve, self.register, link=may_link)
                self._gather(read, line)
                shown.extend(read.tokens)
                line += text.count("\n")
                run = []
            if child is None:
                break
            if child.type == "link_open":
                link = (child, line, len(shown))
            shown.append(child)
            if child.type == "link_close" and link is not None:
                self._link(link[0], child, shown[link[2] + 1 : -1], link[1])
                link = None
            elif child.type == "hardbreak":
                line += 1
        return shown

    def _gather(self, read: running_text.RunningText, line: int) -> None:
        self.mentions.extend(read.mentions)
        self.citations.extend((source_id, line + breaks) for source_id, breaks in read.citations)

    def _link(self, opening: Token, closing: Token, inside: list[Token], line: int) -> None:
        written = unquote(str(opening.attrs.get("href", "")))
        self.links.append(Link(written, inline_text(inside), line))
        target = lead(written, self.resolve, self.article)
        if target.is_outside:
            opening.attrSet("href", readable(str(opening.attrs.get("href", ""))))
            opening.attrSet("rel", "external noopener")
        elif target.href:
            opening.attrSet("href", target.href)
            if target.article is not None and target.article.lang is not self.article.lang:
                opening.attrSet("hreflang", target.article.lang.value)
        else:
            # A link that leads nowhere is shown as its words; kb check tells the author.
            opening.tag = closing.tag = "span"
            opening.attrs = {"class": "missing-link"}

    def shape_blocks(self, tokens: list[Token]) -> None:
        """Gives notes, tables and code their form on the page."""
        heading = self.article.title
        number = 0
        columns: list[str] = []
        column = 0
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                heading = inline_text(tokens[place + 1].children or ())
                anchor: anchors.Anchor = token.meta["anchor"]
                tokens[place + 2].meta = {"link": anchors.link(anchor.id, heading, self.article.lang)}
            elif token.type == "container_note_open":
                number += 1
                title = to_html([Token("inline", "", 0, children=token.meta["tokens"])])
                html = notes.opening(token.meta["kind"], title, number, self.article.lang)
                tokens[place] = piece(token.meta["title"], html)
            elif token.type == "container_note_close":
                tokens[place] = piece("", notes.CLOSING)
            elif token.type == "table_open":
                # A wide table is scrolled by itself; it can be reached by keyboard, and then needs a name.
                name = escape(f"Tabell: {heading}")
                html = f'<div class="table" role="region" tabindex="0" aria-label="{name}">\n<table>\n'
                tokens[place] = piece("", html)
                columns = []
            elif token.type == "tr_open":
                column = 0
            elif token.type == "table_close":
                tokens[place] = piece("", "</table>\n</div>\n")
            elif token.type == "th_open":
                _shape_cell(token)
                columns.append(inline_text(tokens[place + 1].children or ()))
            elif token.type == "td_open":
                _shape_cell(token)
                # On a phone the rows are stacked, and only this tells which column a cell is in.
                if column and len(columns) > 2:
                    token.attrSet("data-column", columns[column])
                column += 1
            elif token.type in ("fence", "code_block"):
                code = f'<pre tabindex="0"><code>{escape(token.content)}</code></pre>\n'
                tokens[place] = piece(token.content.strip(), code)


def _shape_cell(token: Token) -> None:
    # No inline style gets past the site's Content-Security-Policy.
    style = str(token.attrs.pop("style", ""))
    if "right" in style or "center" in style:
        token.attrSet("class", "to-the-right" if "right" in style else "in-the-middle")
    if token.type == "th_open":
        token.attrSet("scope", "col")


# Something may stand before these on the page; not before a row of a table or a point of a list.
_BLOCKS = frozenset(
    {
        "paragraph_open",
        "heading_open",
        "bullet_list_open",
        "ordered_list_open",
        "blockquote_open",
        "container_note_open",
        "table_open",
        "fence",
        "code_block",
        "hr",
    }
)


def _beside(tokens: list[Token], line: int) -> int | None:
    """The place of the innermost block in which a line of the body stands, or that comes nearest before it."""
    found = None
    for place, token in enumerate(tokens):
        if token.type in _BLOCKS and token.map is not None and token.map[0] <= line:
            found = place
    return found + 3 if found is not None and tokens[found].type == "heading_open" else found


def _without_title(tokens: list[Token], title: str) -> list[Token]:
    """Leaves out the `# heading` that is the title: the page shows the title itself."""
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            said, _anchor = anchors.taken_from(inline_text(tokens[place + 1].children or ()))
            if token.tag == "h1" and " ".join(said.split()) == " ".join(title.split()):
                return tokens[:place] + tokens[place + 3 :]
            break
    return tokens


def _stretches(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens from one heading to the next; those within blocks and lists do not count."""
    start = 0
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and place > start:
            yield tokens[start:place]
            start = place
    yield tokens[start:]


def _lead(tokens: list[Token], summary: str) -> int:
    """The length of the first paragraph as HTML when it stands for the summary; otherwise 0.

    It does when it says the same, word for word, and when the section after it sums up the article in points.
    """
    if len(tokens) < 3 or tokens[0].type != "paragraph_open":
        return 0
    says_it = inline_text(tokens[1].children or ()) == " ".join(summary.split())
    is_summed_up = len(tokens) > 3 and tokens[3].attrGet("id") == SUMS_UP
    return len(to_html(tokens[:3])) if says_it or is_summed_up else 0


def _give_anchors(tokens: list[Token]) -> None:
    """Gives every heading its anchor, before anything is read: links and contents need the same ones."""
    places = [place for place, token in enumerate(tokens) if token.type == "heading_open"]
    wanted = []
    for place in places:
        children = tokens[place + 1].children or []
        own = None
        if children and children[-1].type == "text":
            children[-1].content, own = anchors.taken_from(children[-1].content)
        wanted.append((inline_text(children), own))
    for place, anchor in zip(places, anchors.distinct(wanted), strict=True):
        opening, inline, closing = tokens[place : place + 3]
        if opening.tag == "h1":
            opening.tag = closing.tag = "h2"
        opening.attrSet("id", anchor.id)
        opening.meta = {"anchor": anchor}
        former = [piece("", f'<span id="{escape(name)}"></span>') for name in anchor.former]
        inline.children = [*former, *(inline.children or [])]


def _mark_tasks(tokens: list[Token]) -> None:
    """Makes `- [ ] Do this` a line of a checklist: a box to tick on paper, and a word for a screen reader when done."""
    lists: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open" and place + 2 < len(tokens) and tokens[place + 2].type == "inline":
            children = tokens[place + 2].children or []
            found = _TASK.match(children[0].content) if children and children[0].type == "text" else None
            if found is None:
                continue
            done = found["mark"] != " "
            children[0].content = children[0].content[found.end() :]
            said = '<span class="visually-hidden">Gjort: </span>' if done else ""
            children.insert(
                0, piece("", f'<span class="box{" box-ticked" if done else ""}" aria-hidden="true"></span>{said}')
            )
            lists[-1].attrSet("class", "checklist")
