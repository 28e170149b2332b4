"""Which characters of a text are covered: asked for each name, so answered in no time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tui_reader.entities.recogniser import Span


class Stretch(Protocol):
    """Anything that has a start and an end in the running text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


def covered(text: str, stretches: Iterable[Stretch]) -> bytearray:
    """Return a byte for each character of the text: 1 if a stretch covers it, else 0."""
    cover = bytearray(len(text))
    for stretch in stretches:
        cover[stretch.start : stretch.end] = b"\1" * (stretch.end - stretch.start)
    return cover


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Return the spans by place."""
    return sorted(spans, key=lambda span: (span.start, span.end))
