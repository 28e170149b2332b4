"""Queues what `add` is given: an address, a file, or what comes on standard input."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from tui_reader.cli.console import Console
from tui_reader.errors import ExtractError, NotFoundError
from tui_reader.library import Library
from tui_reader.models import ArticleId, Page

MOST_BYTES = 10_000_000
"""The largest page that is read from a file or a pipe; the same holds for the web."""

_CONTENT_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
}
_ADDRESS_LINES = re.compile(rb"\s*https?://\S+(?:\s+https?://\S+)*\s*", re.IGNORECASE)


def queue(library: Library, word: str, console: Console) -> list[ArticleId]:
    """Queue what the word means, and return the articles it becomes.

    Raises:
        FetchError: if it is neither a file nor an address.
        NotFoundError: if it is the name of a file that isn't there or can't be read.
        ExtractError: if there is nothing in it, or too much.
    """
    if word == "-":
        return _queue_bytes(library, _read(console.stdin.buffer, "Standard input"), "")
    path = Path(word).expanduser()
    if not (_looks_like_file(word, path) or path.exists()):
        return [library.add(word)]
    try:
        with path.open("rb") as file:
            body = _read(file, str(path))
    except OSError as error:
        raise NotFoundError(f"{path} can't be read: {error.strerror}.") from error
    return _queue_bytes(library, body, _CONTENT_TYPES.get(path.suffix.lower(), ""))


def _looks_like_file(word: str, path: Path) -> bool:
    """Whether the word is meant as a file even if there is none."""
    return word.startswith(("/", "./", "../", "~")) or (
        "/" not in word and path.suffix.lower() in _CONTENT_TYPES
    )


def _read(stream: BinaryIO, name: str) -> bytes:
    """Return all there is to read, but no more than a page may hold."""
    body = stream.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise ExtractError(f"{name} is larger than {MOST_BYTES // 1_000_000} MB, too large for an article.")
    if not body.strip():
        raise ExtractError(f"{name} is empty.")
    return body


def _queue_bytes(library: Library, body: bytes, content_type: str) -> list[ArticleId]:
    """Queue a page, or each address where there is nothing but addresses."""
    if _ADDRESS_LINES.fullmatch(body):
        return [library.add(address) for address in body.decode(errors="replace").split()]
    return [library.add_page(Page(body, content_type=content_type))]
