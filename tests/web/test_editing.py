"""What editors see in development: the overview, and what to mend beside the text."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, timedelta
from pathlib import Path

import html5lib
import pytest
from starlette.testclient import TestClient

from kb import assembly
from kb.settings import Settings
from kb.web import editing_pages, editorial_page
from kb.web.app import create_app
from tests.support.sites import make_content
from tests.web.world import FILES, page_of

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"

MISTAKES = """---
title: Mange feil
kind: artikkel
summary: Kort.
status: utkast
basis: [avledet]
sources: [{title: Et hefte}]
keywords: [kladd]
---
Innledning.

## Frister {#frister}

Les om [flytting](hasteflyting).

- Først
- Se [dette](apenhet#ingensteds)

Etter nyloven (2021) § 9-9.
"""

JUDGEMENTS = """
- query: havregrøt med rosiner
  answers: {hasteflytting: 3}
  guard: 1
- query: barnet skal høres
  answers: {hasteflytting: 3}
- query: vær åpen
  answers: {akuttvedtak: 2, apenhet: 1}
"""


@dataclasses.dataclass
class Desk:
    """An editor's folder, and the site that follows it."""

    settings: Settings
    sites: assembly.SiteInDevelopment
    browser: TestClient

    def save(self, name: str, text: str) -> None:
        (self.settings.content / name).write_text(text, encoding="utf-8")
        self.sites.refresh()
        self.sites.look_over()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(editorial_page, "PATIENCE", 60.0)
    soon = date.today() + timedelta(days=30)
    more = {
        "artikler/feil.md": MISTAKES,
        "artikler/snart.md": f"---\ntitle: Snart\nreviewed: 2026-01-01\nreview_due: {soon}\n---\nTekst.\n",
        "_judgements.yml": JUDGEMENTS,
    }
    settings = Settings(content=make_content(tmp_path, {**FILES, **more}), index=tmp_path / "index", engine="memory")
    sites = assembly.SiteInDevelopment(settings)
    sites.look_over()
    app = create_app(sites, development=True)
    return Desk(settings, sites, TestClient(app, base_url="https://kb.example"))


def _page(desk: Desk) -> editing_pages.EditorialPage:
    page = page_of(desk.browser.get("/redaksjon"))
    assert isinstance(page, editing_pages.EditorialPage)
    return page


def _valid(html: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(html)
    assert [f"{place}: {name}" for place, name, _ in parser.errors] == []
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert [one for one in ids if ids.count(one) > 1] == []
    assert [one for one in re.findall(r'href="#([^"]+)"', html) if one not in ids] == []


@pytest.mark.parametrize(
    ("value", "template"),
    [
        (editing_pages.Mended, "editing.html"),
        (editing_pages.TextPart, "editing.html"),
        (editing_pages.EditingPart, "editing.html"),
        (editing_pages.Tried, "editorial.html"),
        (editing_pages.SearchTrial, "editorial.html"),
        (editing_pages.EditorialPage, "editorial.html"),
        (assembly.Overview, "editorial.html"),
    ],
)
def test_each_field_that_editors_templates_are_given_is_used(value: type, template: str) -> None:
    text = (TEMPLATES / template).read_text("utf-8")

    assert [one.name for one in dataclasses.fields(value) if not re.search(rf"\.{one.name}\b", text)] == []


def test_the_overview_tells_what_to_look_after(desk: Desk) -> None:
    overview = _page(desk).overview

    assert [one.id for one in overview.overdue] == ["ettervern"]
    assert [one.id for one in overview.due_soon] == ["snart"]
    assert {one.id for one in overview.drafts} == {"feil", "utkast"}
    assert "hasteflytting" not in {one.id for one in overview.without_sources}
    assert {"apenhet", "utkast"} <= {one.id for one in overview.without_sources}
    assert "feil" in {one.id for one in overview.orphans}
    assert not {"apenhet", "hasteflytting"} & {one.id for one in overview.orphans}


def test_links_that_lead_nowhere_are_a_part_of_their_own(desk: Desk) -> None:
    page = _page(desk)

    told = [(one.article.id, problem.line) for one in page.overview.links if one.article for problem in one.problems]
    assert told == [("feil", 14), ("feil", 17)]
    assert page.dead_links == 2
    assert not {"lenke", "anker"} & {problem.rule for one in page.overview.mend for problem in one.problems}


def test_files_with_errors_come_first(desk: Desk) -> None:
    desk.save("verdier/zz.md", "---\ntitle: Sist\nkind: verdien\n---\nTekst.\n")

    assert Path(_page(desk).overview.mend[0].file).name in {"utkast.md", "zz.md"}
    assert {Path(one.file).name for one in _page(desk).overview.mend[:2]} == {"utkast.md", "zz.md"}


def test_a_provision_that_no_article_tells_of_is_told_with_those_that_speak_of_it(desk: Desk) -> None:
    law = (desk.settings.content / "_law.yml").read_text("utf-8")
    desk.save("_law.yml", law.replace("successors:", '  - {id: n-9-9, act: nyloven-2021, number: "9-9"}\nsuccessors:'))

    untold = _page(desk).overview.untold

    assert [(one.cited, [article.id for article in one.articles]) for one in untold] == [
        ("nyloven (2021) § 9-9", ["feil"])
    ]


def test_what_search_misses_is_told_with_what_was_expected_and_a_way_to_try_it(desk: Desk) -> None:
    trial = _page(desk).trial
    html = desk.browser.get("/redaksjon").text

    assert trial is not None
    assert trial.is_now
    assert trial.judged == 3
    assert [one.missed.words for one in trial.far_down] == ["havregrøt med rosiner"]
    assert [one.missed.words for one in trial.not_first] == []
    assert "/sok?q=havregr%C3%B8t+med+rosiner" in html
    assert "ikke blant treffene" in html
    assert "gulvet er plass 1" in html


def test_judgements_that_cannot_be_read_are_told_of(desk: Desk) -> None:
    desk.save("_judgements.yml", "- svar: {hasteflytting: 3}\n")

    trial = _page(desk).trial

    assert trial is not None
    assert "«- query:»" in trial.unreadable or "query" in trial.unreadable
    assert desk.browser.get("/redaksjon").status_code == 200


def test_until_search_has_been_tried_the_page_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editorial_page, "PATIENCE", 0.0)
    monkeypatch.setattr(assembly.Trial, "_ask", lambda *_arguments: None)

    html = desk.browser.get("/redaksjon").text

    assert "Søket blir prøvd nå" in html
    _valid(html)


def test_what_was_missed_before_a_save_is_shown_as_such_until_it_has_been_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _page(desk).trial is not None
    desk.save("artikler/ny.md", "# Ny\n")
    monkeypatch.setattr(editorial_page, "PATIENCE", 0.0)
    monkeypatch.setattr(assembly.Trial, "_ask", lambda *_arguments: None)

    trial = _page(desk).trial

    assert trial is not None
    assert not trial.is_now
    assert "før du sist lagret" in desk.browser.get("/redaksjon").text


def test_an_empty_folder_is_praised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editorial_page, "PATIENCE", 60.0)
    content = make_content(tmp_path, {"_facets.yml": "[]\n"})
    sites = assembly.SiteInDevelopment(Settings(content=content, index=tmp_path / "index", engine="memory"))
    sites.look_over()

    html = TestClient(create_app(sites, development=True)).get("/redaksjon").text

    assert "Alt er i orden" in html
    assert "Alle lenker fører dit de skal" in html
    _valid(html)


@pytest.mark.parametrize("address", ["/redaksjon", "/redaksjon?maal=nn", "/artikler/feil", "/artikler/feil?maal=nn"])
def test_what_editors_see_is_valid(desk: Desk, address: str) -> None:
    _valid(desk.browser.get(address).text)


def test_each_thing_to_mend_stands_beside_its_text_and_is_led_to_from_the_top(desk: Desk) -> None:
    html = desk.browser.get("/artikler/feil").text

    for before, name, after in [
        ("Frister", "rette-1", "Les om"),
        ("<li>", "rette-2", "Se "),
        ("</ul>", "rette-3", "Etter nyloven"),
    ]:
        assert f'href="#{name}"' in html
        place = html.index(f'id="{name}"')
        assert html.rindex(before, 0, place) < place < html.index(after, place)
    assert "feil.md:14" in html
    assert "Mente du «hasteflytting»?" in html
    assert re.search(r"Feil</strong>\s*<span[^>]*>Lenken til «hasteflyting»", html)


def test_what_concerns_a_field_is_told_at_the_top(desk: Desk) -> None:
    part = page_of(desk.browser.get("/artikler/utkast")).editing

    assert [(one.problem.line, one.section, one.in_text) for one in part.mended if one.problem.line == 4] == [
        (4, None, False)
    ]


def test_the_text_is_that_of_readers_when_there_is_nothing_to_mend(desk: Desk, small: TestClient) -> None:
    def prose(browser: TestClient) -> str:
        html = browser.get("/prosesser/hasteflytting").text
        return html[html.index('<div class="prose"') : html.index('<div class="after')]

    assert page_of(desk.browser.get("/prosesser/hasteflytting")).editing.mended == ()
    assert prose(desk.browser) == prose(small)


def test_a_page_whose_file_cannot_be_published_says_that_it_is_the_former_one(desk: Desk) -> None:
    file = "verdier/apenhet.md"
    text = (desk.settings.content / file).read_text("utf-8")
    desk.save(file, text.replace("kind: verdi", "kind: verdii").replace("Fortell hvorfor", "Si hvorfor"))

    html = desk.browser.get("/verdier/apenhet").text

    assert "Denne siden viser den forrige versjonen: filen har feil som stopper publisering." in html
    assert "Fortell hvorfor" in html
    assert "Mente du «verdi»?" in html
    assert [one.id for one in _page(desk).overview.held_back] == ["apenhet"]
    _valid(html)
    _valid(desk.browser.get("/redaksjon").text)


def test_readers_get_nothing_of_this(small: TestClient, desk: Desk) -> None:
    assert small.get("/redaksjon").status_code == 404
    page = small.get("/artikler/utkast")
    assert page_of(page).editing is None
    assert "editing.css" not in page.text
    assert "editing.css" in desk.browser.get("/artikler/utkast").text


def test_an_article_is_not_blamed_for_a_file_whose_name_ends_alike(desk: Desk) -> None:
    desk.save("l.md", "# L\n")
    desk.save("artikler/el.md", "---\ntitle: El\nbasis: [nei]\n---\n")

    article = desk.sites().rendered("l").article

    assert assembly.problems_of(desk.sites(), article) == ()
