"""The steps that bring a library from nothing to the newest version; a released step is never edited."""

from __future__ import annotations

from typing import Final

from tui_reader.storage.steps import (
    changed_follows,
    decision_meanings,
    descriptions,
    details,
    entities,
    first,
    follows,
    highlights,
    identities,
    initials,
    parted,
    related,
    searching,
    stories,
    told,
    values,
    windows,
)

STEPS: Final = (
    first.SQL, details.SQL, values.SQL, entities.SQL, identities.SQL, follows.SQL, descriptions.SQL,
    related.SQL, stories.SQL, changed_follows.SQL, initials.SQL, highlights.SQL, told.SQL,
    decision_meanings.SQL, searching.SQL, windows.SQL, parted.SQL,
)  # fmt: skip
"""Step n brings a library of version n to version n + 1."""
