"""What the documents say is there, is there."""

import re
from pathlib import Path

import pytest

import kb

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "requirements").glob("*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    text = re.sub(r"^(?:    |```).*$", "", document.read_text("utf-8"), flags=re.MULTILINE)
    targets = [target for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text) if not target.startswith("/")]

    missing = [target for target in targets if "`" not in target and not (document.parent / target).exists()]

    assert [target for target in missing if "." in target or "/" in target] == []


def test_every_room_and_module_of_the_top_floor_is_in_the_architecture() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [path.name for path in (ROOT / "kb").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]

    assert [room for room in rooms if f"kb/{room}" not in told and room != "__init__.py"] == []


def test_every_room_opens_with_the_question_that_the_architecture_gives_it() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| `kb/(\w+)` \| (.*\?) \|$", told, re.MULTILINE)

    opened = {room: (ROOT / "kb" / room / "__init__.py").read_text("utf-8") for room, _ in rows}

    assert rows
    assert [room for room, question in rows if question not in opened[room]] == []


def test_the_changelog_has_the_version_or_what_is_to_be_in_it() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert headings[0] == "Unreleased" or headings[0].startswith(kb.__version__)


def test_every_word_list_has_its_origin_and_licence_beside_it() -> None:
    folder = ROOT / "kb" / "language" / "wordlists"
    told = (folder / "README.md").read_text("utf-8")
    lists = [path.name for path in folder.iterdir() if path.suffix in (".tsv", ".txt", ".gz")]

    assert lists
    assert [name for name in lists if name not in told] == []
    assert "licence" in told.lower()


def test_pins_name_packages_and_no_place_to_fetch_them() -> None:
    pins = [path.read_text("utf-8") for path in (ROOT / "requirements").glob("*.txt")]

    assert len(pins) == 3
    assert not any("://" in text for text in pins)
    assert all("--hash=sha256:" in text for text in pins)
