"""Knows the form in which tags are kept."""

from __future__ import annotations

from tui_reader.harmless import harmless_line


def tag_name(text: str) -> str:
    """Return a tag in the one form it is kept in: lower case, without a hash, words joined by hyphens."""
    return "-".join(harmless_line(text).lstrip("#").lower().split())
