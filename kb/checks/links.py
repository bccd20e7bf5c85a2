"""Links within the content: does each lead somewhere, and to where the author meant?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from rapidfuzz import fuzz, process

from kb import addresses
from kb.articles import Article, Link
from kb.checks.subject import Subject
from kb.content.records import choose
from kb.problems import Problem, Severity
from kb.rendering.anchors import RESERVED
from kb.rendering.links import is_outside, parts_of, split_target

_PAGES = frozenset({addresses.HOME, addresses.SEARCH, *(addresses.listing(kind) for kind in addresses.FOLDERS)})

_OUR_MACHINE = re.compile(r"(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?")


SHORTEST_PART = 4
"""Letters that two names must share for one to be taken for a part of the other."""


def check_links(subject: Subject) -> Iterator[Problem]:
    """Links in running text, and their anchors."""
    for page in subject.rendered:
        for link in page.links:
            if not is_outside(link.target):
                yield from _check(subject, page.article, link)
            elif _is_ours(link.target, subject):
                yield from _check_whole_address(subject, page.article, link)


def check_articles_named(subject: Subject) -> Iterator[Problem]:
    """Articles that front matter names by id."""
    for article in subject.library.articles:
        for key in ("replaced_by", "replaces"):
            for name in getattr(article, key):
                if subject.library.resolve(name) is None:
                    message = f"«{key}» peker på «{name}», som ikke finnes."
                    line = article.lines.get(key, 1)
                    remedy = guess_id(subject, name, "Skriv id-en til en artikkel som finnes, eller ta den bort.")
                    yield subject.problem(article, line, "lenke", message, remedy, Severity.ERROR)


def guess(written: str, choices: frozenset[str]) -> str:
    """A remedy that offers the likeliest of some choices, or else all when they are few."""
    found = nearest(written, choices)
    if found:
        return f"Mente du «{found}»?"
    return choose(written, sorted(choices)) if choices else "Ta bort det som står etter #."


def nearest(written: str, choices: frozenset[str]) -> str | None:
    """The choice that is most like what was written, or of which that is a part: «frist» of «frister-i-saken»."""
    within = [
        one for one in choices if min(len(written), len(one)) >= SHORTEST_PART and (written in one or one in written)
    ]
    cutoff = 0 if within else 70
    found = process.extractOne(written, sorted(within or choices), scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(found[0]) if found else None


def guess_id(
    subject: Subject,
    name: str,
    otherwise: str = "Skriv id-en til en artikkel som finnes, eller hele adressen med https://.",
) -> str:
    """A remedy that offers the id which is most like one that no article has."""
    likely = subject.library.likeliest(name)
    return f"Mente du «{likely}»?" if likely is not None else otherwise


def _check(subject: Subject, article: Article, link: Link) -> Iterator[Problem]:
    if not link.target:
        yield subject.problem(
            article, link.line, "lenke", f"Lenken «{link.text}» er tom.", "Skriv id-en til en artikkel.", Severity.ERROR
        )
        return
    if link.target.startswith("/"):
        yield from _check_address(subject, article, link)
        return
    name, anchor = split_target(link.target)
    target = subject.library.resolve(name) if name else article
    if target is None:
        message = f"Lenken til «{link.target}» fører ikke til noen artikkel."
        yield subject.problem(article, link.line, "lenke", message, guess_id(subject, name), Severity.ERROR)
        return
    if name and name != target.id:
        message = f"Lenken bruker det gamle navnet «{name}»."
        yield subject.problem(article, link.line, "lenke", message, f"Skriv «{target.id}».")
    if anchor and target.id in subject.anchors and anchor not in subject.anchors[target.id]:
        if RESERVED.fullmatch(anchor):
            return
        message = f"«{target.id}» har ingen del med ankeret «{anchor}»."
        remedy = guess(anchor, subject.anchors[target.id])
        yield subject.problem(article, link.line, "anker", message, remedy, Severity.ERROR)


def _is_ours(target: str, subject: Subject) -> bool:
    host = parts_of(target).netloc
    return bool(host) and (host == subject.host or _OUR_MACHINE.fullmatch(host) is not None)


def _check_whole_address(subject: Subject, article: Article, link: Link) -> Iterator[Problem]:
    """The address in the browser while one writes leads nowhere for readers; that of the site may change."""
    parts = parts_of(link.target)
    found = subject.library.resolve(unquote(parts.path).rsplit("/", 1)[-1])
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    asked = f"?{parts.query}" if parts.query else ""
    written = f"{found.id}{anchor}" if found else f"{parts.path or '/'}{asked}{anchor}"
    message = f"Lenken «{link.target}» nevner hele adressen til vår egen side."
    severity = Severity.WARNING if parts.netloc == subject.host else Severity.ERROR
    yield subject.problem(article, link.line, "lenke", message, f"Skriv bare «{written}».", severity)


def _check_address(subject: Subject, article: Article, link: Link) -> Iterator[Problem]:
    """An address on the site may be a page of its own; an article is better named by its id."""
    path = parts_of(link.target).path
    if path in _PAGES or subject.library.resolve(path) is not None:
        return
    found = subject.library.resolve(path.rsplit("/", 1)[-1])
    if found is not None:
        message = f"Lenken «{link.target}» nevner adressen til artikkelen."
        yield subject.problem(article, link.line, "lenke", message, f"Skriv id-en «{found.id}», som aldri endres.")
        return
    message = f"Vi kjenner ikke adressen «{link.target}»."
    likely = subject.library.likeliest(path.rsplit("/", 1)[-1])
    remedy = f"Mente du «{likely}»?" if likely else "Skriv id-en til en artikkel i stedet."
    yield subject.problem(article, link.line, "lenke", message, remedy, Severity.ERROR)
