"""The clipboard is asked only where there is one, and never for long."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui_reader.ui.clipboard import addresses_in, commands, read_clipboard


@pytest.mark.parametrize(
    ("platform", "environment", "tools"),
    [
        ("darwin", {}, ["pbpaste"]),
        ("linux", {}, []),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, ["wl-paste"]),
        ("linux", {"DISPLAY": ":0"}, ["xclip", "xsel"]),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-paste", "xclip", "xsel"]),
    ],
)
def test_only_tools_that_make_sense_are_tried(
    platform: str, environment: dict[str, str], tools: list[str]
) -> None:
    assert [command[0] for command in commands(platform, environment)] == tools


@pytest.mark.skipif(sys.platform == "darwin", reason="the tool stands at a fixed place there")
def test_the_next_tool_is_asked_when_one_fails(tmp_path: Path) -> None:
    _tool(tmp_path / "xclip", "exit 1")
    _tool(tmp_path / "xsel", "printf 'https://example.org/a\\377'")
    assert read_clipboard({"DISPLAY": ":0", "PATH": str(tmp_path)}) == "https://example.org/a\ufffd"


def test_without_a_tool_the_clipboard_is_empty(tmp_path: Path) -> None:
    assert read_clipboard({"DISPLAY": ":0", "PATH": str(tmp_path)}) == ""


def test_addresses_are_found_in_running_text_once_each() -> None:
    text = "See https://example.org/a, (http://example.com/b?c=d#e) and https://example.org/a."
    assert addresses_in(text) == ["https://example.org/a", "http://example.com/b?c=d#e"]
    assert addresses_in("no address here; ftp://example.org neither") == []


def _tool(path: Path, script: str) -> None:
    """Write a program."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
