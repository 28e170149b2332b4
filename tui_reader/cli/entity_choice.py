"""Finds who or what the words of a command mean."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.cli.console import Console
from tui_reader.cli.selection import counted
from tui_reader.dossiers import EntityRow
from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.models import Kind

MOST_TOLD = 12
"""Names that are told among which to choose."""


def one_entity(library: Library, text: str, kind: str, console: Console) -> EntityRow | None:
    """Return who or what has this name; complain if nobody has, or several.

    Args:
        library: whose names.
        text: the name in full, or words of it.
        kind: of what kind it is; empty for any.
        console: where a complaint goes.
    """
    found = named(library, text, kind)
    if len(found) == 1:
        return found[0]
    ask_which(text, found, kind, console)
    return None


def named(library: Library, text: str, kind: str) -> Sequence[EntityRow]:
    """Return those whom a name, in full or in part, may mean."""
    found = library.names.named(text, Kind(kind) if kind else None)
    # Who is called so to the letter comes before who is if case and accents don't matter.
    return [entity for entity in found if entity.name == text] or found


def ask_which(text: str, found: Sequence[EntityRow], kind: str, console: Console) -> None:
    """Say that no name was found, or among which to choose, and how."""
    text = harmless_line(text)
    if not found:
        of_kind = f" of the kind “{kind}”" if kind else ""
        console.complain(f"no name{of_kind} has “{text}”; newsreader search looks in the texts.")
        return
    if len({entity.name for entity in found}) > 1:
        how = "give one in full and in quotation marks"
    else:
        how = f"choose by kind, as in --kind {found[0].kind}"
    console.complain(f"“{text}” may be any of {len(found)} names; {how}:")
    for entity in found[:MOST_TOLD]:
        name = harmless_line(entity.name)
        console.stderr.write(f"  {entity.kind:<12}  {counted(entity.articles):>14}  {name}\n")
    if len(found) > MOST_TOLD:
        console.stderr.write(f"  and {len(found) - MOST_TOLD} more\n")
