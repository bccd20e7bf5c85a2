"""The command `kb` as people and programs call it."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sites import make_content

KB = Path(sys.executable).with_name("kb")


def kb(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KB_CONTENT": str(folder / "content"), "KB_INDEX": str(folder / "index"), **variables}
    return subprocess.run(
        [KB, *arguments], env=environment, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def kb_on_a_full_disk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command where no file may hold a byte, which is as near to a full disk as everyone may come."""
    environment = {**os.environ, "KB_CONTENT": str(folder / "content"), "KB_INDEX": str(folder / "index")}
    return subprocess.run(
        ["sh", "-c", 'ulimit -f 0 && exec "$@"', "sh", str(KB), *arguments],
        env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_content(tmp_path)
    return tmp_path


def test_index_ends_with_one_line_of_articles_sections_and_seconds(folder: Path) -> None:
    made = kb(folder, "index")

    assert made.returncode == 0
    assert made.stderr == ""
    assert made.stdout.startswith("3 artikler, 4 avsnitt, ")
    assert made.stdout.count("\n") == 1


def test_index_lists_every_mistake_with_file_and_line(folder: Path) -> None:
    (folder / "content" / "a.md").write_text("---\ntitle: A\nkind: prosses\n---\nA\n", encoding="utf-8")
    (folder / "content" / "b.md").write_text("---\ntitle: B\nstauts: utkast\n---\nB\n", encoding="utf-8")

    made = kb(folder, "index")

    assert made.returncode == 1
    assert "a.md:3: " in made.stderr
    assert "b.md:3: " in made.stderr
    assert "status" in made.stderr
    assert not (folder / "index" / "current").exists()


def test_search_prints_what_a_person_can_read(folder: Path) -> None:
    asked = kb(folder, "search", "akuttplassering")

    assert asked.returncode == 0
    assert asked.stdout.splitlines()[0] == "1 treff på «akuttplassering»"
    assert "/prosesser/hasteflytting" in asked.stdout


def test_search_as_json_has_the_form_of_the_contract(folder: Path) -> None:
    asked = kb(folder, "search", "frister", "--json", "--filter", "type=prosess")

    answer = json.loads(asked.stdout)
    hit = answer["hits"][0]
    assert {"query", "total", "page", "pages", "took_ms", "hits", "facets", "did_you_mean", "notes"} <= set(answer)
    assert (hit["id"], hit["url"]) == ("hasteflytting", "/prosesser/hasteflytting")
    assert hit["section"] == {"anchor": "frister", "title": "Frister", "url": "/prosesser/hasteflytting#frister"}
    assert {"value": "prosess", "label": "Prosess", "count": 1, "selected": True} in answer["facets"]["type"]


def test_a_batch_answers_every_line_in_order_also_an_empty_one(folder: Path) -> None:
    (folder / "queries.txt").write_text("havregrøt\n\nåpenhet\n", encoding="utf-8")

    asked = kb(folder, "search", "--batch", "queries.txt", "--json")

    answers = [json.loads(line) for line in asked.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == ["havregrøt", "", "åpenhet"]
    assert [answer["total"] for answer in answers] == [1, 3, 1]


def test_what_is_too_far_to_be_a_hit_is_an_option_away(folder: Path) -> None:
    for number in range(12):
        (folder / f"content/naer-{number:02}.md").write_text("# Bjørnen nekter honning\n", encoding="utf-8")
        far = f"# Annet\n\nOm bjørnen. {'Og mange andre ord. ' * 40}\n"
        (folder / f"content/vidt-{number:02}.md").write_text(far, encoding="utf-8")

    asked = kb(folder, "search", "bjørnen nekter honning")
    wide = kb(folder, "search", "bjørnen nekter honning", "--all", "--json")

    assert asked.stdout.startswith("12 treff")
    assert asked.stdout.endswith("12 til har bare litt av det du skrev. Ta dem med: --all\n")
    assert json.loads(wide.stdout)["total"] == 24


def test_an_option_wins_over_a_variable(folder: Path) -> None:
    other = folder / "other"
    make_content(other, {"content.md": "# Bare én\n"})

    made = kb(folder, "index", "--content", str(other / "content"))

    assert made.stdout.startswith("1 artikler")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search",), "Skriv enten en spørring eller --batch"),
        (("search", "x", "--filter", "prosess"), "prosess=hasteflytting"),
        (("search", "x", "--filter", "farge=rød"), "Velg blant"),
        (("index", "--content", "finnes-ikke"), "finnes-ikke"),
        (("evaluate",), "_judgements.yml"),
    ],
)
def test_a_command_called_wrongly_says_what_to_write_instead(
    folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    called = kb(folder, *arguments)

    assert called.returncode == 2
    assert told in called.stderr
    assert "Traceback" not in called.stderr


def test_a_setting_that_cannot_be_used_stops_the_command_with_a_sentence(folder: Path) -> None:
    called = kb(folder, "index", KB_ENGINE="elastic")

    assert called.returncode == 2
    assert called.stderr == "kb: KB_ENGINE er «elastic». Velg whoosh eller memory.\n"


def test_a_draft_passes_check_but_for_what_must_be_filled_in(folder: Path) -> None:
    made = kb(folder, "new", "begrep", "Barnets beste")

    path = folder / "content" / "begreper" / "barnets-beste.md"
    assert made.returncode == 0
    assert path.exists()
    checked = kb(folder, "check", "--json")
    rules = {json.loads(line)["rule"] for line in checked.stdout.splitlines() if "barnets-beste" in line}
    # What only the author knows: the text, the sources, and what the article rests on.
    assert rules == {"utkast", "kilde", "grunnlag"}
    again = kb(folder, "new", "begrep", "Barnets beste")
    assert again.returncode == 2
    assert "«Barnets beste» er alt tittelen på begreper/barnets-beste.md." in again.stderr
    assert list((folder / "content" / "begreper").iterdir()) == [path]


def test_check_tells_which_are_errors_and_which_are_warnings(folder: Path) -> None:
    (folder / "content" / "a.md").write_text("# A\n\nSe <b>B</b>.\n\nSe [her](hasteflyting).\n", encoding="utf-8")

    checked = kb(folder, "check")

    lines = [line for line in checked.stdout.splitlines() if "/a.md:" in line]
    assert [line.split("/a.md:")[1].split(":")[0] for line in lines] == ["5", "3"]
    assert all(re.fullmatch(r".+\.\w+:\d+: .+ \[[a-zæøå-]+\]", line) for line in checked.stdout.splitlines())
    heads = checked.stderr.splitlines()
    assert heads[0] == "1 feil, som må rettes:"
    assert heads[1].endswith("som bare stopper kb check --strict:")
    errors, warnings = heads[2].split(", ")
    assert errors == "1 feil"
    count = len(checked.stdout.splitlines()) - 1
    assert warnings == f"{count} {'advarsel' if count == 1 else 'advarsler'}"


def test_a_review_that_is_overdue_is_told_of_and_stops_nothing(tmp_path: Path) -> None:
    article = (
        "---\ntitle: Ventetid\nkind: begrep\nsummary: Tiden mens noen venter.\nsources: [{title: Et hefte}]\n"
        "basis: [avledet]\nreviewed: 2020-01-01\nreview_due: 2021-01-01\n---\nTekst.\n"
    )
    make_content(tmp_path, {"begreper/ventetid.md": article})

    checked = kb(tmp_path, "check", "--strict", "--record")

    assert checked.returncode == 0
    assert re.fullmatch(r".+/ventetid\.md:8: .+ \[gjennomgang\]\n", checked.stdout)
    assert checked.stderr.splitlines()[-2:] == [
        "1 forfalt gjennomgang, som ikke stopper noe:",
        "0 feil, 0 advarsler, 1 forfalt gjennomgang",
    ]
    (tmp_path / "content" / "begreper" / "ventetid.md").write_text(article.replace("kind: begrep\n", ""), "utf-8")
    assert kb(tmp_path, "check", "--strict").returncode == 1


def test_what_the_machine_refuses_is_told_in_norwegian(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = kb(folder, "serve", "--port", str(taken.getsockname()[1]))

    assert told.returncode == 2
    assert "porten er opptatt. Velg en annen med --port eller KB_PORT." in told.stderr
    assert "Address" not in told.stderr

    (folder / "stengt").write_text("en fil", encoding="utf-8")
    refused = kb(folder, "index", "--index", str(folder / "stengt" / "indeks"))
    assert refused.returncode == 2
    assert "er ikke en mappe." in refused.stderr
    assert "Errno" not in refused.stderr


def test_check_tells_of_a_link_that_leads_nowhere_with_a_guess(folder: Path) -> None:
    (folder / "content" / "a.md").write_text("# A\n\nSe [her](hasteflyting).\n", encoding="utf-8")

    checked = kb(folder, "check")

    assert checked.returncode == 1
    assert "a.md:3: " in checked.stdout
    assert "hasteflytting" in checked.stdout


def test_recorded_addresses_may_not_disappear(folder: Path) -> None:
    kb(folder, "check", "--record")
    (folder / "content" / "verdier" / "apenhet.md").unlink()

    checked = kb(folder, "check", "--json")

    lost = [json.loads(line) for line in checked.stdout.splitlines() if "apenhet" in line]
    assert checked.returncode == 1
    assert lost[0]["file"].endswith("_published.txt")


DRAFT = "---\ntitle: Barnehus\nkind: begrep\nstatus: utkast\nsummary: Et sted.\n---\nEt sted.\n\n## Hvem {#hvem}\n"


def test_nothing_is_promised_of_content_with_errors(folder: Path) -> None:
    kb(folder, "check", "--record")
    before = (folder / "content" / "_published.txt").read_text("utf-8")
    (folder / "content" / "a.md").write_text("# A\n\nSe [her](hasteflyting).\n", encoding="utf-8")

    refused = kb(folder, "check", "--record")

    assert refused.returncode == 1
    assert (folder / "content" / "_published.txt").read_text("utf-8") == before
    assert "Ingen adresser er skrevet inn, for innholdet har feil. Rett dem først." in refused.stderr

    (folder / "content" / "a.md").write_text("# A\n\nSe [her](hasteflytting).\n", encoding="utf-8")
    recorded = kb(folder, "check", "--record")
    assert "1 ny adresse er skrevet inn." in recorded.stderr
    assert "ført inn" not in recorded.stdout
    assert "\na\n" in (folder / "content" / "_published.txt").read_text("utf-8")


def test_a_draft_is_promised_when_it_is_no_longer_one(folder: Path) -> None:
    kb(folder, "check", "--record")
    (folder / "content" / "barnehus.md").write_text(DRAFT, encoding="utf-8")

    recorded = kb(folder, "check", "--record")

    assert "0 nye adresser er skrevet inn." in recorded.stderr
    assert "ført inn" not in recorded.stdout
    assert "barnehus" not in (folder / "content" / "_published.txt").read_text("utf-8")

    (folder / "content" / "barnehus.md").write_text(DRAFT.replace("utkast", "gjeldende"), encoding="utf-8")
    assert "2 nye adresser er ikke ført inn: barnehus, barnehus#hvem." in kb(folder, "check").stdout
    assert "2 nye adresser er skrevet inn." in kb(folder, "check", "--record").stderr


def test_the_list_of_addresses_survives_a_disk_that_takes_no_more(folder: Path) -> None:
    kb(folder, "check", "--record")
    ledger = folder / "content" / "_published.txt"
    before = ledger.read_text("utf-8")
    (folder / "content" / "a.md").write_text("# A\n", encoding="utf-8")

    full = kb_on_a_full_disk(folder, "check", "--record")

    assert full.returncode == 2
    assert ledger.read_text("utf-8") == before
    assert f"{ledger} fikk ikke plass" in full.stderr
    assert list((folder / "content").glob(".*")) == []


def test_a_draft_that_gets_no_room_is_told_of_and_leaves_nothing(folder: Path) -> None:
    full = kb_on_a_full_disk(folder, "new", "begrep", "Barnehus")

    path = folder / "content" / "begreper" / "barnehus.md"
    assert full.returncode == 2
    assert f"{path} fikk ikke plass" in full.stderr
    assert not path.exists()


def test_an_index_that_gets_no_room_is_told_of_and_leaves_nothing(folder: Path) -> None:
    kb(folder, "index")
    before = sorted(path.name for path in (folder / "index").iterdir())

    full = kb_on_a_full_disk(folder, "index", "--force")

    assert full.returncode == 2
    assert f"{folder / 'index'} fikk ikke plass" in full.stderr
    assert "Errno" not in full.stderr
    assert sorted(path.name for path in (folder / "index").iterdir()) == before


def test_evaluate_measures_with_files_in_trec_form(folder: Path) -> None:
    (folder / "q.tsv").write_text("q1\thavregrøt\nq2\tfrister\n", encoding="utf-8")
    (folder / "qrels.txt").write_text("q1 0 uten-topptekst 1\nq2 0 hasteflytting 1\n", encoding="utf-8")

    measured = kb(folder, "evaluate", "--queries", "q.tsv", "--qrels", "qrels.txt", "--json")

    told = json.loads(measured.stdout)
    assert measured.returncode == 0
    assert (told["queries"], told["MRR@10"], told["success@1"], told["nDCG@10"]) == (2, 1.0, 1.0, 1.0)
    assert {"success@3", "recall@100", "worst"} <= set(told)


def test_schema_is_a_json_schema_that_knows_the_keys(folder: Path) -> None:
    told = json.loads(kb(folder, "schema").stdout)

    assert {"title", "kind", "laws", "review_due"} <= set(told["properties"])


def test_every_command_and_option_is_in_the_reference() -> None:
    reference = (Path(__file__).parents[2] / "docs" / "reference" / "commands.md").read_text("utf-8")
    from kb.cli.main import kb as group  # noqa: PLC0415 (the command is slow to import for the other tests)

    missing = [
        f"{name} {option}"
        for name, command in group.commands.items()
        for parameter in command.params
        for option in [*parameter.opts[:1]]
        if option.startswith("--")
        and f"`{option}" not in reference.partition(f"## `kb {name}")[2].partition("\n## ")[0]
        and option not in ("--content", "--index")
    ]

    assert missing == []
    assert all(f"## `kb {name}" in reference for name in group.commands)


@pytest.mark.parametrize(("kind", "said"), [("begrepp", "Mente du «begrep»?"), ("notat", "Velg blant prosess, ")])
def test_a_kind_that_is_not_there_is_told_of_in_norwegian(folder: Path, kind: str, said: str) -> None:
    told = kb(folder, "new", kind, "Barnets vilje")

    assert told.returncode == 2
    assert said in told.stderr


def test_a_draft_needs_neither_quotes_nor_small_letters(folder: Path) -> None:
    assert kb(folder, "new", "Begrep", "Barnets", "vilje").returncode == 0
    assert 'title: "Barnets vilje"' in (folder / "content" / "begreper" / "barnets-vilje.md").read_text("utf-8")


def test_templates_that_are_not_there_stop_the_server_before_it_says_that_it_is_ready(folder: Path) -> None:
    told = kb(folder, "serve", "--port", "0", KB_TEMPLATES=str(folder / "nowhere"))

    assert (told.returncode, told.stdout) == (2, "")
    assert "KB_TEMPLATES" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("serch", "x"), "Kommandoen 'serch' finnes ikke. Mente du"),
        (("search", "--limt", "3", "x"), "Valget '--limt' finnes ikke. Mente du '--limit'?"),
        (("search", "--limit", "0", "x"), "'--limit' kan ikke brukes: 0 passer ikke; det må være 1<=x<=1000."),
        (("search", "--limit"), "Valget '--limit' må ha noe etter seg."),
        (("search", "--batch", "borte.txt"), "'--batch' kan ikke brukes: 'borte.txt' finnes ikke."),
        (("new",), "Her mangler 'TYPE'."),
        (("index", "x"), "Det står for mye etter kommandoen: x."),
    ],
)
def test_what_is_wrong_with_a_command_is_said_in_norwegian(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    told = kb(folder, *arguments)

    assert told.returncode == 2
    assert f"Feil: {said}" in told.stderr
    assert [word for word in ("Usage", "Error", "Try ", "OPTIONS") if word in told.stderr] == []


@pytest.mark.parametrize("command", ["", "serve", "index", "search", "check", "new", "evaluate", "schema"])
def test_help_is_in_norwegian(folder: Path, command: str) -> None:
    told = kb(folder, *command.split(), "--help").stdout

    assert told.startswith("Bruk: kb")
    assert "Vis denne hjelpen." in told
    english = ("Usage", "Options:", "OPTIONS", "INTEGER", "TEXT", "PATH", "FILE", "ARGS", "Show this")
    assert [word for word in english if word in told] == []


def test_every_sentence_that_we_translate_is_one_that_click_says() -> None:
    import click  # noqa: PLC0415 (as above)

    from kb.cli.norwegian import WORDS  # noqa: PLC0415 (as above)

    source = "".join(path.read_text("utf-8") for path in Path(click.__file__).parent.glob("*.py"))

    assert [said for said in WORDS if f'"{said}"' not in source] == []


@pytest.mark.parametrize("arguments", [("-havregrøt",), ("barnet", "-havregrøt"), ("--", "-havregrøt")])
def test_a_query_may_begin_with_a_word_to_leave_out(folder: Path, arguments: tuple[str, ...]) -> None:
    asked = kb(folder, "search", *arguments, "--json") if arguments[0] != "--" else kb(folder, "search", *arguments)

    assert asked.returncode == 0, asked.stderr
    assert "hasteflytting" in asked.stdout
    assert "uten-topptekst" not in asked.stdout


def test_a_query_needs_no_quotes(folder: Path) -> None:
    assert kb(folder, "search", "innen", "seks", "uker").stdout.startswith("1 treff på «innen seks uker»")


def test_a_misspelt_setting_is_told_of_with_a_guess(folder: Path) -> None:
    told = kb(folder, "index", KB_CONTNET="et/annet/sted", KB_UNHEARD_OF_BY_ALL="1")

    assert told.returncode == 0
    assert told.stderr == "kb: KB_CONTNET er ikke en innstilling. Mente du KB_CONTENT?\n"
