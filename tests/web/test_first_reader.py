"""What is opened before the first reader asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.language.lexicon import Lexicon
from tests.web.world import client_for, settings_for


def test_the_dictionaries_are_open_before_the_first_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = Lexicon()
    monkeypatch.setattr("kb.assembly.site.lexicon", lambda: lexicon)

    client_for(settings_for(tmp_path))

    assert lexicon.is_open


def test_a_lexicon_opens_by_itself_at_the_first_question() -> None:
    lexicon = Lexicon()

    assert not lexicon.is_open
    assert lexicon.knows("barnet")
    assert lexicon.is_open
