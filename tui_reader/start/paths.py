"""Where files belong, as `config.paths` has it, for who can't wait until platformdirs is imported."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

_NAME: Final = "newsreader"
_MACOS: Final = "Library/Application Support"


def library_folder(environment: Mapping[str, str]) -> str:
    """Return the folder of the library; empty if this system has other rules than are known here."""
    return environment.get("NEWSREADER_LIBRARY") or _folder(environment, "XDG_DATA_HOME", ".local/share")


def config_file(environment: Mapping[str, str]) -> str:
    """Return where config.toml is looked for; empty if this system has other rules than are known here."""
    if named := environment.get("NEWSREADER_CONFIG"):
        return named
    folder = _folder(environment, "XDG_CONFIG_HOME", ".config")
    return folder and f"{folder}/config.toml"


def _folder(environment: Mapping[str, str], variable: str, otherwise: str) -> str:
    """Return our folder in the one that a variable names, or else in a folder of the user's home."""
    home = environment.get("HOME", "")
    if sys.platform == "darwin":
        return home and f"{home}/{_MACOS}/{_NAME}"
    if sys.platform != "linux":
        return ""
    named = environment.get(variable, "").strip()
    return f"{named}/{_NAME}" if named else home and f"{home}/{otherwise}/{_NAME}"
