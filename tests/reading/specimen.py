"""An article with every kind of block, for the tests of the layout and of the reading view."""

from __future__ import annotations

from datetime import UTC, datetime

from tui_reader.models import Block, BlockKind, Document, Entity, Inline, Kind, Mention, Names, Style

TITLE = "Nairobi counts its trees again, and finds the number has grown"

LEAD = (
    "NAIROBI — Wanjiru Kamau walks slowly, because every trunk in Karura Forest has to be touched. "
    "Her team from the Kenya Forest Service has tagged 41,200 trees since 3 March, and Kamau expects "
    "to need two more months."
)
SECOND = (
    "The last count was made in 1998. “We had a pencil and a rope”, says Peter Otieno, who was there; "
    "this time Kenya Forest Service uses a laser that reads the height of a crown to within 4 %."
)
CODE = (
    "def crown(points):\n\tlow, high = min(points), max(points)\n\n"
    "\treturn round(high - low, 2)  # metres, as the laser gives them, not yet corrected"
)
TABLE = (
    "Kind\tTrees\tWhere it stands\nCroton\t18,020\tdry ridges, and along the old railway\n"
    "Olive\t9,114\tvalley of the Ruaka\nFig\t866\tnear water"
)
QUOTE = "Nobody plants a fig. A bird does it, and then you wait for forty years."
HEBREW = "העצים ביער נספרים שוב, והמספר גדל מאז הספירה הקודמת."
CHINESE = "内罗毕的森林正在重新清点树木。“我们当时只有一支铅笔和一根绳子”，彼得说（那是一九九八年）。"
ADDRESS = "https://forest.example/reports/2024/karura/trees-counted-by-ward-and-kind.csv?download=true"


def specimen() -> Document:
    """Return the article."""
    linked = f"The figures are published at {ADDRESS} and explained in a note."
    place = linked.index(ADDRESS)
    note = linked.index("a note")
    blocks = (
        Block(BlockKind.PARAGRAPH, LEAD),
        Block(BlockKind.PARAGRAPH, SECOND, (Inline(34, 60, Style.EMPHASIS),)),
        Block(BlockKind.HEADING, "What is counted", level=2),
        Block(BlockKind.LIST_ITEM, "every trunk thicker than a wrist", level=1, marker="•"),
        Block(BlockKind.LIST_ITEM, "its kind, in the language of whoever knows it", level=1, marker="•"),
        Block(BlockKind.LIST_ITEM, "and in Latin later", level=2, marker="1."),
        Block(BlockKind.PARAGRAPH, QUOTE, quote=1),
        Block(BlockKind.ATTRIBUTION, "a saying in the Service", quote=1),
        Block(BlockKind.TABLE, TABLE, level=1),
        Block(BlockKind.CODE, CODE, source="python"),
        Block(
            BlockKind.IMAGE, "A woman holds a tape around a fig tree", source="https://forest.example/fig.jpg"
        ),
        Block(BlockKind.CAPTION, "Wanjiru Kamau at the oldest fig of Karura."),
        Block(
            BlockKind.PARAGRAPH,
            linked,
            (
                Inline(place, place + len(ADDRESS), Style.LINK, ADDRESS),
                Inline(note, note + 6, Style.LINK, "https://forest.example/note"),
            ),
        ),
        Block(BlockKind.RULE),
        Block(BlockKind.PARAGRAPH, HEBREW),
        Block(BlockKind.PARAGRAPH, CHINESE),
        Block(BlockKind.HEADING, "What comes next", level=2),
        Block(BlockKind.PARAGRAPH, "In June the count moves to Ngong, where Otieno will join Kamau."),
        Block(
            BlockKind.EMBED,
            "The laser at work",
            (Inline(0, 17, Style.LINK, "https://film.example/embed/9"),),
            source="https://film.example/embed/9",
        ),
    )
    return Document(
        title=TITLE,
        blocks=blocks,
        authors=("Amina Yusuf",),
        site="forest.example",
        published=datetime(2024, 5, 14, tzinfo=UTC),
        language="en",
        url="https://forest.example/count",
        words=240,
    )


def names_of(document: Document) -> Names:
    """Return the names of the article, as a recogniser would find them."""
    known = (
        ("Nairobi", Kind.PLACE, ("Nairobi", "NAIROBI")),
        ("Wanjiru Kamau", Kind.PERSON, ("Wanjiru Kamau", "Kamau")),
        ("Karura Forest", Kind.PLACE, ("Karura Forest", "Karura")),
        ("Kenya Forest Service", Kind.ORGANISATION, ("Kenya Forest Service",)),
        ("3 March", Kind.DATE, ("3 March",)),
        ("Peter Otieno", Kind.PERSON, ("Peter Otieno", "Otieno")),
        ("4 %", Kind.PERCENT, ("4 %",)),
        ("Ngong", Kind.PLACE, ("Ngong",)),
    )
    found: dict[tuple[int, int], Mention] = {}
    texts = (document.title, *(block.text for block in document.blocks))
    for entity, (_, kind, forms) in enumerate(known):
        for form in forms:
            for block, text in enumerate(texts, -1):
                start = text.find(form)
                while start >= 0:
                    end = start + len(form)
                    if not any(m.block == block and m.start < end and start < m.end for m in found.values()):
                        found[block, start] = Mention(block, start, end, kind, entity)
                    start = text.find(form, end)
    mentions = tuple(found[place] for place in sorted(found))
    entities = tuple(
        Entity(kind, name, sum(m.entity == index for m in mentions))
        for index, (name, kind, _) in enumerate(known)
    )
    return Names(entities, mentions, "specimen")
