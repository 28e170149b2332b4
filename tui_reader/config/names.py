"""Checks the [names] table of config.toml: who seeks names, and how sure a name must be."""

from __future__ import annotations

from tui_reader.errors import ConfigError
from tui_reader.models import Naming

_PARTS = ("pipelines", "threshold")


def checked_names(table: object) -> Naming:
    """Return how names are to be sought.

    Raises:
        ConfigError: if something in the table can't be understood.
    """
    if not isinstance(table, dict):
        raise ConfigError("“names” must be a table: write [names] on a line of its own.")
    for name in table:
        if name not in _PARTS:
            raise ConfigError(f"there is no setting “{name}” in [names]; there are {', '.join(_PARTS)}.")
    pipelines = table.get("pipelines", [])
    if not isinstance(pipelines, list) or not all(isinstance(name, str) and name for name in pipelines):
        raise ConfigError(
            "“pipelines” in [names] must be a list of spaCy's pipelines, such as "
            '["de_core_news_sm", "fr_core_news_sm"].'
        )
    threshold = table.get("threshold", Naming().threshold)
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
        raise ConfigError("“threshold” in [names] must be a number from 0 to 1.")
    return Naming(tuple(pipelines), float(threshold))
