"""The reference of settings and the program tell the same."""

import re
from pathlib import Path

import pytest

from kb.settings import Settings, SettingsError, from_environment

DOCUMENT = Path(__file__).parents[2] / "docs" / "reference" / "settings.md"
ROWS = re.findall(r"^\| `KB_(\w+)` \| .* \| (?:`([^`]*)`)?", DOCUMENT.read_text("utf-8"), re.MULTILINE)


def test_every_setting_has_a_row_and_every_row_a_setting() -> None:
    documented = {name.lower() for name, _ in ROWS}

    assert documented == set(Settings.__dataclass_fields__)


DEFAULTS = [(name, default) for name, default in ROWS if default and name != "TEMPLATES"]


@pytest.mark.parametrize(("name", "default"), DEFAULTS)
def test_a_documented_default_is_the_real_one(name: str, default: str) -> None:
    assert str(getattr(from_environment({}), name.lower())) == default


def test_a_variable_is_read() -> None:
    settings = from_environment({"KB_CONTENT": "annet", "PORT": "8123", "KB_BASE_URL": "https://kunnskap.example.no/"})

    assert (str(settings.content), settings.port, settings.base_url) == ("annet", 8123, "https://kunnskap.example.no")


@pytest.mark.parametrize(
    ("variables", "offered"),
    [
        ({"KB_ENGINE": "elastic"}, "whoosh eller memory"),
        ({"KB_PORT": "åtte"}, "helt tall fra 0 til 65535"),
        ({"KB_WORKERS": "0"}, "fra 1 til 64"),
        ({"KB_BASE_URL": "kunnskap.example.no"}, "https://kunnskap.example.no"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_choices(variables: dict[str, str], offered: str) -> None:
    with pytest.raises(SettingsError, match=next(iter(variables))) as error:
        from_environment(variables)

    assert offered in str(error.value)
