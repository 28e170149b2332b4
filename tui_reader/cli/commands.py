"""Which function does which command."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_reader.cli.adding import add, extract_again
from tui_reader.cli.annotating import annotate_again
from tui_reader.cli.arguments import Arguments
from tui_reader.cli.changing import redo, remove, tag, undo
from tui_reader.cli.console import Console
from tui_reader.cli.correcting import correct
from tui_reader.cli.dossiers import list_entities, show_entity
from tui_reader.cli.exits import Exit
from tui_reader.cli.exporting import write_export
from tui_reader.cli.following import follow, unfollow
from tui_reader.cli.highlights import show_highlights
from tui_reader.cli.listing import show_found, show_list
from tui_reader.cli.related import show_related
from tui_reader.cli.showing import show
from tui_reader.cli.stories import story
from tui_reader.library import Library

COMMANDS: Mapping[str, Callable[[Library, Arguments, Console], Exit]] = {
    "add": add,
    "list": show_list,
    "search": show_found,
    "show": show,
    "export": write_export,
    "entity": show_entity,
    "entities": list_entities,
    "highlights": show_highlights,
    "correct": correct,
    "story": story,
    "follow": follow,
    "unfollow": unfollow,
    "related": show_related,
    "remove": remove,
    "tag": tag,
    "extract": extract_again,
    "annotate": annotate_again,
    "undo": undo,
    "redo": redo,
}
"""The commands that work on a library, by name."""
