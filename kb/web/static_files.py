"""Style sheets, scripts and icons, at addresses that change with their content, so that they may be kept for ever."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

FOLDER = Path(__file__).resolve().parent / "static"
PREFIX = "/static"

STYLE_SHEETS = ("tokens", "base", "layout", "parts", "prose", "search", "process", "contrast", "print")
"""In this order they become one file; the names are layers, so a later one wins whatever its selectors weigh."""

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("image/svg+xml", ".svg")
mimetypes.add_type("application/manifest+json", ".webmanifest")


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """Every file by its name under the version folder, and what one hash says of them all.

    One hash for all, in the path, lets a module import its neighbours by relative names without a build step.
    """

    version: str
    files: dict[str, bytes]

    def address(self, name: str) -> str:
        """Where a file is fetched."""
        if name not in self.files:
            raise KeyError(f"There is no static file '{name}'. There are {', '.join(sorted(self.files))}.")
        return f"{PREFIX}/{self.version}/{name}"


def read_static_files(folder: Path = FOLDER) -> StaticFiles:
    """All files, with the style sheets joined into site.css."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name != "css"
    }
    files["site.css"] = b"\n".join((folder / "css" / f"{name}.css").read_bytes() for name in STYLE_SHEETS)
    digest = hashlib.blake2b(digest_size=6)
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    return StaticFiles(digest.hexdigest(), files)


def serve(request: Request) -> Response:
    """One file. An address from an older version of the site gets the file of today, to be asked for again."""
    static: StaticFiles = request.app.state.static
    name = request.path_params["name"]
    content = static.files.get(name)
    if content is None:
        raise HTTPException(404)
    is_current = request.path_params["version"] == static.version
    return Response(
        content,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        headers={"Cache-Control": "public, max-age=31536000, immutable" if is_current else "no-cache"},
    )


@cache
def compressed_size(content: bytes) -> int:
    """Bytes over the wire; the promises about size are about these."""
    return len(gzip.compress(content, 9))
