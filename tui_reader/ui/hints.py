"""Chooses the keys that are worth a hint in the last line of a screen."""

from __future__ import annotations

from collections.abc import Collection

from textual.dom import DOMNode
from textual.screen import Screen, ScreenResultType

from tui_reader.ui.actions import live_actions
from tui_reader.ui.widgets.status_line import Hint


def hints(
    screen: Screen[ScreenResultType],
    *,
    of: DOMNode | None = None,
    last: Collection[str] = (),
    without: Collection[str] = (),
) -> tuple[Hint, ...]:
    """Return the hints for what can be done now.

    Args:
        screen: where.
        of: what alone is looked at, if anything, such as a line that is typed in.
        last: ids of the bindings that lead back, which come after the others.
        without: ids of bindings that only say why nothing can be done.
    """
    actions = [action for action in live_actions(screen) if action.is_hinted and action.is_enabled]
    if of is not None:
        actions = [action for action in actions if action.node is of]
    actions = [action for action in actions if action.id not in without]
    actions.sort(key=lambda action: action.id in last)
    return tuple(Hint(action.keys[0], action.name, action.id) for action in actions)
