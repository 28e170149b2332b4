"""Names of one article, and groups of those that are of one thing, joined one pair after the other."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.models import Kind
from tui_reader.values import field, value

MOST_FITS = 20
"""A part that fits more names than this is nobody's, which spares comparing it with each."""
MOST_WORDS = 16
"""A name of more words than this is no name, and has no parts."""


@value
class Name:
    """What all spellings of one name in one article are."""

    kind: Kind
    """What it names."""
    key: str
    """What its spellings share, see `canonical`."""
    text: str = field(default="", compare=False)
    """How it is first written."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its key."""
        return tuple(self.key.split())


class Groups:
    """Which names belong together; each is alone until it is joined to another."""

    def __init__(self) -> None:
        self._above: dict[Name, Name] = {}

    def head(self, name: Name) -> Name:
        """Return the name that stands for the group of this one."""
        above = self._above
        while (over := above.get(name, name)) != name:
            above[name] = above.get(over, over)
            name = over
        return name

    def join(self, name: Name, to: Name) -> None:
        """Put the groups of two names together, under the head of the second."""
        below, over = self.head(name), self.head(to)
        if below != over:
            self._above[below] = over

    def join_if_only(self, name: Name, wholes: Iterable[Name]) -> None:
        """Join a name to those that it may be short for, if they are of one group: two would be a guess."""
        heads = {self.head(whole) for whole in wholes}
        if len(heads) == 1:
            self.join(name, heads.pop())


def longest_first(names: Iterable[Name]) -> list[Name]:
    """Return the names by how many words they have, so that a whole comes before its parts."""
    return sorted(names, key=lambda name: (-len(name.words), -len(name.key), name.key, name.kind))
