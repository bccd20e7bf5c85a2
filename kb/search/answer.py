"""The walk from a request to an answer: read the query, ask the index, show what was found and why.

    results = answer(SearchRequest("hvor lang tid har vi på en undersøkelse"), catalogue)

It never raises for anything that a reader may type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kb.articles import Facet, Section
from kb.language.terms import Alternative, MatchedBy, Word
from kb.messages import counted, message
from kb.search.catalogue import Catalogue
from kb.search.engine import Clause, Match, Matches, Occurrence, Sought
from kb.search.expansion import Expanded, expand, without_phrases
from kb.search.fields import Zone
from kb.search.query import Query, parse, readable
from kb.search.ranking import MOST_OF_IT
from kb.search.request import SearchRequest
from kb.search.results import FacetCount, FacetCounts, Hit, Note, Reason, SearchResults
from kb.search.snippets import snippet
from kb.typography import capital

MOST_REASONS = 6
"""More reasons than words of an ordinary question explain nothing."""


def answer(request: SearchRequest, catalogue: Catalogue) -> SearchResults:
    """Everything that the reader is told. `took_ms` is left for the caller, who has a clock."""
    looked = _look_up(request, catalogue)
    matches, expanded, notes = looked.matches, looked.expanded, list(looked.notes)
    if matches.total and request.page > matches.pages:
        few = counted(
            "Det er bare %(num)s side med treff. Dette er den.",
            "Det er bare %(num)s sider med treff. Dette er den siste.",
            matches.pages,
        )
        notes.append(Note("page", (few,)))
    if matches.total and matches.most_held < MOST_OF_IT and not any(note.kind == "lov" for note in notes):
        weak = message("Ingen artikkel har det meste av det du skrev. Dette er de nærmeste treffene.")
        notes.append(Note("weak", (weak,)))
    mended = _mend(looked.query, expanded)
    corrected = bool(mended) and not expanded.typed_finds and matches.total > 0
    if mended and corrected:
        told = message(
            "Ingen treff på «%(typed)s». Dette er treff på «%(mended)s».", typed=looked.query.text, mended=mended
        )
        notes.insert(0, Note("corrected", (told,)))
    return SearchResults(
        query=readable(request.text),
        total=matches.total,
        page=matches.page,
        pages=matches.pages,
        hits=tuple(_hit(match, looked.sought, catalogue) for match in matches.hits),
        facets=_counts(matches, looked.asked, catalogue.facets),
        did_you_mean=mended,
        corrected=corrected,
        notes=tuple(notes),
        nearest=_nearest(looked.query, catalogue) if matches.total == 0 else (),
        farther=matches.farther,
    )


def ranking(text: str, catalogue: Catalogue, depth: int = 100) -> tuple[str, ...]:
    """Only the ids of what `answer` finds, best first: what is needed to measure how well search finds."""
    looked = _look_up(SearchRequest(text, size=depth), catalogue)
    return tuple(match.article for match in looked.matches.hits)


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """What was understood, asked and found."""

    query: Query
    expanded: Expanded
    asked: SearchRequest
    sought: Sought
    matches: Matches
    notes: tuple[Note, ...]


def _look_up(request: SearchRequest, catalogue: Catalogue) -> _LookedUp:
    query = parse(request.text, catalogue.analyser.words, catalogue.facets)
    expanded = expand(query, catalogue, request.standard)
    asked, facet_notes = _with_choices(request, query, catalogue.facets)
    notes = [*query.notes, *expanded.notes, *facet_notes]
    sought = expanded.sought
    matches = catalogue.index.find(sought, asked)
    if matches.total == 0 and any(clause.required for clause in sought.clauses):
        sought = without_phrases(sought)
        matches = catalogue.index.find(sought, asked)
        if matches.total:
            apart = message("Ingen treff på ordene i anførselstegn side om side. De er søkt hver for seg.")
            notes.append(Note("unused", (apart,)))
    return _LookedUp(query, expanded, asked, sought, matches, tuple(notes))


def _with_choices(request: SearchRequest, query: Query, facets: Sequence[Facet]) -> tuple[SearchRequest, list[Note]]:
    """The request with the choices that were typed, and without those that do not exist."""
    known = {facet.id: facet for facet in facets}
    chosen: dict[str, frozenset[str]] = {}
    notes: list[Note] = []
    for facet_id, values in request.chosen.items():
        facet = known.get(facet_id)
        for value in sorted(values):
            if facet is not None and facet.value(value) is not None:
                chosen[facet_id] = chosen.get(facet_id, frozenset()) | {value}
            else:
                told = message(
                    "Valget «%(value)s» finnes ikke i %(facet)s. Det er ikke brukt.",
                    value=value[:80],
                    facet=facet.label if facet else facet_id[:80],
                )
                notes.append(Note("facet", (told,)))
    for choice in query.choices:
        chosen[choice.facet] = chosen.get(choice.facet, frozenset()) | {choice.value}
    return replace(
        request, chosen=MappingProxyType(chosen), page=max(request.page, 1), size=max(request.size, 1)
    ), notes


def _mend(query: Query, expanded: Expanded) -> str | None:
    """The whole query with each wrong word mended, in the case in which it was typed."""
    if not expanded.mended:
        return None
    text = query.text
    for word, right in sorted(expanded.mended, key=lambda pair: -pair[0].start):
        text = text[: word.start] + _in_case_of(word.text, right) + text[word.end :]
    return text


def _in_case_of(typed: str, right: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return right.upper()
    return capital(right) if typed[:1].isupper() else right


def _nearest(query: Query, catalogue: Catalogue) -> tuple[str, ...]:
    """Words of the base near to those that found nothing."""
    guesses = (guess for word in query.words for guess in catalogue.speller.suggest(word.text, 3))
    return tuple(dict.fromkeys(guesses))[:5]


def _counts(matches: Matches, asked: SearchRequest, facets: Sequence[Facet]) -> tuple[FacetCounts, ...]:
    result = []
    for facet in facets:
        counted = matches.facets.get(facet.id, {})
        selected = asked.chosen.get(facet.id, frozenset())
        counts = [
            FacetCount(value, counted.get(value.id, 0), value.id in selected)
            for value in facet.values
            if value.id in counted or value.id in selected
        ]
        # The sort is stable: values with equal counts keep the order of the facet.
        counts.sort(key=lambda one: -one.count)
        if counts:
            result.append(FacetCounts(facet.id, facet.label, tuple(counts)))
    return tuple(result)


def _hit(match: Match, sought: Sought, catalogue: Catalogue) -> Hit:
    rendered = catalogue.articles[match.article]
    sections = rendered.sections or (Section("", "", 1, "", rendered.article.body_line),)
    section = sections[min(match.section, len(sections) - 1)]
    occurrences = catalogue.index.occurrences(sought, match.article)
    in_body = [one for one in occurrences if one.section == match.section and one.zone is Zone.BODY]
    text = section.text or rendered.article.summary
    words = catalogue.analyser.words(text)
    marked = _marked(in_body, sought) if section.text else {}
    reasons, missing = _why(match, sought, occurrences, words if section.text else (), catalogue)
    return Hit(
        article=rendered.article,
        section=section,
        score=match.score,
        snippet=snippet(text, words, marked),
        reasons=reasons,
        missing=missing,
        changes=catalogue.register.changes_of([rendered.article.id]),
    )


def _marked(occurrences: Sequence[Occurrence], sought: Sought) -> dict[int, int]:
    """The number of each word of the text that matched, with the clause that it matched."""
    marked: dict[int, int] = {}
    # «på» and «kan» are marked only when there is nothing else to mark in any text, and parts of a compound only
    # where the compound is not.
    only_optional = all(clause.optional for clause in sought.clauses)
    whole = {sought.clauses[one.clause].typed for one in occurrences if not sought.clauses[one.clause].part}
    for one in occurrences:
        clause = sought.clauses[one.clause]
        if (clause.optional and not only_optional) or (clause.part and clause.typed in whole):
            continue
        way = sought.clauses[one.clause].alternatives[one.alternative]
        for number in range(len(way.terms)):
            marked.setdefault(one.position + number, one.clause)
    return marked


def _why(
    match: Match, sought: Sought, occurrences: Sequence[Occurrence], words: Sequence[Word], catalogue: Catalogue
) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
    """The strongest way in which each word of the query matched, and the words that the article lacks."""
    by_clause: dict[int, list[Occurrence]] = {}
    for one in occurrences:
        by_clause.setdefault(one.clause, []).append(one)
    reasons: list[Reason] = []
    held = {sought.clauses[number].typed for number in by_clause}
    for number, clause in enumerate(sought.clauses):
        if clause.optional or number not in by_clause:
            continue
        # A part of a compound is a reason only where the compound itself is not.
        if clause.part and any(one.term == clause.typed and one.by is not MatchedBy.COMPOUND for one in reasons):
            continue
        found = by_clause[number]
        best = min(found, key=lambda one: (one.alternative, one.section != match.section, one.zone is not Zone.BODY))
        reasons.append(_reason(clause, best, match, words, catalogue))
    lacking = (clause.typed for clause in sought.clauses if not clause.optional and clause.typed not in held)
    missing = () if match.pinned else tuple(dict.fromkeys(lacking))
    if match.pinned:
        law = next((one for one in reasons if one.by is MatchedBy.LAW), None)
        title = catalogue.articles[match.article].article.title
        typed = sought.clauses[0].typed if sought.clauses else title
        reasons = [law or Reason(typed, title, MatchedBy.LAW), *(one for one in reasons if one is not law)]
    return tuple(dict.fromkeys(reasons))[:MOST_REASONS], missing


def _reason(clause: Clause, best: Occurrence, match: Match, words: Sequence[Word], catalogue: Catalogue) -> Reason:
    way = clause.alternatives[best.alternative]
    if way.by is MatchedBy.LAW:
        return Reason(clause.typed, _cited(clause, way, match, catalogue), way.by)
    shown = words
    if best.zone is not Zone.BODY or best.section != match.section:
        shown = catalogue.analyser.words(_text_of(best, match, catalogue))
    last = best.position + len(way.terms) - 1
    if best.zone is not Zone.KEYWORDS and last < len(shown):
        matched = " ".join(word.text for word in shown[best.position : last + 1])
    else:
        matched = way.label or " ".join(way.terms)
    return Reason(clause.typed, matched, way.by)


def _text_of(occurrence: Occurrence, match: Match, catalogue: Catalogue) -> str:
    rendered = catalogue.articles[match.article]
    if occurrence.zone is Zone.TITLE:
        return rendered.article.title
    if occurrence.zone is Zone.SUMMARY:
        return rendered.article.summary
    if occurrence.section >= len(rendered.sections):
        return ""
    section = rendered.sections[occurrence.section]
    return section.title if occurrence.zone is Zone.HEADING else section.text


def _cited(clause: Clause, way: Alternative, match: Match, catalogue: Catalogue) -> str:
    """The provision in running text: the one that the article tells of, when it also speaks of others."""
    known = catalogue.register.provisions
    meant = [term for other in clause.alternatives for term in other.terms if term in known]
    own = [provision for provision in meant if known[provision].article == match.article]
    return catalogue.register.cite(own[0] if own else way.terms[0])
