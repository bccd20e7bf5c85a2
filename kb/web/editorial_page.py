"""`/redaksjon`, in development only: what editors should look after."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from kb import assembly
from kb.assembly import FileToMend, MissedQuery, MissedWords, Site, Trial
from kb.problems import Severity
from kb.web import templating
from kb.web.editing_pages import EditorialPage, SearchTrial, Tried
from kb.web.search_form import SearchForm
from kb.web.templating import View
from kb.web.wording import _

ADDRESS = "/redaksjon"

PATIENCE = 0.5
"""Seconds that the page waits for search to be tried; after that it says what is known, and that more will come."""


class EditorsDesk:
    """Answers with the overview. It remembers what search missed, which takes longer to know than a page may take."""

    def __init__(self) -> None:
        self._trial = Trial()

    def show(self, request: Request) -> Response:
        """The page."""
        site, pages = templating.of(request)
        overview = assembly.overview(site)
        page = EditorialPage(
            overview=overview,
            errors=_count(overview.mend, Severity.ERROR),
            warnings=_count(overview.mend, Severity.WARNING),
            dead_links=sum(len(file.problems) for file in overview.links),
            trial=self._search_trial(site),
            total=len(site.articles()),
        )
        title = pages.translated(request, _("Redaksjon"))
        return pages.answer(request, site, View("editorial.html", page, title=title, may_be_indexed=False))

    def _search_trial(self, site: Site) -> SearchTrial | None:
        missed, is_now = self._trial.missed(site, PATIENCE)
        if missed is None:
            return None
        return SearchTrial(
            judged=missed.judged,
            unreadable=missed.unreadable,
            is_now=is_now,
            far_down=_tried(missed.far_down),
            not_first=_tried(missed.not_first),
            titles=_tried(missed.titles),
            questions=_tried(missed.questions),
        )


def _count(files: Iterable[FileToMend], severity: Severity) -> int:
    return sum(problem.severity is severity for file in files for problem in file.problems)


def _tried(them: Iterable[MissedQuery | MissedWords]) -> tuple[Tried, ...]:
    return tuple(Tried(one, SearchForm(text=one.words).address) for one in them)
