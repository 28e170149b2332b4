"""Presses keys and waits until everything that follows from them has happened."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.pilot import Pilot

from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.library import LibraryScreen
from tui_reader.ui.widgets.article_list import ArticleList

Driver = Pilot[None]


async def settle(pilot: Pilot[None]) -> None:
    """Wait for workers and messages, and for the workers that these begin."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def press(pilot: Driver, *keys: str) -> None:
    """Press keys one after the other and wait for each."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def write(pilot: Driver, text: str) -> None:
    """Type a text."""
    await press(pilot, *text)


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys faster than the app looks at them, as a quick typist or a paste does."""
    for key in keys:
        character = {"slash": "/", "question_mark": "?"}.get(key, key)
        pilot.app.post_message(events.Key(key, character if len(character) == 1 else None))
    await settle(pilot)


def library_screen(app: ReaderApp) -> LibraryScreen:
    """Return the screen at the bottom."""
    return next(screen for screen in app.screen_stack if isinstance(screen, LibraryScreen))


def articles(app: ReaderApp) -> ArticleList:
    """Return the list."""
    return library_screen(app).shelf.articles


def titles(app: ReaderApp) -> list[str]:
    """Return the titles in the list, from top to bottom."""
    return [row.title for row in app.library.rows(library_screen(app).shelf.ids)]


def current_title(app: ReaderApp) -> str:
    """Return the title at the cursor."""
    current = articles(app).current
    return app.library.rows([current])[0].title if current is not None else ""


def drawn_lines(app: ReaderApp) -> list[list[Segment]]:
    """Return what a terminal would get, line by line."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def screen_text(app: ReaderApp) -> str:
    """Return what the screen shows, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
