"""Writes files that the user asked for: as a whole or not at all, and never over another."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import count
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a file as a whole or not at all; an existing one stays until the new one is complete."""
    target = Path(os.path.realpath(path))  # a link stays a link
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            file.writelines(pieces)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def unused(path: Path) -> Path:
    """Return the path; if something is there already, the first that is free with a number added."""
    if not path.exists():
        return path
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(free for free in numbered if not free.exists())
