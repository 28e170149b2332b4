"""Makes text from strangers harmless to a terminal: where it enters, and again where it is drawn.

What steers a terminal goes (`controls`); tabs and line breaks become what the caller asks for. What remains
says the same. Most text is plain, and for that nothing is imported, as the first frame waits for it.
"""

from __future__ import annotations

_MOST_LETTERS = "\u02ff"
"""The last letter of the Latin alphabets."""
_FIRST_SIGN, _LAST_SIGN = "\u2010", "\u2027"
"""Dashes, quotation marks and dots as they are printed."""

_BREAKS = {ord(sign): None for sign in "\n\t"}
"""What parts lines and columns."""


def is_plain(text: str) -> bool:
    """Whether the text is one line of letters and signs of the West: one cell each, and harmless."""
    return text.isprintable() and (
        text.isascii() or all(sign <= _MOST_LETTERS or _FIRST_SIGN <= sign <= _LAST_SIGN for sign in text)
    )


def harmless(text: str) -> str:
    """Return the text with its tabs and line breaks but nothing that steers a terminal."""
    if is_plain(text) or is_plain(text.translate(_BREAKS)):
        return text
    from tui_reader.controls import without_controls

    return without_controls(text)


def masked(text: str) -> str:
    """Return the text as long as it was, with a visible sign for every character that would steer a terminal.

    Drawing needs this form: names, links and hits are offsets into the text, so nothing may be left out.
    """
    if is_plain(text):
        return text
    from tui_reader.controls import with_signs

    return with_signs(text)


def harmless_line(text: str) -> str:
    """Return the text as one line: every run of white space becomes a space."""
    return " ".join((text if is_plain(text) else harmless(text)).split())
