"""What can be done on a screen just now, read from its live bindings: for hints, help and palette alike."""

from __future__ import annotations

from textual.dom import DOMNode
from textual.screen import Screen, ScreenResultType

from tui_reader.ui.keymaps import is_unbound, written
from tui_reader.values import value


@value
class Action:
    """Something that a key does."""

    id: str
    """The id of its binding, by which it can be rebound."""
    keys: tuple[str, ...]
    """Its keys as people write them, the main one first."""
    name: str
    """What it does, in a word or two."""
    explanation: str
    """What it does, in a few words more."""
    group: str
    """Where it belongs."""
    is_hinted: bool
    """Whether it is worth a place in the last line."""
    is_enabled: bool
    """Whether it does something just now."""
    call: str
    """The action in Textual's notation."""
    node: DOMNode
    """Where it is carried out."""


def live_actions(screen: Screen[ScreenResultType]) -> list[Action]:
    """Return what the keys do on this screen now, with the keymap applied; nearest to the focus first."""
    found: dict[str, Action] = {}
    for key, (node, binding, is_enabled, tooltip) in screen.active_bindings.items():
        if not binding.id or not binding.description or is_unbound(key):
            continue
        # Bindings of one group stand for each other: "1" to "9" are one line of help.
        id = binding.group.description if binding.group else binding.id
        keys = (*found[id].keys, written(key)) if id in found else (written(key),)
        found[id] = Action(
            id=binding.id,
            keys=keys,
            name=binding.description,
            explanation=_sentence_case(tooltip or binding.tooltip or binding.description),
            group=node.BINDING_GROUP_TITLE or "Here",
            is_hinted=binding.show,
            is_enabled=is_enabled,
            call=binding.action,
            node=node,
        )
    return sorted(found.values(), key=lambda action: -len(action.node.ancestors_with_self))


def _sentence_case(text: str) -> str:
    """Return the text with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def key_of(screen: Screen[ScreenResultType], id: str) -> str:
    """Return the main key of an action as people write it; empty if it has none just now."""
    return next((action.keys[0] for action in live_actions(screen) if action.id == id), "")


async def run(screen: Screen[ScreenResultType], id: str) -> None:
    """Do what the binding with this id does just now, if anything."""
    for action in live_actions(screen):
        if action.id == id:
            await screen.app.run_action(action.call, action.node)
