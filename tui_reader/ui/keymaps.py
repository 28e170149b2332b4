"""Keys: the presets, how a key is written for people, and which rebindings get in each other's way."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Final

from textual.binding import Binding
from textual.keys import Keys, format_key

PRESETS: Final[Mapping[str, Mapping[str, str]]] = {
    "default": {},
    "newsboat": {
        "library.filter": "F",
        "library.read": "N",
        "library.trash": "D",
        "library.next-unread": "n,tab",
        "library.next-match": ")",
        "library.previous-match": "(",
        "library.retry": "R",
    },
    "vim": {
        "library.quit": "ZZ,q",
        "library.next-view": "gt",
        "library.previous-view": "gT",
        "library.browser": "gx",
        "library.fold": "za",
        "library.fold-all": "zi",
    },
}
"""Keys by binding id that each preset changes."""

LONGEST_RUN: Final = 3
"""How many characters a sequence has at most."""

# Textual has no binding without a key, and one key for one action; no terminal sends these.
_UNBOUND: Final = "unbound:"
_NAMES: Final = frozenset(str(key.value) for key in Keys) | {"at"}
_WRITTEN: Final = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "backspace": "⌫",
    "delete": "Del",
}

_MODIFIED: Final = re.compile(r"^<?([CMAS])-(\w+)>?$", re.IGNORECASE)


def is_sequence(key: str) -> bool:
    """Whether the key is a run of characters to be typed one after the other, such as "gg"."""
    return 1 < len(key) <= LONGEST_RUN and key not in _NAMES


def written(key: str) -> str:
    """Return the key as people write it: "C-d", "Enter", "/", "gg"."""
    if is_sequence(key):
        return key.replace("?", "…") if key.endswith("?") else key
    *modifiers, name = key.split("+")
    prefix = "".join({"ctrl": "C-", "shift": "S-", "alt": "M-"}.get(m, f"{m}-") for m in modifiers)
    return prefix + _WRITTEN.get(name, format_key(name))


def is_unbound(key: str) -> bool:
    """Whether this is no key but stands for having none."""
    return key.startswith(_UNBOUND)


def keymap(preset: str, keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys by binding id: the preset's, overruled by the user's where those are keys.

    An action whose keys are empty gets none.
    """
    taken = {id: ",".join(_parts(typed)) for id, typed in keys.items() if all(_parts(typed))}
    unbound = {id: _UNBOUND + id for id, typed in keys.items() if not typed.strip()}
    return {**PRESETS.get(preset, {}), **taken, **unbound}


def unreadable(keys: Mapping[str, str]) -> list[str]:
    """Return a sentence for each entry that is neither empty nor a list of keys."""
    return [
        f"“{typed}” isn’t a list of keys for “{id}”. Write one key, or several with a comma between."
        for id, typed in keys.items()
        if typed.strip() and not all(_parts(typed))
    ]


def complaints(bindings: Iterable[Binding], keymap: Mapping[str, str]) -> list[str]:
    """Return a sentence for each entry of the keymap that can't work on a screen with these bindings."""
    bound = bindings_with(bindings, keymap)
    return [*_clashes(bound), *_hidden_sequences(bound)]


def unknown_ids(known: Iterable[str], keymap: Mapping[str, str]) -> list[str]:
    """Return a sentence for each entry of the keymap that names no action."""
    ids = sorted(set(known))
    sentences = []
    for id in keymap:
        if id not in ids:
            near = difflib.get_close_matches(id, ids, n=1)
            hint = f"Did you mean “{near[0]}”?" if near else "The help screen lists what can be rebound."
            sentences.append(f"There is no action “{id}”. {hint}")
    return sentences


def bindings_with(bindings: Iterable[Binding], keymap: Mapping[str, str]) -> list[Binding]:
    """Return the bindings, one for each key, with the keymap applied."""
    changed = [
        binding.with_key(keymap[binding.id]) if binding.id is not None and binding.id in keymap else binding
        for binding in bindings
        if isinstance(binding, Binding)
    ]
    return list(Binding.make_bindings(changed))


def _parts(typed: str) -> list[str]:
    """Return what stands between commas, each in Textual's notation; none of it may be empty."""
    return [_MODIFIED.sub(_in_full, part.strip()) for part in typed.split(",")]


def _in_full(match: re.Match[str]) -> str:
    """Return a key that is written as the help screen and vim write it, "C-d" or "<C-d>", as "ctrl+d"."""
    names = {"c": "ctrl", "m": "alt", "a": "alt", "s": "shift"}
    return f"{names[match[1].lower()]}+{match[2]}"


def _clashes(bindings: Iterable[Binding]) -> list[str]:
    """Return a sentence for each key that more than one action wants."""
    owners: dict[str, dict[str, str]] = {}
    for binding in bindings:
        owners.setdefault(binding.key, {})[binding.id or binding.action] = binding.description
    return [
        f"{written(key)} is the key of {' and of '.join(f'“{id}”' for id in ids)}; only one can have it."
        for key, ids in owners.items()
        if len(ids) > 1
    ]


def _hidden_sequences(bindings: Iterable[Binding]) -> list[str]:
    """Return a sentence for each sequence that can't be typed because its start already does something."""
    single = {written(b.key): b for b in bindings if not is_sequence(b.key)}
    sentences = []
    for binding in bindings:
        first = binding.key[0]
        if is_sequence(binding.key) and first in single:
            sentences.append(
                f"{binding.key} of “{binding.id}” can't be typed: {first} alone is “{single[first].id}”."
            )
    return sentences
