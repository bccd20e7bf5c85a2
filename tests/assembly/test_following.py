"""What an editor sees while writing: the newest that is whole, and what is wrong with the rest."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from kb import assembly
from kb.assembly import following
from kb.settings import Settings
from tests.support.sites import settings_for
from tests.support.waiting import wait_until


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = settings_for(tmp_path)
    (made.content / "ny.md").write_text("---\ntitle: Ny\nkind: begrep\n---\nOm rabarbra.\n", encoding="utf-8")
    return made


def _save(settings: Settings, name: str, text: str) -> None:
    (settings.content / name).write_text(text, encoding="utf-8")


def _title(sites: assembly.SiteInDevelopment) -> str:
    """Of the article that is saved again and again; empty while it is away."""
    article = sites().article("ny")
    return article.title if article else ""


BROKEN = "---\ntitle: Nyere\nkind: begrepp\n---\nOm epler.\n"


def test_an_article_that_cannot_be_published_is_shown_as_it_was(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)

    for _ in range(2):
        _save(settings, "ny.md", BROKEN)
        sites.refresh()
        article = sites().article("ny")
        assert article is not None
        assert (article.title, article.kind.value, article.body) == ("Ny", "begrep", "Om rabarbra.\n")
        assert sites().held_back == {"ny"}
        assert [problem.line for problem in assembly.problems_of(sites(), article)] == [3]

    _save(settings, "ny.md", BROKEN.replace("begrepp", "begrep"))
    sites.refresh()
    mended = sites().article("ny")
    assert mended is not None
    assert mended.title == "Nyere"
    assert sites().held_back == frozenset()


def test_an_article_that_was_broken_before_the_start_is_shown_as_it_was_published(settings: Settings) -> None:
    assembly.build(settings)
    _save(settings, "ny.md", BROKEN)

    site = assembly.SiteInDevelopment(settings)()

    assert site.held_back == {"ny"}
    assert site.rendered("ny").article.title == "Ny"


def test_an_article_of_which_nothing_is_known_is_shown_as_far_as_it_is_understood(settings: Settings) -> None:
    _save(settings, "helt-ny.md", BROKEN)

    site = assembly.SiteInDevelopment(settings)()

    assert site.held_back == frozenset()
    assert site.rendered("helt-ny").article.title == "Nyere"


def test_an_article_that_takes_the_id_of_another_is_shown_as_it_was(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)

    _save(settings, "ny.md", "---\nid: hasteflytting\ntitle: Ny\nkind: begrep\n---\nOm epler.\n")
    sites.refresh()

    assert sites().rendered("ny").article.body == "Om rabarbra.\n"
    assert sites().rendered("hasteflytting").article.path != "ny.md"
    assert sites().held_back == {"ny"}


def test_a_broken_data_file_leaves_the_articles_whole(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)
    facets = sites().facets

    _save(settings, "_facets.yml", "- {id: prosess\n")
    sites.refresh()

    assert sites().facets == facets
    assert sites().held_back == frozenset()
    assert {Path(problem.file).name for problem in sites().problems} == {"_facets.yml"}


def test_a_link_to_an_article_that_comes_later_leads_there_when_it_comes(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)
    _save(settings, "først.md", "# Først\n\nSe [den nye](kommer).\n")
    sites.refresh()
    assert "missing-link" in sites().rendered("forst").html

    _save(settings, "kommer.md", "# Kommer\n")
    sites.refresh()

    assert 'href="/artikler/kommer"' in sites().rendered("forst").html


def test_of_a_broken_file_everything_is_told_as_kb_check_tells_it(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)
    _save(settings, "ny.md", f"{BROKEN}\n::: lovv\nEt krav.\n:::\n\nSe [her](finnes-ikke).\n")

    sites.refresh()
    sites.look_over()

    told = assembly.problems_of(sites(), sites().rendered("ny").article)
    checked = assembly.check(settings, sites().today)
    assert told == tuple(one for one in checked if Path(one.file).name == "ny.md")
    assert [(one.line, one.rule) for one in told if one.line > 2] == [(3, "front-matter"), (7, "blokk"), (11, "lenke")]
    assert sites().rendered("ny").article.body == "Om rabarbra.\n"


def test_whatever_goes_wrong_the_next_save_is_followed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sites = assembly.SiteInDevelopment(settings)
    before = sites()

    def fall(*_arguments: object) -> None:
        raise ZeroDivisionError("en feil i programmet")

    with monkeypatch.context() as changed, caplog.at_level(logging.ERROR, "kb"):
        changed.setattr("kb.content.library.load", fall)
        sites.refresh()
    assert sites() is before
    assert "en feil i programmet" in caplog.text

    _save(settings, "ny.md", "# Nyere\n")
    sites.refresh()
    assert sites().rendered("ny").article.title == "Nyere"


def test_a_folder_that_is_taken_away_and_put_back_is_followed_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(following, "LOOK_EVERY", 0.05)
    sites = assembly.SiteInDevelopment(settings)
    sites.follow()
    _save(settings, "ny.md", "# Før\n")
    wait_until(lambda: _title(sites) == "Før")
    copy = settings.content.with_name("kopi")
    shutil.copytree(settings.content, copy)

    with caplog.at_level(logging.WARNING, "kb"):
        shutil.rmtree(settings.content)
        wait_until(lambda: "Fant ikke innholdsmappen" in caplog.text)
    shutil.copytree(copy, settings.content)
    _save(settings, "ny.md", "# Tilbake\n")

    wait_until(lambda: _title(sites) == "Tilbake")


def test_what_is_saved_before_the_watcher_has_begun_is_shown_too(settings: Settings) -> None:
    sites = assembly.SiteInDevelopment(settings)
    _save(settings, "ny.md", "# Nyere\n")

    sites.follow()

    wait_until(lambda: _title(sites) == "Nyere")
