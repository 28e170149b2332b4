"""The commands `add` and `extract --again`: they queue articles and wait until those are saved."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.cli.arguments import Arguments
from tui_reader.cli.console import Console
from tui_reader.cli.exits import Exit
from tui_reader.cli.progress import progress_bar
from tui_reader.cli.selection import counted, each_or_query
from tui_reader.config.paths import config_file
from tui_reader.config.saving_settings import SavingSettings
from tui_reader.errors import FetchError
from tui_reader.harmless import harmless_line
from tui_reader.library import Library, naming_complaints
from tui_reader.models import ArticleRow, Stage


def add(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Save articles, and print number and headline of each."""
    queued: dict[int, None] = {}
    is_complete = True
    for word in arguments.words:
        try:
            if word == "-":
                added = library.add_stream(console.stdin.buffer, "Standard input", tags=arguments.tag)
            else:
                added = library.add_source(word, tags=arguments.tag)
            queued |= dict.fromkeys(added)
        except FetchError as error:
            name = harmless_line(word)
            console.complain(f"{name}: {error}" if name else str(error))
            is_complete = False
    ids = list(queued)
    if arguments.no_wait:
        for row in library.rows(ids):
            _print(row, console)
    elif ids:
        is_complete &= _save(library, ids, console)
    return Exit.FINE if is_complete else Exit.NOT_DONE


def extract_again(library: Library, arguments: Arguments, console: Console) -> Exit:
    """Clean the kept pages of articles once more, and say how it went."""
    settings = SavingSettings(config_file())
    ids, is_complete = each_or_query(library, arguments.words, console)
    if not ids:
        console.advise("No article matches.")
        return Exit.FINE if is_complete else Exit.NOT_DONE
    queued = library.extract_again(ids)
    rows = wait(library, queued, console, settings)
    if without_page := len(ids) - len(queued):
        articles = "1 article has" if without_page == 1 else f"{without_page:,} articles have"
        console.complain(f"{articles} no page to clean: nothing was ever fetched.")
    refused = [row for row in rows if row.reason]
    for row in refused:
        console.complain(harmless_line(f"{row.title} ({row.id}): {row.reason}"))
    number = len(rows) - len(refused)
    console.line(f"Cleaned {counted(number)} again.")
    return Exit.FINE if is_complete and not refused else Exit.NOT_DONE


def wait(
    library: Library, ids: Sequence[int], console: Console, settings: SavingSettings | None = None
) -> list[ArticleRow]:
    """Save the articles, with a bar where somebody watches, and return them as they came out.

    `settings` are the user's, if they matter.

    Raises:
        KeyboardInterrupt: once it has been said what becomes of the articles that are not saved yet.
    """
    try:
        if settings:
            for sentence in naming_complaints(settings.naming()):
                console.complain(sentence)
            library.start_saving(settings.rule_for, settings.naming)
        else:
            library.start_saving()
        try:
            with progress_bar(console) as show:
                return library.wait_for(ids, show)
        finally:
            library.stop_saving()
    except KeyboardInterrupt:
        waiting = sum(row.stage.is_pending for row in library.rows(ids))
        articles = "1 article stays" if waiting == 1 else f"{waiting} articles stay"
        console.complain(f"interrupted; {articles} queued until the reader next opens.")
        raise


def _save(library: Library, ids: Sequence[int], console: Console) -> bool:
    """Save the articles, print what became of each, and return whether none failed."""
    rows = wait(library, ids, console, SavingSettings(config_file()))
    for row in rows:
        _report(row, console)
    return all(row.stage is not Stage.FAILED for row in rows)


def _report(row: ArticleRow, console: Console) -> None:
    """Print the article that was saved, or complain with the reason why it was not."""
    if row.stage is Stage.FAILED:
        console.complain(harmless_line(f"{row.url or row.title} ({row.id}): {row.reason}"))
    else:
        _print(row, console)


def _print(row: ArticleRow, console: Console) -> None:
    """Print number and headline."""
    between = "  " if console.is_terminal else "\t"
    console.line(f"{row.id}{between}{harmless_line(row.title)}")
