"""Finds the names, dates, times and amounts in a document."""

from tui_reader.entities.canonical import canonical
from tui_reader.entities.recogniser import Recogniser, Span
from tui_reader.entities.recognition import recognise
from tui_reader.entities.telling import telling_names

__all__ = ["Recogniser", "Span", "canonical", "recognise", "telling_names"]
