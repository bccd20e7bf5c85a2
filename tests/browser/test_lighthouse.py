"""Lighthouse, as a phone on slow 4G, on the five main pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import lacking
from tests.support.chromium import CHROMIUM, QUIET

LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
PAGES = ["/", "/sok", "/prosesser/hasteflytting", "/lov/barnevernsloven-2021-2-2", "/begreper"]

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ENOUGH = 99
TRIES = 5
"""Speed is measured on a machine that does other things too; the best of five is what the page can do."""


def judged(address: str, report: Path) -> dict[str, int]:
    """The score of each category; of a run that came to nothing, none."""
    environment = os.environ | {"CHROME_PATH": str(CHROMIUM)}
    flags = " ".join(("--headless", *QUIET))
    try:
        subprocess.run(
            [LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"],
            env=environment,
            capture_output=True,
            timeout=120,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"{error}\n{error.stderr!r}\n")
        return {}
    categories = json.loads(report.read_text("utf-8"))["categories"]
    return {name: round((category["score"] or 0) * 100) for name, category in categories.items()}


@pytest.mark.parametrize("address", PAGES)
def test_lighthouse_is_content(site: str, tmp_path: Path, address: str) -> None:
    if CHROMIUM is None or not LIGHTHOUSE.exists():
        lacking("Lighthouse (npm ci --prefix tests/browser)")
    best = dict.fromkeys(CATEGORIES, 0)
    for turn in range(TRIES):
        best |= {name: max(best[name], score) for name, score in judged(site + address, tmp_path / f"{turn}").items()}
        if min(best.values()) >= ENOUGH:
            break

    assert {name: score for name, score in best.items() if score < ENOUGH} == {}
