"""How much a text says, whatever its script."""

from __future__ import annotations

import re

_WIDE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MORE = 1.5
"""Letters that one of these characters, of Thai, Chinese, Japanese and Korean, says more than a letter."""


def width(text: str) -> float:
    """Return how long a text is, in letters of an alphabet."""
    return len(text) if text.isascii() else len(text) + _MORE * len(_WIDE.findall(text))
