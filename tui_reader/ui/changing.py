"""Changes the library in the background: what concerns thousands of articles takes a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui_reader.errors import ReaderError
from tui_reader.harmless import harmless_line
from tui_reader.ui.reports import report


def carry_out(screen: Screen[Any], change: Callable[[], str], done: Callable[[str], None]) -> None:
    """Change something, and say what was done where that was asked for, if that is still there.

    Args:
        screen: where it was asked for.
        change: changes it and returns a sentence, in another thread.
        done: called with the sentence.
    """
    app = screen.app

    def work() -> None:
        try:
            said = harmless_line(change())
        except ReaderError as error:
            report(app, error)
        else:
            app.call_from_thread(tell, said)

    def tell(said: str) -> None:
        if screen in app.screen_stack:
            done(said)
        else:
            app.notify(said, markup=False)

    # The app's own worker, for the screen may have gone before it is done.
    app.run_worker(work, thread=True, group="changing")
