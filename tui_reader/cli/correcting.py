"""The command `correct`: what the user decides about names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console
from tui_reader.cli.entity_choice import one_entity
from tui_reader.cli.exits import Exit
from tui_reader.cli.selection import counted, each
from tui_reader.errors import CorrectionError
from tui_reader.export import decision_line, decision_record, json_array, read_decisions
from tui_reader.library import Library
from tui_reader.models import Kind

_TWO: Final = 2
"""Names in the simplest merger: one, and what it means."""
_Correct = Callable[[Library, Arguments, Console], Exit]


def correct(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Correct a name, or print or take over what was decided."""
    return _CORRECTIONS[arguments.correction](library, arguments, console)


def _rename(library: Library, arguments: Arguments, console: Console) -> Exit:
    old, new = _two(arguments, 'say who gets which name: newsreader correct rename "Old Name" "New Name"')
    entity = one_entity(library, old, arguments.kind, console)
    if entity is None:
        return Exit.NOT_DONE
    library.corrections.rename(entity.id, new)
    return _done(f"“{entity.name}” is called “{new.strip()}” now.", console)


def _merge(library: Library, arguments: Arguments, console: Console) -> Exit:
    if not arguments.words or not arguments.into:
        arguments.refuse("say what means what: newsreader correct merge Burma --into Myanmar")
    words = [*arguments.words, arguments.into]
    found = [one_entity(library, word, arguments.kind, console) for word in words]
    entities = [entity for entity in found if entity is not None]
    if len(entities) < len(words):
        return Exit.NOT_DONE
    library.corrections.merge([entity.id for entity in entities[:-1]], entities[-1].id)
    merged = ", ".join(f"“{entity.name}”" for entity in entities[:-1])
    verb = "is" if len(entities) == _TWO else "are"
    return _done(f"{merged} {verb} “{entities[-1].name}” now.", console)


def _split(library: Library, arguments: Arguments, console: Console) -> Exit:
    if len(arguments.words) != 1 or not arguments.as_name:
        arguments.refuse(
            'say who is somebody else where: newsreader correct split "Ada Lind" --as "Ada Lind (chess)"'
            " --article 12"
        )
    entity = one_entity(library, arguments.words[0], arguments.kind, console)
    articles, is_complete = each(library, arguments.articles, console)
    if entity is None or not is_complete:
        return Exit.NOT_DONE
    library.corrections.split(entity.id, arguments.as_name, articles=articles, forms=arguments.written)
    return _done(f"“{entity.name}” is “{arguments.as_name.strip()}” there.", console)


def _change_kind(library: Library, arguments: Arguments, console: Console) -> Exit:
    name, kind = _two(arguments, "say what is of which kind: newsreader correct kind Georgia place")
    kinds = [each.value for each in Kind if each.is_name]
    if kind not in kinds:
        arguments.refuse(f"“{kind}” is no kind of names; these are: {', '.join(kinds)}")
    entity = one_entity(library, name, arguments.kind, console)
    if entity is None:
        return Exit.NOT_DONE
    library.corrections.change_kind(entity.id, Kind(kind))
    return _done(f"“{entity.name}” is of the kind “{kind}” now.", console)


def _reject(library: Library, arguments: Arguments, console: Console) -> Exit:
    if not arguments.words:
        arguments.refuse("say what is no name: newsreader correct reject Monday")
    entity = one_entity(library, " ".join(arguments.words), arguments.kind, console)
    if entity is None:
        return Exit.NOT_DONE
    library.corrections.reject(entity.id)
    return _done(f"“{entity.name}” is no name.", console)


def _list(library: Library, arguments: Arguments, console: Console) -> Exit:
    decided = library.corrections.all()
    if arguments.json:
        console.write(json_array(map(decision_record, decided)))
        return Exit.FINE
    for decision in decided:
        console.line(decision_line(decision))
    if not decided:
        console.advise("Nothing is decided about names.")
    return Exit.FINE


def _import(library: Library, arguments: Arguments, console: Console) -> Exit:
    if len(arguments.words) != 1:
        arguments.refuse("say from which file: newsreader correct import names.json")
    (name,) = arguments.words
    try:
        text = console.stdin.read() if name == "-" else Path(name).expanduser().read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise CorrectionError(f"{name} can't be read: {reason}.") from error
    missing = library.corrections.take_over(read_decisions(text))
    if missing:
        console.advise(f"Left out, as the library lacks the article: {counted(missing)}.")
    return Exit.FINE


def _done(said: str, console: Console) -> Exit:
    """Say at a terminal what was decided."""
    console.advise(f"{said} newsreader undo takes it back.")
    return Exit.FINE


def _two(arguments: Arguments, how: str) -> tuple[str, str]:
    """Return both words; end the program if they are not two."""
    if len(arguments.words) != 2:
        arguments.refuse(how)
    first, second = arguments.words
    return first, second


_CORRECTIONS: Final[Mapping[str, _Correct]] = {
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "kind": _change_kind,
    "reject": _reject,
    "list": _list,
    "import": _import,
}
