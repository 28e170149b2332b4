"""What the user decides about names, as values."""

from __future__ import annotations

from tui_reader.models import ArticleId, Kind
from tui_reader.values import value


@value
class Identity:
    """Who or what is meant, whatever an article calls it."""

    kind: Kind
    key: str
    """What all spellings of its full name share."""
    name: str
    """What it is called."""

    def is_same(self, other: Identity) -> bool:
        """Whether both are one thing, whatever it is called."""
        return (self.kind, self.key) == (other.kind, other.key)


@value
class Decision:
    """What is found in articles as one thing is another, has another name, or is no name at all."""

    kind: Kind
    """What is found."""
    key: str
    means: Identity | None
    """What it is; None if it is no name."""
    article: ArticleId | None = None
    """The only article in which that holds; None if it holds in all."""
    form: str = ""
    """The only words for which it holds, folded; empty if it holds for all forms."""

    @property
    def place(self) -> tuple[Kind, str, ArticleId | None, str]:
        """Where it holds; there is one decision for each place."""
        return self.kind, self.key, self.article, self.form


@value
class PortableDecision:
    """A decision that another library can take over."""

    decision: Decision
    address: str = ""
    """The address of its article, by which another library knows it; empty if it holds in all."""
