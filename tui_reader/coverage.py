"""Values that tell how articles report the same event: as a list folds them, and one by one."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.models import ArticleRow


@dataclass(frozen=True, slots=True)
class Report:
    """An article as one of those that report the same event."""

    row: ArticleRow
    is_copy: bool
    """Whether an article of the story that is older has the same text."""


@dataclass(frozen=True, slots=True)
class Under:
    """What a list keeps under an article: the others of its story."""

    ids: tuple[int, ...]
    """In the order of the list."""
    texts: tuple[int, ...]
    """For the article and each under it a number, which copies of one text have in common."""
    is_open: bool = False
    """Whether they are shown."""

    @property
    def copies(self) -> int:
        """How many of all these articles are copies of others of them."""
        return len(self.texts) - len(set(self.texts))
