"""What the library knows of one name, as values."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from tui_reader.models import ArticleId, ArticleRow, Kind, Position
from tui_reader.values import value

EntityId = NewType("EntityId", int)
"""Number of somebody or something that the library's articles name."""


class NameSort(StrEnum):
    """By what a list of names is ordered."""

    ARTICLES = "articles"
    """In how many articles they stand."""
    RECENT = "recent"
    """When they were last seen."""
    RISING = "rising"
    """How much more often they stand in the articles of the last seven days than was to be expected."""


@value
class EntityRow:
    """What a list shows of somebody or something; articles in the trash count nowhere."""

    id: EntityId
    kind: Kind
    name: str
    articles: int
    """How many articles name it; 0 for dates and amounts, which are not counted."""
    last: datetime | None
    """When the newest of them came out, or was saved if that is unknown."""
    is_single: bool = False
    """Whether it is a person known by one word only, who may be somebody else in each article."""
    recent: int = 0
    """How many of them came out in the last seven days; told only where names are listed by what rises."""
    expected: float = 0.0
    """How many would have, had it been named as often as in the eight weeks before; likewise."""
    is_followed: bool = False
    """Whether the user wants to know of what is new about it."""


@value
class Followed:
    """A name that the user follows."""

    entity: EntityRow
    unread: int
    """How many articles that are neither read nor archived name it; counted up to `limits.MOST_UNREAD`."""


@value
class WhoIs:
    """Who or what somebody or something is, in the words of an article."""

    text: str
    """Without the name: "the mayor of Lund", "was a footballer"."""
    article: ArticleId
    """Which article says so."""
    title: str
    """Its headline."""
    site: str
    """Its outlet."""
    moment: datetime
    """When it came out, or was saved if that is unknown."""


@value
class TakenIn:
    """Which names a condition of a search means."""

    entities: tuple[EntityRow, ...]
    """Those with the most articles, the most first."""
    number: int
    """How many there are with the others."""


@value
class Companion:
    """A name that stands in the same articles as another."""

    entity: EntityRow
    together: int
    """In how many of the articles that were looked at."""
    surprise: float
    """How little chance explains that: Dunning's log-likelihood ratio."""


@value
class Dossier:
    """Everything about one name but the articles themselves."""

    entity: EntityRow
    who: WhoIs | None
    """Who or what it is, if an article says so."""
    first: datetime | None
    """When the oldest of its articles came out."""
    weeks: tuple[tuple[date, int], ...]
    """The Monday of each week with articles that name it, and how many; the oldest first."""
    outlets: tuple[tuple[str, int], ...]
    """Outlets and how many of the articles looked at came from them, the most first."""
    companions: tuple[Companion, ...]
    """Who and what is named in the same articles, the most surprising first."""
    looked_at: int
    """How many articles outlets and companions are told from: the newest, all if there are not very many."""


@value
class Passage:
    """A stretch of text in one line, and where in it something is named."""

    text: str
    start: int
    end: int


@value
class Appearance:
    """An article that names somebody or something."""

    row: ArticleRow
    passage: Passage
    """The first sentence of its text that does so; of its headline if no other does."""
    place: Position
    """Where that name begins; block -1 is the headline."""
    mentions: int
    """How often the article names it."""
    forms: tuple[str, ...] = ()
    """How it is written there, each way once."""

    @property
    def moment(self) -> datetime:
        """When the article came out, or was saved if that is unknown."""
        return self.row.published or self.row.saved
