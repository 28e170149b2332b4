"""The one tree of errors; the text of each is a sentence that the reader can act on.

ReaderError
├── ConfigError      a setting that can't be understood
├── QueryError       a search that can't be understood, with the place where it goes wrong
├── FetchError       a page that can't be had
├── ExtractError     a page without readable text
├── StorageError     a library that can't be read or written
├── NotFoundError    an article or a name that isn't there
├── CorrectionError  a correction of names that makes no sense
└── WorkerError      a helper process that had to be given up
"""

from __future__ import annotations


class ReaderError(Exception):
    """The root: whatever goes wrong in a way that we can name."""


class ConfigError(ReaderError):
    """A setting that can't be understood."""


class QueryError(ReaderError):
    """A search that can't be understood."""

    def __init__(self, message: str, position: int) -> None:
        """Keep the message and the offset in the query, from 0, where it stops making sense."""
        super().__init__(message)
        self.position = position


class FetchError(ReaderError):
    """A page that can't be had."""

    def __init__(self, url: str, reason: str, *, status: int | None = None) -> None:
        """Keep the address, the reason as a short sentence, and the HTTP status if there was one."""
        super().__init__(reason)
        self.url = url
        self.status = status


class ExtractError(ReaderError):
    """A page without readable text."""


class StorageError(ReaderError):
    """A library that can't be read or written."""

    def __init__(self, message: str, *, is_passing: bool = False) -> None:
        """Keep the message, and whether the same may work in a moment, as when the file is locked."""
        super().__init__(message)
        self.is_passing = is_passing


class NotFoundError(ReaderError):
    """An article or a name that isn't there."""


class CorrectionError(ReaderError):
    """A correction of names that makes no sense."""


class WorkerError(ReaderError):
    """A helper process that had to be given up."""
