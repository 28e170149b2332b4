"""Reads what was settled by hand: what articles of Wikipedia are about, and the words for peoples."""

from __future__ import annotations

from pathlib import Path


def settled(file: Path) -> dict[str, str]:
    """Return the kind of each title in a file of lines `KIND: title; title; …`; "-" is no name.

    A line that begins with "#" is a comment.
    """
    kinds: dict[str, str] = {}
    for line in file.read_text("utf-8").splitlines():
        kind, parted, titles = line.partition(": ")
        if parted and not line.startswith("#"):
            kinds.update((title.strip(), kind) for title in titles.split(";"))
    return kinds


def words(file: Path) -> frozenset[str]:
    """Return the words of a file that has them parted by semicolons."""
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return frozenset(word.strip() for line in lines for word in line.split(";") if word.strip())
