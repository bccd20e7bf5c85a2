"""Lists: each kind in groups, terms in a glossary."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kb import addresses
from kb.articles import Article, Facet, Kind
from kb.assembly import Site
from kb.law.provisions import Act
from kb.messages import Quoted
from kb.typography import capital
from kb.web import kinds, shown, templating
from kb.web.glossary import glossary
from kb.web.pages import GlossaryPage, Group, ListingPage, Numbered
from kb.web.reader import reader_of
from kb.web.search_form import SearchForm
from kb.web.templating import View

TYPE_FACET = "type"

GROUPED_BY = {
    Kind.WORKING_METHOD: "grunnlag",
    Kind.RECOMMENDATION: "",
    Kind.COURSE: "malgruppe",
    Kind.EXPERIENCE: "sprak",
}


MANY = 20
"""Provisions of an act that are listed chapter by chapter."""

MOST_LISTED = 500
"""A list of more is not read, and would be a page of a megabyte; the rest are found by search."""


def show_list(request: Request) -> Response:
    """`/prosesser` and the like."""
    site, pages = templating.of(request)
    kind = _kind(request.url.path)
    articles = site.articles(kind)
    if not articles:
        raise HTTPException(404)
    words = kinds.WORDS[kind]
    page: GlossaryPage | ListingPage
    if kind is Kind.TERM:
        template, page = "glossary.html", glossary(site, articles, reader_of(request).standard)
    else:
        shown_first = articles[:MOST_LISTED]
        rest = SearchForm(standard=reader_of(request).chosen).toggled(TYPE_FACET, kind.value).address
        page = ListingPage(
            kind=kind,
            numbered=_numbered(site, shown_first) if kind is Kind.LAW else {},
            groups=_groups(site, kind, shown_first),
            total=len(articles),
            all_found_at=rest if len(articles) > MOST_LISTED else "",
        )
        template = "listing.html"
    return pages.answer(
        request,
        site,
        View(
            template,
            page,
            title=pages.translated(request, words.many),
            description=pages.translated(request, words.about),
            kind=kind,
        ),
    )


def _kind(path: str) -> Kind:
    folder = path.strip("/")
    return next(kind for kind, name in addresses.FOLDERS.items() if name == folder)


def _groups(site: Site, kind: Kind, articles: tuple[Article, ...]) -> tuple[Group, ...]:
    if kind is Kind.LAW:
        return _by_act(site, articles)
    facet = shown.facet(site, GROUPED_BY.get(kind, ""))
    return _by_facet(facet, articles) if facet else (Group("", articles),)


def _by_facet(facet: Facet, articles: tuple[Article, ...]) -> tuple[Group, ...]:
    """Under the first value that an article has; those without any come last, without a heading."""
    left = list(articles)
    groups = []
    for value in facet.values:
        here = tuple(one for one in left if value.id in one.facets.get(facet.id, ()))
        left = [one for one in left if value.id not in one.facets.get(facet.id, ())]
        if here:
            groups.append(Group(value.label, here, anchor=value.id))
    return (*groups, *((Group("", tuple(left)),) if left else ()))


def _by_act(site: Site, articles: tuple[Article, ...]) -> tuple[Group, ...]:
    """By act, the acts in the order of the register; a whole act with an article of its own stands under itself."""
    left = list(articles)
    groups = []
    for act in sorted(site.law.acts.values(), key=lambda act: act.repealed is not None):
        here = tuple(one for one in left if one.id == act.id or _act_id(site, one) == act.id)
        left = [one for one in left if one not in here]
        if here:
            chapters = _chapters(site, act, here)
            alone = tuple(one for one in here if not any(one in chapter.articles for chapter in chapters))
            groups.append(Group(Quoted(capital(act.cited)), alone, anchor=act.id, parts=chapters))
    return (*groups, *((Group("", tuple(left)),) if left else ()))


def _chapters(site: Site, act: Act, articles: tuple[Article, ...]) -> tuple[Group, ...]:
    """The provisions of an act by chapter, where there are more than one can see at a glance."""
    if len(articles) < MANY:
        return ()
    chapters = []
    for chapter in act.chapters:
        inside = {provision.id for provision in site.law.in_chapter(act.id, chapter.number)}
        if here := tuple(one for one in articles if one.id in inside):
            anchor = f"{act.id}-kapittel-{chapter.number.lower().replace(' ', '-')}"
            chapters.append(Group(Quoted(f"Kapittel {chapter.number} {chapter.title}"), here, anchor=anchor))
    return tuple(chapters)


def _numbered(site: Site, articles: tuple[Article, ...]) -> dict[str, Numbered]:
    """The provisions whose title ends in what they are cited as, which most do."""
    numbered = {}
    for article in articles:
        provision, act = site.law.provisions.get(article.id), site.law.act_of(article.id)
        if provision is None or act is None:
            continue
        name, cited, rest = article.title.partition(f" – {site.law.cite(article.id)}")
        if cited and not rest:
            numbered[article.id] = Numbered(f"{capital(act.sign)} {provision.number}", name)
    return numbered


def _act_id(site: Site, article: Article) -> str:
    provision = site.law.provisions.get(article.id)
    return provision.act if provision else ""
