"""Walks every task in every mode, and writes how it went into docs/explanation/tasks.md. `make tasks`."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import mean, median

from playwright.sync_api import Browser, sync_playwright

from tests.support.chromium import launch
from tests.walks.sites import served_sites
from tests.walks.tasks import USERS, Task, tasks
from tests.walks.walker import MODES, LostError, Mode, Walk, Walker

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "explanation" / "tasks.md"
OUTCOME, TABLES = "outcome", "walks"
"""The parts of the document that are written here, between `<!-- outcome -->` and `<!-- /outcome -->` and so on."""


def main() -> None:
    """Walk, print what went wrong, and write. Tasks of the extra readers are walked in the first mode only."""
    walks: list[Walk] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        served_sites(Path(folder)) as (sites, save),
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        load = os.getloadavg()[0]
        for mode in MODES:
            walks += _walk_all(browser, mode, sites, save)
        machine = f"Chromium {browser.version.split('.')[0]}, {os.cpu_count()} processors ({platform.machine()})"
        browser.close()
    write(walks, f"{date.today():%Y-%m-%d}, {machine}, on which {load:.1f} other programs were at work when it began.")
    lost = [walk for walk in walks if walk.lost]
    sys.exit(f"{len(lost)} of {len(walks)} walks were lost" if lost else 0)


def _walk_all(browser: Browser, mode: Mode, sites: dict[str, str], save: Callable[[str], None]) -> list[Walk]:
    walks = []
    with closing(Walker(browser, mode, sites, save)) as walker:
        for task in tasks(mode.standard):
            if task.reader not in USERS and mode != MODES[0]:
                continue
            try:
                walks.append(walker.walk(task))
            except LostError as error:
                sys.stderr.write(f"{mode.name}: {error}\n")
                walks.append(Walk(task, mode, lost=str(error)))
    return walks


def write(walks: Sequence[Walk], head: str) -> None:
    """Put the outcome and the tables into the document."""
    text = DOCUMENT.read_text("utf-8")
    for name, part in ((OUTCOME, _outcome(walks)), (TABLES, f"{head}\n\n{tables(walks)}")):
        before, _, rest = text.partition(f"<!-- {name} -->")
        _, _, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}<!-- {name} -->\n\n{part}\n\n<!-- /{name} -->{after}"
    DOCUMENT.write_text(text, encoding="utf-8")


def _outcome(walks: Sequence[Walk]) -> str:
    """Beside the study that we measure ourselves against."""
    ours = [walk for walk in walks if walk.task.reader in USERS]
    done = [walk for walk in ours if not walk.lost]
    clicks = [walk.clicks for walk in done]
    people = [walk.effort.seconds for walk in done]
    slowest = max(walk.slowest for walk in done)
    rows = (
        ("Solved", f"{100 * len(done) / len(ours):.0f} % of {len(ours)} walks", "79 %"),
        ("Clicks", f"{mean(clicks):.1f} on average, {max(clicks)} at most", "4.6"),
        ("Seconds", f"{mean(people):.0f} on average for a person, by a model; see below", "144, of people"),
        ("Slowest page", f"{slowest:.2f} seconds", "not told"),
    )
    return _table(("", "Here", "In a study of a national guideline site"), rows)


def tables(walks: Sequence[Walk]) -> str:
    """By mode, by reader, and task by task, in Markdown."""
    main = [walk for walk in walks if walk.task.reader in USERS]
    by_mode = [
        (mode.name, [walk for walk in main if walk.mode == mode]) for mode in dict.fromkeys(walk.mode for walk in main)
    ]
    readers = dict.fromkeys(walk.task.reader for walk in walks)
    by_reader = [(reader, [walk for walk in walks if walk.task.reader == reader]) for reader in readers]
    in_nynorsk = {task.wish: task for task in tasks("nn")}
    rows = [
        _task_row(task, in_nynorsk[task.wish], [walk for walk in walks if walk.task.name == task.name])
        for task in tasks("nb")
    ]
    return "\n\n".join(
        (
            "### Mode by mode",
            _table(("Mode", *HEADS), ((name, *_sums(them)) for name, them in (*by_mode, ("All", main)))),
            "### Reader by reader",
            _table(("Reader", *HEADS), ((name, *_sums(them)) for name, them in by_reader)),
            "### Task by task",
            _table(TASK_HEADS, rows),
        )
    )


HEADS = ("Walks", "Solved", "Clicks", "Keys", "Screens passed", "Seconds", "Slowest page", "A person, by the model")
TASK_HEADS = (
    "Reader",
    "Wants to know",
    "Types, on the front page",
    "Clicks",
    "Arrives",
    "Solved",
    "Most clicks",
    "Most keys",
    "Slowest page",
    "A person, by the model",
)


def _sums(walks: Sequence[Walk]) -> tuple[str, ...]:
    done = [walk for walk in walks if not walk.lost]
    return (
        str(len(walks)),
        f"{100 * len(done) / len(walks):.0f} %",
        _middle_and_worst([walk.clicks for walk in done]),
        _middle_and_worst([walk.keys for walk in done if walk.mode.keyboard]),
        _middle_and_worst([walk.screens for walk in done if not walk.mode.keyboard]),
        _middle_and_worst([walk.seconds for walk in done], ".1f"),
        _middle_and_worst([walk.slowest for walk in done], ".2f"),
        _middle_and_worst([walk.effort.seconds for walk in done], ".0f"),
    )


def _task_row(task: Task, nynorsk: Task, walks: Sequence[Walk]) -> tuple[str, ...]:
    done = [walk for walk in walks if not walk.lost]
    typed = task.types if task.types == nynorsk.types else f"{task.types} / {nynorsk.types}"
    return (
        task.reader,
        task.wish,
        (task.asks and f"`{task.asks}`") or typed,
        " › ".join(task.clicks),
        task.arrives,
        f"{len(done)} of {len(walks)}",
        _most([walk.clicks for walk in done]),
        _most([walk.keys for walk in done if walk.mode.keyboard]),
        _most([walk.slowest for walk in done], ".2f"),
        _middle_and_worst([walk.effort.seconds for walk in done], ".0f"),
    )


def _middle_and_worst(values: Sequence[float], form: str = "g") -> str:
    return f"{median(values):{form}}, {max(values):{form}}" if values else ""


def _most(values: Sequence[float], form: str = "g") -> str:
    return f"{max(values):{form}}" if values else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    main()
