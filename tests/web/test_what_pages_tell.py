"""What pages are given: looked at as values, not as markup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kb.articles import Section
from kb.law.provisions import State
from kb.messages import BOKMAL
from kb.web.editing_part import section_at
from kb.web.search_page import numbers_around
from kb.web.shown import questions
from tests.web.world import FILES, LAW, client_for, page_of, settings_for


def page(client: TestClient, address: str, **headers: str) -> Any:
    return page_of(client.get(address, headers=headers))


def test_a_process_tells_its_steps_and_what_belongs_to_it(small: TestClient) -> None:
    process = page(small, "/prosesser/hasteflytting").process

    assert [step.anchor for step in process.steps] == ["steg-1", "steg-2"]
    assert [section.anchor for section in process.jumps] == ["frister", "sjekkliste"]
    assert [[article.id for article in group.articles] for group in process.belongs] == [
        ["apenhet"],
        ["nyloven-2021-1-4"],
    ]


def test_the_front_page_shows_what_is_asked_first_in_each_process(tmp_path: Path) -> None:
    asked = """
## Spørsmål og svar {#sporsmal}

### Hvem bestemmer? {#hvem}

Lederen.

### Hvor lenge? {#hvor-lenge}

Seks uker.

### Og så? {#og-saa}

Nemnda.

## Det vi ikke vet {#mangler}

### Er dette et spørsmål? {#spm}

Ikke her.
"""
    files = {**FILES, "prosesser/hasteflytting.md": FILES["prosesser/hasteflytting.md"] + asked}
    with client_for(settings_for(tmp_path, files)) as client:
        (first,) = page(client, "/").asked
        html = client.get("/").text

    assert first.process.id == "hasteflytting"
    assert [question.anchor for question in first.questions] == ["hvem", "hvor-lenge"]
    assert '<a href="/prosesser/hasteflytting#hvor-lenge">Hvor lenge?</a>' in html


def test_a_process_without_questions_asks_none() -> None:
    sections = (Section("", "", 1, "", 1), Section("frister", "Frister", 2, "", 2))

    assert questions(sections) == ()


def test_the_front_page_begins_with_the_methods_that_most_articles_refer_to(tmp_path: Path) -> None:
    method = "---\ntitle: {title}\nkind: arbeidsmate\nsummary: Slik.\n---\nSlik.\n"
    files = {
        **FILES,
        "arbeidsmater/aa-spoerre.md": method.format(title="A"),
        "arbeidsmater/vente.md": method.format(title="Å vente"),
        "artikler/om-aa-vente.md": "---\ntitle: Om å vente\n---\nSe [Å vente](vente).\n",
    }
    with client_for(settings_for(tmp_path, files)) as client:
        methods = page(client, "/").methods

    assert methods[0].id == "vente"


def test_a_repealed_provision_says_so_and_where_to_look_now(small: TestClient) -> None:
    response = small.get("/lov/gamleloven-1992-1-6")
    law = page_of(response).law

    assert law.state is State.REPEALED
    assert [one.cited for one in law.replaced_by] == ["nyloven (2021) § 1-4"]
    assert law.replaced_by[0].certainty == "det er vår egen lesning av lovtekstene"
    heading = response.text.index("<h1>")
    warning = response.text.index("Opphevet 1. januar 2023. Gjelder ikke lenger.")
    assert heading < warning < response.text.index("Barnet hadde rett til å medvirke", heading)
    assert "fra 1. juli 2018 til 1. januar 2023" in " ".join(response.text.split())


def test_a_provision_has_its_act_on_a_line_of_its_own_and_says_it_once(small: TestClient) -> None:
    html = small.get("/lov/gamleloven-1992-1-6").text
    heading = html.partition("<h1>")[2].partition("</h1>")[0]

    assert heading.startswith('Medvirkning <span class="unseen">– </span><span class="of-act">gamleloven (1992) ')
    assert "Vises til som" not in html


def test_no_line_of_a_title_begins_with_a_dash(small: TestClient) -> None:
    hit = small.get("/sok?q=gamleloven").text.partition("data-hit>")[2].partition("</a>")[0]

    assert hit.startswith("Medvirkning\N{NO-BREAK SPACE}– gamleloven (1992) ")


def test_a_title_that_does_not_end_with_the_act_stands_as_it_is(tmp_path: Path) -> None:
    name = "lov/gamleloven-1992-1-6.md"
    files = {**FILES, name: FILES[name].replace("title: ", "title: Gammelt om ", 1)}
    with client_for(settings_for(tmp_path, files)) as client:
        html = client.get("/lov/gamleloven-1992-1-6").text

    assert "Vises til som" in html


def test_history_is_told_calmly_and_what_is_repealed_with_a_warning(tmp_path: Path) -> None:
    told = "---\ntitle: Det var en gang\nkind: historie\nstatus: historisk\nsummary: Før.\n---\nFør.\n"
    with client_for(settings_for(tmp_path, {**FILES, "historie/en-gang.md": told})) as client:
        past, repealed = client.get("/historie/en-gang").text, client.get("/lov/gamleloven-1992-1-6").text
        listed = client.get("/historie").text

    assert "Dette er historie, og gjelder ikke lenger." in past
    assert "note-warning" not in past
    assert "note-warning" in repealed
    assert "badge-status" not in listed


def test_a_provision_in_force_tells_what_it_replaced_and_who_refers_to_it(small: TestClient) -> None:
    law_page = page(small, "/lov/nyloven-2021-1-4")

    assert law_page.law.state is State.IN_FORCE
    assert [one.cited for one in law_page.law.replaces] == ["gamleloven (1992) § 1-6"]
    assert "hasteflytting" in [article.id for group in law_page.incoming for article in group.articles]
    assert law_page.law.official.startswith("https://lovdata.no/lov/2021-06-18-97")


def test_the_glossary_goes_from_a_to_aa(small: TestClient) -> None:
    letters = page(small, "/begreper").letters

    assert [letter.letter for letter in letters] == ["A", "G", "H", "Z", "Å"]
    assert [(word.text, word.leads_to) for word in letters[2].words] == [("Hastevedtak", "Akuttvedtak")]


def test_the_timeline_is_in_order_and_begins_with_capitals(small: TestClient) -> None:
    events = page(small, "/tidslinje").events

    assert [BOKMAL.text(event.when) for event in events] == [
        "2013",
        "26. mars 2015",
        "Våren 2016",
        "1. januar 2023",
        "1. januar 2023",
    ]
    assert BOKMAL.text(events[1].title) == "Konferanse"
    assert {BOKMAL.text(event.title) for event in events[3:]} == {
        "Nyloven (2021) trer i kraft",
        "Gamleloven (1992) oppheves",
    }


def test_an_overdue_review_is_told(small: TestClient) -> None:
    assert page(small, "/prosesser/ettervern").is_overdue
    assert not page(small, "/prosesser/hasteflytting").is_overdue
    assert "Skulle vært gjennomgått igjen 31. januar 2021" in small.get("/prosesser/ettervern").text


def test_an_article_come_to_from_search_knows_the_way_back_and_what_to_mark(small: TestClient) -> None:
    article = page(small, "/prosesser/hasteflytting?q=akuttplassering+barnet&type=prosess")

    assert article.came_from.address == "/sok?q=akuttplassering+barnet&type=prosess"
    assert "barnet" in article.marks


def test_an_article_come_to_directly_has_nothing_marked(small: TestClient) -> None:
    article = page(small, "/prosesser/hasteflytting")

    assert article.came_from.is_empty
    assert article.marks == ()


def test_sources_have_the_anchors_that_citations_lead_to(small: TestClient) -> None:
    response = small.get("/prosesser/hasteflytting")

    assert 'id="kilde-1"' in response.text
    assert "En bok" in response.text


def test_choices_can_be_taken_away_one_by_one(small: TestClient) -> None:
    search = page(small, "/sok?q=barnet&type=prosess&prosess=hasteflytting")

    assert [choice.label.nb for choice in search.choices] == ["Hasteflytting", "Prosess"]
    assert search.choices[1].address == "/sok?q=barnet&prosess=hasteflytting"


def test_pages_are_told_with_gaps() -> None:

    assert numbers_around(1, 1) == ()
    assert numbers_around(1, 3) == (1, 2, 3)
    assert numbers_around(5, 9) == (1, None, 4, 5, 6, None, 9)
    assert numbers_around(3, 9) == (1, 2, 3, 4, None, 9)


def test_what_is_too_far_to_be_a_hit_is_a_link_away_on_the_last_page(tmp_path: Path) -> None:
    near = {f"naer-{number:02}.md": "# Barnet nekter flytting\n" for number in range(12)}
    far = {f"vidt-{number:02}.md": f"# Annet\n\nOm barnet. {'Og mange andre ord. ' * 40}\n" for number in range(15)}
    client = client_for(settings_for(tmp_path, near | far))

    first, last = client.get("/sok?q=barnet+nekter+flytting"), client.get("/sok?q=barnet+nekter+flytting&side=2")

    wide = "/sok?q=barnet+nekter+flytting&amp;treff=alle#antall"
    assert "Vis også 15 artikler som bare har litt av det du skrev" in last.text
    assert wide in last.text
    assert wide not in first.text
    assert page(client, "/sok?q=barnet+nekter+flytting&treff=alle").results.total == 27


def test_no_hits_is_a_page_with_a_way_onward(small: TestClient) -> None:
    response = small.get("/sok?q=qqqwwwxxx&type=lov")

    assert page_of(response).results.total == 0
    assert "Søk uten valgene" in response.text
    assert "/prosesser/hasteflytting" in response.text


def test_a_line_of_a_file_is_in_the_last_section_that_began_before_it() -> None:
    sections = tuple(Section(anchor, anchor, 2, "", line) for anchor, line in (("", 5), ("a", 10), ("b", 20)))

    found = [section_at(line, sections) for line in (1, 7, 10, 19, 99)]

    assert [section.anchor if section else None for section in found] == [None, None, "a", "a", "b"]


def test_provisions_are_listed_by_their_numbers_under_their_act(small: TestClient) -> None:
    numbered = page(small, "/lov").numbered

    assert {name: (one.number, one.name) for name, one in numbered.items()} == {
        "nyloven-2021-1-4": ("§ 1-4", "Barnets rett til medvirkning"),
        "gamleloven-1992-1-6": ("§ 1-6", "Medvirkning"),
    }
    assert page(small, "/verdier").numbered == {}


def test_an_act_of_many_provisions_is_listed_by_chapter(tmp_path: Path) -> None:
    numbers = [f"{chapter}-{place}" for chapter in (2, 3) for place in range(1, 12)]
    provisions = "".join(
        f'  - {{id: nyloven-2021-{number}, act: nyloven-2021, number: "{number}", heading: Regel}}\n'
        for number in numbers
    )
    chapters = """chapters:
  - {act: nyloven-2021, number: "2", title: Undersøkelse}
  - {act: nyloven-2021, number: "3", title: Hjelpetiltak}
  - {act: nyloven-2021, number: "4", title: Uten artikler}
"""
    files = {
        **FILES,
        "_law.yml": LAW.replace("successors:", provisions + chapters + "successors:"),
        **{
            f"lov/nyloven-2021-{number}.md": f"---\ntitle: Regel – nyloven (2021) § {number}\nkind: lov\n---\nRegel.\n"
            for number in numbers
        },
    }
    with client_for(settings_for(tmp_path, files)) as client:
        act, former = page(client, "/lov").groups
        html = client.get("/lov").text

    assert [(chapter.anchor, len(chapter.articles)) for chapter in act.parts] == [
        ("nyloven-2021-kapittel-2", 11),
        ("nyloven-2021-kapittel-3", 11),
    ]
    assert [article.id for article in act.articles] == ["nyloven-2021-1-4"]
    assert former.parts == ()
    assert '<h3 id="nyloven-2021-kapittel-3"><span class="whole">Kapittel 3</span> Hjelpetiltak</h3>' in html


def test_a_word_that_is_another_form_of_its_term_or_in_another_standard_is_no_line_of_its_own(tmp_path: Path) -> None:
    synonyms = """
- id: akuttvedtak
  article: akuttvedtak
  preferred: {nb: akuttvedtak, nn: akuttvedtak}
  allowed:
    nb: [akuttvedtaket, akutt vedtak, akutte vedtak, nytt akuttvedtak, hastehjem, hastehjemmet, hurtigvedtak]
    nn: [snøggvedtak]
"""
    client = client_for(settings_for(tmp_path, {**FILES, "_synonyms.yml": synonyms}))

    words = [word.text for letter in page(client, "/begreper").letters for word in letter.words]

    assert words == ["Akuttvedtak", "Hastehjem", "Hurtigvedtak", "Zebra", "Åsebegrep"]


def test_every_page_says_who_to_write_to(tmp_path: Path) -> None:
    client = client_for(replace(settings_for(tmp_path), contact="postmottak@example.no"))

    for address in ("/", "/sok?q=barnet", "/prosesser/hasteflytting", "/finnes-ikke"):
        assert 'Skriv til <a href="mailto:postmottak@example.no">' in client.get(address).text


def test_nobody_is_told_of_a_contact_that_is_not_there(small: TestClient) -> None:
    assert "Skriv til" not in small.get("/").text


@pytest.mark.parametrize("development", [False, True])
def test_a_page_does_not_say_its_summary_twice(tmp_path: Path, development: bool) -> None:
    once = "Si det én gang, se [akuttvedtak](akuttvedtak)."
    files = {**FILES, "artikler/en-gang.md": f"---\ntitle: Én gang\n---\n{once}\n\n## Mer\n\nTekst.\n"}
    with client_for(settings_for(tmp_path, files), development=development) as client:
        html = client.get("/artikler/en-gang").text.partition("<main")[2]

    assert html.count("Si det én gang, se") == 1
    assert '<div class="lead"><p>Si det én gang, se <a href="/begreper/akuttvedtak">' in html


def test_a_note_leads_to_the_act_by_words_and_not_by_its_address(small: TestClient) -> None:
    html = small.get("/sok?q=gamleloven+§+9-9").text

    assert 'gamleloven (1992) <a href="https://lovdata.no/lov/1992-07-17-100" rel="external">hos Lovdata</a>.' in html
