"""Tells whether two articles report the same event, and whether one is a copy of the other."""

from tui_reader.stories.copies import COPIED, copied
from tui_reader.stories.likeness import SAME, Weighing, likeness
from tui_reader.stories.sketch import Sketch, sketch_of

__all__ = ["COPIED", "SAME", "Sketch", "Weighing", "copied", "likeness", "sketch_of"]
