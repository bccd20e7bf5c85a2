"""What holds for every test."""

import hypothesis
import pytest

# How long one example takes is the machine's affair; speed is measured in benchmarks/.
hypothesis.settings.register_profile("here", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("here")

ALONE = ("test_speed.py", "test_lighthouse.py", "test_tasks.py")
"""Tests in which time passes for a reader: `make test` runs them after the others, with the machine to themselves."""

THOROUGH = (
    "browser/test_accessibility.py",
    "browser/test_axe.py",
    "browser/test_lighthouse.py",
    "browser/test_looks.py",
    "browser/test_tasks.py",
    "browser/test_weight.py",
)
"""Tests of every kind of page in every way, which take many minutes: CI runs them, and whoever asks for the file."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.name in ALONE:
            item.add_marker(pytest.mark.alone)
        if item.path.as_posix().endswith(THOROUGH):
            item.add_marker(pytest.mark.thorough)
