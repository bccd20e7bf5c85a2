"""What the generations on disk promise besides what every engine does."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from kb.articles import Article, Kind, RenderedArticle, Section, Variant
from kb.engines.whoosh import index as generations
from kb.engines.whoosh.engine import WhooshEngine
from kb.engines.whoosh.schema import schema
from kb.language.pipeline import Analyser
from kb.search.documents import SearchArticle, WordForms, search_article
from kb.search.engine import Clause, EngineUnavailableError, Sought
from kb.search.request import SearchRequest


def article(article_id: str, text: str = "barn") -> SearchArticle:
    written = Article(article_id, article_id, Kind.ARTICLE, "", Variant.BOKMAL, "", "a.md")
    return search_article(RenderedArticle(written, "", (Section("", "", 1, text, 1),), ()), WordForms(Analyser()))


def folders(folder: Path) -> list[str]:
    return sorted(place.name[:6] for place in folder.iterdir() if place.is_dir())


def test_older_generations_are_taken_away_but_for_the_last_three(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)

    for number in range(5):
        engine.rebuild([article(f"a{number}")], b"")

    assert folders(tmp_path) == ["000003", "000004", "000005"]


def test_a_server_that_opened_an_old_generation_reads_on_when_it_is_taken_away(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.rebuild([article("a", "barn og møte")], b"")
    index = engine.open()

    for number in range(5):
        engine.rebuild([article(f"b{number}")], b"")

    assert index.generation.name not in {place.name for place in tmp_path.iterdir()}
    sought = Sought((Clause("møte", Analyser().alternatives("møte")),))
    assert [hit.article for hit in index.find(sought, SearchRequest()).hits] == ["a"]


@pytest.mark.parametrize("name", [generations.TABLE, generations.COMPANION])
def test_a_file_that_is_cut_short_is_told_of(tmp_path: Path, name: str) -> None:
    engine = WhooshEngine(tmp_path)
    generation = engine.rebuild([article("a")], b"alt annet")
    path = tmp_path / generation.name / name
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(EngineUnavailableError, match=f"{name} er skadet.*kb index"):
        engine.open()


def test_every_file_that_is_missing_is_told_of(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    generation = engine.rebuild([article("a")], b"alt annet")

    for path in sorted((tmp_path / generation.name).iterdir()):
        content = path.read_bytes()
        path.unlink()
        with pytest.raises(EngineUnavailableError, match="kb index"):
            engine.open()
        path.write_bytes(content)

    assert engine.open().generation == generation


def test_files_of_the_right_size_that_are_garbage_are_told_of(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    generation = engine.rebuild([article("a")], b"")
    path = tmp_path / generation.name / generations.TABLE
    path.write_bytes(b"\x80" * path.stat().st_size)

    with pytest.raises(EngineUnavailableError, match="kan ikke leses"):
        engine.open()


def test_a_pointer_to_nothing_is_told_of(tmp_path: Path) -> None:
    (tmp_path / generations.POINTER).write_text("000007-0123abcd\n")

    with pytest.raises(EngineUnavailableError, match="000007-0123abcd"):
        WhooshEngine(tmp_path).open()


@pytest.mark.parametrize("written", [b"", b"../andre", b"\xff\xfe", b"000001"])
def test_a_pointer_that_is_no_name_is_as_none(tmp_path: Path, written: bytes) -> None:
    (tmp_path / generations.POINTER).write_bytes(written)

    assert WhooshEngine(tmp_path).current() == ""


def test_an_index_of_another_edition_of_the_program_is_told_of(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    generation = engine.rebuild([article("a")], b"")
    path = tmp_path / generation.name / generations.MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 0}))

    with pytest.raises(EngineUnavailableError, match="annen utgave"):
        engine.open()


def test_what_a_broken_run_left_is_taken_away_in_time(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    (tmp_path / "000001-0123abcd").mkdir()
    (tmp_path / ".current.000001-0123abcd").write_text("000001-0123abcd")

    for number in range(3):
        engine.rebuild([article(f"a{number}")], b"")

    assert folders(tmp_path) == ["000002", "000003", "000004"]
    assert not list(tmp_path.glob(".current.*"))


def test_what_is_not_ours_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")
    (tmp_path / "notater").mkdir()
    engine = WhooshEngine(tmp_path)

    for number in range(4):
        engine.rebuild([article(f"a{number}")], b"")

    assert (tmp_path / ".gitignore").exists()
    assert (tmp_path / "notater").is_dir()


def test_two_runs_at_the_same_time_take_different_numbers(tmp_path: Path) -> None:
    first = generations.write_generation(tmp_path, [article("a")], b"")
    second = generations.write_generation(tmp_path, [article("a")], b"")

    assert first.name != second.name


def test_a_new_generation_that_is_not_whole_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = WhooshEngine(tmp_path)
    engine.rebuild([article("a")], b"")
    before = engine.current()

    with monkeypatch.context() as patched:
        patched.setattr(generations, "_write_postings", lambda place, _: schema())
        with pytest.raises(EngineUnavailableError):
            engine.rebuild([article("b")], b"")

    assert engine.current() == before
    assert folders(tmp_path) == ["000001"]


def test_a_disk_that_fills_up_is_told_of_by_the_folder_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = WhooshEngine(tmp_path)
    engine.rebuild([article("a")], b"")
    before = sorted(tmp_path.rglob("*"))

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(generations, "_to_disk", full)
        with pytest.raises(OSError, match="No space") as refused:
            engine.rebuild([article("b")], b"")

    assert refused.value.filename == str(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before
