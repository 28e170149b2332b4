"""What the command palette offers: what has a key and needs no letter behind it, then the themes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from tui_reader.ui.actions import live_actions


class Palette(Provider):
    """The actions of the screen below, with their keys, and the themes."""

    async def discover(self) -> Hits:
        """Offer everything."""
        for name, call, hint in self._entries():
            yield DiscoveryHit(name, call, help=hint)

    async def search(self, query: str) -> Hits:
        """Offer what matches, with the part that does marked."""
        matcher = self.matcher(query)
        for name, call, hint in self._entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), call, help=hint)

    def _entries(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        """Yield the name of each entry, what it calls, and its keys."""
        for action in live_actions(self.screen):
            if action.is_enabled and action.id != "app.palette" and "{}" not in action.call:
                call = partial(self.app.run_action, action.call, action.node)
                yield action.explanation, call, "  ".join(action.keys)
        for name in sorted(self.app.available_themes, key=lambda name: ("newsreader" not in name, name)):
            yield f"Theme {name}", partial(setattr, self.app, "theme", name), "Colours"
