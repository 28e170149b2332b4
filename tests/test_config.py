"""Settings are read, mistakes are explained, and a file is only changed where it has to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui_reader.config.paths import config_file, data_folder
from tui_reader.config.saving_settings import SavingSettings
from tui_reader.config.settings import Config, load, save_setting
from tui_reader.errors import ConfigError
from tui_reader.models import Naming, SiteRule


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
        '[keys]\n"article.next-name" = "w"\nlibrary.add = "i,insert"\n'
        '[names]\npipelines = ["de_core_news_sm"]\nthreshold = 1\n',
    )
    keys = {"article.next-name": "w", "library.add": "i,insert"}
    assert config == Config("light", 60, "vim", keys, names=Naming(("de_core_news_sm",), 1.0))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme = ", "isn't valid TOML"),
        ("themes = 'dark'", "did you mean “theme”"),
        ("zzz = 1", "there is no setting “zzz”; there are theme, measure"),
        ("measure = 10", "whole number from 20 to 200"),
        ("measure = true", "whole number"),
        ("fold_stories = 1", "true or false"),
        ("preset = 'emacs'", "one of default, newsboat, vim"),
        ("keys = 'e'", "must be a table"),
        ("[keys]\nx = 1", "must be in quotes"),
        ("names = 1", "must be a table: write"),
        ("[names]\npipeline = 'x'", "no setting “pipeline” in [names]; there are pipelines, threshold"),
        ("[names]\npipelines = 'x'", "must be a list of spaCy's pipelines, such as"),
        ("[names]\npipelines = [1]", "must be a list of spaCy's pipelines, such as"),
        ("[names]\nthreshold = 40", "must be a number from 0 to 1"),
        ("[names]\nthreshold = true", "must be a number from 0 to 1"),
        ("sites = 1", "must be a table: write"),
        ("[sites]\n'a.org' = '.x'", "the rule for “a.org” must say what to keep"),
        ("[sites.'a.org']\nkept = '.x'", "the rule for “a.org” must say what to keep"),
        ("[sites.'a.org']\ndrop = 1", "“drop” for “a.org” must be a CSS selector in quotes"),
        ("[sites.'a.org']\ndrop = 'p['", "“drop” for “a.org” is no CSS selector"),
        ("[sites.'a.org']\nkeep = 'p::first-line'", "“keep” for “a.org” is no CSS selector"),
    ],
)
def test_a_mistake_is_explained_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)) as caught:
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


def test_rules_for_sites_are_read_by_host(tmp_path: Path) -> None:
    config = _load(
        tmp_path,
        "[sites.'www.Example.org']\nkeep = 'main'\n[sites.news.example.com]\ndrop = '.ad, aside'\n",
    )
    assert config.sites == {"example.org": SiteRule("main"), "news.example.com": SiteRule("", ".ad, aside")}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", "main"),
        ("https://www.example.org/a", "main"),
        ("https://blog.example.org:8080/a", ".post"),
        ("https://EXAMPLE.org./a", "main"),
        ("https://notexample.org/a", ""),
        ("https://org/a", ""),
        ("https://[/a", ""),
        ("", ""),
    ],
)
def test_the_nearest_rule_holds_for_an_address(tmp_path: Path, url: str, kept: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[sites.'example.org']\nkeep = 'main'\n[sites.'blog.example.org']\nkeep = '.post'\n")
    assert SavingSettings(file).rule_for(url).keep == kept


def test_a_changed_rule_holds_at_once_and_a_mistake_leaves_it(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    rules = SavingSettings(file)
    assert rules.rule_for("https://a.org/").drop == ""
    file.write_text("[sites.'a.org']\ndrop = '.one'")
    assert rules.rule_for("https://a.org/").drop == ".one"
    file.write_text("[sites.'a.org']\ndrop = '.one")
    assert rules.rule_for("https://a.org/").drop == ".one"
    file.unlink()
    assert rules.rule_for("https://a.org/").drop == ""


def test_how_names_are_sought_holds_at_once(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    settings = SavingSettings(file)
    assert settings.naming() == Naming()
    file.write_text("[names]\nthreshold = 0.9")
    assert settings.naming() == Naming(threshold=0.9)
