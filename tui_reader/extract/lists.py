"""What stands before the items of a list: bullets, numbers, letters, and boxes that are ticked or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui_reader.extract.tree import Element

_BULLETS = ("•", "◦", "▪")
_TICKS = ("☐", "☑")
_NAMED_TYPE = re.compile(r"list-style(?:-type)?\s*:[^;]*\b(lower|upper)-(alpha|latin|roman)\b", re.IGNORECASE)
_TYPES = {"lower-alpha": "a", "lower-latin": "a", "lower-roman": "i"}
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3999


@dataclass(slots=True)
class OpenList:
    """A list that is being written."""

    is_ordered: bool = False
    number: int = 1
    """Number of the next item."""
    step: int = 1
    type: str = ""
    """"a", "A", "i" or "I" for letters and Roman numbers."""

    def marker(self, item: Element, depth: int) -> str:
        """Return what stands before the next item, which is in that many lists, and count it."""
        number = whole_number(item.get("value", ""), self.number)
        if self.is_ordered:
            self.number = number + self.step
        if (box := _box(item)) is not None:
            return _TICKS[box.get("checked") is not None]
        if not self.is_ordered:
            return _BULLETS[min(depth, len(_BULLETS)) - 1]
        return f"{_numeral(number, item.get('type', '') or self.type)}."


def opened(element: Element) -> OpenList:
    """Return the list that begins with an element."""
    if element.tag != "ol":
        return OpenList()
    is_reversed = element.get("reversed") is not None
    items = sum(1 for child in element if child.tag == "li")
    first = whole_number(element.get("start", ""), items if is_reversed else 1)
    return OpenList(is_ordered=True, number=first, step=-1 if is_reversed else 1, type=_type(element))


def whole_number(text: str, otherwise: int) -> int:
    """Return a number as HTML attributes hold it, or the other one if it is none or absurd."""
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else otherwise


def _type(element: Element) -> str:
    if own := element.get("type", ""):
        return own
    if match := _NAMED_TYPE.search(element.get("style", "")):
        letter = _TYPES.get(f"lower-{match[2].lower()}", "")
        return letter.upper() if match[1].lower() == "upper" else letter
    return ""


def _box(item: Element) -> Element | None:
    """Return the box of a task, which is ticked once it is done; None if the item has none."""
    for box in item.iter("input"):
        if box.get("type") == "checkbox":
            return box if next(box.iterancestors("li"), None) is item else None
    return None


def _numeral(number: int, kind: str) -> str:
    """Return the number as the list counts; where letters can't, digits do."""
    if kind in ("a", "A") and number > 0:
        written = _letters(number)
    elif kind in ("i", "I") and 0 < number <= _MOST_ROMAN:
        written = _roman(number)
    else:
        return str(number)
    return written.upper() if kind.isupper() else written


def _letters(number: int) -> str:
    """Return 1 as "a", 26 as "z", 27 as "aa"."""
    written = ""
    while number:
        number, place = divmod(number - 1, 26)
        written = chr(ord("a") + place) + written
    return written


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written
