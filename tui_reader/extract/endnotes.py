"""Where the notes of a text are, so that they stay with it though they stand at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui_reader.extract.tree import Element

_NOTES, _NOTED = "data-notes", "data-noted"
"""Attributes of what holds notes and of what refers to them: the same number in both."""
_PAGE = frozenset({"html", "body", "main", "article"})
_MOST_BESIDE = 40
"""Characters besides notes in what holds them: a heading."""


def mark_notes(notes: Mapping[Element, Element]) -> None:
    """Number what holds the notes of a page, in place; `notes` gives the note of each reference."""
    known, mixed = set(notes.values()), set[Element]()
    numbers: dict[Element, str] = {}
    # The innermost come first, as whatever is known is not looked into again.
    for reference, note in reversed(list(notes.items())):
        holder = _outermost(note, known, mixed)
        number = numbers.setdefault(holder, str(len(numbers)))
        holder.set(_NOTES, number)
        reference.set(_NOTED, number)


def notes_number(element: Element) -> str:
    """Return the number of the notes that the element holds, empty if it holds none."""
    return element.get(_NOTES, "")


def referred(elements: Iterable[Element]) -> set[str]:
    """Return the numbers of the notes that the elements refer to."""
    return {number for element in elements if (number := element.get(_NOTED))}


def _outermost(note: Element, known: set[Element], mixed: set[Element]) -> Element:
    """Return the outermost element around a note that holds only notes; adds to what is known to."""
    while (around := note.getparent()) is not None and around.tag not in _PAGE and around not in mixed:
        if around not in known and not _holds_only(around, known):
            mixed.add(around)
            break
        known.add(around)
        note = around
    return note


def _holds_only(element: Element, known: set[Element]) -> bool:
    """Whether the element holds no more than a heading besides what is known; looks no further than that."""
    beside = 0
    waiting = [element]
    while waiting:
        current = waiting.pop()
        beside += len((current.text or "").strip())
        for child in current:
            beside += len((child.tail or "").strip())
            if beside > _MOST_BESIDE:
                return False
            if child not in known:
                waiting.append(child)
    return beside <= _MOST_BESIDE
