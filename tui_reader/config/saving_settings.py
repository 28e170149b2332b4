"""Holds the settings that saving needs ready while pages are read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from tui_reader.config.settings import load
from tui_reader.errors import ConfigError
from tui_reader.models import Naming, SiteRule


class SavingSettings:
    """The user's rules for sites and names as they are in the file, read again whenever it has changed."""

    def __init__(self, file: Path) -> None:
        """Read the settings in a file.

        Raises:
            ConfigError: if the file can't be understood. Once it has been, a later mistake in it
                leaves the settings as they were.
        """
        self._file = file
        self._stamp = self._now()
        self._config = load(file)

    def rule_for(self, url: str) -> SiteRule:
        """Return the rule for the host of an address, or for the nearest domain that the host belongs to."""
        self._refresh()
        try:
            host = (urlsplit(url).hostname or "").rstrip(".")
        except ValueError:
            host = ""
        while host:
            if rule := self._config.sites.get(host):
                return rule
            host = host.partition(".")[2]
        return SiteRule()

    def naming(self) -> Naming:
        """Return how names are to be sought."""
        self._refresh()
        return self._config.names

    def _refresh(self) -> None:
        """Read the file again if it has changed."""
        if (now := self._now()) != self._stamp:
            self._stamp = now
            try:
                self._config = load(self._file)
            except ConfigError:
                return

    def _now(self) -> tuple[int, int] | None:
        """Return what tells one state of the file from another, None if there is no file."""
        try:
            status = self._file.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size
