from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Known


def list_into(descriptor: int, folder: Path) -> tuple[int, str]:
    """Print the list into a file; return the exit code and what was complained about."""
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", "--library", str(folder), "list"],
        stdout=descriptor,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(descriptor)
    return done.returncode, done.stderr


def test_a_reader_of_the_pipe_that_has_enough_ends_it_quietly(known: Known) -> None:
    read, write = os.pipe()
    os.close(read)
    assert list_into(write, known.folder) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_in_a_sentence(known: Known) -> None:
    descriptor = os.open("/dev/full", os.O_WRONLY)
    assert list_into(descriptor, known.folder) == (1, "newsreader: No space left on device.\n")


@pytest.mark.parametrize(
    ("closed", "words", "code"),
    [
        ("<&-", "", 0),
        ("<&-", "add -", 1),
        (">&-", "list", 0),
        ("2>&-", "show 999", 1),
        ("<&- >&- 2>&-", "list", 0),
    ],
)
def test_a_stream_that_is_closed_is_a_stream_without_anything(
    known: Known, closed: str, words: str, code: int
) -> None:
    command = f'exec "{sys.executable}" -m tui_reader {words} {closed}'
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "NEWSREADER_LIBRARY": str(known.folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert (known.folder / "library.db").read_bytes().startswith(b"SQLite format 3")


def test_words_that_are_no_text_are_taken_for_what_they_can_be(known: Known, tmp_path: Path) -> None:
    page = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(page, "wb") as file:
        file.write(b"The cafe opens at noon.")
    for words, code in (
        ([b"add", b"--no-wait", page], 0),
        ([b"show", b"\xff"], 1),
        ([b"list", b"--tag", b"\xff"], 2),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "tui_reader", "--library", known.folder, *words],
            capture_output=True,
            check=False,
        )
        assert done.returncode == code
        assert b"Traceback" not in done.stderr


def test_a_stream_that_knows_few_characters_gets_question_marks(known: Known) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", "--library", str(known.folder), "list", "--limit", "1"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\t")[3:] == ["??", "??????\n"]
