"""All articles of a content folder, looked up by id, alias, kind and facet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from kb.alphabet import alphabetical
from kb.articles import Article, Kind, Variant
from kb.content.files import find_sources, overlooked, read, salvage
from kb.content.law_file import with_articles
from kb.content.records import likeliest
from kb.content.schema import to_article
from kb.content.vocabulary import Vocabulary, load_vocabulary
from kb.law.number_forms import number_key
from kb.law.provisions import LawRegister
from kb.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Library:
    """What authors have written, in the order in which readers meet it. `problems` are those of reading it.

    `held_back` are the ids of articles that are as they were before, since their files have errors now.
    """

    articles: tuple[Article, ...]
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]
    folder: str
    _by_id: Mapping[str, Article]
    _by_alias: Mapping[str, Article]
    held_back: frozenset[str] = frozenset()

    @property
    def law(self) -> LawRegister:
        """The acts and provisions that articles speak of, each with the article that tells of it."""
        return self.vocabulary.law

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the content from being published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def whole(self) -> Mapping[str, Article]:
        """The articles that are as some editor left them in order, by path."""
        broken = {Path(problem.file) for problem in self.errors}
        return {
            article.path: article
            for article in self.articles
            if article.id in self.held_back or Path(self.folder, article.path) not in broken
        }

    def article(self, article_id: str) -> Article | None:
        """The article with this id, or None."""
        return self._by_id.get(article_id)

    def resolve(self, name: str) -> Article | None:
        """The article with this id or former id or former address, or None."""
        return self._by_id.get(name) or self._by_alias.get(name.strip("/"))

    def of_kind(self, kind: Kind) -> tuple[Article, ...]:
        """The articles of a kind, in order."""
        return tuple(article for article in self.articles if article.kind is kind)

    def with_value(self, facet_id: str, value_id: str) -> tuple[Article, ...]:
        """The articles that carry a facet value, in order."""
        return tuple(article for article in self.articles if value_id in article.facets.get(facet_id, ()))

    def leads_as(self, other: Library) -> bool:
        """Whether links and references to provisions lead to the same places in both."""
        return self.law == other.law and self._places() == other._places()

    def _places(self) -> dict[str, tuple[str, Kind, Variant]]:
        known = {**self._by_alias, **self._by_id}
        return {name: (article.id, article.kind, article.lang) for name, article in known.items()}

    def likeliest(self, name: str) -> str | None:
        """The id that is most like a name that no article has, when one is like enough."""
        return likeliest(name, (*self._by_id, *self._by_alias))


def load(folder: Path, former: Library | None = None) -> Library:
    """Reads a content folder. Mistakes of authors are values in `problems`; raises only when there is no folder.

    What cannot be used is taken from `former`, so that an editor sees the rest of the site whole.
    """
    vocabulary = load_vocabulary(folder)
    if former is not None and any(problem.severity is Severity.ERROR for problem in vocabulary.problems):
        vocabulary = replace(former.vocabulary, problems=vocabulary.problems)
    before = former.whole if former is not None else {}
    articles: list[Article] = []
    problems: list[Problem] = list(vocabulary.problems)
    for path in find_sources(folder):
        article, mistakes = _read_article(path, folder, vocabulary)
        if any(mistake.severity is Severity.ERROR for mistake in mistakes):
            article = before.get(path.relative_to(folder).as_posix(), article)
        if article is not None:
            articles.append(article)
        problems.extend(mistakes)
    problems.extend(_not_read(path) for path in overlooked(folder))
    return gather(articles, vocabulary, problems, folder, before)


def _read_article(path: Path, folder: Path, vocabulary: Vocabulary) -> tuple[Article | None, tuple[Problem, ...]]:
    source = read(path, folder)
    if not isinstance(source, Problem):
        return to_article(source, folder, vocabulary)
    rest = salvage(path, folder)
    return (to_article(rest, folder, vocabulary)[0] if rest else None), (source,)


def gather(
    articles: Iterable[Article],
    vocabulary: Vocabulary,
    problems: Iterable[Problem] = (),
    folder: Path = Path(),
    before: Mapping[str, Article] = MappingProxyType({}),
) -> Library:
    """A library of articles that are already read. Of two with the same id one is kept, and the other told of.

    A copy of a file, with the id that it was copied with, is the one to mend; so the file named as the id is kept.
    `before` are former versions by path: one of them stands in for an article that lost its id to another.
    """
    found = list(problems)
    by_id: dict[str, Article] = {}
    lost: list[Article] = []
    for article in sorted(articles, key=lambda one: Path(one.path).stem != one.id):
        first = by_id.setdefault(article.id, article)
        if first is not article:
            found.append(_duplicate(article, first, folder))
            lost.append(article)
    for article in lost:
        if article.path in before:
            by_id.setdefault(before[article.path].id, before[article.path])
    by_alias: dict[str, Article] = {}
    for article in by_id.values():
        for alias in (alias.strip("/") for alias in article.aliases):
            other = by_id.get(alias) or by_alias.get(alias)
            if other is not None:
                found.append(_taken(article, alias, other, folder))
            by_alias.setdefault(alias, article)
    law = with_articles(vocabulary.law, frozenset(by_id))
    ordered = tuple(sorted(by_id.values(), key=lambda one: _order(one, vocabulary, law)))
    complete = replace(vocabulary, law=law)
    broken = {Path(problem.file) for problem in found if problem.severity is Severity.ERROR}
    held_back = frozenset(
        article.id for article in ordered if before.get(article.path) is article and folder / article.path in broken
    )
    return Library(ordered, complete, tuple(sorted(found)), str(folder), by_id, by_alias, held_back)


_KINDS = list(Kind)


def _order(article: Article, vocabulary: Vocabulary, law: LawRegister) -> tuple[object, ...]:
    """By kind; then as a facet lists them (the six processes), or as the act does, or by title."""
    listed = [value.id for facet in vocabulary.facets for value in facet.values]
    place = listed.index(article.id) if article.id in listed else len(listed)
    provision = law.provisions.get(article.id)
    if provision is not None and provision.act in law.acts:
        act = list(law.acts).index(provision.act)
        number: tuple[object, ...] = (act, number_key(provision.number))
    else:
        number = (len(law.acts), ())
    return (_KINDS.index(article.kind), place, number, alphabetical(article.title), article.id)


def _not_read(path: Path) -> Problem:
    return Problem(
        str(path),
        1,
        "fil",
        f"Filen blir ikke lest, for navnet slutter på {path.suffix}.",
        "Lagre den som ren tekst med et navn som slutter på .md, eller flytt den ut av mappen.",
        Severity.WARNING,
    )


def _duplicate(article: Article, first: Article, folder: Path) -> Problem:
    return Problem(
        str(folder / article.path),
        article.lines.get("id", 1),
        "id",
        f"Id-en «{article.id}» er allerede brukt i {folder / first.path}.",
        "Gi en av dem en ny id.",
    )


def _taken(article: Article, alias: str, other: Article, folder: Path) -> Problem:
    return Problem(
        str(folder / article.path),
        article.lines.get("aliases", 1),
        "id",
        f"Aliaset «{alias}» er allerede brukt av {folder / other.path}.",
        "Ta det bort fra en av dem.",
    )
