"""Reads, cleans and annotates single pages apart from any library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from tui_reader.models import Document, Names, Naming, Page, SiteRule
from tui_reader.saving.process import Worker
from tui_reader.values import replace


@contextmanager
def cleaning() -> Iterator[Callable[[Page, SiteRule], Document]]:
    """Give a function that cleans a page, in a process apart and without any library."""
    worker = Worker()
    try:
        yield worker.clean
    finally:
        worker.close()


@contextmanager
def annotating() -> Iterator[Callable[[Page, datetime | None, Naming], tuple[str, Names]]]:
    """Give a function that finds the names in a plain text, in a process apart and without any library.

    It returns the text as it was written, and the names with their places in that.
    """
    worker = Worker()
    try:
        yield worker.annotate
    finally:
        worker.close()


def naming_complaints(naming: Naming) -> list[str]:
    """Return what keeps the pipelines that the user wants from being used, each with what to do about it."""
    if not naming.pipelines:
        return []
    from tui_reader.entities.pipelines import complaint

    return [said for name in naming.pipelines if (said := complaint(name))]


def read_page(name: str, stream: BinaryIO, *, url: str = "", may_be_empty: bool = False) -> Page:
    """Return the page in the file of that name, or in the stream if the name is "-".

    Raises:
        FetchError: if it can't be read.
    """
    from tui_reader.web.files import read_file, read_stream

    if name == "-":
        page = read_stream(stream, "standard input", may_be_empty=may_be_empty)
    else:
        page = read_file(Path(name), may_be_empty=may_be_empty)
    return replace(page, url=url) if url else page
