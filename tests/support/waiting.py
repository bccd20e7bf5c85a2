"""Waits for what another thread or process is about to do."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds; far more than a busy machine needs."""


def wait_until(holds: Callable[[], bool]) -> None:
    """Ask until the answer is true.

    Raises:
        AssertionError: It never was.
    """
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"waited for {PATIENCE:.0f} seconds in vain"
        time.sleep(0.05)
