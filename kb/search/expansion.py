"""Makes of a query what an engine is asked: for each word all the ways in which it may match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.articles import Label, Variant
from kb.language.terms import Alternative, MatchedBy, TermKind
from kb.law.answers import answer as law_answer
from kb.law.chapters import ChapterReference, chapter_answer, find_chapters
from kb.law.references import Reference, find_references
from kb.messages import Quoted, Value, message
from kb.search.catalogue import Catalogue
from kb.search.engine import Clause, Sought
from kb.search.function_words import is_optional
from kb.search.query import Choice, Not, Phrase, Query, Word
from kb.search.results import Note


@dataclass(frozen=True, slots=True)
class Expanded:
    """What to ask, what to tell, and what was mended.

    `mended` maps where in the query a misspelt word begins to the word and the right one. `typed_finds` says that
    the words as they were typed find something.
    """

    sought: Sought
    notes: tuple[Note, ...]
    mended: tuple[tuple[Word, str], ...]
    unknown: tuple[str, ...]
    typed_finds: bool


def expand(query: Query, catalogue: Catalogue, standard: Variant = Variant.BOKMAL) -> Expanded:
    """All the ways in which the query may match, told to a reader of a standard."""
    references = _references(query, catalogue)
    notes: list[Note] = []
    pinned: list[tuple[str, str]] = []
    clauses: list[Clause] = []
    for reference in references:
        told = law_answer(reference, catalogue.register, catalogue.today)
        told_in = _existing(told.articles, catalogue)
        if told.sentences:
            notes.append(Note("lov", told.sentences, tuple(article for article, _anchor in told_in)))
        pinned.extend(told_in)
        clauses.append(_reference_clause(query, reference, catalogue))
    chapters: list[ChapterReference] = []
    for chapter in _chapters(query, references, catalogue):
        about = chapter_answer(chapter, catalogue.register, catalogue.today)
        known = _existing(about.articles, catalogue)
        notes.append(Note("lov", about.sentences, tuple(article for article, _anchor in known)))
        # A chapter that no article tells of is searched for as words.
        if known:
            chapters.append(chapter)
            pinned.extend(known)
            clauses.append(_chapter_clause(query, chapter, about.provisions, catalogue))
    words = [word for word in query.words if not _inside(word, query, references) and not _within(word, chapters)]
    ways = _ways(words, catalogue)
    mended: list[tuple[Word, str]] = []
    unknown: list[str] = []
    finds = bool(clauses)
    for word, alternatives in zip(words, ways, strict=True):
        optional = is_optional(word.text)
        is_found = _is_found(alternatives, catalogue)
        finds = finds or (is_found and not optional)
        # A slip may have the key of the right word, as hasteflyting has that of hasteflytting; it is guessed at all the
        # same. The speller leaves alone what is right, and what the index holds as it was written.
        guesses = () if optional else catalogue.speller.suggest(word.text, 1)
        if guesses:
            mended.append((word, guesses[0]))
            if not is_found:
                alternatives = (*alternatives, *_spelt(guesses[0], catalogue))  # noqa: PLW2901 (the word as mended)
        elif not is_found and not optional and not any(catalogue.index.holds(way) for way in alternatives):
            unknown.append(word.text)
        clauses.append(Clause(word.text, alternatives, optional=optional))
        if not optional:
            parts = catalogue.analyser.part_alternatives(word.text)
            clauses.extend(Clause(word.text, part, part=True) for part in parts)
    for phrase in query.phrases:
        exact = tuple(catalogue.analyser.exact(word) for word in phrase.words)
        way = Alternative(TermKind.EXACT, exact, MatchedBy.EXACT)
        finds = finds or catalogue.index.holds(way)
        clauses.append(Clause(phrase.text, (way,), required=True))
    notes.extend(_synonyms(words, catalogue, standard))
    sought = Sought(tuple(clauses), _excluded(query, catalogue), tuple(dict.fromkeys(pinned)))
    return Expanded(sought, tuple(notes), tuple(mended), tuple(unknown), finds or not words)


def without_phrases(sought: Sought) -> Sought:
    """The same, where words in quotes need not stand together."""
    clauses = []
    for clause in sought.clauses:
        if not clause.required:
            clauses.append(clause)
            continue
        for way in clause.alternatives:
            clauses.extend(Clause(term, (replace(way, terms=(term,)),)) for term in way.terms)
    return replace(sought, clauses=tuple(clauses))


def _existing(places: Sequence[str], catalogue: Catalogue) -> list[tuple[str, str]]:
    """Articles with anchors, without those that are not there: a register may point at an article that is to come."""
    parts = (place.partition("#") for place in places)
    return [(article, anchor) for article, _, anchor in parts if article in catalogue.articles]


def _references(query: Query, catalogue: Catalogue) -> tuple[Reference, ...]:
    if not catalogue.register.acts:
        return ()
    apart = _in_quotes(query)
    found = find_references(query.text, catalogue.register, bare=True)
    return tuple(one for one in found if not any(one.start < phrase.end and phrase.start < one.end for phrase in apart))


def _in_quotes(query: Query) -> list[Phrase]:
    kept = [node.of if isinstance(node, Not) else node for node in query.nodes if not isinstance(node, Choice)]
    return [node for node in kept if isinstance(node, Phrase)]


def _chapters(query: Query, references: Sequence[Reference], catalogue: Catalogue) -> tuple[ChapterReference, ...]:
    """The chapters that are named, but for those in quotes, and those that only say where a provision stands:
    «kapittel 4 § 4-2»."""
    apart: list[Reference | Phrase] = [*references, *_in_quotes(query)]
    found = find_chapters(query.text, catalogue.register, catalogue.today)
    return tuple(one for one in found if not any(one.start < two.end and two.start < one.end for two in apart))


def _chapter_clause(query: Query, chapter: ChapterReference, provisions: Sequence[str], catalogue: Catalogue) -> Clause:
    """Matches articles that speak of a provision in the chapter, or of «kapittel 4»."""
    ways = [Alternative(TermKind.EXACT, (provision,), MatchedBy.LAW) for provision in provisions]
    spelt = (catalogue.analyser.exact("kapittel"), catalogue.analyser.exact(chapter.number))
    ways.append(Alternative(TermKind.EXACT, spelt, MatchedBy.EXACT))
    return Clause(query.text[chapter.start : chapter.end], tuple(ways))


def _inside(word: Word, query: Query, references: Sequence[Reference]) -> bool:
    """Whether the word is part of a reference, or of the «første ledd» after it."""
    for reference in references:
        end = reference.end
        after = query.text.find(reference.subdivision, end) if reference.subdivision else -1
        if after >= 0 and not query.text[end:after].strip(" ,"):
            end = after + len(reference.subdivision)
        if reference.start < word.end and word.start < end:
            return True
    return False


def _within(word: Word, chapters: Sequence[ChapterReference]) -> bool:
    return any(one.start < word.end and word.start < one.end for one in chapters)


def _reference_clause(query: Query, reference: Reference, catalogue: Catalogue) -> Clause:
    typed = query.text[reference.start : reference.end]
    spelt = {catalogue.analyser.exact(form) for form in (f"§ {reference.number}", reference.number)}
    ways = [Alternative(TermKind.EXACT, (provision,), MatchedBy.LAW) for provision in reference.provisions]
    ways += [Alternative(TermKind.EXACT, (form,), MatchedBy.EXACT) for form in sorted(spelt)]
    return Clause(typed, tuple(ways))


def _ways(words: Sequence[Word], catalogue: Catalogue) -> list[tuple[Alternative, ...]]:
    """The alternatives of each word. What equals several words side by side is an alternative of each of them."""
    texts = [word.text for word in words]
    ways = [list(catalogue.analyser.alternatives(text)) for text in texts]
    for start, end, alternatives in catalogue.analyser.phrases(texts):
        for number in range(start, end):
            ways[number].extend(alternatives)
    return [tuple(dict.fromkeys(one)) for one in ways]


def _is_found(alternatives: Sequence[Alternative], catalogue: Catalogue) -> bool:
    """Whether the word itself, in any form, or a word that means the same, is in the index. A part is not enough."""
    return any(catalogue.index.holds(way) for way in alternatives if way.kind is not TermKind.PART)


def _spelt(word: str, catalogue: Catalogue) -> tuple[Alternative, ...]:
    ways = catalogue.analyser.alternatives(word)
    return tuple(replace(way, by=MatchedBy.SPELLING, label=way.label or word) for way in ways)


def _excluded(query: Query, catalogue: Catalogue) -> tuple[Alternative, ...]:
    """The word in its own forms; what only means the same, or has it as a part, is not left out."""
    ways: list[Alternative] = []
    for node in query.nodes:
        if not isinstance(node, Not):
            continue
        if isinstance(node.of, Phrase):
            exact = tuple(catalogue.analyser.exact(word) for word in node.of.words)
            ways.append(Alternative(TermKind.EXACT, exact, MatchedBy.EXACT))
        else:
            own = (MatchedBy.EXACT, MatchedBy.STEM)
            ways.extend(way for way in catalogue.analyser.alternatives(node.of.text) if way.by in own)
    return tuple(ways)


def _synonyms(words: Sequence[Word], catalogue: Catalogue, standard: Variant) -> list[Note]:
    told: dict[str, dict[Value, None]] = {}
    for typed, other, role in catalogue.analyser.labels_shown([word.text for word in words], standard):
        told.setdefault(typed, {})[_in_its_role(_in_its_language(other, catalogue), role)] = None
    return [
        Note("synonym", (message("«%(typed)s»: viser også %(others)s.", typed=typed, others=tuple(others)),))
        for typed, others in told.items()
    ]


def _in_its_language(word: str, catalogue: Catalogue) -> Value:
    known = {variant for concept in catalogue.concepts for text, _role, variant in concept.labels() if text == word}
    if {Variant.BOKMAL, Variant.NYNORSK} <= known:
        return Label(word, word)
    return Quoted(word, Variant.NYNORSK if Variant.NYNORSK in known else Variant.BOKMAL)


def _in_its_role(word: Value, role: str) -> Value:
    if role == "legal":
        return message("%(word)s (lovens ord)", word=word)
    if role == "former":
        return message("%(word)s (et eldre ord)", word=word)
    if role == "preferred":
        return message("%(word)s (vårt ord)", word=word)
    if role == "wider":
        return message("%(word)s (et videre ord)", word=word)
    return word
