"""Settings are read, mistakes are explained, and a file is only changed where it has to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.config import Config, config_file, data_folder, load, save_setting
from tui_reader.errors import ConfigError


def _load(folder: Path, text: str) -> Config:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == Config()


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    config = _load(
        tmp_path,
        'theme = "light"\nmeasure = 60\npreset = "vim"\n'
        '[keys]\n"article.next-name" = "w"\nlibrary.add = "i,insert"\n',
    )
    assert config == Config("light", 60, "vim", {"article.next-name": "w", "library.add": "i,insert"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme = ", "isn't valid TOML"),
        ("themes = 'dark'", "did you mean “theme”"),
        ("zzz = 1", "there is no setting “zzz”; there are theme, measure"),
        ("measure = 10", "whole number from 20 to 200"),
        ("measure = true", "whole number"),
        ("preset = 'emacs'", "one of default, newsboat, vim"),
        ("keys = 'e'", "must be a table"),
        ("[keys]\nx = 1", "must be in quotes"),
    ],
)
def test_a_mistake_is_explained_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        _load(tmp_path, text)
    assert "config.toml" in str(caught.value)


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="can't be read"):
        load(path)


def test_saving_a_setting_leaves_comments_and_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    save_setting(path, "theme", "dark")
    path.write_text('# mine\nmeasure = 60 # narrow\n\n[keys]\nx = "y"\n', encoding="utf-8")
    save_setting(path, "theme", "light")
    text = path.read_text(encoding="utf-8")
    assert "# mine\nmeasure = 60 # narrow\n" in text
    assert load(path) == Config(theme="light", measure=60, keys={"x": "y"})


def test_saving_a_setting_leaves_a_link_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "settings.toml"
    kept.parent.mkdir()
    kept.write_text("measure = 60\n")
    path = tmp_path / "config.toml"
    path.symlink_to(kept)
    save_setting(path, "theme", "light")
    assert path.is_symlink()
    assert load(kept) == Config(theme="light", measure=60)
    assert sorted(file.name for file in kept.parent.iterdir()) == ["settings.toml"]


def test_a_file_from_another_system_is_read_and_keeps_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbfmeasure = 60\r\ntheme = 'dark'\r\n")
    assert load(path) == Config(theme="dark", measure=60)
    save_setting(path, "measure", 70)
    assert path.read_bytes() == b"measure = 70\r\ntheme = 'dark'\r\n"


def test_keys_may_be_empty(tmp_path: Path) -> None:
    assert _load(tmp_path, '[keys]\n"library.star" = ""\n').keys == {"library.star": ""}


def test_library_and_settings_can_be_put_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for typed in (str(tmp_path / "elsewhere"), "~/elsewhere"):
        monkeypatch.setenv("NEWSREADER_LIBRARY", typed)
        monkeypatch.setenv("NEWSREADER_CONFIG", typed)
        assert data_folder() == config_file() == tmp_path / "elsewhere"
