"""Changes of provisions that are adopted, and that the text we have read does not hold, as far as we know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Effect(StrEnum):
    """What is done to a provision."""

    CHANGES = "changes"
    REPEALS = "repeals"


@dataclass(frozen=True, slots=True)
class Change:
    """`act` as it is cited: `lov 19. juni 2026 nr. 35`. `since` is None when we do not know from when it applies."""

    act: str
    provisions: tuple[str, ...]
    since: date | None = None
    effect: Effect = Effect.CHANGES

    def lies_ahead(self, today: date) -> bool:
        """Whether it is known not to apply yet; else what we have read may be out of date."""
        return self.since is not None and self.since > today
