"""A kept frame holds as long as the library is as it was, and its ages go on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import platformdirs
import pytest

from tui_reader.library import Library
from tui_reader.start import kept, paths
from tui_reader.storage.first_look import VERSION
from tui_reader.storage.schema import MIGRATIONS


def test_ages_go_on_in_a_kept_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ages = kept.Ages()
    saved = datetime(2026, 3, 1, 12, tzinfo=UTC)
    frame = f"Rain {ages(saved).rjust(8)} 3 min\nSnow {ages(saved - timedelta(days=400)).rjust(8)}"
    kept.keep(str(tmp_path), "stamp", frame, ages)
    for past, told in (
        (timedelta(minutes=5), "5 min"),
        (timedelta(days=3), "3 d"),
        (timedelta(days=60), "1 Mar"),
    ):
        monkeypatch.setattr(kept, "time", (saved + past).timestamp)
        assert kept.recall(str(tmp_path), "stamp") == f"Rain {told:>8} 3 min\nSnow {'2025':>8}"
    assert kept.recall(str(tmp_path), "another stamp") is None


def test_a_headline_can_put_no_age_into_the_frame(tmp_path: Path) -> None:
    ages = kept.Ages()
    ages(datetime(2026, 3, 1, 12, tzinfo=UTC))
    kept.keep(str(tmp_path), "stamp", "a \ue000 b", ages)
    assert kept.recall(str(tmp_path), "stamp") == "a \ue000 b"


def test_any_change_of_the_library_is_seen_while_it_is_open_and_after(tmp_path: Path) -> None:
    states = [""]
    with Library(tmp_path) as library:
        states.append(kept.state(str(tmp_path)))
        library.add("https://example.org/a")
        states.append(kept.state(str(tmp_path)))
    with Library(tmp_path) as library:
        library.add("https://example.org/b")
    states.append(kept.state(str(tmp_path)))
    assert len(set(states)) == 4
    Library(tmp_path).close()
    assert kept.state(str(tmp_path)) == states[-1], "looking changes nothing"


def test_the_first_frame_knows_the_tables_of_today() -> None:
    assert len(MIGRATIONS) == VERSION


@pytest.mark.parametrize(
    "variables", [{}, {"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"}, {"XDG_DATA_HOME": " "}]
)
def test_files_are_where_platformdirs_has_them(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/ada")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    environment = {"HOME": "/home/ada", **variables}
    assert paths.library_folder(environment) == platformdirs.user_data_dir("newsreader", appauthor=False)
    folder = platformdirs.user_config_dir("newsreader", appauthor=False)
    assert paths.config_file(environment) == f"{folder}/config.toml"
