"""Addresses that have been published: each must lead somewhere for ever."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.links import nearest
from kb.checks.subject import Subject
from kb.content.ledger import NAME, published
from kb.problems import Problem, Severity

RULE = "varig-adresse"


def check_published(subject: Subject) -> Iterator[Problem]:
    """Holds the content against the ledger. A folder without a ledger has promised nothing yet."""
    file = f"{subject.library.folder}/{NAME}"
    for address, line in subject.ledger:
        name, _, anchor = address.partition("#")
        article = subject.library.resolve(name)
        if article is None:
            if not anchor:
                message = f"Artikkelen «{name}» er publisert, men finnes ikke lenger."
                remedy = f"Skriv «{name}» under aliases i artikkelen som har tatt over."
                yield Problem(file, line, RULE, message, remedy)
            continue
        known = subject.anchors.get(article.id, frozenset())
        if anchor and anchor not in known:
            message = f"Delen «{anchor}» av «{name}» er publisert, men ankeret finnes ikke lenger."
            remedy = (
                f'Skriv {{#{nearest(anchor, known) or "ny"} former="{anchor}"}} ved overskriften som har tatt over.'
            )
            yield subject.problem(article, 1, RULE, message, remedy, Severity.ERROR)
    if subject.ledger:
        kept = {address for address, _ in subject.ledger}
        new = [address for address in published(subject.rendered) if address not in kept]
        if new:
            shown = ", ".join(new[:3]) + (" …" if len(new) > 3 else "")
            count = "1 ny adresse" if len(new) == 1 else f"{len(new)} nye adresser"
            message = f"{count} er ikke ført inn: {shown}."
            yield Problem(file, 1, RULE, message, "Kjør kb check --record.", Severity.WARNING)
