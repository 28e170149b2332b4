"""Asks for the tags of articles and changes them, wherever they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.screen import Screen

from tui_reader.library import Library
from tui_reader.ui.marking import called, tags_of
from tui_reader.ui.reports import told
from tui_reader.ui.screens.tags import TagChange, TagsScreen


async def edit_tags(
    screen: Screen[None], library: Library, ids: Sequence[int], done: Callable[[str], object]
) -> None:
    """Edit the tags of these articles; `done` is told what was changed."""

    def tag(changed: TagChange | None) -> None:
        """Give and take tags."""
        if changed is not None and (changed.add or changed.remove):
            with told(screen):
                library.tag(ids, add=changed.add, remove=changed.remove)
                done(f"Tagged: {called(library, ids)}")

    common, some = tags_of(library, ids)
    known = [tag for tag, _ in library.counts().tags]
    await screen.app.push_screen(TagsScreen(called(library, ids), common, some, known), tag)
