"""What the words of a command line come to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn


class Arguments:
    """What was asked for; an attribute stays at its default where the command doesn't have it."""

    command: str = ""
    """Name of the command; empty to open the app."""
    library: Path | None = None
    samples: bool = False
    words: list[str] = []
    """What stands after the command: addresses, files, numbers, or the words of a search."""
    tag: list[str] = []
    """Tags that --tag names."""
    added: list[str] = []
    """Tags that the command `tag` gives."""
    removed: list[str] = []
    """Tags that the command `tag` takes away."""
    no_wait: bool = False
    unread: bool = False
    starred: bool = False
    archive: bool = False
    trash: bool = False
    sort: str = "saved"
    reverse: bool = False
    limit: int | None = None
    json: bool = False
    kind: str = ""
    """What a name must be of; empty for any."""
    correction: str = ""
    """What `correct` does."""
    into: str = ""
    """The name that merged ones mean."""
    as_name: str = ""
    """The name of what is split off."""
    articles: list[str] = []
    """Articles in which a name is split."""
    written: list[str] = []
    """Forms of a name by which it is split."""
    followed: bool = False
    markdown: bool = False
    width: int | None = None
    format: str = "markdown"
    output: str = ""
    force: bool = False
    split: bool = False
    join: str = ""
    """The article whose story others are put into."""
    forever: bool = False
    yes: bool = False
    again: bool = False
    url: str = ""
    """The address that a file came from."""
    published: str = ""
    """When a text came out, as ISO 8601."""
    shell: str = ""
    refuse: Callable[[str], NoReturn]
    """Ends the program with the usage of the command and what was wrong with it."""
