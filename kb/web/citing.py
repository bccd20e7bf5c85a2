"""How a reader cites an article or a section of it: on the page, and as files for reference managers."""

from __future__ import annotations

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kb import addresses
from kb.articles import Article, RenderedArticle, Section
from kb.assembly import Site
from kb.export.citation import FORMATS, Citation, as_text, cite
from kb.web import templating
from kb.web.article_addresses import current_article
from kb.web.pages import CitationPart, SectionCitation
from kb.web.publishing import publication
from kb.web.wording import _

SECTION = "avsnitt"
"""What the section is called in the address of a citation."""

PLAIN = "txt"
"""The ending of a citation as plain text, beside those of `FORMATS`."""

_UNKNOWN = _("Artikkelen har ikke noe avsnitt som heter «%(name)s». Avsnittene står nederst i artikkelen.")


def show_citation(request: Request) -> Response:
    """`/prosesser/ID/siter.ris?avsnitt=ANCHOR` and the like: one citation as a file."""
    site, pages = templating.of(request)
    article = current_article(site, request.path_params["id"])
    ending = request.path_params["ending"]
    if ending != PLAIN and ending not in FORMATS:
        raise HTTPException(404)
    wanted = request.query_params.get(SECTION, "")
    section = _section(site.rendered(article.id), wanted)
    if wanted and section is None:
        raise HTTPException(404, pages.translated(request, _UNKNOWN) % {"name": wanted})
    citation = _cited(site, article, request, section)
    if ending == PLAIN:
        return PlainTextResponse(as_text(citation) + "\n")
    form = FORMATS[ending]
    name = f"{article.id}-{section.anchor}" if section else article.id
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.{ending}"}
    return Response(form.write(citation), media_type=f"{form.media_type}; charset=utf-8", headers=headers)


def citation_part(site: Site, rendered: RenderedArticle, request: Request) -> CitationPart:
    """What the article's own page tells of how to cite it."""
    article = rendered.article
    return CitationPart(
        text=as_text(_cited(site, article, request)),
        files=tuple((form.name, _address(article, form.ending)) for form in FORMATS.values()),
        sections=tuple(
            SectionCitation(
                section=section,
                text=as_text(_cited(site, article, request, section)),
                files=tuple(
                    (form.name.partition(" (")[0], _address(article, form.ending, section.anchor))
                    for form in FORMATS.values()
                ),
            )
            for section in rendered.sections
            if section.anchor
        ),
    )


def _section(rendered: RenderedArticle, anchor: str) -> Section | None:
    """The section that an anchor, or a former one, stands for."""
    named = {name: one for one in reversed(rendered.sections) for name in one.former_anchors}
    named |= {one.anchor: one for one in rendered.sections if one.anchor}
    return named.get(anchor)


def _address(article: Article, ending: str, anchor: str = "") -> str:
    query = f"?{SECTION}={quote(anchor)}" if anchor else ""
    return f"{addresses.article(article.kind, article.id)}/siter.{ending}{query}"


def _cited(site: Site, article: Article, request: Request, section: Section | None = None) -> Citation:
    return cite(article, publication(site, request), section, accessed=site.today)
