"""The keys of the screen of names, besides those of its list."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

KEYS: Final = [
    Binding("slash", "filter", "filter", tooltip="only names with words that begin so", id="entities.filter"),
    Binding("S", "sort", "order", tooltip="by articles, by last seen, by what rises", id="entities.sort"),
    Binding("tab,right", "next_view(1)", "next kind", id="entities.next-view"),
    Binding("shift+tab,left", "next_view(-1)", "previous kind", id="entities.previous-view", show=False),
    *(
        Binding(
            str(number), f"view({number})", "kind", tooltip="show the kind in that place",
            id=f"entities.view-{number}", show=False, group=Binding.Group("kinds"),
        )
        for number in range(1, 7)
    ),
    Binding("escape", "clear", "clear", tooltip="end the filter or go back", show=False, id="entities.clear"),
    Binding("q,h", "back", "back", tooltip="back to the articles", id="entities.back"),
]  # fmt: skip
"""One declaration for each action; footer, palette, help and keymap are derived from it."""
