"""Who reads: the written standard in which the interface meets a reader, and how links keep it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from kb.articles import Variant
from kb.web import search_form
from kb.web.wording import STANDARDS

_NORWEGIAN = "no"
"""What a browser calls Norwegian when it does not know of two standards; it means bokmål."""


@dataclass(frozen=True, slots=True)
class Reader:
    """`chosen` is the standard asked for in the address, and kept in every link; else the browser's wish decides."""

    standard: Variant
    chosen: Variant | None = None

    def link(self, address: str) -> str:
        """The address as this reader should follow it."""
        return search_form.in_standard(address, self.chosen)


def reader_of(request: Request) -> Reader:
    """The reader behind a request."""
    chosen = search_form.chosen_standard(request.query_params.multi_items())
    return Reader(chosen or _preferred(request.headers.get("accept-language", "")), chosen)


def _preferred(accepted: str) -> Variant:
    """The first of our standards in the order of the browser's wishes (RFC 9110, 12.5.4); bokmål when there is none."""
    wishes: list[tuple[float, int, Variant]] = []
    for place, wish in enumerate(accepted.split(",")[:20]):
        tag, _, weight = wish.strip().partition(";")
        standard = _standard(tag.strip().lower().split("-")[0])
        if standard is not None and (quality := _quality(weight)) > 0:
            wishes.append((-quality, place, standard))
    return min(wishes)[2] if wishes else Variant.BOKMAL


def _standard(language: str) -> Variant | None:
    return Variant.BOKMAL if language == _NORWEGIAN else next((one for one in STANDARDS if one == language), None)


def _quality(weight: str) -> float:
    name, _, value = weight.strip().partition("=")
    try:
        return min(float(value), 1.0) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
