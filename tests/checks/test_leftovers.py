"""What editors type that Markdown makes nothing of, or something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from kb.problems import Problem, Severity

Checker = Callable[[Mapping[str, str]], tuple[Problem, ...]]
Writer = Callable[..., str]

SOURCES = "- {id: lov-2021, title: Loven}\n"


@pytest.mark.parametrize(
    ("body", "line", "rule", "message", "remedy"),
    [
        (
            "##Frister\n",
            9,
            "overskrift",
            "«##Frister» blir ikke en overskrift, for det mangler et mellomrom etter #.",
            "Skriv «## Frister».",
        ),
        (
            "Se\n[frister](to ord).\n",
            10,
            "lenke",
            "«[frister](to ord)» blir ikke en lenke, for det er mellomrom i den.",
            "Skriv [frister](to-ord).",
        ),
        (
            "[frister](et sted)\n",
            9,
            "lenke",
            "«[frister](et sted)» blir ikke en lenke, for det er mellomrom i den.",
            "Skriv id-en til en artikkel som finnes, eller hele adressen med https://.",
        ),
        (
            "Se [våre [frister](to-ord)](to-ord).\n",
            9,
            "lenke",
            "«[våre frister](to-ord)» blir ikke en lenke.",
            "Skriv [tekst](id), med bare tekst mellom klammene. En lenke kan ikke stå i en annen.",
        ),
        (
            "Se [frister](to-ord\n",
            9,
            "lenke",
            "Lenken «[frister](to-ord» blir ikke avsluttet.",
            "Sett ) etter id-en eller adressen.",
        ),
        (
            "Se [frister] (to-ord#nede).\n",
            9,
            "lenke",
            "«[frister] (to-ord#nede)» blir ikke en lenke, for det er mellomrom mellom ] og (.",
            "Skriv [frister](to-ord#nede).",
        ),
        (
            "Se (frister)[to-ord].\n",
            9,
            "lenke",
            "«(frister)[to-ord]» blir ikke en lenke, for klammer og parenteser har byttet plass.",
            "Skriv [frister](to-ord).",
        ),
        (
            ":: frist Seks uker\n",
            9,
            "blokk",
            "«:: frist Seks uker» har bare to kolon, og leserne ser det som tekst.",
            "Begynn blokken med tre: «::: frist».",
        ),
        (
            ":: frsit\n",
            9,
            "blokk",
            "«:: frsit» har bare to kolon, og leserne ser det som tekst.",
            "Begynn blokken med tre: «::: frist».",
        ),
        (
            "## Frister {#Feil anker}\n",
            9,
            "anker",
            "«{#Feil anker}» blir ikke et anker, og leserne ser det som tekst.",
            "Skriv {#feil-anker} til slutt i overskriften.",
        ),
        (
            "## Frister {frister}\n",
            9,
            "anker",
            "«{frister}» blir ikke et anker, og leserne ser det som tekst.",
            "Skriv {#frister} til slutt i overskriften.",
        ),
        (
            "Et avsnitt. {#her}\n",
            9,
            "anker",
            "«{#her}» blir ikke et anker, og leserne ser det som tekst.",
            "Bare overskrifter kan ha anker. Flytt det til en overskrift, eller ta det bort.",
        ),
        (
            "Etter loven. [@lov 2021]\n",
            9,
            "kilde",
            "«[@lov 2021]» blir ikke en henvisning til en kilde.",
            "Skriv [@lov-2021].",
        ),
        (
            "Dette er **viktig.\n",
            9,
            "utheving",
            "Her ser leserne stjernene ** i stedet for halvfet skrift.",
            "Sett ** tett inntil ordene, både foran og bak, i samme avsnitt.",
        ),
        (
            "Husk:\n\n• å spørre\n",
            11,
            "liste",
            "«• å spørre» blir ikke et punkt i en liste.",
            "Begynn linjen med «- », med mellomrom.",
        ),
        (
            "-Spør\n",
            9,
            "liste",
            "«-Spør» blir ikke et punkt i en liste.",
            "Begynn linjen med «- », med mellomrom.",
        ),
        (
            "1.Spør\n",
            9,
            "liste",
            "«1.Spør» blir ikke et punkt i en liste.",
            "Begynn linjen med «1. », med mellomrom.",
        ),
        (
            "1.spør barnet\n",
            9,
            "liste",
            "«1.spør barnet» blir ikke et punkt i en liste.",
            "Begynn linjen med «1. », med mellomrom.",
        ),
        (
            "Tekst.\n\n#Uten mellomrom\n",
            11,
            "overskrift",
            "«#Uten mellomrom» blir ikke en overskrift, for det mangler et mellomrom etter #.",
            "Skriv «## Uten mellomrom».",
        ),
        (
            "| Frist | Hva |\n| Seks uker | Begjæring |\n",
            9,
            "tabell",
            "Dette ser ut som en tabell, men blir ikke en.",
            "Sett en linje som |---|---| under overskriftene.",
        ),
        (
            "| Frist | Hva |\n|---|\n| Seks uker | Begjæring |\n",
            9,
            "tabell",
            "Dette ser ut som en tabell, men blir ikke en.",
            "La linjen med streker ha like mange felt som overskriftene over den.",
        ),
        (
            "Se ![Kart](kart.png) her.\n",
            9,
            "bilde",
            "Bildet «kart.png» blir ikke vist, for artiklene kan bare ha tekst ennå.",
            "Skriv det bildet viser, som tekst, liste eller tabell, og ta bort bildet.",
        ),
        (
            "## Frister\n\n## Frister\n",
            11,
            "anker",
            "Overskriften «Frister» står flere ganger, så adressen til denne blir frister-2.",
            "Gi den en egen overskrift, eller et eget anker: {#frister-om-…}.",
        ),
        (
            "[hit](http://127.0.0.1:8000/artikler/to-ord#nede)\n",
            9,
            "lenke",
            "Lenken «http://127.0.0.1:8000/artikler/to-ord#nede» nevner hele adressen til vår egen side.",
            "Skriv bare «to-ord#nede».",
        ),
        (
            "[hit](https://kb.example/sok?q=frist)\n",
            9,
            "lenke",
            "Lenken «https://kb.example/sok?q=frist» nevner hele adressen til vår egen side.",
            "Skriv bare «/sok?q=frist».",
        ),
        ("Etter §1-6 gjelder det.\n", 9, "lov", "«§1-6» mangler et mellomrom etter §.", "Skriv § 1-6."),
        ("Etter §§1-6 og 1-7.\n", 9, "lov", "«§§1-6» mangler et mellomrom etter §§.", "Skriv §§ 1-6."),
    ],
)
def test_what_readers_would_see_as_it_is_typed_is_told_of(  # noqa: PLR0917 (one argument for each part)
    check: Checker, whole: Writer, body: str, line: int, rule: str, message: str, remedy: str
) -> None:
    files = {"a.md": whole(body), "to-ord.md": whole("## Nede\n", "To ord"), "_sources.yml": SOURCES}

    told = [(one.line, one.rule, one.message, one.remedy) for one in check(files) if one.file.endswith("a.md")]

    assert told == [(line, rule, message, remedy)]


@pytest.mark.parametrize(
    "body",
    [
        "## Kode `##x` og `[x](to ord)`\n",
        "    ##kode\n\n```\n:: frist\n| a | b |\n| c | d |\n```\n",
        '[x](to-ord "en tittel") og [y](<to-ord>) og [z]{lang=nn}\n',
        "#barnevern er en emneknagg. Klokka 10:: nei.\n",
        "**Viktig** og ***viktigere*** og __viktig__\n",
        "– Hei, sa hun.\n-5 grader. 2*3*4. (se [her](to-ord))[^1]\n",
        "- [ ] Gjør\n- [x] Gjort\n",
        "| Frist | Hva |\n|---|---|\n| Seks uker | Begjæring |\n",
        "Enten|eller står på en linje.\n",
        "## Frister {#frister}\n\n## Frister {#andre-frister}\n",
        '## Ny {#ny former="gammel"}\n',
        "1. En\n2. To\n\n31.12.2026 er fristen.\n",
        "1.januar 2026\n\n3.ledd gjelder.\n\n#Barnevern er en emneknagg.\n",
        "`§1-6` er kode.\n",
        "En parentes (slik)[nei] og [slik] (nei).\n",
    ],
)
def test_what_is_meant_is_let_be(check: Checker, whole: Writer, body: str) -> None:
    assert check({"a.md": whole(body), "to-ord.md": whole("", "To ord")}) == ()


def test_what_readers_would_stumble_over_is_an_error(check: Checker, whole: Writer) -> None:
    problems = check({"a.md": whole("##Frister\n\n•Punkt\n")})

    assert {one.rule: one.severity for one in problems} == {
        "overskrift": Severity.ERROR,
        "liste": Severity.WARNING,
    }


@pytest.mark.parametrize("name", ["notat.docx", "verdier/barnesyn.md.txt", "side.html"])
def test_a_file_that_is_not_read_is_told_of(check: Checker, whole: Writer, name: str) -> None:
    problems = check({"a.md": whole(""), name: "Tekst."})

    assert [(one.file.endswith(name), one.rule, one.severity) for one in problems] == [(True, "fil", Severity.WARNING)]


def test_data_files_and_what_is_hidden_are_no_forgotten_articles(check: Checker, whole: Writer) -> None:
    assert check({"a.md": whole(""), "_published.txt": "a\n", "_arkiv/gammel.docx": "x", ".sti/x.txt": "x"}) == ()
