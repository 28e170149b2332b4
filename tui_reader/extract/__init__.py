"""Turns the bytes of a page into a document to read: the only room that knows lxml and readability."""

from tui_reader.extract.extraction import extract, whole

__all__ = ["extract", "whole"]
