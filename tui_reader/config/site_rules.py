"""Holds the user's rules for single sites ready while pages are read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from tui_reader.config.settings import load
from tui_reader.errors import ConfigError
from tui_reader.models import SiteRule


class SiteRules:
    """The rules as they are in the file, read again whenever it has changed."""

    def __init__(self, file: Path) -> None:
        """Read the rules of a file.

        Raises:
            ConfigError: if the file can't be understood. Once it has been, a later mistake in it
                leaves the rules as they were.
        """
        self._file = file
        self._stamp = self._now()
        self._rules = load(file).sites

    def rule_for(self, url: str) -> SiteRule:
        """Return the rule for the host of an address, or for the nearest domain that the host belongs to."""
        self._refresh()
        try:
            host = (urlsplit(url).hostname or "").rstrip(".")
        except ValueError:
            host = ""
        while host:
            if rule := self._rules.get(host):
                return rule
            host = host.partition(".")[2]
        return SiteRule()

    def _refresh(self) -> None:
        """Read the file again if it has changed."""
        if (now := self._now()) != self._stamp:
            self._stamp = now
            try:
                self._rules = load(self._file).sites
            except ConfigError:
                return

    def _now(self) -> tuple[int, int] | None:
        """Return what tells one state of the file from another, None if there is no file."""
        try:
            status = self._file.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size
