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


def test_a_stream_that_knows_few_characters_gets_question_marks(known: Known) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", "--library", str(known.folder), "list", "--limit", "1"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\t")[3:] == ["??", "??????\n"]
