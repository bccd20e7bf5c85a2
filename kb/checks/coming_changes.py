"""Changes of the law that lie ahead: is an article looked over again by the day on which what it says may be wrong?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.articles import RenderedArticle, Status
from kb.checks.subject import Subject
from kb.law.provisions import LawRegister
from kb.messages import norwegian_date
from kb.problems import Problem


def check_reviews_before_changes(subject: Subject) -> Iterator[Problem]:
    """Every article that is about a provision that changes on a known day, builds on it or names it."""
    register = subject.library.law
    for page in subject.rendered:
        article = page.article
        due = article.review_due
        if due is None or article.status not in (Status.CURRENT, Status.DRAFT):
            continue
        missed = [
            (day, name) for day, name in _days(page, register) if day < due and day > (article.reviewed or date.min)
        ]
        if missed:
            day, name = min(missed)
            message = f"{register.cite(name)} endres {norwegian_date(day)}, men «review_due» er {due}."
            remedy = f"Sett review_due til {day} eller før."
            yield subject.problem(article, article.lines.get("review_due", 1), "dato", message, remedy)


def _days(page: RenderedArticle, register: LawRegister) -> Iterator[tuple[date, str]]:
    met = {page.article.id, *page.article.laws, *page.mentions}
    for change in register.changes_of(met):
        if change.since is not None:
            yield from ((change.since, name) for name in change.provisions)
    for name in met & register.provisions.keys():
        begins = register.provisions[name].in_force
        if begins is not None and begins.year != date.max.year:
            yield begins, name
