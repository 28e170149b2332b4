"""Values that tell how articles report the same event: as a list folds them, and one by one."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from tui_reader.models import ArticleRow
from tui_reader.values import field, value


@value
class Report:
    """An article as one of those that report the same event."""

    row: ArticleRow
    is_copy: bool
    """Whether an article of the story that is older has the same text."""


@value
class Folded:
    """A list in which the articles of a story stand together or under the first of them."""

    ids: array[int]
    """The articles that are shown, in order."""
    under: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """For the first article of each story, the others in the order of the list."""
    opened: frozenset[int] = frozenset()
    """Those first articles below which the others are shown."""
