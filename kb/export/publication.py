"""The knowledge base as others speak of it: its name, its address, its licence."""

from __future__ import annotations

import re
from dataclasses import dataclass

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the content, as LICENSE says."""

# What XML 1.0 may hold (https://www.w3.org/TR/xml/#charsets), which is less than what a YAML string may.
_IN_NO_FORMAT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes, and where. `base_url` is how the world reaches the site, without a slash at the end."""

    base_url: str
    name: str = "MITT LIV kunnskapsbase"

    def url(self, address: str) -> str:
        """The whole address of a place on the site."""
        return self.base_url + address


def one_line(text: str) -> str:
    """A text as any format can hold it: without line breaks, and without characters that XML or a line cannot have."""
    return " ".join(_IN_NO_FORMAT.sub(" ", text).split())
