"""From a content folder to a site, on the real index on disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kb import assembly
from kb.assembly import following
from kb.problems import ContentError
from kb.search.engine import EngineUnavailableError
from kb.search.request import SearchRequest
from kb.settings import Settings
from tests.support.sites import settings_for
from tests.support.waiting import wait_until

TODAY = date(2026, 11, 22)
BROKEN = "---\ntitle: Ødelagt\nkind: prosses\n---\nTekst.\n"


def found(site: assembly.Site, text: str) -> list[str]:
    return [hit.article.id for hit in site.search(SearchRequest(text)).hits]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(tmp_path)


@pytest.mark.parametrize("engine", ["whoosh", "memory"])
def test_what_was_written_is_found(settings: Settings, engine: str) -> None:
    settings = replace(settings, engine=engine)

    report = assembly.build(settings)

    with assembly.open_site(settings, TODAY) as site:
        assert found(site, "havregrøt") == ["uten-topptekst"]
    assert (report.articles, report.sections) == (3, 4)


def test_a_broken_article_leaves_the_old_index_as_it_was(settings: Settings) -> None:
    assembly.build(settings)
    before = (settings.index / "current").read_bytes()
    (settings.content / "ny.md").write_text(BROKEN, encoding="utf-8")

    with pytest.raises(ContentError, match=r"ny\.md:3") as error:
        assembly.build(settings)

    assert "prosess" in str(error.value)
    assert (settings.index / "current").read_bytes() == before
    with assembly.open_site(settings, TODAY) as site:
        assert found(site, "havregrøt") == ["uten-topptekst"]


def test_a_missing_index_is_built_at_start(settings: Settings) -> None:
    with pytest.raises(EngineUnavailableError, match="kb index"):
        assembly.open_site(settings, TODAY)

    with assembly.open_or_build(settings, TODAY) as site:
        assert site.health().articles == 3


@pytest.mark.parametrize("damage", ["table.pickle", "companion", "generation.json"])
def test_a_damaged_index_is_built_again_at_start(settings: Settings, damage: str) -> None:
    assembly.build(settings)
    name = (settings.index / "current").read_text().strip()
    (settings.index / name / damage).write_bytes(b"not what it was")

    with assembly.open_or_build(settings, TODAY) as site:
        assert found(site, "havregrøt") == ["uten-topptekst"]


def test_an_index_is_current_until_the_content_changes(settings: Settings) -> None:
    assert not assembly.is_current(settings)

    assembly.build(settings)

    assert assembly.is_current(settings)
    article = settings.content / "uten-topptekst.md"
    article.write_text(article.read_text("utf-8") + "\nMer.\n", encoding="utf-8")
    assert not assembly.is_current(settings)


def test_a_running_server_shows_a_new_generation_and_keeps_a_whole_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "LOOK_EVERY", 0.0)
    sites = assembly.SiteOnDisk(settings)
    (settings.content / "ny.md").write_text("# Ny\n\nOm rabarbra.\n", encoding="utf-8")

    assembly.build(settings)

    assert found(sites(), "rabarbra") == ["ny"]
    (settings.index / "current").write_text("000099-deadbeef\n")
    assert found(sites(), "rabarbra") == ["ny"]


def test_an_editor_finds_what_was_just_saved_and_keeps_the_site_through_a_mistake(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)
    (settings.content / "ny.md").write_text("# Ny\n\nOm rabarbra.\n", encoding="utf-8")
    (settings.content / "feil.md").write_text(BROKEN, encoding="utf-8")

    sites.refresh()

    assert found(sites(), "rabarbra") == ["ny"]
    assert [problem.line for problem in sites().problems if problem.file.endswith("feil.md")] == [3]


def test_the_site_follows_the_folder(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)
    sites.follow()
    (settings.content / "ny.md").write_text("# Ny\n\nOm rabarbra.\n", encoding="utf-8")

    # That it comes by itself is the promise here; how soon is measured in benchmarks/.
    wait_until(lambda: found(sites(), "rabarbra") == ["ny"])


def test_a_site_knows_who_links_to_an_article_and_what_a_former_name_became(settings: Settings) -> None:
    assembly.build(settings)

    with assembly.open_site(settings, TODAY) as site:
        resolved = site.resolve("openhet")

        assert [article.id for article in site.incoming("hasteflytting")] == ["apenhet"]
        assert resolved is not None
        assert resolved.id == "apenhet"
        assert site.likeliest("hasteflyting") is site.article("hasteflytting")


def test_editors_are_told_of_everything_that_kb_check_finds(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)
    (settings.content / "ny.md").write_text("# Ny\n\nSe [der](ingensteds-her).\n", encoding="utf-8")
    sites.refresh()
    assert [one.rule for one in sites().problems if one.file.endswith("ny.md")] == []

    sites.look_over()

    assert sites().article("ny") is not None
    assert [(one.rule, one.line) for one in sites().problems if one.file.endswith("ny.md")] == [("lenke", 3)]
