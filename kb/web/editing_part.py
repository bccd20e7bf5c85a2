"""What an editor sees on an article's page in development: what to mend, beside the text that it concerns."""

from __future__ import annotations

from kb import assembly
from kb.articles import Article, RenderedArticle, Section
from kb.assembly import Site
from kb.web.editing_pages import EditingPart, Mended, TextPart


def editing_part(site: Site, article: Article, rendered: RenderedArticle) -> EditingPart:
    """Everything to mend in an article, and its text with each thing beside the block that it concerns."""
    is_former = article.id in site.held_back
    problems = assembly.problems_of(site, article)
    # The lines of a file that is held back are not those of the text that is shown.
    lines = () if is_former else tuple(problem.line for problem in problems)
    parts = assembly.text_in_parts(site, article, lines)
    in_text = {part.line for part in parts if part.line}
    mended = tuple(
        Mended(problem, section_at(problem.line, rendered.sections), f"rette-{number}", problem.line in in_text)
        for number, problem in enumerate(problems, start=1)
    )
    lead = rendered.html[: rendered.lead]
    text = (
        TextPart(part.html.removeprefix(lead), tuple(one for one in mended if one.problem.line == part.line))
        for part in parts
    )
    return EditingPart(mended, tuple(text), is_former)


def section_at(line: int, sections: tuple[Section, ...]) -> Section | None:
    """The section in which a line of the file stands; None above the first heading."""
    before = [section for section in sections if section.anchor and section.line <= line]
    return before[-1] if before else None
