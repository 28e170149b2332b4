"""Remembers how the library looks, so that the next start can show it at once."""

from __future__ import annotations

import os

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.config.paths import config_file
from tui_reader.start.memory import Memory, stamp
from tui_reader.ui.actions import key_of
from tui_reader.ui.screens.library import LibraryScreen
from tui_reader.ui.widgets.looks import looks_of


def remembered(screen: LibraryScreen) -> Memory:
    """Return how a screen with articles looks."""
    shelf = screen.shelf
    parts = {
        "header": looks_of(screen.header),
        "views": looks_of(shelf.bar),
        "status": looks_of(screen.status),
        **shelf.articles.looks(),
    }
    return Memory(
        stamp(os.environ, str(config_file())),
        {
            f"{part} {look}": _begun(screen, style)
            for part, looks in parts.items()
            for look, style in looks.items()
        },
        [(hint.key, hint.text) for hint in screen.status.hints],
        retry=key_of(screen, "library.retry"),
        is_folding=shelf.folding.is_on,
    )


def _begun(screen: LibraryScreen, style: Style) -> str:
    """Return the escape sequence with which text in this style begins on this terminal."""
    strip = Strip([Segment("x", style)])
    for line_filter in screen.app.get_line_filters():
        strip = strip.apply_filter(line_filter, screen.background_colors[1])
    return strip.render(screen.app.console).partition("x")[0]
