"""Fixtures for the screens: a library with something in it, and the app on it, without the desktop around."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.ui import named
from tests.ui.shelf import NOW, fill
from tui_reader.config.settings import Config
from tui_reader.library import Library
from tui_reader.ui.app import ReaderApp

AppMaker = Callable[..., ReaderApp]


@pytest.fixture(autouse=True)
def _quiet_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Take away what differs from one desktop to the next: colours, clipboard, settings."""
    for name in ("NO_COLOR", "COLORFGBG", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "no-programs"))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give a library with an article in every state; as if another program saved, nothing moves by itself."""
    with FileLock(tmp_path / "library" / "saver.lock"), fill(tmp_path / "library") as filled:
        yield filled


@pytest.fixture
def empty_library(tmp_path: Path) -> Iterator[Library]:
    """Give a library with nothing in it, in which nothing moves by itself."""
    with Library(tmp_path / "empty") as empty, FileLock(tmp_path / "empty" / "saver.lock"):
        yield empty


@pytest.fixture
def named_library(tmp_path: Path) -> Iterator[Library]:
    """Give a library with names in its articles, in which nothing moves by itself."""
    (tmp_path / "named").mkdir()
    with FileLock(tmp_path / "named" / "saver.lock"), named.fill(tmp_path / "named") as library:
        yield library


@pytest.fixture
def make_app(tmp_path: Path) -> AppMaker:
    """Give a maker of apps whose clocks stand still."""

    def make(library: Library, **settings: object) -> ReaderApp:
        config = Config(**{"theme": "dark", **settings})  # type: ignore[arg-type]
        return ReaderApp(
            library, config, settings=tmp_path / "config.toml", now=lambda: NOW, stopwatch=lambda: 0.0
        )

    return make
