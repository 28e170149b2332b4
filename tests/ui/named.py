"""A library whose articles name somebody: who is named how often, and since when."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.shelf import Shelf, document, names
from tests.ui.shelf import NOW
from tui_reader.library import Library
from tui_reader.values import replace

STORIES: Final = (
    (40, "Astana spoke to Tashkent, and Kassym-Jomart Tokayev to Shavkat Mirziyoyev."),
    (30, "Kassym-Jomart Tokayev left Astana."),
    (20, "Astana again, says UNESCO."),
    (5, "Ust-Ilim floods."),
    (3, "Ust-Ilim still floods; Astana sends help."),
    (1, "Ust-Ilim dries, and the World Cup begins."),
)
"""How many days ago each came out, and its text; the oldest first."""
KINDS: Final = {
    "Astana": "place",
    "Tashkent": "place",
    "Ust-Ilim": "place",
    "Kassym-Jomart_Tokayev": "person",
    "Shavkat_Mirziyoyev": "person",
    "UNESCO": "organisation",
    "World_Cup": "other",
}
"""The names in them."""


def fill(folder: Path) -> Library:
    """Return a library with the stories."""
    shelf = Shelf(folder)
    for number, (days_ago, text) in enumerate(STORIES):
        story = document(f"Story {number}", text)
        story = replace(story, published=NOW - timedelta(days=days_ago))
        shelf.put(story, names(story, **KINDS))
    shelf.close()
    return Library(folder, clock=NOW.timestamp)
