"""What editors should look after, seen over the whole base: reviews, sources, drafts, what nobody links to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from kb.articles import Article, Status
from kb.assembly.site import Site
from kb.law.provisions import State
from kb.problems import Problem, Severity

SOON = timedelta(days=60)
"""So long before a review is due, it is told of."""

LINKS = frozenset({"lenke", "anker", "varig-adresse"})
"""The rules about what leads nowhere."""

TOLD_OTHERWISE = frozenset({"gjennomgang"})
"""The rules whose articles the overview lists with more than the problem says."""


@dataclass(frozen=True, slots=True)
class FileToMend:
    """A file with what is wrong in it. `article` is None for a data file, and for a file that is no article yet."""

    file: str
    article: Article | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Untold:
    """A provision that articles speak of and none tells of, as it is cited."""

    cited: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that should be looked after but what search misses, which takes longer to know.

    `mend` has the files with errors first. `held_back` are articles that readers of the preview see as they were.
    """

    mend: tuple[FileToMend, ...]
    links: tuple[FileToMend, ...]
    held_back: tuple[Article, ...]
    overdue: tuple[Article, ...]
    due_soon: tuple[Article, ...]
    without_sources: tuple[Article, ...]
    drafts: tuple[Article, ...]
    orphans: tuple[Article, ...]
    untold: tuple[Untold, ...]
    untold_repealed: tuple[Untold, ...]


@lru_cache(maxsize=1)
def overview(site: Site) -> Overview:
    """What there is to look after in a site."""
    articles = site.articles()
    kept_up = [one for one in articles if one.status in (Status.CURRENT, Status.DRAFT) and one.review_due]
    by_date = sorted(kept_up, key=lambda one: (one.review_due, one.title))
    return Overview(
        mend=_by_file(site, [one for one in site.problems if one.rule not in LINKS | TOLD_OTHERWISE]),
        links=_by_file(site, [one for one in site.problems if one.rule in LINKS]),
        held_back=tuple(one for one in articles if one.id in site.held_back),
        overdue=tuple(one for one in by_date if one.is_overdue(site.today)),
        due_soon=tuple(one for one in by_date if one.is_overdue(site.today + SOON) and not one.is_overdue(site.today)),
        without_sources=tuple(one for one in articles if not one.sources),
        drafts=tuple(one for one in articles if one.status is Status.DRAFT),
        orphans=tuple(one for one in articles if not site.incoming(one.id)),
        untold=_untold(site, repealed=False),
        untold_repealed=_untold(site, repealed=True),
    )


def _by_file(site: Site, problems: list[Problem]) -> tuple[FileToMend, ...]:
    by_file = {site.settings.content / article.path: article for article in site.articles()}
    files = [
        FileToMend(file, by_file.get(Path(file)), tuple(found))
        for file, found in groupby(sorted(problems), key=lambda problem: problem.file)
    ]
    return tuple(sorted(files, key=lambda one: all(two.severity is not Severity.ERROR for two in one.problems)))


def _untold(site: Site, *, repealed: bool) -> tuple[Untold, ...]:
    register = site.law
    speaking: dict[str, list[Article]] = {}
    for article in site.articles():
        for name in dict.fromkeys((*site.rendered(article.id).mentions, *article.laws)):
            provision = register.provisions.get(name)
            if provision is not None and not provision.article:
                speaking.setdefault(name, []).append(article)
    found = [
        Untold(register.cite(name), tuple(articles))
        for name, articles in speaking.items()
        if (register.state(name, site.today) is State.REPEALED) is repealed
    ]
    # What most articles speak of is what readers most often look for in vain.
    return tuple(sorted(found, key=lambda one: (-len(one.articles), one.cited)))
