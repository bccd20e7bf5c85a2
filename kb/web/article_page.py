"""One article, with what it rests on and what lies around it; processes and provisions have parts of their own."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kb import addresses
from kb.alphabet import alphabetical
from kb.articles import Article, Facet, Kind, RenderedArticle, Section, Variant
from kb.assembly import Site
from kb.export import linked_data
from kb.search.results import SearchResults
from kb.web import kinds, search_form, shown, templating
from kb.web.article_addresses import current_article, moved
from kb.web.citing import citation_part
from kb.web.editing_part import editing_part
from kb.web.law_part import changes_met, law_part
from kb.web.pages import ArticlePage, Entry, Group, ProcessPart, Tag
from kb.web.publishing import publication
from kb.web.reader import reader_of
from kb.web.search_form import SearchForm
from kb.web.templating import View

MOST_MARKS = 40
"""Different words marked on the page one comes to; a query has fewer, each with a few forms."""

STRETCH = 4000
"""Characters of HTML, which is about three screens of a phone: so far one reads before a way back is offered."""

JUMPS = ("frister", "barnets-rettigheter", "sjekkliste", shown.QUESTIONS)
"""Sections that one comes to a process for, by the permanent anchors which process articles share."""

BELONGING = (Kind.RECOMMENDATION, Kind.WORKING_METHOD, Kind.VALUE, Kind.LAW, Kind.EXPERIENCE, Kind.COURSE)

TEMPLATES = {Kind.PROCESS: "process.html", Kind.LAW: "law.html", Kind.TERM: "term.html"}


def show(request: Request) -> Response:
    """`/prosesser/ID` and the like. An article that lives elsewhere now, or had this name once, is gone to for good."""
    site, pages = templating.of(request)
    article = current_article(site, request.path_params["id"])
    if (elsewhere := moved(request, article)) is not None:
        return elsewhere
    page = _page(site, article, request)
    return pages.answer(
        request,
        site,
        View(
            TEMPLATES.get(article.kind, "article.html"),
            page,
            title=article.title,
            description=article.summary,
            kind=article.kind,
            article=article,
        ),
    )


def _page(site: Site, article: Article, request: Request) -> ArticlePage:
    rendered = site.rendered(article.id)
    reader = reader_of(request)
    empty = SearchForm(standard=reader.chosen)
    came_from, _notes = search_form.parse(request.query_params.multi_items(), site.facets)
    previous, following = site.neighbours(article.id)

    def tags(facet: Facet) -> tuple[Tag, ...]:
        return shown.tags(site, article, facet.id, empty)

    by_facet = {facet.id: tags(facet) for facet in site.facets}
    concepts = site.concepts_of(article.id)
    return ArticlePage(
        article=article,
        lead=rendered.html[: rendered.lead],
        stretches=_stretches(rendered),
        contents=_contents(rendered.sections),
        processes=by_facet.get(shown.PROCESS_FACET, ()),
        basis=by_facet.get(shown.BASIS_FACET, ()),
        tags=tuple(tag for name in ("verdi", "malgruppe", "fagfelt") for tag in by_facet.get(name, ())),
        is_overdue=article.is_overdue(site.today),
        permanent=publication(site, request).url(addresses.permanent(article.id)),
        previous=previous,
        next=following,
        related=site.related(article.id),
        incoming=shown.by_kind(site.incoming(article.id)),
        concepts=concepts,
        near_concepts=_near(
            site, article, {near for one in concepts for near in (*one.related, *one.broader)}, reader.standard
        ),
        came_from=came_from,
        marks=_marks(site, article, came_from),
        editing=editing_part(site, article, rendered) if request.app.state.pages.development else None,
        replaced_by=tuple(found for name in article.replaced_by if (found := site.article(name))),
        citation=citation_part(site, rendered, request),
        linked_data=_linked_data(site, article, rendered, request),
        changes=changes_met(site, rendered),
        process=_process_part(site, article, rendered) if article.kind is Kind.PROCESS else None,
        law=law_part(site, article) if article.kind is Kind.LAW else None,
    )


def _linked_data(site: Site, article: Article, rendered: RenderedArticle, request: Request) -> str:
    ours = publication(site, request)
    around = linked_data.Surroundings(shown.steps(rendered.sections), site.concepts_of(article.id), site.law)
    trail = (
        (ours.name, addresses.HOME),
        (kinds.WORDS[article.kind].many, addresses.listing(article.kind)),
        (article.title, addresses.article(article.kind, article.id)),
    )
    return linked_data.as_script(
        linked_data.of_article(article, ours, site.today, around), linked_data.of_trail(trail, ours)
    )


def _stretches(rendered: RenderedArticle) -> tuple[str, ...]:
    """The text in stretches of some length, each ending before a heading."""
    stretches = []
    start = rendered.lead
    for end in rendered.breaks:
        if end - start >= STRETCH:
            stretches.append(rendered.html[start:end])
            start = end
    return (*stretches, rendered.html[start:])


def _contents(sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    """Headings of level two with those of level three under them; deeper ones are too many to scan."""
    entries: list[tuple[Section, list[Section]]] = []
    for section in sections:
        if not section.anchor or section.level > 3:
            continue
        if section.level <= 2 or not entries:
            entries.append((section, []))
        else:
            entries[-1][1].append(section)
    return tuple(Entry(section, tuple(children)) for section, children in entries)


def _near(site: Site, article: Article, concept_ids: set[str], standard: Variant) -> tuple[Article, ...]:
    ids = {concept.article for concept in site.concepts if concept.id in concept_ids and concept.article}
    found = [near for name in sorted(ids - {article.id}) if (near := site.article(name))]
    return tuple(sorted(found, key=lambda one: alphabetical(one.title, standard)))


def _marks(site: Site, article: Article, came_from: SearchForm) -> tuple[str, ...]:
    """The words to mark: those that made search find this article, in the forms that stand in it."""
    if not came_from.text:
        return ()
    results: SearchResults = site.search(came_from.request(site.settings.page_size))
    hit = next((hit for hit in results.hits if hit.article.id == article.id), None)
    if hit is None:
        return tuple(came_from.text.split()[:MOST_MARKS])
    matched = [reason.matched for reason in hit.reasons]
    in_snippet = [text for text, marked in hit.snippet if marked]
    return tuple(dict.fromkeys(word.lower() for word in (*matched, *in_snippet) if word))[:MOST_MARKS]


def _process_part(site: Site, article: Article, rendered: RenderedArticle) -> ProcessPart:
    anchors = {section.anchor: section for section in rendered.sections}
    belonging = [
        other
        for other in site.articles()
        if other.kind in BELONGING
        and (
            article.id in other.facets.get(shown.PROCESS_FACET, ())
            or other.id in article.laws
            or other.id in article.facets.get("verdi", ())
        )
    ]
    groups = {group.kind: group for group in shown.by_kind(belonging)}
    return ProcessPart(
        steps=shown.steps(rendered.sections),
        jumps=tuple(anchors[anchor] for anchor in JUMPS if anchor in anchors),
        belongs=tuple(_without_far_laws(groups[kind], article) for kind in BELONGING if kind in groups),
    )


def _without_far_laws(group: Group, process: Article) -> Group:
    """Provisions come in the order in which the process names them, when it names any."""
    if group.kind is not Kind.LAW or not process.laws:
        return group
    order = {name: place for place, name in enumerate(process.laws)}
    named = sorted((one for one in group.articles if one.id in order), key=lambda one: order[one.id])
    return Group(group.heading, tuple(named), group.kind) if named else group
