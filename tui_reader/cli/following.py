"""The commands `follow` and `unfollow`, and the list of what is followed."""

from __future__ import annotations

from itertools import islice

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.entity_choice import ask_which, named, one_entity
from tui_reader.cli.exits import Exit
from tui_reader.cli.selection import counted
from tui_reader.dossiers import Followed
from tui_reader.export import entity_record, json_array
from tui_reader.harmless import harmless_line
from tui_reader.library import Library
from tui_reader.lines.views import unread_number


def follow(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Follow a name, if it is clear whose."""
    entity = one_entity(library, " ".join(arguments.words), arguments.kind, console)
    if entity is None:
        return Exit.NOT_DONE
    library.names.follow(entity.id, True)
    console.advise(f"Following {harmless_line(entity.name)}, {counted(entity.articles)}.")
    return Exit.FINE


def unfollow(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Follow a name no longer, if it is clear whose: of several only those that are followed count."""
    text = " ".join(arguments.words)
    # A name whose articles are gone is found in full only among all names, but it is followed still.
    followed = {each.entity.id: each.entity for each in library.names.followed(text)}
    found = [entity for entity in named(library, text, arguments.kind) if entity.is_followed] or [
        entity for entity in followed.values() if arguments.kind in ("", entity.kind.value)
    ]
    if not found:
        console.complain(
            f"no name that is followed has “{harmless_line(text)}”;"
            " newsreader entities --followed lists them."
        )
        return Exit.NOT_DONE
    if len(found) > 1:
        ask_which(text, found, arguments.kind, console)
        return Exit.NOT_DONE
    library.names.follow(found[0].id, False)
    console.advise(f"{harmless_line(found[0].name)} is no longer followed.")
    return Exit.FINE


def list_followed(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Print the names that are followed, the first one first."""
    followed = [each for each in library.names.followed() if arguments.kind in ("", each.entity.kind.value)]
    some = islice(followed, arguments.limit)
    if arguments.json:
        console.write(json_array({**entity_record(each.entity), "unread": each.unread} for each in some))
        return Exit.FINE
    for each in some:
        print_row = _table_row if console.is_terminal else _fields
        print_row(each, console)
    if not followed:
        console.advise("No name is followed; newsreader follow NAME begins it.")
    return Exit.FINE


def _fields(followed: Followed, console: Console) -> None:
    """Print one line for other programs."""
    entity = followed.entity
    record = entity_record(entity)
    fields = (entity.kind, record["name"], entity.articles, record["last"] or "", followed.unread)
    console.line("\t".join(map(str, fields)))


def _table_row(followed: Followed, console: Console) -> None:
    """Print one line for a reader, cut to the width."""
    from tui_reader.reading.cells import clip

    entity = followed.entity
    unread = unread_number(followed.unread)
    lead = f"{unread:>5} unread  {counted(entity.articles):>15}  {entity.kind:<12}  "
    name = clip(harmless_line(entity.name), max(console.width - len(lead), 1))
    console.line(Marked(lead, Look.DIM), name)
