"""Writes a new generation beside the old one, looks it over, and then moves one pointer.

    search_index/
      current                the name of the generation that is read
      000012-3fa9c1d2/       a generation: Whoosh's files, table, companion
        generation.json      written last: what there is, and how large each file must be

Whoever opened an older generation keeps it, since none is ever changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import whoosh.index

from kb.engines.whoosh.codec import Codec
from kb.engines.whoosh.schema import schema
from kb.engines.whoosh.terms import Postings
from kb.search.documents import SearchArticle, SearchDocument
from kb.search.engine import EngineUnavailableError, Generation
from kb.search.tables import in_order, make_table

FORMAT = 1
"""Raised when what is stored changes, so that an index made by an older program is made again and not misread."""

KEPT = 3
"""The current generation, and two that servers may be about to open or have not let go of."""

POINTER = "current"
MANIFEST = "generation.json"
TABLE = "table.pickle"
COMPANION = "companion"

_NAME = re.compile(r"(\d{6,})-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself."""

    generation: Generation
    files: dict[str, int]


def write_generation(folder: Path, articles: Iterable[SearchArticle], companion: bytes) -> Generation:
    """Make a whole generation that nobody reads yet."""
    ordered = in_order(articles)
    table = pickle.dumps(make_table(ordered), protocol=pickle.HIGHEST_PROTOCOL)
    documents = [document for article in ordered for document in article.documents]
    digest = hashlib.sha256(table + companion).hexdigest()[:8]
    place = _new_folder(folder, digest)
    generation = Generation(place.name, len(ordered), len(documents))
    with discarded_unless_current(folder, place.name):
        _write_postings(place, documents)
        (place / TABLE).write_bytes(table)
        (place / COMPANION).write_bytes(companion)
        files = {file.name: file.stat().st_size for file in sorted(place.iterdir()) if file.is_file()}
        for name in files:
            _to_disk(place / name)
        _write_manifest(place, Manifest(generation, files))
    return generation


@contextmanager
def discarded_unless_current(folder: Path, name: str) -> Iterator[None]:
    """What goes wrong before the pointer has moved takes the new generation away again: a full disk needs the room."""
    try:
        yield
    except BaseException:
        if current_name(folder) != name:
            shutil.rmtree(folder / name, ignore_errors=True)
            (folder / f".{POINTER}.{name}").unlink(missing_ok=True)
        raise


def make_current(folder: Path, name: str) -> None:
    """Move the pointer. There is no moment at which it points nowhere or at half a name."""
    new = folder / f".{POINTER}.{name}"
    new.write_text(f"{name}\n", encoding="utf-8")
    _to_disk(new)
    new.replace(folder / POINTER)
    _to_disk(folder)


def current_name(folder: Path) -> str:
    """The name of the generation that is read; empty when there is none."""
    try:
        name = (folder / POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if _NAME.fullmatch(name) else ""


def read_manifest(folder: Path, name: str) -> Manifest:
    """What the generation says of itself. Raises `EngineUnavailableError` when it is not whole."""
    place = folder / name
    try:
        told = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
        made_for = told["format"]
        manifest = Manifest(Generation(name, told["articles"], told["sections"]), dict(told["files"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineUnavailableError(f"Indeksen {place} er ikke hel. Kjør kb index --force.") from error
    if made_for != FORMAT:
        raise EngineUnavailableError(
            f"Indeksen {place} er laget av en annen utgave av programmet. Kjør kb index --force."
        )
    for file, size in manifest.files.items():
        try:
            actual = (place / file).stat().st_size
        except OSError as error:
            raise EngineUnavailableError(f"{place / file} mangler i indeksen. Kjør kb index --force.") from error
        if actual != size:
            raise EngineUnavailableError(f"{place / file} er skadet. Kjør kb index --force.")
    return manifest


def prune(folder: Path, current: str) -> None:
    """Take away generations that nobody should be reading any more, and what broken-off runs left behind."""
    match = _NAME.fullmatch(current)
    if match is None:
        return
    oldest_kept = int(match[1]) - KEPT
    for place in folder.iterdir():
        other = _NAME.fullmatch(place.name)
        # A newer one may be another run's, on its way to being whole.
        if other is not None and place.is_dir() and int(other[1]) <= oldest_kept:
            shutil.rmtree(place, ignore_errors=True)
        if place.name.startswith(f".{POINTER}.") and not place.name.endswith(current):
            place.unlink(missing_ok=True)


def _new_folder(folder: Path, digest: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    while True:
        numbers = [int(match[1]) for place in folder.iterdir() if (match := _NAME.fullmatch(place.name))]
        number = max(numbers, default=0) + 1
        place = folder / f"{number:06}-{digest}"
        try:
            place.mkdir()
        except FileExistsError:
            # Another run took the number at the same time.
            continue
        return place


def _write_postings(place: Path, documents: Sequence[SearchDocument]) -> None:
    index = whoosh.index.create_in(str(place), schema())
    writer = index.writer(codec=Codec())
    writer.pool = Postings(documents)
    for _ in documents:
        writer.add_document()
    writer.commit()
    index.close()


def _write_manifest(place: Path, manifest: Manifest) -> None:
    told = {
        "format": FORMAT,
        "articles": manifest.generation.articles,
        "sections": manifest.generation.sections,
        "files": manifest.files,
    }
    (place / MANIFEST).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    _to_disk(place / MANIFEST)
    _to_disk(place)


def _to_disk(path: Path) -> None:
    """Wait until it is on the disk, so that a power cut never leaves a pointer to a file that is empty."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
