from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kb.alphabet import alphabetical
from kb.articles import Kind
from kb.content.files import FolderError
from kb.content.library import Library, load

Reader = Callable[[Mapping[str, str | bytes]], Library]


def test_a_folder_of_plain_markdown_is_a_knowledge_base(read: Reader) -> None:
    library = read({"a.md": "# Havregrøt\n\nKok *vann* først.\n", "mappe/b.md": "Bare tekst."})

    assert library.problems == ()
    assert [(one.id, one.title, one.summary) for one in library.articles] == [
        ("b", "B", "Bare tekst."),
        ("a", "Havregrøt", "Kok vann først."),
    ]


def test_what_begins_with_underscore_or_dot_is_not_an_article(read: Reader) -> None:
    library = read({"_notat.md": "x", ".skjult.md": "x", "_mappe/a.md": "x", "ja.md": "x", "bilde.png": b"\x89PNG"})

    assert [one.id for one in library.articles] == ["ja"]


def test_an_article_is_found_by_former_id_and_former_address(read: Reader) -> None:
    library = read({"ny.md": "---\ntitle: Ny\naliases: [gammel, /sider/gammel]\n---\n"})

    for name in ("ny", "gammel", "/sider/gammel", "sider/gammel"):
        found = library.resolve(name)
        assert found is not None
        assert found.id == "ny"
    assert library.resolve("finnes-ikke") is None


def test_two_files_with_the_same_id_are_told_of_and_the_first_is_kept(read: Reader) -> None:
    library = read({"a/x.md": "# En", "b/x.md": "# To"})

    assert [one.title for one in library.articles] == ["En"]
    (problem,) = library.problems
    assert problem.rule == "id"
    assert "a/x.md" in problem.message


def test_an_alias_that_another_article_has_as_its_id_is_told_of(read: Reader) -> None:
    library = read({"a.md": "---\ntitle: A\naliases: [b]\n---\n", "b.md": "# B"})

    assert [(one.rule, one.line) for one in library.problems] == [("id", 3)]
    found = library.resolve("b")
    assert found is not None
    assert found.id == "b"


def test_processes_come_as_the_facet_lists_them_and_others_by_the_alphabet(read: Reader) -> None:
    library = read(
        {
            "ettervern.md": "---\ntitle: Ettervern\nkind: prosess\n---\n",
            "undersokelse.md": "---\ntitle: Undersøkelse\nkind: prosess\n---\n",
            "å.md": "---\ntitle: Åpenhet\nid: aapen\n---\n",
            "o.md": "---\ntitle: Økt\n---\n",
            "z.md": "---\ntitle: Zalo\n---\n",
        }
    )

    assert [one.title for one in library.articles] == ["Undersøkelse", "Ettervern", "Zalo", "Økt", "Åpenhet"]
    assert [one.id for one in library.of_kind(Kind.PROCESS)] == ["undersokelse", "ettervern"]


def test_norwegian_letters_sort_last() -> None:
    words = ["Åse", "Ærlig", "Øl", "Zorro", "aas", "Bø"]

    assert sorted(words, key=alphabetical) == ["Bø", "Zorro", "Ærlig", "Øl", "aas", "Åse"]


def test_articles_with_a_value_are_found(read: Reader) -> None:
    library = read({"a.md": "---\ntitle: A\nprocesses: [ettervern]\n---\n", "b.md": "# B"})

    assert [one.id for one in library.with_value("prosess", "ettervern")] == ["a"]
    assert [one.id for one in library.with_value("type", "artikkel")] == ["a", "b"]


def test_a_provision_leads_to_the_article_with_its_id(read: Reader) -> None:
    law = """
acts:
  - {id: x-1999, title: x-loven, year: 1999}
provisions:
  - {id: x-1999-1, act: x-1999, number: "1"}
  - {id: x-1999-2, act: x-1999, number: "2", article: alle, anchor: to}
  - {id: x-1999-3, act: x-1999, number: "3", article: borte}
"""
    library = read({"_law.yml": law, "x-1999-1.md": "# § 1", "alle.md": "# Alle"})

    places = [provision.place for provision in library.law.provisions.values()]
    assert places == ["x-1999-1", "alle#to", ""]


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="borte"):
        load(tmp_path / "borte")


def test_a_library_can_be_kept_and_read_again(read: Reader) -> None:
    library = read({"a.md": "---\ntitle: A\naliases: [b]\n---\nHei"})

    again = pickle.loads(pickle.dumps(library))  # noqa: S301 (our own, from the line itself)

    assert again == library


def test_a_copy_that_kept_the_id_is_the_one_to_mend(read: Reader) -> None:
    library = read({"a-kopi.md": "---\nid: mote\ntitle: Kopi\n---\n", "mote.md": "---\nid: mote\ntitle: Møte\n---\n"})

    (problem,) = library.problems
    assert problem.file.endswith("a-kopi.md")
    assert [article.title for article in library.articles] == ["Møte"]
