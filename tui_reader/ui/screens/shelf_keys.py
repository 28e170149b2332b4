"""The keys of the shelf: every way to find an article."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

KEYS: Final = [
    Binding("slash", "search", "search", tooltip="search everything", id="library.search"),
    Binding("ampersand", "filter", "filter the view", id="library.filter", show=False),
    Binding("n", "match(1)", "next match", id="library.next-match", show=False),
    Binding("N", "match(-1)", "previous match", id="library.previous-match", show=False),
    Binding("tab", "next_unread", "next unread", id="library.next-unread", show=False),
    Binding("S", "sort", "order", tooltip="choose the order", id="library.sort", show=False),
    Binding("right", "next_view(1)", "next view", id="library.next-view", show=False),
    Binding("left", "next_view(-1)", "previous view", id="library.previous-view", show=False),
    *(
        Binding(
            str(number), f"view({number})", "view", tooltip="show the view in that place",
            id=f"library.view-{number}", show=False, group=Binding.Group("views"),
        )
        for number in range(1, 10)
    ),
    Binding("escape", "clear", "clear", tooltip="end the search", id="library.clear", show=False),
]  # fmt: skip
"""One declaration for each action; footer, palette, help and keymap are derived from it."""
