"""The command line: `newsreader` opens the app, `newsreader COMMAND` does one thing and ends."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.cli.parser import parse
from tui_reader.errors import ConfigError, QueryError, ReaderError, StorageError
from tui_reader.harmless import masked

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.library import Library
    from tui_reader.start.terminal import Terminal

_BLANK = re.compile(r"\s")


def main(words: Sequence[str] | None = None, *, terminal: Terminal | None = None) -> int:
    """Do what the words ask for, and return the exit code.

    Args:
        words: what was typed; by default those of the process.
        terminal: where the first frame stands, if there is one.
    """
    console = Console.of_process()
    try:
        arguments = parse(sys.argv[1:] if words is None else words)
        try:
            code = _run(arguments, console, terminal)
        except ReaderError as error:
            if terminal is not None:
                terminal.give_back()
            code = _explain(error, arguments, console)
        console.stdout.flush()
    except OSError as error:
        # What is still buffered must not fail once more at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), console.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return Exit.FINE  # whoever reads has read enough
        console.complain(f"{error.strerror or error}.")
        return Exit.NOT_DONE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return code


def _explain(error: ReaderError, arguments: Arguments, console: Console) -> Exit:
    """Say what ended a command, and return the exit code for it."""
    console.complain(str(error))
    match error:
        case QueryError():
            from tui_reader.reading.cells import width

            # As long as what was typed, or the caret would stand beside the place.
            query = masked(_BLANK.sub(" ", " ".join(arguments.words)))
            console.stderr.write(f"  {query}\n  {' ' * width(query[: error.position])}^\n")
            return Exit.WRONG_USAGE
        case StorageError() | ConfigError():
            return Exit.NO_LIBRARY
        case _:
            return Exit.NOT_DONE


def _run(arguments: Arguments, console: Console, terminal: Terminal | None) -> int:
    """Open the library and hand it to the app or the command."""
    if arguments.command == "completion":
        from tui_reader.cli.completion import script

        console.write([script(arguments.shell)])
        return Exit.FINE
    if arguments.command == "extract" and not arguments.again:
        from tui_reader.cli.cleaning import clean

        return clean(arguments, console)
    if arguments.command == "annotate" and not arguments.again:
        from tui_reader.cli.annotating import annotate

        return annotate(arguments, console)
    is_app = not arguments.command and console.can_open_app
    is_covered = terminal is not None and terminal.is_ours
    with _library(arguments, console, is_app=is_app, is_covered=is_covered) as library:
        if is_app:
            return _open_app(library, "sample library" if arguments.samples else "", terminal)
        from tui_reader.cli.commands import command

        return command(arguments.command or "list")(library, arguments, console)


@contextmanager
def _library(arguments: Arguments, console: Console, *, is_app: bool, is_covered: bool) -> Iterator[Library]:
    """Open the library that the arguments name, or a temporary one with the samples."""
    from tui_reader.cli.updating import updating_line
    from tui_reader.library import Library

    if not arguments.samples:
        may_begin = is_app or arguments.command == "add"
        named = _folder(arguments, console, may_begin=may_begin)
        with updating_line(console, is_covered=is_covered) as updating:
            library = Library(named, updating=updating)
        with library:
            yield library
        return
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with (
        TemporaryDirectory(prefix="newsreader-") as folder,
        Library(Path(folder)) as library,
    ):
        ids = library.add_samples()
        if not is_app:
            from tui_reader.cli.adding import wait

            wait(library, ids, console)
        yield library


def _folder(arguments: Arguments, console: Console, *, may_begin: bool) -> Path:
    """Return the folder of the library; one that was named must hold a library unless it may begin here.

    Raises:
        StorageError: if there is none, which is likelier a slip of the pen than an empty library.
    """
    from tui_reader.config.paths import data_folder
    from tui_reader.library import Library

    folder = arguments.library or data_folder()
    is_named = arguments.library is not None or "NEWSREADER_LIBRARY" in console.environment
    if is_named and not may_begin and not Library.is_in(folder):
        raise StorageError(f"There is no library in {folder}; newsreader add begins one.")
    return folder


def _open_app(library: Library, banner: str, terminal: Terminal | None) -> int:
    """Run the app until the reader quits, and return its exit code."""
    from tui_reader.config.paths import config_file
    from tui_reader.config.settings import load
    from tui_reader.ui.app import ReaderApp

    app = ReaderApp(library, load(config_file()), banner=banner, terminal=terminal)
    app.run()
    return app.return_code or Exit.FINE
