"""Saves what was typed into the dialog for adding: addresses and files, parted by blanks."""

from __future__ import annotations

import shlex
from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.values import value


@value
class Added:
    """What became of what was typed."""

    ids: tuple[ArticleId, ...]
    """The articles that are being saved now."""
    rest: str
    """What could not be taken, as it was typed."""
    reason: str
    """Why not, in a sentence; empty if nothing is left."""


def add_typed(library: Library, text: str) -> Added:
    """Queue every address and file in the text; keep what can't be one for another try."""
    ids: list[ArticleId] = []
    rest: list[str] = []
    reasons: list[str] = []
    for item in _items(text):
        try:
            ids += library.add_source(item)
        except ReaderError as error:
            rest.append(item)
            reasons.append(str(error))
    return Added(tuple(dict.fromkeys(ids)), " ".join(rest), reasons[0] if reasons else "")


def _items(text: str) -> list[str]:
    """Return the words of the text; a file's name with blanks may stand in quotes or alone."""
    whole = text.strip()
    try:
        if Path(whole).expanduser().is_file():
            return [whole]
        return shlex.split(text) if '"' in text or "'" in text else text.split()
    except (OSError, RuntimeError, ValueError):
        return text.split()
