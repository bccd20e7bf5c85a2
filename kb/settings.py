"""Everything that may differ between two installations. Each is an environment variable `KB_…`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from kb.content.records import likeliest
from kb.problems import KbError

ENGINES = ("whoosh", "memory")


class SettingsError(KbError):
    """A setting that cannot be used: names the variable, shows the value, offers the choices."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation. See docs/reference/settings.md, which a test holds against this class.

    `base_url` is how the world reaches the site, without a slash at the end; empty when it is not known, and then
    feeds and the sitemap use the address that they were asked at. `contact` is told at the foot
    of every page.
    """

    content: Path = Path("content")
    index: Path = Path("search_index")
    templates: Path = Path(__file__).resolve().parent.parent / "templates"
    engine: str = "whoosh"
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    base_url: str = ""
    site_name: str = "MITT LIV kunnskapsbase"
    contact: str = ""
    page_size: int = 10


def misspelt(environment: Mapping[str, str]) -> tuple[str, ...]:
    """A Norwegian sentence for each variable that looks like one of ours and is none, and would be ignored."""
    known = [f"KB_{field.name.upper()}" for field in fields(Settings)]
    others = sorted(name for name in environment if name.upper().startswith("KB_") and name not in known)
    return tuple(
        f"{name} er ikke en innstilling. Mente du {meant}?"
        for name in others
        if (meant := likeliest(name.upper(), known))
    )


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Settings as the variables say; what is not set has the value of `Settings`. Raises `SettingsError`."""
    default = Settings()
    engine = environment.get("KB_ENGINE") or default.engine
    if engine not in ENGINES:
        raise SettingsError(f"KB_ENGINE er «{engine}». Velg {' eller '.join(ENGINES)}.")
    base_url = (environment.get("KB_BASE_URL") or "").rstrip("/")
    if base_url and (urlsplit(base_url).scheme not in ("http", "https") or not urlsplit(base_url).netloc):
        raise SettingsError(f"KB_BASE_URL er «{base_url}». Skriv hele adressen, som https://kunnskap.example.no.")
    return Settings(
        content=Path(environment.get("KB_CONTENT") or default.content),
        index=Path(environment.get("KB_INDEX") or default.index),
        templates=Path(environment.get("KB_TEMPLATES") or default.templates),
        engine=engine,
        host=environment.get("KB_HOST") or default.host,
        # PORT is what process managers and `PORT=8123 make serve` say.
        port=_number(environment, ("KB_PORT", "PORT"), default.port, 0, 65535),
        workers=_number(environment, ("KB_WORKERS",), default.workers, 1, 64),
        base_url=base_url,
        site_name=environment.get("KB_SITE_NAME") or default.site_name,
        contact=environment.get("KB_CONTACT") or default.contact,
        page_size=_number(environment, ("KB_PAGE_SIZE",), default.page_size, 1, 100),
    )


def _number(environment: Mapping[str, str], names: tuple[str, ...], default: int, least: int, most: int) -> int:
    name = next((name for name in names if environment.get(name)), None)
    if name is None:
        return default
    value = environment[name]
    if not value.isdecimal() or not least <= int(value) <= most:
        raise SettingsError(f"{name} er «{value}». Skriv et helt tall fra {least} til {most}.")
    return int(value)
