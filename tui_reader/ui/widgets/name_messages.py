"""What is asked for a name of the article that is read, wherever on the screen it was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class DossierAsked(Message):
    """Everything about a name is to be told."""

    entity: int
    """Index into the article's entities."""


@dataclass
class FollowAsked(Message):
    """A name is to be followed, or no longer."""

    entity: int
    """Index into the article's entities."""


@dataclass
class CorrectAsked(Message):
    """A name is to be corrected."""

    entity: int
    """Index into the article's entities."""


class NameMissed(Message):
    """Something is to be done with a name, and none is chosen."""
