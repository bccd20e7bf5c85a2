"""Two sites to ask: a small world with one of everything, and the real content."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.settings import Settings
from tests.web.world import client_for, settings_for

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_for(settings_for(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def editors(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_for(settings_for(tmp_path_factory.mktemp("editors")), development=True)


@pytest.fixture(scope="session")
def real() -> TestClient:
    return client_for(Settings(content=ROOT / "content", engine="memory"))
