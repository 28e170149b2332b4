"""Sets raised and lowered digits in the small characters that there are for them, one for one."""

from __future__ import annotations

from tui_reader.models import Block, BlockKind, Inline, Style

_SMALL = {
    Style.SUPERSCRIPT: str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
    Style.SUBSCRIPT: str.maketrans("0123456789+-−=()naeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙₐₑₒₓ"),
}


def set_scripts(block: Block, text: str) -> str:
    """Return the text of a block, as long as it was, with every stretch made small that can be."""
    for inline in block.inlines:
        if is_made_small(block, inline):
            small = text[inline.start : inline.end].translate(_SMALL[inline.style])
            text = text[: inline.start] + small + text[inline.end :]
    return text


def is_made_small(block: Block, inline: Inline) -> bool:
    """Whether a stretch is raised or lowered and has nothing in it that there is no small character for.

    All of it or nothing: of "2a" only the digit would be raised. Code stays as it is.
    """
    small = _SMALL.get(inline.style)
    if small is None or block.kind is BlockKind.CODE:
        return False
    return all(ord(character) in small for character in block.text[inline.start : inline.end])
