"""Finds the files that authors have written, reads them as text whatever they hold, and writes whole ones."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.problems import KbError, Problem

MAX_BYTES = 2_000_000
"""A book of 300,000 words. A larger file is a mistake, such as a picture saved with the wrong ending."""

ENDINGS = (".md", ".markdown")

_DOCUMENTS = (".txt", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".mdx", ".md~")


class FolderError(KbError):
    """The content folder is not there."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as an author left it: without byte-order mark, with plain line breaks. `path` is within the folder."""

    path: str
    text: str


def find_sources(folder: Path) -> Iterator[Path]:
    """Every article's file, sorted by path. What begins with `_` or `.` is not an article."""
    if not folder.is_dir():
        raise FolderError(f"Fant ikke innholdsmappen '{folder}'. Oppgi mappen med --content eller KB_CONTENT.")
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(("_", ".")))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith(("_", ".")):
                yield Path(place) / name


def overlooked(folder: Path) -> Iterator[Path]:
    """Files that an author likely meant as articles, and that are not read: Word documents, `artikkel.md.txt`."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(("_", ".")))
        for name in sorted(files):
            if name.lower().endswith(_DOCUMENTS) and not name.startswith(("_", ".", "~")):
                yield Path(place) / name


def read(path: Path, folder: Path) -> SourceFile | Problem:
    """The file's text, or why it cannot be read. A letter that is not UTF-8 is told of with its line."""
    name = str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            return Problem(name, 1, "fil", "Filen er større enn 2 MB.", "Del den opp, eller flytt den ut av mappen.")
        data = path.read_bytes()
    except OSError:
        return Problem(name, 1, "fil", "Filen kan ikke leses.", "Se etter rettighetene til filen.")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(name, line, "fil", "Filen er ikke lagret som UTF-8.", "Lagre den på nytt med tegnsettet UTF-8.")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Problem(name, line, "fil", "Filen holder et nulltegn og er neppe tekst.", "Fjern filen eller tegnet.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(path.relative_to(folder).as_posix(), text)


def salvage(path: Path, folder: Path) -> SourceFile | None:
    """A text that another character set than UTF-8 was used for, as far as it can be read; None for what is no text.

    Such an article is not published; but links to it are not wrong for that.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b"\0"
    except OSError:
        return None
    if b"\0" in data:
        return None
    text = data.decode("cp1252", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(path.relative_to(folder).as_posix(), text)


def write_whole(path: Path, text: str) -> None:
    """Write a file beside the old one and put it in its place, so that a full disk leaves what was there."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


def fingerprint(folder: Path) -> str:
    """What tells this content from any other: a digest of every article and data file, with their paths."""
    digest = hashlib.sha256()
    for path in (*find_sources(folder), *sorted(folder.glob("_*"))):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape") + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
