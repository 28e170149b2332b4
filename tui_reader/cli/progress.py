"""Shows on the error stream how far saving has come; shows nothing where nobody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui_reader.cli.console import Console
from tui_reader.harmless import harmless_line
from tui_reader.models import ArticleRow, Stage

_STEPS = {
    Stage.QUEUED: 0,
    Stage.FETCHING: 1,
    Stage.CLEANING: 2,
    Stage.NAMING: 3,
    Stage.READY: 4,
    Stage.FAILED: 4,
}
_WORDS = {
    Stage.QUEUED: "waiting for",
    Stage.FETCHING: "fetching",
    Stage.CLEANING: "cleaning",
    Stage.NAMING: "finding the names in",
}


def _say_nothing(rows: list[ArticleRow]) -> None:
    """Stand in for the bar."""


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[list[ArticleRow]], None]]:
    """Give a function that is told the rows again and again, and draws a bar until the block ends."""
    if not console.can_show_progress:
        yield _say_nothing
        return
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    one_line = Column(no_wrap=True, overflow="ellipsis")
    columns = (BarColumn(bar_width=24), TextColumn("{task.description}", markup=False, table_column=one_line))
    # Transient: what was saved is told by the lines that follow, and the bar must not stay among them.
    with Progress(*columns, console=RichConsole(file=console.stderr), transient=True) as progress:
        task = progress.add_task("")

        def show(rows: list[ArticleRow]) -> None:
            done = sum(_STEPS[row.stage] for row in rows)
            progress.update(task, completed=done, total=4 * len(rows), description=_description(rows))

        yield show


def _description(rows: list[ArticleRow]) -> str:
    """Return "2 of 5 · fetching https://example.org/…" for the article that has come furthest."""
    finished = sum(not row.stage.is_pending for row in rows)
    pending = [row for row in rows if row.stage.is_pending]
    if not pending:
        return f"{finished} of {len(rows)}"
    current = max(pending, key=lambda row: _STEPS[row.stage])
    return f"{finished} of {len(rows)} · {_WORDS[current.stage]} {harmless_line(current.title)}"
