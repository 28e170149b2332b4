"""The one place where something that went wrong is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.dom import DOMNode

from tui_reader.errors import ReaderError
from tui_reader.harmless import harmless_line


@contextmanager
def told(node: DOMNode) -> Iterator[None]:
    """Show what goes wrong within, instead of letting it end the program."""
    try:
        yield
    except ReaderError as error:
        report(node, error)


def report(node: DOMNode, error: ReaderError) -> None:
    """Show the error's sentence until it can have been read; any thread may report."""
    node.app.notify(harmless_line(str(error)), severity="error", timeout=10, markup=False)
