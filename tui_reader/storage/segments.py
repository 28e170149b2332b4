"""Parts the characters of scripts that write no spaces, so that a part of a run can be found."""

from __future__ import annotations

import re

SEPARATOR = "\u200b"
"""Stands between the characters of scripts that write no spaces, in what the full-text index sees."""

_UNSPACED = "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])"


def segment(text: str) -> str:
    """Return the text with every Chinese, Japanese, Thai, Lao, Khmer or Burmese character on its own.

    FTS5's tokeniser takes an unspaced run for one word, so that no part of it could be found. A
    zero-width space parts the characters without showing; text in the library holds none of its own.
    """
    return text if text.isascii() else re.sub(_UNSPACED, rf"{SEPARATOR}\1{SEPARATOR}", text)
