"""Articles that have something to do with another, as values."""

from __future__ import annotations

from tui_reader.models import ArticleRow
from tui_reader.values import value


@value
class Related:
    """An article that has something to do with another, and what."""

    row: ArticleRow
    entities: tuple[str, ...]
    """Names that both are about, the most telling first."""
    words: tuple[str, ...]
    """Rare words that both repeat, likewise, as the other article writes them."""
    score: float
    """How much they share: it only serves to compare."""

    @property
    def reason(self) -> str:
        """What they share, in a few words."""
        parts = ("both", self.entities), ("both say", self.words)
        return "; ".join(f"{lead}: {', '.join(shared)}" for lead, shared in parts if shared)
