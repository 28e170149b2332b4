"""Knows where files belong on each system."""

from __future__ import annotations

import os
from pathlib import Path


def config_file() -> Path:
    """Return where config.toml is looked for: $NEWSREADER_CONFIG, or the platform's folder for settings."""
    if path := os.environ.get("NEWSREADER_CONFIG"):
        return Path(os.path.expanduser(path))
    import platformdirs

    return platformdirs.user_config_path("newsreader", appauthor=False) / "config.toml"


def data_folder() -> Path:
    """Return where the library lives: $NEWSREADER_LIBRARY, or the platform's folder for data."""
    if path := os.environ.get("NEWSREADER_LIBRARY"):
        return Path(os.path.expanduser(path))
    import platformdirs

    return platformdirs.user_data_path("newsreader", appauthor=False)
