"""Values that travel between the rooms: all frozen, none knows where it came from.

A block's text is one plain string; emphasis, links, names and search hits are stretches of it,
given as character offsets. A place in an article is therefore always (block, character).
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NewType

from tui_reader.pace import minutes
from tui_reader.values import field, ordered, value

ArticleId = NewType("ArticleId", int)
"""Number of a saved article; a higher number was saved later."""


class BlockKind(StrEnum):
    """What a block of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CODE = "code"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    EMBED = "embed"
    """A video, a chart or a post of another site, which only a browser can show."""
    ATTRIBUTION = "attribution"
    """Who said what is quoted above it."""
    RULE = "rule"

    @property
    def is_told(self) -> bool:
        """Whether its text is the article's own rather than a label of something to look at."""
        return self not in (BlockKind.IMAGE, BlockKind.EMBED, BlockKind.RULE)


class Style(StrEnum):
    """How a stretch of text is set."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    MARK = "mark"
    """What the user has highlighted, where it is written; no page sets it."""


class Kind(StrEnum):
    """What a name or a figure in the text stands for."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"
    """A name of something else: a product, an event, a people, a law, a work."""
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    PERCENT = "percent"

    @property
    def is_name(self) -> bool:
        """Whether this is a name of somebody or something, not a date, a time or an amount."""
        return self in (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.OTHER)


class Stage(StrEnum):
    """How far an article has come on its way from an address to the shelf."""

    QUEUED = "queued"
    FETCHING = "fetching"
    CLEANING = "cleaning"
    NAMING = "naming"
    READY = "ready"
    FAILED = "failed"

    @property
    def is_pending(self) -> bool:
        """Whether work on the article is still to be done."""
        return self not in (Stage.READY, Stage.FAILED)

    @property
    def step(self) -> int:
        """How many steps have been done, of four."""
        return 4 if not self.is_pending else list(Stage).index(self)


class Doubt(StrEnum):
    """Why a text may not be the whole article, or not only the article."""

    DISAGREEMENT = "disagreement"
    """The engines found texts that have little in common."""
    SHORT = "short"
    """There is hardly any text: a paywall, perhaps, or a page that scripts fill."""
    FRAGMENT = "fragment"
    """The page tells machines of a text that is at least three times longer."""
    LOSS = "loss"
    """Parts of the page were nested too deeply, or too large, to be read."""
    RULE = "rule"
    """The user's rule for the site says what to keep, and nothing of it is on the page."""


class Sort(StrEnum):
    """By what a list is ordered."""

    SAVED = "saved"
    PUBLISHED = "published"
    LENGTH = "length"
    SITE = "site"


@value
class Inline:
    """A styled stretch of a block's text; stretches may nest and overlap."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    style: Style
    """How it is set."""
    target: str = ""
    """Absolute address, for a link; what the note is called, for a mark."""


@value
class Block:
    """One paragraph, heading, list item, code listing, table, image, caption, attribution, embed or rule."""

    kind: BlockKind
    """What it is."""
    text: str = ""
    """Its text. Line breaks are `\\n`. In a table a line is a row and tabs part its cells; the first row is
    the header if `level` is 1. For an image this is the alternative text, for an embed its name; an
    attribution has no dash."""
    inlines: tuple[Inline, ...] = ()
    """Styled stretches of the text, by start."""
    level: int = 0
    """Heading 1 to 6; nesting depth of a list item, from 1; whether a table has a header, 0 or 1."""
    quote: int = 0
    """How many quotations it stands in; an attribution stands in the one that it is of."""
    marker: str = ""
    """What stands before a list item, "•", "3.", "b." or "☑"; empty for its further paragraphs."""
    source: str = ""
    """Absolute address, for an image or embed; language name, for code."""


@value
class Document:
    """The readable content of a page: what extraction makes and reading shows."""

    title: str
    """Headline; it is not repeated among the blocks."""
    blocks: tuple[Block, ...]
    """The text in reading order."""
    authors: tuple[str, ...] = ()
    """Names of the writers, without "by"."""
    site: str = ""
    """Name of the outlet, or the host of its address."""
    published: datetime | None = None
    """When it came out, with the page's own offset from UTC; midnight in UTC if only the day is known."""
    language: str = ""
    """ISO 639-1 code, lower case; empty if unknown."""
    url: str = ""
    """The address that the page gives for itself; empty if it gives none."""
    excerpt: str = ""
    """Its own summary, or its first sentences: at most 300 characters, one line."""
    words: int = 0
    """Length in words; three Chinese or Japanese characters count as two words."""
    modified: datetime | None = None
    """When it was last changed, like `published`."""
    image: str = ""
    """Absolute address of the lead image; empty if there is none."""
    section: str = ""
    """Part of the outlet that it stands in, such as "World"."""
    keywords: tuple[str, ...] = ()
    """What the page itself files it under."""
    engine: str = ""
    """Who found the text.

    One of "judge", "readability", "density", "linked data", "script", "rule", "page" and "text".
    """
    doubts: tuple[Doubt, ...] = ()
    """Why this may not be the whole article; empty if nothing speaks against it."""


@value
class Mention:
    """A stretch of a block that names somebody or something, or gives a date, a time or an amount."""

    block: int
    """Index of the block; -1 is the title."""
    start: int
    """Offset of the first character in that block's text."""
    end: int
    """Offset after the last character."""
    kind: Kind
    """What it stands for."""
    entity: int
    """Index into the article's entities."""
    score: float = 1.0
    """How likely it is that this stretch is a name of this kind, 0 to 1; what rules find has 1."""
    value: str = ""
    """What a date, a time or an amount comes to; empty for names and where it can't be said. ISO 8601 for a
    day, month, year, time ("T14:30", "2026-05-14T14:30+05:00") or an interval, its last day included;
    "1500000 USD"; "12.5" for per cent; a slash between the ends of a range, "3000/4000 EUR"."""
    description: str = ""
    """Who or what it is in the words of the text there, "the mayor of Lund"; empty if it doesn't say."""


@value
class Entity:
    """Somebody or something that an article mentions, once however often it is named."""

    kind: Kind
    """What it is."""
    name: str
    """The fullest form in the article."""
    count: int
    """How often the article mentions it."""
    key: str = field(default="", compare=False)
    """What all spellings of the full name share in every article; empty if only the name itself is known."""


@value
class Names:
    """Everything that recognition found in one article."""

    entities: tuple[Entity, ...] = ()
    """By first mention."""
    mentions: tuple[Mention, ...] = ()
    """By place; they never overlap."""
    recogniser: str = ""
    """Which recogniser found them; empty if none reads the article's language."""


@ordered
class Position:
    """A place in an article that survives any change of width."""

    block: int = 0
    """Index of the block."""
    character: int = 0
    """Offset in the block's text."""


@value
class ArticleRow:
    """What a list shows of an article."""

    id: ArticleId
    url: str
    """Its address; empty for text that had none."""
    title: str
    """Headline, or the address while there is none."""
    site: str
    authors: tuple[str, ...]
    language: str
    saved: datetime
    published: datetime | None
    words: int
    excerpt: str
    names: tuple[str, ...]
    """The names that say most about it: at most four, the most telling first."""
    tags: tuple[str, ...]
    """In alphabetical order."""
    is_read: bool
    is_starred: bool
    is_archived: bool
    is_trashed: bool
    progress: float
    """How much of it has been read, 0 to 1."""
    stage: Stage
    reason: str
    """Why it could not be had, in a sentence; empty if nothing is wrong."""

    @property
    def minutes(self) -> int:
        """Reading time in minutes, at least one."""
        return minutes(self.words)

    @property
    def is_readable(self) -> bool:
        """Whether there is a text to open, however the last attempt to fetch it went."""
        return self.words > 0

    @property
    def state(self) -> str:
        """One of "trashed", "saving", "failed", "archived", "read" and "unread": the first that holds.

        An article that has a text is never "saving" or "failed", even if it is being fetched once more.
        """
        if self.is_trashed:
            return "trashed"
        if not self.is_readable and self.stage is not Stage.READY:
            return "saving" if self.stage.is_pending else "failed"
        if self.is_archived:
            return "archived"
        return "read" if self.is_read else "unread"


@value
class Article:
    """An article with all that the reading view needs: one read of the library."""

    row: ArticleRow
    document: Document
    names: Names
    position: Position
    """Where reading stopped."""


@value
class Snippet:
    """A line around the words that a search found."""

    text: str
    hits: tuple[tuple[int, int], ...]
    """Start and end of each found word in the text."""


class Flag(StrEnum):
    """A mark that an article does or does not have."""

    READ = "read"
    STARRED = "starred"
    ARCHIVED = "archived"
    TRASHED = "trashed"


@value
class Counts:
    """How many articles the library holds; those in the trash count only there."""

    saved: int = 0
    unread: int = 0
    starred: int = 0
    archived: int = 0
    trashed: int = 0
    pending: int = 0
    """Being fetched or cleaned just now, or waiting for it."""
    failed: int = 0
    tags: tuple[tuple[str, int], ...] = field(default=())
    """Each tag with its number of articles, the most used first."""


@value
class Progress:
    """How far saving some articles has come."""

    total: int
    """How many they are."""
    stages: dict[Stage, int]
    """How many of them stand at each stage but ready; stages without any are left out."""
    current: ArticleRow | None
    """One of those that have come furthest without being finished."""

    @property
    def finished(self) -> int:
        """How many are ready or have failed."""
        return self.total - sum(number for stage, number in self.stages.items() if stage.is_pending)


@value
class Page:
    """The bytes of a page as they came, and what was said of them."""

    body: bytes
    url: str = ""
    """Where they came from after redirects; empty if unknown."""
    content_type: str = ""
    """The Content-Type header, or a guess by the file's name; empty if unknown."""


@value
class Naming:
    """How names are sought, as the user wants it."""

    pipelines: tuple[str, ...] = ()
    """Pipelines of spaCy that read texts in their languages: names of packages, or folders."""
    threshold: float = 0.4
    """Score from which a name is lit, 0 to 1; below it a name is more likely wrong than right."""


@value
class SiteRule:
    """What a user wants of the pages of one site, as CSS selectors; both may be empty."""

    keep: str = ""
    """The parts that are the article."""
    drop: str = ""
    """The parts that never belong to it."""
