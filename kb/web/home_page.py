"""The way in: the search box, the six processes, and what lies around them."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from kb.articles import Article, Kind
from kb.assembly import Site
from kb.export import linked_data
from kb.web import search_form, shown, templating
from kb.web.pages import Asked, HomePage
from kb.web.publishing import publication
from kb.web.reader import reader_of
from kb.web.search_form import SearchForm
from kb.web.templating import View
from kb.web.wording import _

EXAMPLES = (_("kan barnet ha med seg noen i møtet?"), _("akuttplassering"), _("§ 1-6"), _("trygghetsperson"))
"""They show what may be typed: a question, another word than ours, a provision, a term."""

FEW = 6
"""As many as are seen at a glance beside each other; the list has the rest."""

EACH = 2
"""Questions shown of each process."""


def show(request: Request) -> Response:
    """`/`"""
    site, pages = templating.of(request)
    page = HomePage(
        form=SearchForm(standard=reader_of(request).chosen),
        examples=EXAMPLES,
        processes=shown.process_cards(site),
        asked=_asked(site),
        values=site.articles(Kind.VALUE),
        methods=_most_used(site, Kind.WORKING_METHOD),
        methods_total=len(site.articles(Kind.WORKING_METHOD)),
        laws=_most_used(site, Kind.LAW),
        laws_total=len(site.articles(Kind.LAW)),
        newest=_newest(site.articles()),
        articles_total=len(site.articles()),
        linked_data=linked_data.as_script(
            linked_data.of_website(publication(site, request), text_parameter=search_form.TEXT)
        ),
    )
    return pages.answer(
        request,
        site,
        View(
            "home.html",
            page,
            description=pages.translated(request, _("Kunnskap om barnevern, bygget på lov, råd fra barn og praksis.")),
            has_own_search=True,
        ),
    )


def _asked(site: Site) -> tuple[Asked, ...]:
    first = (
        Asked(process, shown.questions(site.rendered(process.id).sections)[:EACH])
        for process in site.articles(Kind.PROCESS)
    )
    return tuple(asked for asked in first if asked.questions)


def _most_used(site: Site, kind: Kind) -> tuple[Article, ...]:
    """Those that most articles refer to."""
    return tuple(sorted(site.articles(kind), key=lambda article: -len(site.incoming(article.id)))[:FEW])


def _newest(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Those reviewed last, two of a kind at most: a day on which all provisions were read again is not all that is new.

    Terms are left out; there are many, and nobody looks for a new one here.
    """
    dated = [one for one in articles if one.reviewed and one.kind is not Kind.TERM]
    chosen: list[Article] = []
    for article in sorted(dated, key=lambda one: one.reviewed or date.min, reverse=True):
        if sum(other.kind is article.kind for other in chosen) < 2:
            chosen.append(article)
    return tuple(chosen[:FEW])
