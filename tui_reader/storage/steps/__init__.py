"""The steps that bring a library from nothing to the newest version; a released step is never edited."""

from __future__ import annotations

from typing import Final

from tui_reader.storage.steps import details, entities, first, follows, stories, values

STEPS: Final = (first.SQL, details.SQL, values.SQL, entities.SQL, follows.SQL, stories.SQL)
"""Step n brings a library of version n to version n + 1."""
