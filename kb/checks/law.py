"""References to provisions: is the right act named, with its year, and is it still in force?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.articles import Article, Kind, RenderedArticle, Status
from kb.checks.passages import Passage, passages
from kb.checks.subject import Subject
from kb.content.law_file import NAME
from kb.content.records import likeliest
from kb.law.provisions import Act, Certainty, LawRegister, State
from kb.law.references import Reference, find_references
from kb.messages import norwegian_date
from kb.problems import Problem, Severity

RULE = "lov"

_MARKUP = re.compile(r"[*_`]+")
_NAMED = re.compile(r"(?<![\w@#/-])(?P<name>[^\W\d_]\w*(?:loven|lova))s?(?![\w-])")
_WITH_YEAR = re.compile(r"[*_»\]]*(?:\([^)\s]*\))?[*_»\]]*\s(?:\(|(?:av|fra|frå)\s)(?:1[89]|20)\d\d")
_LINK_TARGET = re.compile(r"\]\([^)\s]*\)")
_NO_ACTS = frozenset({"forlova", "trulova", "utlova", "tyngdeloven", "tyngdelova", "naturloven", "naturlova"})
"""Words that end as the names of acts do, and are none."""


def check_references(subject: Subject) -> Iterator[Problem]:
    """Every reference, and every act without its year, in summaries and running text.

    A folder without a register of acts is not checked.
    """
    register = subject.library.law
    if not register.acts:
        return
    for page in subject.rendered:
        for passage in passages(page.article):
            references = find_references(passage.text, register)
            for reference in references:
                yield from _about(subject, page, passage, reference)
            yield from _without_year(subject, page, passage, references)


def _without_year(
    subject: Subject, page: RenderedArticle, passage: Passage, references: tuple[Reference, ...]
) -> Iterator[Problem]:
    """Acts that the register does not have are named with their year too: an act may be followed by one of its name."""
    register = subject.library.law
    apart = [one.span() for one in _LINK_TARGET.finditer(passage.text)]
    # An act beside a number is told of with the number.
    apart.extend((one.start, one.end) for one in references if one.act and register.acts[one.act].needs_year)
    for named in _NAMED.finditer(passage.text):
        name = named["name"]
        acts = [register.acts[act_id] for act_id in register.acts_named(name)]
        if (
            name.lower() in _NO_ACTS
            or any(register.holds_any(act.id) for act in acts)
            or _WITH_YEAR.match(passage.text, named.end())
            or any(start <= named.start() < end for start, end in apart)
        ):
            continue
        message = f"«{named[0]}» står uten årstall."
        year = acts[0].year if acts and acts[0].year else "…"
        remedy = f"Skriv året loven er fra, i parentes etter navnet: {name} ({year})."
        yield subject.problem(page.article, passage.line_at(named.start()), RULE, message, remedy)


def check_fields(subject: Subject) -> Iterator[Problem]:
    """The provisions that articles list, and what provisions' own articles say replaced them."""
    register = subject.library.law
    if not register.provisions:
        return
    for article in subject.library.articles:
        for name in article.laws:
            if name not in register.provisions and name not in register.acts:
                likely = likeliest(name, (*register.provisions, *register.acts))
                remedy = f"Mente du «{likely}»?" if likely else "Før den opp i _law.yml, eller ta den bort."
                message = f"«laws» har «{name}», som ikke står i _law.yml."
                line = article.lines.get("laws", 1)
                yield subject.problem(article, line, RULE, message, remedy, Severity.ERROR)
        if article.kind is Kind.LAW and article.id in register.provisions:
            yield from _agreement(subject, article, register)


def check_register(subject: Subject) -> Iterator[Problem]:
    """What the register itself points at: sections of articles, and sources."""
    file, vocabulary = f"{subject.library.folder}/{NAME}", subject.library.vocabulary
    for provision in subject.library.law.provisions.values():
        anchors = subject.anchors.get(provision.article)
        if provision.anchor and anchors is not None and provision.anchor not in anchors:
            message = f"«{provision.id}» peker på {provision.place}, men den delen finnes ikke."
            line = vocabulary.line(NAME, provision.id)
            yield Problem(file, line, "anker", message, "Rett anchor, eller gi overskriften det ankeret.")
    for step in subject.library.law.successions:
        if step.certainty is Certainty.SOURCE and not step.sources:
            message = f"Det som avløste «{step.former}», bygger på en kilde, som ikke er nevnt."
            line = vocabulary.line(NAME, f"from {step.former}")
            yield Problem(file, line, "kilde", message, "Skriv den under sources.", Severity.WARNING)
        for source in step.sources:
            if source not in vocabulary.sources:
                message = f"Det som avløste «{step.former}», viser til kilden «{source}», som ikke finnes."
                line = vocabulary.line(NAME, f"from {step.former}")
                yield Problem(file, line, "kilde", message, "Før den opp i _sources.yml.", Severity.WARNING)


def _about(subject: Subject, page: RenderedArticle, passage: Passage, reference: Reference) -> Iterator[Problem]:
    register = subject.library.law
    article = page.article
    line = passage.line_at(reference.start)
    written = _MARKUP.sub("", " ".join(passage.text[reference.start : reference.end].split()))
    if reference.unknown_act:
        return
    if reference.act is None:
        if passage.text.startswith("#") and article.id in {one.article for one in register.provisions.values()}:
            return  # «## § 9 Tillitspersonens rolle» in the article that tells of the whole regulation
        message = f"«{written}» står uten lov."
        remedy = "Skriv loven med årstall foran, som barnevernsloven (2021) § 1-4."
        yield subject.problem(article, line, RULE, message, remedy)
        return
    act = register.acts[reference.act]
    is_known = bool(reference.provisions) or all(one.act != act.id for one in register.provisions.values())
    if act.needs_year and not reference.has_year and is_known:
        wrong_year = re.search(r"\(\d{4}\)", written) is not None
        message = f"«{written}» har et årstall som loven ikke har." if wrong_year else f"«{written}» står uten årstall."
        yield subject.problem(article, line, RULE, message, f"Skriv {_in_full(subject, act, reference)}.")
        return
    if not reference.provisions:
        if not is_known:
            message = f"Vi kjenner ingen {act.sign} {reference.number} i {act.cited}."
            yield subject.problem(article, line, RULE, message, "Rett tallet, eller før den opp i _law.yml.")
        return
    yield from _repealed(subject, page, line, reference.provisions[0])


def _in_full(subject: Subject, act: Act, reference: Reference) -> str:
    """A provision as it should be cited: in the act that has the number, with what it has become."""
    if not reference.provisions:
        return f"{act.cited} {act.sign} {reference.number}"
    register, meant = subject.library.law, reference.provisions[0]
    cited = register.cite(meant)
    if register.state(meant, subject.today) is not State.REPEALED:
        return cited
    now = [name for step in register.successors(meant) for name in step.successors if name in register.provisions]
    return f"{cited}, nå {' og '.join(map(register.cite, now))}" if now else cited


def _repealed(subject: Subject, page: RenderedArticle, line: int, provision_id: str) -> Iterator[Problem]:
    """An article that applies today must say what replaced a provision that does not."""
    register = subject.library.law
    article = page.article
    # An article that was valid until a day speaks of the law as it was then.
    when = min(article.valid_to, subject.today) if article.valid_to else subject.today
    if (
        article.status in (Status.HISTORICAL, Status.REPEALED)
        or register.state(provision_id, when) is not State.REPEALED
    ):
        return
    now = [name for step in register.successors(provision_id) for name in step.successors]
    if not now or set(now) & {*page.mentions, *article.laws, article.id, *article.replaced_by}:
        return
    repealed = register.provisions[provision_id].repealed
    since = f" {norwegian_date(repealed)}" if repealed else ""
    message = f"{register.cite(provision_id)} ble opphevet{since}."
    cited = " og ".join(register.cite(name) for name in now if name in register.provisions)
    yield subject.problem(article, line, RULE, message, f"Nevn også {cited}, som avløste den.")


def _agreement(subject: Subject, article: Article, register: LawRegister) -> Iterator[Problem]:
    """The front matter of a provision's article must say the same as the register."""
    after = {name for step in register.successors(article.id) for name in step.successors}
    before = {step.former for step in register.predecessors(article.id)}
    for key, written, known in (("replaced_by", article.replaced_by, after), ("replaces", article.replaces, before)):
        told = {name for name in known if subject.library.article(name) is not None}
        if written and set(written) != told:
            line = article.lines.get(key, 1)
            message = f"«{key}» sier {_listed(set(written))}, men _law.yml sier {_listed(told)}."
            yield subject.problem(article, line, RULE, message, "Rett den som tar feil.")


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "ingen"
