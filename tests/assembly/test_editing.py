"""What editors ask of the whole house."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from kb import assembly
from tests.support.sites import settings_for

TODAY = date(2026, 11, 22)


def test_a_link_to_the_sites_own_address_is_told_of_where_that_is_known(tmp_path: Path) -> None:
    settings = settings_for(tmp_path)
    (settings.content / "a.md").write_text("# A\n\n[x](https://kb.example/prosesser/hasteflytting)\n", encoding="utf-8")

    known = {*assembly.check(replace(settings, base_url="https://kb.example"), TODAY)}
    unknown = {*assembly.check(settings, TODAY)}

    assert [one.remedy for one in known - unknown] == ["Skriv bare «hasteflytting»."]
    assert unknown < known


def test_an_article_is_told_only_of_its_own_file(tmp_path: Path) -> None:
    settings = settings_for(tmp_path)
    (settings.content / "b.md").write_text("# B\n\n[x](borte)\n", encoding="utf-8")
    (settings.content / "ab.md").write_text("# AB\n\n[x](vekk)\n", encoding="utf-8")
    sites = assembly.SiteInDevelopment(settings)
    sites.look_over()

    told = assembly.problems_of(sites(), sites().rendered("b").article)

    assert ["borte" in one.message for one in told] == [True]
