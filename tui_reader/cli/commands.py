"""Which function does which command; each is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.library import Library

Command = Callable[[Library, Arguments, Console], Exit]


def command(name: str) -> Command:
    """Return what works on a library under this name."""
    match name:
        case "add":
            from tui_reader.cli.adding import add

            return add
        case "list":
            from tui_reader.cli.listing import show_list

            return show_list
        case "search":
            from tui_reader.cli.listing import show_found

            return show_found
        case "show":
            from tui_reader.cli.showing import show

            return show
        case "export":
            from tui_reader.cli.exporting import write_export

            return write_export
        case "entity":
            from tui_reader.cli.dossiers import show_entity

            return show_entity
        case "entities":
            from tui_reader.cli.dossiers import list_entities

            return list_entities
        case "highlights":
            from tui_reader.cli.highlights import show_highlights

            return show_highlights
        case "correct":
            from tui_reader.cli.correcting import correct

            return correct
        case "story":
            from tui_reader.cli.stories import story

            return story
        case "follow":
            from tui_reader.cli.following import follow

            return follow
        case "unfollow":
            from tui_reader.cli.following import unfollow

            return unfollow
        case "related":
            from tui_reader.cli.related import show_related

            return show_related
        case "remove":
            from tui_reader.cli.changing import remove

            return remove
        case "tag":
            from tui_reader.cli.changing import tag

            return tag
        case "extract":
            from tui_reader.cli.adding import extract_again

            return extract_again
        case "annotate":
            from tui_reader.cli.annotating import annotate_again

            return annotate_again
        case "undo":
            from tui_reader.cli.changing import undo

            return undo
        case "redo":
            from tui_reader.cli.changing import redo

            return redo
        case _:
            raise LookupError(name)
