"""Knows files that are no pages of text by how they begin."""

from __future__ import annotations

from typing import Final

_STARTS: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)


def foreign_format(body: bytes) -> str:
    """Return what a body is if it is of a known format that is no text, such as "a PDF"; otherwise ""."""
    return next((name for start, name in _STARTS if body.startswith(start)), "")
