"""`/redaksjon`, in development only: what editors should mend, and where."""

from __future__ import annotations

from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from kb.articles import Kind, Status
from kb.web import templating
from kb.web.pages import EditorialPage
from kb.web.templating import View
from kb.web.wording import _

ADDRESS = "/redaksjon"


def show(request: Request) -> Response:
    """Problems file by file, then overdue reviews, articles without sources, and drafts."""
    site, pages = templating.of(request)
    articles = site.articles()
    by_path = {article.path: article for article in articles}
    by_file = groupby(sorted(site.problems), key=lambda problem: problem.file)
    page = EditorialPage(
        problems=tuple(
            (file, next((one for path, one in by_path.items() if file.endswith(path)), None), tuple(found))
            for file, found in by_file
        ),
        overdue=tuple(article for article in articles if article.is_overdue(site.today)),
        without_sources=tuple(
            article for article in articles if not article.sources and article.kind is not Kind.ARTICLE
        ),
        drafts=tuple(article for article in articles if article.status is Status.DRAFT),
        total=len(articles),
    )
    return pages.answer(
        request,
        site,
        View("editorial.html", page, title=pages.translated(request, _("Redaksjon")), may_be_indexed=False),
    )
