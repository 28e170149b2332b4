"""Which answers are pages of text, by what their server calls them or else by how they begin."""

from __future__ import annotations

import re

from tui_reader.formats import foreign_format
from tui_reader.harmless import harmless_line

_TEXTS = frozenset({"text/html", "text/plain", "text/markdown", "text/x-markdown", "text/xml"})
_APPLICATIONS = frozenset({"application/xhtml+xml", "application/xml"})
_UNTOLD = frozenset({"", "application/octet-stream", "unknown/unknown"})
_LONGEST_KIND = 80
_SAMPLE = 1024
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Bytes that stand in no text: https://mimesniff.spec.whatwg.org/#binary-data-byte
_BINARY = bytes({*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)})


def kind_of(content_type: str) -> str:
    """Return the media type of a Content-Type header, empty if it tells nothing."""
    # Some servers part the parameters by a comma.
    kind = harmless_line(re.split("[;,]", content_type[:_LONGEST_KIND])[0]).lower()
    return "" if kind in _UNTOLD else kind


def is_text(content_type: str) -> bool:
    """Whether the header names a page of text, or leaves it open."""
    kind = kind_of(content_type)
    return not kind or kind in _TEXTS or kind in _APPLICATIONS


def looks_like_text(body: bytes) -> bool:
    """Whether a body that nobody has named begins like text."""
    start = body[:_SAMPLE]
    if start.startswith(_WIDE_MARKS):
        return True
    return not foreign_format(start) and not set(start) & set(_BINARY)
