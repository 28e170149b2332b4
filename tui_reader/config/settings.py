"""Reads the user's settings from config.toml, and writes those that are changed in the app."""

from __future__ import annotations

import difflib
import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from tui_reader.config.names import checked_names
from tui_reader.config.sites import checked_sites
from tui_reader.errors import ConfigError
from tui_reader.models import Naming, SiteRule

_PRESETS = ("default", "newsboat", "vim")


@dataclass(frozen=True, slots=True)
class Config:
    """What the user has decided; every setting has a default."""

    theme: str = "auto"
    """"auto" follows the terminal; or "dark", "light", "ansi", or the name of one of Textual's themes."""
    measure: int = 72
    """Width of the text column in cells, 20 to 200."""
    preset: str = "default"
    """Which keys to start from: "default", "newsboat" or "vim"."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by the id of their action, such as `article.next-name = "e,ctrl+n"`; they overrule the preset.

    An action whose keys are empty has none.
    """
    fold_stories: bool = True
    """Whether the list shows reports of one event as one row."""
    sites: dict[str, SiteRule] = field(default_factory=dict)
    """What to keep and to drop on pages of single sites, by the name of their host."""
    names: Naming = Naming()
    """Which pipelines of spaCy seek names in the texts of their languages, and how sure a name must be."""


def load(path: Path) -> Config:
    """Return the settings in the file, or the defaults if there is none.

    Raises:
        ConfigError: if the file can't be read or a setting can't be understood.
    """
    try:
        settings = tomllib.loads(_text(path))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} can't be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} isn't valid TOML: {error}") from error
    try:
        return _checked(settings)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error


def save_setting(path: Path, name: str, value: str | int) -> None:
    """Write one setting into the file and leave everything else in it, comments too, as it is.

    Raises:
        ConfigError: if the file can't be read or written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        # A link, as those have who keep their settings together elsewhere, stays a link.
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        settings = tomlkit.parse(_text(target)) if target.exists() else tomlkit.document()
        settings[name] = value
        unfinished = target.with_name(f"{target.name}.part")
        unfinished.write_bytes(tomlkit.dumps(settings).encode())
        unfinished.replace(target)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise ConfigError(f"{path} can't be written: {error}") from error


def _text(path: Path) -> str:
    """Return what is in the file, line ends as they are, without the mark that some editors begin with."""
    return path.read_bytes().decode("utf-8-sig")


def _checked(settings: dict[str, object]) -> Config:
    """Return the settings as a Config, or say which one is wrong and what would be right."""
    known = [setting.name for setting in fields(Config)]
    for name in settings:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(known)}."
            raise ConfigError(f"there is no setting “{name}”; {hint}")
    theme = settings.get("theme", "auto")
    if not isinstance(theme, str) or not theme:
        raise ConfigError('“theme” must be a name in quotes, such as "dark".')
    measure = settings.get("measure", 72)
    if not isinstance(measure, int) or isinstance(measure, bool) or not 20 <= measure <= 200:
        raise ConfigError("“measure” must be a whole number from 20 to 200.")
    preset = settings.get("preset", "default")
    if not isinstance(preset, str) or preset not in _PRESETS:
        raise ConfigError(f"“preset” must be one of {', '.join(_PRESETS)}.")
    fold_stories = settings.get("fold_stories", True)
    if not isinstance(fold_stories, bool):
        raise ConfigError("“fold_stories” must be true or false.")
    return Config(
        theme=theme,
        measure=measure,
        preset=preset,
        keys=_keys(settings.get("keys", {})),
        fold_stories=fold_stories,
        sites=checked_sites(settings.get("sites", {})),
        names=checked_names(settings.get("names", {})),
    )


def _keys(table: object, prefix: str = "") -> dict[str, str]:
    """Flatten the [keys] table: TOML reads an unquoted `article.next-name` as a table in a table."""
    if not isinstance(table, dict):
        raise ConfigError("“keys” must be a table: write [keys] on a line of its own.")
    keys: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            keys |= _keys(value, f"{prefix}{name}.")
        elif isinstance(value, str):
            keys[f"{prefix}{name}"] = value
        else:
            raise ConfigError(f'the keys for “{prefix}{name}” must be in quotes, such as "e,ctrl+n".')
    return keys
