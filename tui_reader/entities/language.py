"""Tells whether a document is English, by its own word for it and by its commonest words."""

from __future__ import annotations

import re

from tui_reader.models import Document

_TOKEN = re.compile(r"\w+")
_COMMON = frozenset({"the", "of", "and", "to", "is", "was", "that", "with", "by", "this", "are", "from"})
_READ = 12_000
"""Characters that are looked at."""
_ENOUGH = 15
"""Words in small letters below which a text says nothing about its language."""
_PROSE = 0.5
"""Share of words in small letters below which a text is a table of names and numbers, which says nothing."""
_SURE = 0.12
"""Share of the common words from which an unmarked text is English; news has about 0.3."""
_CONTRADICTION = 0.03
"""Share below which a text isn't English whatever its page says; German, French and Spanish have less."""


def is_english(document: Document, text: str) -> bool:
    """Whether the document, whose running text is given, is English; if in doubt it isn't.

    Pages often carry the language of their template, so the text may contradict "en".
    """
    if document.language not in ("", "en"):
        return False
    tokens = _TOKEN.findall(text[:_READ])
    words = [token for token in tokens if token.islower() and token.isalpha()]
    if len(words) < max(_ENOUGH, _PROSE * len(tokens)):
        return document.language == "en"
    share = sum(word in _COMMON for word in words) / len(words)
    return share >= (_CONTRADICTION if document.language else _SURE)
