"""Search: what was asked becomes an answer, or a way onward."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from kb.articles import Article, Variant
from kb.assembly import Site
from kb.search.results import Hit, Note, SearchResults
from kb.web import search_form, shown, templating
from kb.web.pages import Choice, SearchPage
from kb.web.reader import reader_of
from kb.web.search_form import SearchForm
from kb.web.templating import View
from kb.web.wording import _, translations

MOST_IN_TITLE = 80
"""Characters of what was asked; a tab shows fewer."""


def show(request: Request) -> Response:
    """`/sok`"""
    site, pages = templating.of(request)
    form, notes = search_form.parse(request.query_params.multi_items(), site.facets)
    results = answer(site, form, notes, site.settings.page_size, reader_of(request).standard)
    # A page beyond the last is answered with the last; its links must go on from there.
    form = form.at_page(results.page)
    page = SearchPage(
        form=form,
        results=results,
        choices=_choices(site, form),
        pages=numbers_around(results.page, results.pages),
        processes=shown.process_cards(site),
        noted=tuple(_articles(site, note, results) for note in results.notes),
        uncertain=frozenset(hit.article.id for hit in results.hits if _may_have_changed(site, hit)),
    )
    title = _title(request, form, results)
    return pages.answer(
        request,
        site,
        View(
            "search.html",
            page,
            title=title,
            description=pages.translated(
                request, _("Søk i lov, råd fra barn, arbeidsmåter og begreper. Avgrens på prosess, type og verdi.")
            ),
            has_own_search=True,
            # Search pages of search pages are of no use to a search engine.
            may_be_indexed=form.is_empty,
        ),
    )


def _title(request: Request, form: SearchForm, results: SearchResults) -> str:
    """What a screen reader says first, and a tab shows: how many hits, and on what."""
    words = translations(reader_of(request).standard)
    if form.is_empty:
        return words.gettext("Søk")
    if not form.text:
        return words.ngettext("%(num)s artikkel", "%(num)s artikler", results.total) % {"num": results.total}
    counted = words.ngettext("%(num)s treff på «%(text)s»", "%(num)s treff på «%(text)s»", results.total)
    text = (results.corrected and results.did_you_mean) or form.text
    return counted % {"num": results.total, "text": text[:MOST_IN_TITLE]}


def answer(site: Site, form: SearchForm, notes: tuple[Note, ...], size: int, standard: Variant) -> SearchResults:
    """The answer to a form, with a note for each part of the address that could not be used."""
    results = site.search(replace(form.request(size), standard=standard))
    return replace(results, notes=(*notes, *results.notes))


def _choices(site: Site, form: SearchForm) -> tuple[Choice, ...]:
    return tuple(
        Choice(facet, value.label, form.toggled(facet.id, value.id).address)
        for facet in site.facets
        for value in facet.values
        if form.has(facet.id, value.id)
    )


def _may_have_changed(site: Site, hit: Hit) -> bool:
    return any(not change.lies_ahead(site.today) for change in hit.changes)


def _articles(site: Site, note: Note, results: SearchResults) -> tuple[Article, ...]:
    """What a note leads to, but for what stands among the hits right below it."""
    found = {hit.article.id for hit in results.hits}
    ids = dict.fromkeys(article_id.partition("#")[0] for article_id in note.articles)
    return tuple(article for article_id in ids if article_id not in found and (article := site.article(article_id)))


def numbers_around(page: int, last: int) -> tuple[int | None, ...]:
    """The pages to choose among: first, last, and those around this one; None where some are left out."""
    wanted = sorted({1, last, page - 1, page, page + 1} & set(range(1, last + 1)))
    if len(wanted) < 2:
        return ()
    numbers: list[int | None] = []
    for before, number in zip([0, *wanted], wanted, strict=False):
        if number - before == 2:
            numbers.append(number - 1)
        elif number - before > 2:
            numbers.append(None)
        numbers.append(number)
    return tuple(numbers)
