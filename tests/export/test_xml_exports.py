"""Feed, sitemap and browser search: valid XML, with what the formats require."""

from datetime import date
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from kb.articles import Article, Kind, Status, Variant
from kb.export import browser_search, feed, sitemap
from kb.export.publication import Publication, one_line

PUBLICATION = Publication("https://kunnskap.example.no")
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ODD = st.text(st.characters(exclude_categories=()), max_size=60)


def article(article_id: str, reviewed: date | None = date(2026, 11, 22), **fields: Any) -> Article:
    known: dict[str, Any] = {
        "title": article_id.capitalize(),
        "kind": Kind.ARTICLE,
        "summary": "",
        "lang": Variant.BOKMAL,
        "body": "",
        "path": "",
    }
    return Article(id=article_id, reviewed=reviewed, **(known | fields))


def parsed(document: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(document)  # noqa: S314 (our own document)


def feed_of(*articles: Article) -> ElementTree.Element:
    return parsed(feed.atom_feed(articles, PUBLICATION, own_address="/feed.xml"))


def sitemap_of(*articles: Article, other: tuple[str, ...] = ()) -> dict[str, str | None]:
    top = parsed(sitemap.sitemap(articles, PUBLICATION, other))
    assert top.tag == f"{SITEMAP}urlset"
    return {
        place.findtext(f"{SITEMAP}loc", ""): place.findtext(f"{SITEMAP}lastmod") for place in top.iter(f"{SITEMAP}url")
    }


def titles(top: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title", "") for entry in top.iter(f"{ATOM}entry")]


def test_the_article_reviewed_last_comes_first_and_ties_stand_still() -> None:
    top = feed_of(article("b"), article("gammel", date(2020, 1, 1)), article("a"))

    assert titles(top) == ["A", "B", "Gammel"]
    assert top.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"


def test_drafts_and_articles_without_a_review_are_not_news() -> None:
    assert titles(feed_of(article("utkast", status=Status.DRAFT), article("ukjent", None))) == []


def test_a_feed_without_entries_is_still_a_feed() -> None:
    top = feed_of()

    for required in ("id", "title", "updated"):
        assert top.findtext(f"{ATOM}{required}")


def test_a_feed_is_never_longer_than_its_bound() -> None:
    assert len(titles(feed_of(*(article(f"a{number}") for number in range(100))))) == feed.MOST_ENTRIES


def test_an_entry_has_what_atom_requires_and_keeps_its_id_when_it_moves() -> None:
    before = feed_of(article("hasteflytting", kind=Kind.ARTICLE))[-1]
    after = feed_of(article("hasteflytting", kind=Kind.PROCESS, lang=Variant.NYNORSK))[-1]

    link = after.find(f"{ATOM}link")
    assert before.findtext(f"{ATOM}id") == after.findtext(f"{ATOM}id") == "https://kunnskap.example.no/a/hasteflytting"
    assert link is not None
    assert link.get("href") == "https://kunnskap.example.no/prosesser/hasteflytting"
    assert after.get(LANGUAGE) == "nn"
    assert after.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"


def test_a_feed_names_itself_its_site_and_its_author() -> None:
    top = feed_of(article("a"))

    assert {link.get("rel"): link.get("href") for link in top.findall(f"{ATOM}link")} == {
        "self": "https://kunnskap.example.no/feed.xml",
        "alternate": "https://kunnskap.example.no/",
    }
    assert top.findtext(f"{ATOM}author/{ATOM}name") == "MITT LIV kunnskapsbase"


@given(title=ODD, summary=ODD)
def test_a_feed_holds_any_title(title: str, summary: str) -> None:
    entry = feed_of(article("a", title=title, summary=summary))[-1]

    assert entry.findtext(f"{ATOM}title") == one_line(title)
    assert entry.findtext(f"{ATOM}summary") == one_line(summary)


def test_the_sitemap_tells_when_each_page_was_last_looked_over() -> None:
    places = sitemap_of(
        article("a"), article("b", date(2026, 1, 1)), article("ny", None, kind=Kind.TERM), other=("/tidslinje",)
    )

    assert places == {
        "https://kunnskap.example.no/": "2026-11-22",
        "https://kunnskap.example.no/artikler": "2026-11-22",
        "https://kunnskap.example.no/begreper": None,
        "https://kunnskap.example.no/tidslinje": None,
        "https://kunnskap.example.no/artikler/a": "2026-11-22",
        "https://kunnskap.example.no/artikler/b": "2026-01-01",
        "https://kunnskap.example.no/begreper/ny": None,
    }


def test_a_draft_is_not_in_the_sitemap() -> None:
    assert sitemap_of(article("a", status=Status.DRAFT)) == {"https://kunnskap.example.no/": None}


def test_the_sitemap_keeps_within_the_bound_of_the_protocol() -> None:
    many = [article(f"a{number}") for number in range(sitemap.MOST_ADDRESSES)]

    assert len(sitemap_of(*many)) == sitemap.MOST_ADDRESSES


def description_of(publication: Publication) -> ElementTree.Element:
    return parsed(
        browser_search.browser_search(
            publication, text_parameter="q", own_address="/opensearch.xml", icon="/favicon.svg"
        )
    )


def test_a_browser_learns_where_to_search() -> None:
    top = description_of(PUBLICATION)

    templates = {(url.get("type"), url.get("rel")): url.get("template") for url in top.findall(f"{OPENSEARCH}Url")}
    assert top.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert templates == {
        ("text/html", None): "https://kunnskap.example.no/sok?q={searchTerms}",
        ("application/opensearchdescription+xml", "self"): "https://kunnskap.example.no/opensearch.xml",
    }
    assert top.findtext(f"{OPENSEARCH}Image") == "https://kunnskap.example.no/favicon.svg"


@given(name=ODD)
def test_the_names_are_as_short_as_the_form_asks(name: str) -> None:
    top = description_of(Publication("https://kunnskap.example.no", name))

    assert len(top.findtext(f"{OPENSEARCH}ShortName") or "") <= 16
    assert len(top.findtext(f"{OPENSEARCH}LongName") or "") <= 48
    assert len(top.findtext(f"{OPENSEARCH}Description") or "") <= 1024


def test_a_name_is_cut_between_words() -> None:
    top = description_of(PUBLICATION)

    assert top.findtext(f"{OPENSEARCH}ShortName") == "MITT LIV"
    assert top.findtext(f"{OPENSEARCH}LongName") == "MITT LIV kunnskapsbase"
