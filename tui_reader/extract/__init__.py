"""Turns the bytes of a page into a document to read: the only room that knows lxml and readability."""

from tui_reader.extract.extraction import extract, whole
from tui_reader.extract.written import Written, written

__all__ = ["Written", "extract", "whole", "written"]
