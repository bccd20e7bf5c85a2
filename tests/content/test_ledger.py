from __future__ import annotations

from pathlib import Path

from kb.articles import Article, Kind, RenderedArticle, Section, Variant
from kb.content.ledger import NAME, read_ledger, record


def _page(name: str, *anchors: str) -> RenderedArticle:
    article = Article(name, name, Kind.ARTICLE, "", Variant.BOKMAL, "", f"{name}.md")
    return RenderedArticle(article, "", tuple(Section(anchor, anchor, 2, "", 1) for anchor in anchors), ())


def test_what_is_published_is_added_and_never_taken_away(tmp_path: Path) -> None:
    first = record(tmp_path, [_page("b", "", "frist"), _page("a")])
    second = record(tmp_path, [_page("b", "ny")])
    third = record(tmp_path, [_page("b", "ny")])

    assert (first, second, third) == (3, 1, 0)
    assert [address for address, _ in read_ledger(tmp_path)] == ["a", "b", "b#frist", "b#ny"]


def test_the_ledger_tells_the_line_of_each_address(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("# forklaring\n\na\nb#frist\n", encoding="utf-8")

    assert read_ledger(tmp_path) == (("a", 3), ("b#frist", 4))


def test_a_folder_without_a_ledger_has_promised_nothing(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == ()
