"""Writes a small content folder and reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kb.content.library import Library, load

Reader = Callable[[Mapping[str, str | bytes]], Library]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def write_and_load(files: Mapping[str, str | bytes]) -> Library:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return load(tmp_path)

    return write_and_load
