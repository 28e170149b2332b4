from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from tests.cli.conftest import Newsreader
from tui_reader import __version__
from tui_reader.cli.commands import command
from tui_reader.cli.completion import script
from tui_reader.cli.exits import Exit
from tui_reader.cli.parser import build
from tui_reader.launch import HELP_CELLS
from tui_reader.library import Library


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    (choices,) = [
        action.choices for action in build()._actions if isinstance(action, argparse._SubParsersAction)
    ]
    return dict(choices)


def test_every_command_can_be_done() -> None:
    for name in set(commands()) - {"completion"}:
        assert callable(command(name))


@pytest.mark.parametrize("command", commands())
def test_every_command_helps_by_example(newsreader: Newsreader, command: str) -> None:
    helped = newsreader(command, "--help")
    assert helped.code == 0
    assert f"  newsreader {command}" in helped.out.split("examples:")[1]


def test_the_help_documents_every_exit_code(newsreader: Newsreader) -> None:
    documented = newsreader("--help").out.split("exit codes:")[1]
    for code in Exit:
        assert f"\n  {code.value} " in documented


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="argparse breaks lines as each Python has it")
def test_the_help_that_is_kept_is_the_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(HELP_CELLS))
    kept = resources.files("tui_reader.cli").joinpath("help.txt").read_text(encoding="utf-8")
    assert kept == build().format_help(), "`make help-text` writes it anew"


def test_the_version_is_printed(newsreader: Newsreader) -> None:
    assert newsreader("--version").out == f"newsreader {__version__}\n"


@pytest.mark.parametrize(
    "words", [["sing"], ["list", "--limit", "0"], ["list", "--limit", "²"], ["show"], ["add"]]
)
def test_wrong_usage_is_told_and_ends_with_2(newsreader: Newsreader, words: list[str]) -> None:
    failed = newsreader(*words)
    assert failed.code == 2
    assert failed.out == ""
    assert "error:" in failed.err


@pytest.mark.parametrize("words", [["list", "--bogus"], ["list", "--unr"], ["add", "a", "--no"]])
def test_an_unknown_option_is_told_with_the_usage_of_its_command(
    newsreader: Newsreader, words: list[str]
) -> None:
    failed = newsreader(*words)
    assert failed.code == 2
    assert failed.err.startswith(f"usage: newsreader {words[0]} ")
    assert f"unrecognized arguments: {words[-1]}\n" in failed.err


def test_a_folder_that_cannot_be_a_library_ends_with_3(newsreader: Newsreader, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    failed = newsreader("--library", tmp_path / "file", "list")
    assert failed.code == 3
    assert failed.err.startswith("newsreader: ")
    assert failed.err.count("\n") == 1


def test_a_damaged_library_ends_with_3(newsreader: Newsreader, tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"this is no database, however long it may be" * 100)
    failed = newsreader("list", "--library", tmp_path)
    assert failed.code == 3
    assert failed.err.startswith("newsreader: ")


def test_the_library_may_be_named_before_or_after_the_command(newsreader: Newsreader, tmp_path: Path) -> None:
    Library(tmp_path / "empty").close()
    for words in (["--library", tmp_path / "empty", "list"], ["list", f"--library={tmp_path / 'empty'}"]):
        listed = newsreader(*words)
        assert (listed.code, listed.out) == (0, "")
    assert newsreader("list").out != ""


def test_a_home_in_the_name_of_a_library_is_found(
    newsreader: Newsreader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert newsreader("add", "-", "--no-wait", "--library=~/articles", stdin=b"text").code == 0
    assert (tmp_path / "articles" / "library.db").exists()


@pytest.mark.parametrize(
    "words", [["list"], ["search", "ice"], ["show", "1"], ["export"], ["tag", "1", "+ice"], ["undo"], []]
)
def test_a_library_that_was_named_must_be_there_unless_it_is_added_to(
    newsreader: Newsreader, tmp_path: Path, words: list[str]
) -> None:
    folder = tmp_path / "libary"
    missing = newsreader("--library", folder, *words)
    assert missing.code == 3
    assert missing.err == f"newsreader: There is no library in {folder}; newsreader add begins one.\n"
    assert not folder.exists()
    assert newsreader("--library", folder, "add", "-", "--no-wait", stdin=b"text").code == 0
    assert newsreader("--library", folder, "list").code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_and_options(newsreader: Newsreader, shell: str) -> None:
    printed = newsreader("completion", shell)
    assert printed.code == 0
    for word in ("search", "export", "unread", "newsreader"):
        assert word in printed.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_read_its_completion(shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not here")
    read = subprocess.run([program, "-n"], input=script(shell), text=True, capture_output=True, check=False)
    assert (read.returncode, read.stderr) == (0, "")
