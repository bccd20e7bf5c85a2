"""The words that readers use: does `_synonyms.yml` hang together?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.articles import Variant
from kb.checks.links import guess_id
from kb.checks.subject import Subject
from kb.concepts import Concept
from kb.content.records import likeliest
from kb.problems import Problem, Severity

NAME = "_synonyms.yml"
RULE = "begrep"


def check_concepts(subject: Subject) -> Iterator[Problem]:
    """Articles and concepts that are pointed at exist, no translation is given as the word of an
    act, and no word both means the same and is narrower."""
    vocabulary = subject.library.vocabulary
    file = f"{subject.library.folder}/{NAME}"
    known = {concept.id for concept in vocabulary.concepts}
    for concept in vocabulary.concepts:
        line = vocabulary.line(NAME, concept.id)
        if concept.article and subject.library.resolve(concept.article) is None:
            message = f"«{concept.id}» peker på artikkelen «{concept.article}», som ikke finnes."
            remedy = guess_id(subject, concept.article, "Skriv id-en til en artikkel som finnes, eller ta den bort.")
            yield Problem(file, line, RULE, message, remedy)
        for other in (*concept.related, *concept.broader):
            if other not in known:
                likely = likeliest(other, known)
                remedy = f"Mente du «{likely}»?" if likely else "Ta det bort, eller før begrepet opp."
                message = f"«{concept.id}» viser til begrepet «{other}», som ikke finnes."
                yield Problem(file, line, RULE, message, remedy, Severity.WARNING)
        written = concept.legal.get(Variant.BOKMAL, ())
        translated = [word for word in concept.legal.get(Variant.NYNORSK, ()) if written and word not in written]
        if translated:
            message = f"«{concept.id}» har «{translated[0]}» som lovens ord på nynorsk, men loven er på bokmål."
            yield Problem(file, line, RULE, message, "Flytt det til nn under allowed.", Severity.WARNING)
        equal = {word.casefold() for word, _role, _variant in concept.labels()}
        for word in dict.fromkeys(word for words in concept.narrower.values() for word in words):
            if word.casefold() in equal:
                message = f"«{word}» står både som snevrere og som likt ord i «{concept.id}»."
                yield Problem(file, line, RULE, message, "La det stå ett av stedene.", Severity.WARNING)


def check_preferred(subject: Subject) -> Iterator[Problem]:
    """The word that one concept prefers is neither preferred by another nor equal to it."""
    vocabulary = subject.library.vocabulary
    file = f"{subject.library.folder}/{NAME}"
    preferring: dict[tuple[Variant, str], str] = {}
    for concept in vocabulary.concepts:
        for variant, word in _preferred(concept):
            preferring.setdefault((variant, word.casefold()), concept.id)
    for concept in vocabulary.concepts:
        line = vocabulary.line(NAME, concept.id)
        for variant, words in concept.allowed.items():
            for word in words:
                other = preferring.get((variant, word.casefold()), concept.id)
                if other != concept.id:
                    message = (
                        f"«{word}» står under allowed i «{concept.id}», men er det foretrukne ordet for «{other}»."
                    )
                    yield Problem(file, line, RULE, message, "Skriv id-en under related i stedet.", Severity.WARNING)
        for variant, word in _preferred(concept):
            first = preferring[variant, word.casefold()]
            if first != concept.id:
                message = f"«{word}» er det foretrukne ordet for både «{first}» og «{concept.id}»."
                remedy = "La det stå under legal eller former i det ene."
                yield Problem(file, line, RULE, message, remedy, Severity.WARNING)


def _preferred(concept: Concept) -> tuple[tuple[Variant, str], ...]:
    return (Variant.BOKMAL, concept.preferred.nb), (Variant.NYNORSK, concept.preferred.nn)
