"""The text of one block while it grows: white space is folded as HTML does, styled stretches remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui_reader.harmless import harmless
from tui_reader.models import Inline, Style

_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
# CSS drops a line break between wide characters: Chinese and Japanese put no space between words.
_WIDE_BREAK = re.compile(f"(?<=[{_WIDE}])[ \t]*\n[ \t\n]*(?=[{_WIDE}])")

_IDEOGRAPH = re.compile(f"[{_WIDE}]")


@dataclass(slots=True)
class _Stretch:
    """A style that has been opened and not yet closed."""

    style: Style
    target: str
    start: int


class Flow:
    """Collects text and styles; `take` hands over what has grown and begins anew."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._parts: list[str] = []
        self._length = 0
        self._has_gap = False
        self._is_line_new = False
        self._is_edge = False
        self._open: list[_Stretch] = []
        self._closed: list[Inline] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing but white space so far."""
        return not self._length

    @property
    def line(self) -> str:
        """What has been written since the last line break."""
        return "".join(self._parts).rpartition("\n")[2]

    @property
    def ends_line(self) -> bool:
        """Whether nothing but white space has been written since a line break."""
        return self._is_line_new

    def write(self, text: str) -> None:
        """Append text in which any run of white space means one space."""
        words = fold(text)
        if words.startswith(" "):
            self._has_gap = True
        if core := words.strip(" "):
            is_stuck = self._is_edge and bool(self._parts) and _would_stick(self._parts[-1][-1], core[0])
            self._is_edge = False
            if (self._has_gap or is_stuck) and self._parts and self._parts[-1] not in "\n\t":
                self._append(" ")
            self._append(core)
            self._has_gap = words.endswith(" ")

    def write_break(self, character: str) -> None:
        """Append a line break or tab that stays as it is."""
        self._has_gap = False
        self._append(character)
        self._is_line_new = character == "\n"

    def write_edge(self) -> None:
        """Part what is before from what comes next if both are letters or digits."""
        self._is_edge = True

    def open(self, style: Style, target: str = "") -> None:
        """Begin a styled stretch at this place."""
        self._open.append(_Stretch(style, target, self._length))

    def close(self, style: Style) -> None:
        """End the last stretch of this style that was begun."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].style is style:
                self._end(self._open.pop(index))
                return

    def take(self) -> tuple[str, tuple[Inline, ...]]:
        """Return text and stretches; stretches still open go on in the next text."""
        for stretch in self._open:
            self._end(stretch)
            stretch.start = 0
        text = "".join(self._parts).rstrip(" \n\u00a0")
        # Marks and escapes can pile up across the pieces that were each made harmless.
        text = harmless(text)
        inlines = [kept for inline in self._closed if (kept := _fitted(inline, text))]
        self._parts, self._length, self._closed = [], 0, []
        self._has_gap = self._is_line_new = self._is_edge = False
        return text, tuple(sorted(inlines, key=lambda inline: (inline.start, -inline.end)))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._is_line_new = self._is_line_new and text.isspace()

    def _end(self, stretch: _Stretch) -> None:
        if self._length > stretch.start:
            self._closed.append(Inline(stretch.start, self._length, stretch.style, stretch.target))


def _would_stick(before: str, after: str) -> bool:
    """Whether two characters, one behind the other, would be read as parts of one word."""
    return before.isalnum() and after.isalnum() and not _IDEOGRAPH.search(before + after)


def fold(text: str) -> str:
    """Return the text, harmless, with each run of white space as one space."""
    return _SPACE.sub(" ", _WIDE_BREAK.sub("", harmless(text)))


def _fitted(inline: Inline, text: str) -> Inline | None:
    """Return the stretch without the white space at its ends, or None if nothing remains."""
    start, end = inline.start, min(inline.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Inline(start, end, inline.style, inline.target) if start < end else None
