"""The command `annotate`: prints the names in plain texts, or seeks those of saved articles anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console, Look, Marked
from tui_reader.cli.exits import Exit
from tui_reader.cli.progress import progress_bar
from tui_reader.cli.selection import counted, each_or_query
from tui_reader.config.paths import config_file
from tui_reader.config.saving_settings import SavingSettings
from tui_reader.errors import ReaderError
from tui_reader.harmless import harmless, harmless_line
from tui_reader.library import Library, annotating, naming_complaints, read_page
from tui_reader.models import Mention, Names

_NOT_READ = "Nobody here reads its language, so it has no names."


def annotate(arguments: Arguments, console: Console) -> Exit:
    """Print the names in the files, or in standard input, one after the other."""
    naming = SavingSettings(config_file()).naming()
    for sentence in naming_complaints(naming):
        console.complain(sentence)
    published = moment(arguments.published) if arguments.published else None
    is_complete = True
    with annotating() as names_in:
        for word in arguments.words or ["-"]:
            name = "standard input" if word == "-" else word
            text, names = "", Names()
            try:
                page = read_page(word, console.stdin.buffer, may_be_empty=True)
                text, names = names_in(page, published, naming)
            except ReaderError as error:
                console.complain(f"{harmless_line(name)}: {error}")
                is_complete = False
            else:
                if text.strip() and not names.recogniser:
                    console.complain(f"{harmless_line(name)}: {_NOT_READ}")
            if arguments.json:
                console.write([_object(name, text, names) + "\n"])
            else:
                if console.is_terminal and len(arguments.words) > 1:
                    console.line(Marked(harmless_line(name), Look.BOLD))
                console.write(_table(name, names, console))
            console.stdout.flush()
    return Exit.FINE if is_complete else Exit.NOT_DONE


def annotate_again(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Seek the names of saved articles anew, and say how it went."""
    ids, is_complete = each_or_query(library, arguments.words, console)
    if not ids:
        console.advise("No article matches.")
        return Exit.FINE if is_complete else Exit.NOT_DONE
    naming = SavingSettings(config_file()).naming()
    for sentence in naming_complaints(naming):
        console.complain(sentence)
    try:
        with progress_bar(console) as show:
            failures = library.name_again(ids, naming, show)
    except KeyboardInterrupt:
        console.complain("interrupted; the articles that were not reached keep the names that they had.")
        raise
    titles = {row.id: row.title for row in library.rows(list(failures))}
    for id, reason in failures.items():
        console.complain(harmless_line(f"{titles.get(id, '')} ({id}): {reason}"))
    number = len(ids) - len(failures)
    console.line(f"Annotated {counted(number)} again.")
    return Exit.FINE if is_complete and not failures else Exit.NOT_DONE


def moment(text: str) -> datetime:
    """Return the day or the moment that a text in ISO 8601 means; a day is midnight in UTC.

    Raises:
        ValueError: if it is none.
    """
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _object(name: str, text: str, names: Names) -> str:
    """Return one line of JSON; its keys and their meaning are documented in the README."""
    value = {
        "file": harmless_line(name),
        "text": text,
        "mentions": [_mention(text, mention) for mention in names.mentions],
    }
    line = json.dumps(value, ensure_ascii=False)
    # The text is as it was written; what would steer a terminal can stand in JSON as an escape.
    return line if harmless(line) == line else json.dumps(value)


def _mention(text: str, mention: Mention) -> dict[str, object]:
    told = {"value": mention.value, "description": mention.description}
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind.value,
        "text": text[mention.start : mention.end],
        "entity": mention.entity,
        "score": round(mention.score, 4),
        **{key: value for key, value in told.items() if value},
    }


def _table(name: str, names: Names, console: Console) -> Iterator[str]:
    """Yield a line for each name or figure: its kind, itself, how often it is there, and what it comes to.

    In a pipe the parts are parted by tabs and the file stands before them.
    """
    values = {mention.entity: mention.value for mention in reversed(names.mentions)}
    widest = max((len(harmless_line(entity.name)) for entity in names.entities), default=0)
    for number, entity in enumerate(names.entities):
        known = harmless_line(entity.name)
        if console.is_terminal:
            row = f"{entity.kind.value:12}  {known:{widest}}  {entity.count:4}  {values[number]}".rstrip()
        else:
            row = "\t".join(
                (harmless_line(name), entity.kind.value, known, str(entity.count), values[number])
            )
        yield row + "\n"
