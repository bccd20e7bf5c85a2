"""Links within the base, by the id of an article, and links out of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from kb import addresses
from kb.articles import Article

Resolver = Callable[[str], Article | None]
"""Gives the article with an id or a former id or address, or None."""

_FILE = re.compile(r"(?:.*/)?(?P<name>[^/]+)\.(?:md|markdown)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads. `href` is empty when it leads nowhere; `article` is None for what is not an article."""

    href: str
    article: Article | None = None
    is_outside: bool = False


def is_outside(target: str) -> bool:
    """Whether a link leaves the site: it names a scheme or a host."""
    parts = parts_of(target)
    return bool(parts.scheme or parts.netloc)


def parts_of(target: str) -> SplitResult:
    """An address in parts. One that no browser could read, such as `http://[a`, is all path, and leads nowhere."""
    try:
        return urlsplit(target)
    except ValueError:
        return SplitResult("", "", target, "", "")


def split_target(target: str) -> tuple[str, str]:
    """An inside link as (article id, anchor). `../lov/x.md#y` counts as `x#y`, for folders of plain Markdown."""
    name, _, anchor = target.partition("#")
    as_file = _FILE.fullmatch(name)
    return (as_file["name"] if as_file else name), anchor


def lead(target: str, resolve: Resolver, here: Article) -> Target:
    """Where a link in `here` leads. `target` is as the author wrote it."""
    if is_outside(target):
        return Target(target, is_outside=True)
    if target.startswith("/") and not target.startswith("//"):
        return _site_address(target, resolve)
    name, anchor = split_target(target)
    if not name:
        return Target(f"#{anchor}", here)
    article = resolve(name)
    if article is None:
        return Target("")
    return Target(addresses.article(article.kind, article.id, anchor), article)


def _site_address(target: str, resolve: Resolver) -> Target:
    """An address on the site; one that an article once had leads to where it lives now."""
    parts = parts_of(target)
    folder, _, name = parts.path.strip("/").partition("/")
    if not name or folder not in (*addresses.FOLDERS.values(), "a"):
        article = resolve(parts.path)
        return (
            Target(target) if article is None else Target(addresses.article(article.kind, article.id, parts.fragment))
        )
    article = resolve(unquote(name)) or resolve(parts.path)
    if article is None:
        return Target("")
    return Target(addresses.article(article.kind, article.id, parts.fragment), article)
