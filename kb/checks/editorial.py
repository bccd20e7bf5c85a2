"""What a schema cannot say: sources and grounds, dates, summaries, titles, and drafts that are not filled in."""

from __future__ import annotations

from collections.abc import Iterator

from kb.addresses import FOLDERS
from kb.articles import Article, Status, Variant
from kb.checks.passages import numbered_lines
from kb.checks.subject import Subject, has_front_matter
from kb.content.new_article import TO_FILL_IN
from kb.content.records import likeliest
from kb.problems import Problem, Severity

MAX_SUMMARY = 300
"""Two sentences of plain Norwegian; longer ones are cut in lists of hits."""

BASIS = "grunnlag"
"""The facet that says what an article rests on."""


def check_grounds(subject: Subject) -> Iterator[Problem]:
    """An article says what it rests on, and every citation leads to one of its sources."""
    has_basis = subject.library.vocabulary.facet(BASIS) is not None
    for page in subject.rendered:
        article = page.article
        cited = {source.id for source in article.sources if source.id}
        for source_id, line in page.citations:
            if source_id not in cited:
                known = source_id in subject.library.vocabulary.sources
                message = f"Teksten viser til kilden «{source_id}», som ikke står under sources."
                likely = likeliest(source_id, subject.library.vocabulary.sources)
                remedy = f"Mente du «{likely}»?" if likely else "Rett id-en, eller før kilden opp i _sources.yml."
                remedy = "Legg den til under sources." if known else remedy
                yield subject.problem(article, line, "kilde", message, remedy, Severity.ERROR)
        if not has_front_matter(article):
            continue
        if not article.sources and "sources" not in _mended(subject, article):
            line = article.lines.get("sources", 1)
            yield subject.problem(article, line, "kilde", "Artikkelen har ingen kilder.", "Skriv dem under sources.")
        if has_basis and not article.facets.get(BASIS):
            line = article.lines.get("basis", 1)
            message = "Artikkelen sier ikke hva den bygger på."
            yield subject.problem(article, line, "grunnlag", message, "Skriv det under basis.")


def check_dates(subject: Subject) -> Iterator[Problem]:
    """Reviews are planned and kept, and periods end after they begin."""
    for article in subject.library.articles:
        if not has_front_matter(article):
            continue
        lines = article.lines
        if article.review_due is None and article.status is Status.CURRENT and article.reviewed is not None:
            message = "Artikkelen har ingen dato for neste gjennomgang."
            yield subject.problem(article, lines["reviewed"], "dato", message, "Skriv review_due: 2026-01-31.")
        if article.is_overdue(subject.today) and article.status in (Status.CURRENT, Status.DRAFT):
            message = f"Artikkelen skulle vært gått gjennom innen {article.review_due}."
            remedy = "Gå gjennom den, og sett nye datoer i reviewed og review_due."
            yield subject.problem(article, lines["review_due"], "gjennomgang", message, remedy)
        if article.reviewed is not None and article.reviewed > subject.today:
            message = f"«reviewed» er {article.reviewed}, som ikke har vært ennå."
            yield subject.problem(article, lines["reviewed"], "dato", message, "Skriv dagen den ble gått gjennom.")
        if article.reviewed and article.review_due and article.review_due < article.reviewed:
            message = "«review_due» er før «reviewed»."
            yield subject.problem(article, lines["review_due"], "dato", message, "Sett en dag etter gjennomgangen.")
        if article.valid_from and article.valid_to and article.valid_to < article.valid_from:
            message = "«valid_to» er før «valid_from»."
            yield subject.problem(article, lines["valid_to"], "dato", message, "Bytt dem om.", Severity.ERROR)


def check_summaries(subject: Subject) -> Iterator[Problem]:
    """Every article can be told of in a line or two."""
    for article in subject.library.articles:
        if "summary" in article.lines:
            if len(article.summary) > MAX_SUMMARY:
                message = f"Sammendraget er på {len(article.summary)} tegn."
                remedy = f"Kort det ned til én eller to setninger, inntil {MAX_SUMMARY} tegn."
                yield subject.problem(article, article.lines["summary"], "sammendrag", message, remedy)
        elif has_front_matter(article) and not _is_told_of(subject, article, "«summary»"):
            message = "Artikkelen har ikke noe sammendrag."
            yield subject.problem(
                article, 1, "sammendrag", message, "Skriv summary: og svaret i én eller to setninger."
            )


def check_titles(subject: Subject) -> Iterator[Problem]:
    """Readers tell articles apart by their titles."""
    seen: dict[tuple[Variant, str], Article] = {}
    for article in subject.library.articles:
        key = (article.lang, " ".join(article.title.casefold().split()))
        first = seen.setdefault(key, article)
        if first is not article:
            line = article.lines.get("title", 1)
            message = f"«{article.title}» er også tittelen på {first.path}."
            yield subject.problem(article, line, "tittel", message, "Gi en av dem en annen tittel.")


def check_places(subject: Subject) -> Iterator[Problem]:
    """An article lies in the folder of its kind, where other editors look for it. Other folders are free."""
    kinds = {folder: kind for kind, folder in FOLDERS.items()}
    for article in subject.library.articles:
        kind = kinds.get(article.path.split("/", 1)[0]) if "/" in article.path else None
        if kind is not None and kind is not article.kind and has_front_matter(article):
            message = f"Artikkelen er en «{article.kind.value}», men ligger i mappen for «{kind.value}»."
            remedy = f"Flytt filen til {FOLDERS[article.kind]}/, eller rett kind."
            yield subject.problem(article, article.lines.get("kind", 1), "mappe", message, remedy)


def check_drafts(subject: Subject) -> Iterator[Problem]:
    """Nothing that was to be filled in is left; in a draft that is still one, it is a reminder."""
    for article in subject.library.articles:
        severity = Severity.WARNING if article.status is Status.DRAFT else Severity.ERROR
        places = [line for line, text in numbered_lines(article) if TO_FILL_IN in text]
        if TO_FILL_IN in article.summary and "summary" in article.lines:
            places.insert(0, article.lines["summary"])
        for line in places:
            message = "Her er det noe som ikke er fylt inn."
            yield subject.problem(article, line, "utkast", message, f"Erstatt {TO_FILL_IN} …] med teksten.", severity)


def _is_told_of(subject: Subject, article: Article, field: str) -> bool:
    """Whether reading the file found that a field has another name than it should."""
    file = f"{subject.library.folder}/{article.path}"
    return any(one.file == file and field in one.remedy for one in subject.library.problems)


def _mended(subject: Subject, article: Article) -> set[str]:
    """The fields of an article that have a problem of their own already; one mistake is told of once."""
    file = f"{subject.library.folder}/{article.path}"
    first = article.lines.get("sources")
    if first is None:
        return set()
    # The items of a list stand on lines of their own, as far as the next field.
    end = min((line for line in article.lines.values() if line > first), default=article.body_line)
    told = any(one.file == file and first <= one.line < end for one in subject.library.problems)
    return {"sources"} if told else set()
