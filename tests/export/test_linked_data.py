"""What pages tell of themselves is true, complete JSON that cannot break out of its element."""

import json
from datetime import date
from typing import Any

from html5lib import HTMLParser
from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Article, Kind, Label, Section, Source, Status, Variant
from kb.concepts import Concept
from kb.export import linked_data
from kb.export.linked_data import Surroundings
from kb.export.publication import Publication
from kb.law.provisions import Act, ActKind, LawRegister, Provision

PUBLICATION = Publication("https://kunnskap.example.no")
TODAY = date(2026, 11, 22)
LAW = LawRegister.of(
    [
        Act(
            "ny",
            "loven",
            2021,
            "Lov om noe",
            "LOV-2021-06-18-97",
            in_force=date(2023, 1, 1),
            url="https://lovdata.no/lov/x",
        ),
        Act("gammel", "loven", 1992, "Lov om noe", "LOV-1992-07-17-100", repealed=date(2023, 1, 1)),
        Act("avtalen", "avtalen", 1989, kind=ActKind.CONVENTION),
    ],
    [
        Provision("ny-1-4", "ny", "1-4", "Medvirkning", in_force=date(2023, 1, 1)),
        Provision("ny-2-6", "ny", "2-6", in_force=date.max),
        Provision("gammel-1-6", "gammel", "1-6", repealed=date(2023, 1, 1)),
        Provision("avtalen-12", "avtalen", "12"),
    ],
)


def article(article_id: str = "hasteflytting", kind: Kind = Kind.PROCESS, **fields: Any) -> Article:
    known: dict[str, Any] = {
        "title": "Hasteflytting",
        "summary": "Når barnet må flytte.",
        "lang": Variant.BOKMAL,
        "body": "",
        "path": "",
        "reviewed": date(2026, 11, 1),
    }
    return Article(id=article_id, kind=kind, **(known | fields))


def told_of(told: Article, **around: Any) -> dict[str, Any]:
    return linked_data.of_article(told, PUBLICATION, TODAY, Surroundings(**around))


def test_an_article_is_known_by_its_permanent_address_and_found_at_its_own() -> None:
    node = told_of(article())

    assert node["@id"] == "https://kunnskap.example.no/a/hasteflytting"
    assert node["url"] == "https://kunnskap.example.no/prosesser/hasteflytting"
    assert node["author"]["name"] == "MITT LIV kunnskapsbase"
    assert node["mainEntityOfPage"]["lastReviewed"] == node["dateModified"] == "2026-11-01"


def test_what_is_not_known_is_not_told() -> None:
    node = told_of(article(reviewed=None, summary=""))

    assert not {"dateModified", "description", "keywords", "citation", "creativeWorkStatus"} & node.keys()
    assert "lastReviewed" not in node["mainEntityOfPage"]


def test_a_draft_says_that_it_is_one() -> None:
    assert told_of(article(status=Status.DRAFT))["creativeWorkStatus"] == "Draft"


def test_the_sources_are_told_with_who_published_them() -> None:
    node = told_of(article(sources=(Source("Veileder", publisher="Bufdir"), Source("Bok"))))

    assert node["citation"] == [
        {"@type": "CreativeWork", "name": "Veileder", "publisher": {"@type": "Organization", "name": "Bufdir"}},
        {"@type": "CreativeWork", "name": "Bok"},
    ]


def test_a_process_is_a_way_of_doing_with_its_steps_in_order() -> None:
    steps = (Section("steg-1", "1. Avklar", 3, "", 1), Section("steg-2", "2. Snakk med barnet", 3, "", 9))

    node = told_of(article(), steps=steps)

    assert [(step["position"], step["name"], step["url"]) for step in node["mainEntity"]["step"]] == [
        (1, "Avklar", "https://kunnskap.example.no/prosesser/hasteflytting#steg-1"),
        (2, "Snakk med barnet", "https://kunnskap.example.no/prosesser/hasteflytting#steg-2"),
    ]


def test_a_process_without_steps_does_not_pretend_to_have_any() -> None:
    assert "mainEntity" not in told_of(article())


def test_a_term_is_told_with_its_other_words_but_not_the_discouraged_ones() -> None:
    concept = Concept(
        "akuttvedtak",
        Label("akuttvedtak", "akuttvedtak"),
        allowed={Variant.BOKMAL: ("hastevedtak",)},
        discouraged={Variant.BOKMAL: ("akutten",)},
    )

    term = told_of(article("akuttvedtak", Kind.TERM, title="Akuttvedtak"), concepts=(concept,))["mainEntity"]

    assert term["@type"] == "DefinedTerm"
    assert term["alternateName"] == ["hastevedtak"]
    assert term["inDefinedTermSet"]["url"] == "https://kunnskap.example.no/begreper"


def test_a_provision_in_force_is_told_with_its_act_and_from_when() -> None:
    about = told_of(article("ny-1-4", Kind.LAW), law=LAW)["about"]

    assert about["legislationIdentifier"] == "LOV-2021-06-18-97 § 1-4"
    assert about["legislationLegalForce"] == "InForce"
    assert about["temporalCoverage"] == "2023-01-01/.."
    assert about["legislationJurisdiction"] == "NO"
    assert about["isPartOf"]["legislationDate"] == "2021-06-18"
    assert about["url"] == "https://lovdata.no/lov/x/%C2%A71-4"


def test_a_repealed_provision_ends_on_its_last_day() -> None:
    about = told_of(article("gammel-1-6", Kind.LAW, valid_from=date(2018, 7, 1)), law=LAW)["about"]

    assert about["legislationLegalForce"] == "NotInForce"
    assert about["temporalCoverage"] == "2018-07-01/2022-12-31"


def test_a_provision_that_is_adopted_only_has_no_period() -> None:
    about = told_of(article("ny-2-6", Kind.LAW), law=LAW)["about"]

    assert about["legislationLegalForce"] == "NotInForce"
    assert "temporalCoverage" not in about


def test_a_whole_act_is_told_as_itself() -> None:
    about = told_of(article("gammel", Kind.LAW), law=LAW)["about"]

    assert about["legislationIdentifier"] == "LOV-1992-07-17-100"
    assert about["temporalCoverage"] == "../2022-12-31"


def test_a_convention_is_not_of_one_country() -> None:
    about = told_of(article("avtalen-12", Kind.LAW), law=LAW)["about"]

    assert about["legislationIdentifier"] == "avtalen artikkel 12"
    assert "legislationJurisdiction" not in about


def test_a_provision_that_the_register_does_not_know_is_an_article_only() -> None:
    assert "about" not in told_of(article("ukjent", Kind.LAW), law=LAW)


def test_the_site_tells_how_to_search_it() -> None:
    action = linked_data.of_website(PUBLICATION, text_parameter="q")["potentialAction"]

    assert action["target"]["urlTemplate"] == "https://kunnskap.example.no/sok?q={search_term_string}"
    assert action["query-input"] == "required name=search_term_string"


def test_a_trail_counts_its_steps_from_one() -> None:
    trail = linked_data.of_trail([("Forsiden", "/"), ("Prosesser", "/prosesser")], PUBLICATION)

    assert [(step["position"], step["item"]) for step in trail["itemListElement"]] == [
        (1, "https://kunnskap.example.no/"),
        (2, "https://kunnskap.example.no/prosesser"),
    ]


ODD = st.text(max_size=60) | st.sampled_from(["</script><b>", "<!--<script>", "]]>", "&lt;", "\u2028", '"\\'])


@given(title=ODD, summary=ODD)
def test_no_title_ends_the_element_or_changes_on_the_way(title: str, summary: str) -> None:
    text = linked_data.as_script(told_of(article(title=title, summary=summary)))

    page = HTMLParser(namespaceHTMLElements=False).parse(f'<script type="application/ld+json">{text}</script><p>etter')
    script = page.find(".//script")
    read = json.loads(script.text)
    assert read["@context"] == "https://schema.org"
    assert read["@graph"][0].get("headline", "") == title
    assert read["@graph"][0].get("description", "") == summary
    assert page.find(".//p").text == "etter"
