"""An article that has everything which a text format must set."""

from __future__ import annotations

from datetime import UTC, datetime

from tui_reader.models import (
    Article,
    ArticleId,
    ArticleRow,
    Block,
    BlockKind,
    Document,
    Entity,
    Inline,
    Kind,
    Names,
    Position,
    Stage,
    Style,
)


def stretch(text: str, part: str, style: Style, target: str = "") -> Inline:
    """Return the stretch of the text that the part is."""
    start = text.index(part)
    return Inline(start, start + len(part), style, target)


OPENING = "Snow *fell* on Oslo [again], in snake_case and <b>."
ITEM = "Shovels, of which\nthere were few"
TABLE = "Day\tDepth | cm\nMonday\t12"

BLOCKS = (
    Block(
        BlockKind.PARAGRAPH,
        OPENING,
        (
            stretch(OPENING, "fell* on Oslo", Style.STRONG),
            stretch(OPENING, "Oslo [again]", Style.LINK, "https://oslo.example/a_(b)"),
            stretch(OPENING, "snake_case", Style.CODE),
        ),
    ),
    Block(BlockKind.HEADING, "What was needed", level=2),
    Block(BlockKind.LIST_ITEM, ITEM, level=1, marker="•"),
    Block(BlockKind.LIST_ITEM, "wooden", level=2, marker="1."),
    Block(BlockKind.LIST_ITEM, "steel", level=2, marker="2."),
    Block(BlockKind.LIST_ITEM, "of Swedish make", level=2),
    Block(BlockKind.LIST_ITEM, "Salt", level=1, marker="•"),
    Block(BlockKind.PARAGRAPH, "# We slept\n1. Not at all", quote=1),
    Block(BlockKind.PARAGRAPH, "said she", quote=2),
    Block(BlockKind.ATTRIBUTION, "Kari, a *guest*", (Inline(8, 15, Style.EMPHASIS),), quote=1),
    Block(BlockKind.CODE, "depth = `12`\n\n    return", source="python"),
    Block(BlockKind.TABLE, TABLE, (stretch(TABLE, "12", Style.STRONG),), level=1),
    Block(BlockKind.IMAGE, "A white street", source="https://oslo.example/street.jpg"),
    Block(BlockKind.CAPTION, "Karl Johan at noon", (Inline(0, 10, Style.EMPHASIS),)),
    Block(
        BlockKind.EMBED,
        "The first plough",
        (Inline(0, 16, Style.LINK, "https://film.example/embed/1"),),
        source="https://film.example/embed/1",
    ),
    Block(BlockKind.CAPTION, "It came at six."),
    Block(BlockKind.LIST_ITEM, "Sledges", level=1, marker="☑"),
    Block(BlockKind.LIST_ITEM, "Skates", level=1, marker="b."),
    Block(BlockKind.RULE),
    Block(BlockKind.PARAGRAPH, "A trap", (Inline(2, 6, Style.LINK, "javascript:alert(1)"),)),
)

PUBLISHED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TITLE = 'Snow: "much" of it'

ARTICLE = Article(
    row=ArticleRow(
        id=ArticleId(7),
        url="https://oslo.example/snow",
        title=TITLE,
        site="Oslo Post",
        authors=("Kari Nord", "Per Syd"),
        language="en",
        saved=datetime(2026, 1, 3, tzinfo=UTC),
        published=PUBLISHED,
        words=40,
        excerpt="",
        names=("Oslo",),
        tags=("winter",),
        is_read=False,
        is_starred=True,
        is_archived=False,
        is_trashed=False,
        progress=0.0,
        stage=Stage.READY,
        reason="",
    ),
    document=Document(TITLE, BLOCKS, ("Kari Nord", "Per Syd"), "Oslo Post", PUBLISHED, "en", words=40),
    names=Names((Entity(Kind.PLACE, "Oslo", 1),)),
    position=Position(),
)
