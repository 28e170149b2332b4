"""What an article that is read wants of the list that it was opened from."""

from __future__ import annotations

from typing import Final, Literal, Protocol

from tui_reader.models import ArticleId

Way = Literal["next", "previous", "next_unread"]
"""To which neighbour."""

NONE_LEFT: Final[dict[Way, str]] = {
    "next": "This is the last article of the list.",
    "previous": "This is the first article of the list.",
    "next_unread": "No unread article is left in the list.",
}
"""What is said where there is none."""


class Neighbours(Protocol):
    """The list from which the article was opened."""

    def next(self, id: ArticleId) -> ArticleId | None:
        """Return the article below; None at the end."""

    def previous(self, id: ArticleId) -> ArticleId | None:
        """Return the article above; None at the top."""

    def next_unread(self, id: ArticleId) -> ArticleId | None:
        """Return the next unread article; None if all are read."""


def neighbour(row: Neighbours, id: ArticleId, way: Way) -> ArticleId | None:
    """Return the neighbour that way; None if there is none."""
    ways = {"next": row.next, "previous": row.previous, "next_unread": row.next_unread}
    return ways[way](id)
