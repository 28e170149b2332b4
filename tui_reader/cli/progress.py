"""Shows on the error stream how far saving has come; shows nothing where nobody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui_reader.cli.console import Console
from tui_reader.harmless import harmless_line
from tui_reader.models import Progress, Stage

_WORDS = {
    Stage.QUEUED: "waiting for",
    Stage.FETCHING: "fetching",
    Stage.CLEANING: "cleaning",
    Stage.NAMING: "finding the names in",
}


def _say_nothing(progress: Progress) -> None:
    """Stand in for the bar."""


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[Progress], None]]:
    """Give a function that is told again and again how far it is, and draws a bar until the block ends."""
    if not console.can_show_progress:
        yield _say_nothing
        return
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar
    from rich.table import Column

    one_line = Column(no_wrap=True, overflow="ellipsis")
    columns = (BarColumn(bar_width=24), TextColumn("{task.description}", markup=False, table_column=one_line))
    # Transient: what was saved is told by the lines that follow, and the bar must not stay among them.
    with Bar(*columns, console=RichConsole(file=console.stderr), transient=True) as bar:
        task = bar.add_task("")

        def show(progress: Progress) -> None:
            last = Stage.READY.step
            missing = sum((last - stage.step) * number for stage, number in progress.stages.items())
            total = last * progress.total
            bar.update(task, completed=total - missing, total=total, description=_description(progress))

        yield show


def _description(progress: Progress) -> str:
    """Return "2 of 5 · fetching https://example.org/…" for the article that has come furthest."""
    said = f"{progress.finished} of {progress.total}"
    row = progress.current
    return f"{said} · {_WORDS[row.stage]} {harmless_line(row.title)}" if row and row.stage in _WORDS else said
