"""Knows what steers a terminal in a text, and takes it out or puts a sign for it.

Escape sequences, C0 and C1 controls, bidirectional overrides, invisible characters and towers of
combining marks. `harmless` is how the rest of the program asks for it.
"""

from __future__ import annotations

import re
import unicodedata

# An escape sequence goes as a whole, so that its letters and digits don't stay behind as litter:
# OSC and other strings up to their terminator (or the end of the line), CSI, two-byte escapes.
# Possessive repeats, and no introducer inside a string, keep this linear whatever a stranger sends.
_SEQUENCE = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\x9d\x90\x98\x9e\x9f\n]{0,4096}+(?:\x07|\x1b\\|\x9c|(?=\n)|$)"
    r"|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]?"
    r"|\x1b[ -/]{0,4}[0-~]?"
)

# Unicode Cf and friends that hide or reorder text. ZWNJ and ZWJ stay: Persian and emoji need them.
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 but for tab, line feed and return; DEL; C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff"  # lone surrogates can't be encoded
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
_LINE_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_SUSPECT = re.compile(r"[^\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u4e00-\u9fff]")

MOST_MARKS = 4
"""Combining marks kept on one character; Vietnamese, Hebrew and Arabic need up to three."""


def without_controls(text: str) -> str:
    """Return the text with its tabs and line breaks but nothing that steers a terminal."""
    if not _SUSPECT.search(text):
        return text
    text = _LINE_BREAK.sub("\n", text)
    text = _INVISIBLE.sub("", _SEQUENCE.sub("", text))
    return text if text.isascii() else _level_marks(text)


def with_signs(text: str) -> str:
    """Return the text as long as it was, with a sign for every character that would steer a terminal."""
    if not _SUSPECT.search(text):
        return text
    text = _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", re.sub("[\r\x85\u2028\u2029]", " ", text))
    return text if text.isascii() else _level_marks(text, "\N{REPLACEMENT CHARACTER}")


def _level_marks(text: str, sign: str = "") -> str:
    """Put the sign for each combining mark beyond what any script stacks on one character."""
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        kept.append(character if marks <= MOST_MARKS else sign)
    return "".join(kept)
