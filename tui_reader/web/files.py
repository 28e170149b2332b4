"""Pages that come from a file or a pipe instead of the network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO, Final

from tui_reader.errors import FetchError
from tui_reader.formats import foreign_format
from tui_reader.models import Page
from tui_reader.web.kinds import looks_like_text
from tui_reader.web.urls import normalise

MEBIBYTE: Final = 1024 * 1024
MOST_BYTES: Final = 15 * MEBIBYTE
"""The largest page that is read from a file or a pipe; the same holds for the network."""

_CONTENT_TYPES: Final = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
}
_ADDRESSES = re.compile(rb"\s*https?://\S+(?:\s+https?://\S+)*\s*", re.IGNORECASE)


def file_meant(word: str) -> Path | None:
    """Return the file that a word means, even if it isn't there; None if it means an address.

    A folder is meant by what can't be an address: many a mirror lies in a folder named after its site.
    """
    if not word or "://" in word:
        return None
    try:
        path = Path(word).expanduser()
        is_there = path.is_file() or (path.is_dir() and not _is_address(word))
    except (OSError, RuntimeError, ValueError):
        return None  # too long for a name, or nobody's home
    is_written_as_file = word.startswith(("/", "./", "../", "~"))
    is_named_as_file = "/" not in word and path.suffix.lower() in _CONTENT_TYPES
    return path if is_there or is_written_as_file or is_named_as_file else None


def read_file(path: Path, *, may_be_empty: bool = False) -> Page:
    """Return the page in a file.

    Raises:
        FetchError: if it can't be read, is no text, is larger than `MOST_BYTES`, or is empty and may not be.
    """
    try:
        with path.open("rb") as file:
            content_type = _CONTENT_TYPES.get(path.suffix.lower(), "")
            return read_stream(file, str(path), content_type=content_type, may_be_empty=may_be_empty)
    except FileNotFoundError as error:
        raise FetchError(str(path), f"There is no file {path}.") from error
    except IsADirectoryError as error:
        sentence = f"{path} is a folder; name the files in it, such as {path / '*.html'}."
        raise FetchError(str(path), sentence) from error
    except ValueError as error:
        raise FetchError(str(path), f"{path} can't be the name of a file.") from error
    except OSError as error:
        raise FetchError(str(path), f"{path} can't be read: {error.strerror}.") from error


def read_stream(stream: BinaryIO, name: str, *, content_type: str = "", may_be_empty: bool = False) -> Page:
    """Return the page in a stream, which messages call by this name.

    Raises:
        FetchError: if it is no text, larger than `MOST_BYTES`, or empty and may not be.
    """
    body = stream.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise FetchError(
            name, f"{name} is larger than {MOST_BYTES // MEBIBYTE} MiB, too large for an article."
        )
    if not body.strip() and not may_be_empty:
        raise FetchError(name, f"{name} is empty.")
    if kind := foreign_format(body):
        raise FetchError(name, f"{name} is {kind}, not a page of text.")
    if not content_type and not looks_like_text(body):
        raise FetchError(name, f"{name} is not a page of text.")
    return Page(body, content_type=content_type)


def _is_address(word: str) -> bool:
    """Whether a word could be the address of a page."""
    try:
        normalise(word)
    except FetchError:
        return False
    return True


def addresses_in(page: Page) -> list[str]:
    """Return the addresses of a text that holds nothing but addresses, or none."""
    return page.body.decode(errors="replace").split() if _ADDRESSES.fullmatch(page.body) else []
