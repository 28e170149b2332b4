from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Newsreader
from tui_reader import __version__
from tui_reader.cli.commands import COMMANDS
from tui_reader.cli.completion import script
from tui_reader.cli.exits import Exit
from tui_reader.cli.parser import build


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    (choices,) = [
        action.choices for action in build()._actions if isinstance(action, argparse._SubParsersAction)
    ]
    return dict(choices)


def test_every_command_can_be_done() -> None:
    assert set(commands()) == {*COMMANDS, "completion"}


@pytest.mark.parametrize("command", commands())
def test_every_command_helps_by_example(newsreader: Newsreader, command: str) -> None:
    helped = newsreader(command, "--help")
    assert helped.code == 0
    assert f"  newsreader {command}" in helped.out.split("examples:")[1]


def test_the_help_documents_every_exit_code(newsreader: Newsreader) -> None:
    documented = newsreader("--help").out.split("exit codes:")[1]
    for code in Exit:
        assert f"\n  {code.value} " in documented


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
    assert newsreader("--library", tmp_path / "empty", "list").out == ""
    assert newsreader("list", "--library", tmp_path / "empty").out == ""
    assert newsreader("list").out != ""


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
