"""Opens what is known of a name, from wherever the name stands."""

from __future__ import annotations

from importlib import import_module

from textual.dom import DOMNode

from tui_reader.dossiers import EntityId
from tui_reader.library import Library
from tui_reader.ui.reading_settings import ReadingSettings


async def open_dossier(node: DOMNode, library: Library, id: EntityId, reading: ReadingSettings) -> None:
    """Show the dossier of a name on top of the screen."""
    screens = import_module("tui_reader.ui.screens.dossier")
    await node.app.push_screen(screens.DossierScreen(library, id, reading))
