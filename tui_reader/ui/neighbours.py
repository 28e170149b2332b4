"""What an article that is read wants of the list that it was opened from."""

from __future__ import annotations

from typing import Protocol

from tui_reader.models import ArticleId


class Neighbours(Protocol):
    """The list from which the article was opened."""

    def next(self, id: ArticleId) -> ArticleId | None:
        """Return the article below; None at the end."""

    def previous(self, id: ArticleId) -> ArticleId | None:
        """Return the article above; None at the top."""

    def next_unread(self, id: ArticleId) -> ArticleId | None:
        """Return the next unread article; None if all are read."""
