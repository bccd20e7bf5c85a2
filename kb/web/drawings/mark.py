"""The mark of the site: six parts of a ring, one for each process, and the child in the middle."""

from __future__ import annotations

import re

from kb.web.static_files import FOLDER

RING = ("undersokelse", "hjelpetiltak", "ettervern", "langtidsflytting", "hasteflytting", "moter-og-planlegging")
"""Whose colour each part has, from the top as the clock goes."""

PARTS = tuple(zip(RING, re.findall(r' d="([^"]+)"', (FOLDER / "favicon.svg").read_text("utf-8")), strict=True))
"""Each part as the data of a path, on a square of 32 where the child is a circle of 5 in the middle."""
