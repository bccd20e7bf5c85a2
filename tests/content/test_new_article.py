from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from kb.articles import Kind
from kb.content.library import Library
from kb.content.new_article import MAX_ID, TO_FILL_IN, draft
from kb.problems import KbError

Reader = Callable[[Mapping[str, str | bytes]], Library]
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_draft_of_any_kind_is_read_without_mistakes(read: Reader, kind: Kind) -> None:
    new = draft(kind, 'Hva: "nå"?', read({}), TODAY)

    library = read({new.path: new.text})

    assert library.problems == ()
    article = library.articles[0]
    assert (article.title, article.kind, article.id) == ('Hva: "nå"?', kind, "hva-na")
    assert TO_FILL_IN in article.body
    assert article.lines["review_due"] > 0


def test_an_id_that_is_taken_gets_a_number(read: Reader) -> None:
    library = read({"barnets-beste.md": "# x"})

    assert draft(Kind.TERM, "Barnets beste", library, TODAY).path == "begreper/barnets-beste-2.md"


@pytest.mark.parametrize("title", ["Barnehus", " barneHus "])
def test_a_title_that_an_article_has_is_not_drafted_again(read: Reader, title: str) -> None:
    library = read({"begreper/barnehus.md": "# Barnehus"})

    with pytest.raises(KbError, match=r"«Barnehus» er alt tittelen på begreper/barnehus\.md\."):
        draft(Kind.ARTICLE, title, library, TODAY)


def test_a_long_title_gives_an_id_of_whole_words(read: Reader) -> None:
    new = draft(Kind.ARTICLE, "svært lang " * 60, read({}), TODAY)

    article_id = new.path.removeprefix("artikler/").removesuffix(".md")
    assert len(article_id) <= MAX_ID
    assert set(article_id.split("-")) == {"svaert", "lang"}


@pytest.mark.parametrize("title", ["", "  ", "🎉"])
def test_a_title_without_letters_is_asked_for_again(read: Reader, title: str) -> None:
    with pytest.raises(KbError, match="Skriv en annen tittel"):
        draft(Kind.ARTICLE, title, read({}), TODAY)
