"""Waits for what another thread or process is about to do."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 180.0
"""Seconds; trying every judged search takes a machine with much else to do more than one minute."""


def wait_until(holds: Callable[[], bool]) -> None:
    """Ask until the answer is true.

    Raises:
        AssertionError: It never was.
    """
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"waited for {PATIENCE:.0f} seconds in vain"
        time.sleep(0.05)
