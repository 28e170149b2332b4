"""What is slow to import is imported only by what needs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.library import Library

SLOW = {
    "textual", "rich", "httpx", "lxml", "numpy", "readability", "spacy", "platformdirs", "shtab", "asyncio",
}  # fmt: skip

_REPORT = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
_RUN = """
import contextlib, os, sys
from tui_reader.cli import main
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.suppress(SystemExit):
    main(sys.argv[1:])
"""


def imported_by(code: str, *words: str, folder: Path) -> set[str]:
    """Return the top-level modules that are there once a fresh Python has run the code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{_REPORT}", *words],
        capture_output=True,
        text=True,
        check=True,
        env={"NEWSREADER_LIBRARY": str(folder), "NEWSREADER_CONFIG": str(folder / "config.toml")},
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["list"],
        ["list", "--json"],
        ["search", "person:ice"],
        ["entities"],
        ["entity", "ice"],
        ["tag", "1", "+ice"],
        [],
    ],
)
def test_a_quick_command_imports_nothing_slow(words: list[str], tmp_path: Path) -> None:
    Library(tmp_path).close()
    assert imported_by(_RUN, *words, folder=tmp_path) & SLOW == set()


def test_the_door_imports_nothing_slow(tmp_path: Path) -> None:
    assert imported_by("import tui_reader.library", folder=tmp_path) & SLOW == set()


def test_the_app_imports_nothing_that_only_saving_needs(tmp_path: Path) -> None:
    imported = imported_by("import tui_reader.ui.app", folder=tmp_path)
    assert "textual" in imported
    assert imported & {"httpx", "lxml", "numpy", "readability", "spacy"} == set()


def test_plain_text_is_annotated_without_what_reads_pages(tmp_path: Path) -> None:
    imported = imported_by("from tui_reader.extract import written; written(b'Rain')", folder=tmp_path)
    assert imported & {"httpx", "lxml", "numpy", "readability", "spacy"} == set()


def test_the_report_sees_what_is_imported(tmp_path: Path) -> None:
    assert "lxml" in imported_by("import lxml.html", folder=tmp_path)
