"""Widths in terminal cells, counted by what a reader sees as one character.

The tables are Rich's, because Textual lays out its screen by them; what they leave apart although it
must never be split (flags, the vowel signs of Thai and Lao) is put together here. They take a while to be
imported, and most text can do without them.
"""

from __future__ import annotations

from tui_reader.harmless import is_plain

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Translates digits to small raised ones, one cell each."""

_SIMPLE = (
    "[\\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20bf]*"
)
"""Scripts and punctuation in which every character is one cell wide and stands for itself."""
_DRAWN = str.maketrans(dict.fromkeys("▌●○□✓✗◌◔◑◕▮▯★└├│▴▾‹›⁰⁴⁵⁶⁷⁸⁹⁺", "x"))
"""The signs that lists are drawn with, one cell each."""
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_FOLLOWING_VOWELS = "\u0e33\u0eb3"


def is_simple(text: str) -> bool:
    """Whether each character of the text takes exactly one cell and may be parted from its neighbours."""
    import re

    return re.fullmatch(_SIMPLE, text) is not None


def width(text: str) -> int:
    """Return how many cells the text takes on one line."""
    if is_plain(text) or is_plain(text.translate(_DRAWN)):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def clusters(text: str) -> list[tuple[int, int, int]]:
    """Return start, end and cells of each stretch of the text that a reader sees as one character."""
    if is_plain(text):
        return [(place, place + 1, 1) for place in range(len(text))]
    from rich.cells import split_graphemes

    joined: list[tuple[int, int, int]] = []
    is_half_a_flag = False
    for start, end, cells in split_graphemes(text)[0]:
        first = text[start]
        is_flag_letter = _FLAG_LETTERS[0] <= first <= _FLAG_LETTERS[1]
        if joined and (first in _FOLLOWING_VOWELS or (is_flag_letter and is_half_a_flag)):
            joined[-1] = (joined[-1][0], end, joined[-1][2] + cells)
            is_half_a_flag = False
        else:
            joined.append((start, end, cells))
            is_half_a_flag = is_flag_letter
    return joined


def clip(text: str, most: int) -> str:
    """Return the text, ended by "…" where it would take more than that many cells."""
    if width(text) <= most:
        return text
    kept, cells = 0, 0
    for _, end, wide in clusters(text):
        if cells + wide > most - 1:
            break
        kept, cells = end, cells + wide
    return text[:kept].rstrip() + "…" if most > 0 else ""
