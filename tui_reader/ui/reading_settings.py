"""How articles are shown, for as long as the app runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class ReadingSettings:
    """What was changed while reading one article holds for the next."""

    measure: int = 72
    """Width of the text, in cells."""
    panel: bool | None = None
    """Whether the names stand beside the text; None if that depends on the room."""
