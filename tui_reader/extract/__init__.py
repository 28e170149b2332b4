"""Turns the bytes of a page into a document to read: the only room that knows lxml and readability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.extract.written import Written, written

if TYPE_CHECKING:
    from tui_reader.extract.extraction import extract, whole

__all__ = ["Written", "extract", "whole", "written"]


def __getattr__(name: str) -> object:
    """Return what reads pages, imported when it is asked for: plain text needs neither lxml nor numpy."""
    if name not in ("extract", "whole"):
        raise AttributeError(name)
    from tui_reader.extract import extraction

    return getattr(extraction, name)
