"""What the page of a provision tells before its text: whether it applies, from when to when, and what replaced what."""

from __future__ import annotations

from collections.abc import Sequence

from kb import addresses
from kb.articles import Article, RenderedArticle
from kb.assembly import Site
from kb.export.law_citation import law_as_text, law_in_text
from kb.law.number_forms import number_key
from kb.law.pending import pending, pending_here
from kb.law.provisions import Certainty, LawRegister, Provision, Succession
from kb.law.telling import listed
from kb.messages import Link, Message, Quoted, Value
from kb.web.pages import LawPart, Replacement
from kb.web.wording import _

CERTAINTY = {
    Certainty.SOURCE: _("det står i en kilde"),
    Certainty.READING: _("det er vår egen lesning av lovtekstene"),
    Certainty.GENERAL: _("det er allment kjent, men ikke kontrollert av oss"),
}


def law_part(site: Site, article: Article) -> LawPart | None:
    """The part for a provision or for a whole act; None for an article that the register of laws does not know."""
    law = site.law
    provision = law.provisions.get(article.id)
    act = law.act_of(article.id) if provision else law.acts.get(article.id)
    if act is None:
        return None
    state = law.state(article.id, site.today) if provision else law.act_state(act.id, site.today)
    return LawPart(
        act=act,
        provision=provision,
        cited=law.cite(article.id) if provision else act.cited,
        state=state,
        in_force=article.valid_from or (provision.in_force if provision else act.in_force),
        repealed=article.valid_to or (provision.repealed if provision else act.repealed),
        official=law.address(article.id) if provision else act.url,
        reference=law_as_text(act),
        reference_in_text=law_in_text(act, provision),
        replaced_by=_replacements(site, [(step, step.successors) for step in law.successors(article.id)]),
        replaces=_replacements(site, [(step, (step.former,)) for step in law.predecessors(article.id)]),
        changes=pending_here(article.id, law, site.today),
    )


def changes_met(site: Site, rendered: RenderedArticle) -> tuple[Value, ...]:
    """Which of the provisions that an article rests on may have changed, with links; not the one it is about."""
    article = rendered.article
    met = dict.fromkeys([*rendered.mentions, *article.laws])

    def links(provision_ids: Sequence[str], law: LawRegister) -> Value:
        ordered = sorted(provision_ids, key=lambda name: number_key(law.provisions[name].number))
        return listed([_link(site, law.provisions[name], alone=name == ordered[0]) for name in ordered])

    return pending([name for name in met if name != article.id], site.law, site.today, links)


def _link(site: Site, provision: Provision, *, alone: bool) -> Value:
    """The first is named with its act, the others by number."""
    act = site.law.acts[provision.act]
    words = site.law.cite(provision.id) if alone else f"{act.sign} {provision.number}"
    told_in = site.article(provision.article)
    if told_in is None:
        return Quoted(words)
    return Link(Message(words), addresses.article(told_in.kind, told_in.id, provision.anchor))


def _replacements(site: Site, steps: list[tuple[Succession, tuple[str, ...]]]) -> tuple[Replacement, ...]:
    return tuple(
        _replacement(site, site.law, site.law.provisions[provision_id], step)
        for step, provision_ids in steps
        for provision_id in provision_ids
        if provision_id in site.law.provisions
    )


def _replacement(site: Site, law: LawRegister, provision: Provision, step: Succession) -> Replacement:
    return Replacement(
        provision=provision,
        cited=law.cite(provision.id),
        article=site.article(provision.article or provision.id),
        certainty=CERTAINTY[step.certainty],
        basis=step.basis,
        official=law.address(provision.id),
    )
