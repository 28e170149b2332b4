from __future__ import annotations

from tests.reading.specimen import names_of, specimen
from tui_reader.models import Block, BlockKind, Document, Entity, Kind, Mention, Names, Position
from tui_reader.reading import motions
from tui_reader.reading.links import link_at, links
from tui_reader.reading.masthead import byline
from tui_reader.reading.names import mention_at, step, who_is_who
from tui_reader.reading.progress import Progress

DOCUMENT = specimen()
NAMES = names_of(DOCUMENT)


def name(index: int | None) -> str:
    assert index is not None
    mention = NAMES.mentions[index]
    text = DOCUMENT.blocks[mention.block].text if mention.block >= 0 else DOCUMENT.title
    return text[mention.start : mention.end]


def test_the_next_name_passes_over_dates_and_amounts() -> None:
    passed = [Kind.PERSON, Kind.PLACE, Kind.ORGANISATION]
    index, seen = step(NAMES, Position(-1, 0), 1), []
    while index is not None:
        mention = NAMES.mentions[index]
        seen.append(mention.kind)
        index = step(NAMES, Position(mention.block, mention.start), 1)
    assert set(seen) == set(passed)
    assert len(seen) == sum(mention.kind.is_name for mention in NAMES.mentions) - 1


def test_names_end_at_the_last_and_the_first() -> None:
    assert step(NAMES, Position(99, 0), 1) is None
    assert step(NAMES, Position(-1, 0), -1) is None


def test_the_mentions_of_one_name_go_around() -> None:
    kamau = 1
    mentions = [index for index, mention in enumerate(NAMES.mentions) if mention.entity == kamau]
    last = NAMES.mentions[mentions[-1]]
    assert step(NAMES, Position(last.block, last.start), 1, entity=kamau) == mentions[0]
    assert name(step(NAMES, Position(0, 20), 1, entity=kamau)) == "Kamau"


def test_a_mention_is_found_by_any_of_its_characters() -> None:
    start = DOCUMENT.blocks[0].text.index("Wanjiru")
    assert name(mention_at(NAMES, Position(0, start))) == "Wanjiru Kamau"
    assert name(mention_at(NAMES, Position(0, start + 12))) == "Wanjiru Kamau"
    assert mention_at(NAMES, Position(0, start + 13)) is None
    assert mention_at(Names(), Position()) is None


def test_the_panel_lists_each_name_once_by_kind_the_most_frequent_first() -> None:
    groups = who_is_who(DOCUMENT, NAMES)
    assert [kind for kind, _ in groups] == [
        Kind.PERSON,
        Kind.PLACE,
        Kind.ORGANISATION,
        Kind.DATE,
        Kind.PERCENT,
    ]
    people = [(listed.entity.name, listed.entity.count) for listed in groups[0][1]]
    assert people == [("Wanjiru Kamau", 4), ("Peter Otieno", 2)]


def test_the_spread_shows_in_which_eighth_of_the_text_a_name_stands() -> None:
    document = Document("", tuple(Block(BlockKind.PARAGRAPH, "x" * 99) for _ in range(8)))
    mentions = (*(Mention(0, i, i + 1, Kind.PLACE, 0) for i in range(4)), Mention(7, 0, 1, Kind.PLACE, 0))
    names = Names((Entity(Kind.PLACE, "Xanadu", 5),), mentions, "test")
    assert who_is_who(document, names)[0][1][0].spread == "▇      ▂"


def test_paragraph_motions_stop_at_the_ends() -> None:
    assert motions.paragraph(DOCUMENT, Position(0, 0), 1) == Position(1)
    assert motions.paragraph(DOCUMENT, Position(1, 7), -1) == Position(1)
    assert motions.paragraph(DOCUMENT, Position(1, 0), -1) == Position(0)
    assert motions.paragraph(DOCUMENT, Position(0, 0), -1) is None
    assert motions.paragraph(DOCUMENT, Position(len(DOCUMENT.blocks) - 1), 1) is None


def test_heading_motions_go_from_heading_to_heading() -> None:
    first = motions.heading(DOCUMENT, Position(-1, 0), 1)
    assert first == Position(2)
    second = motions.heading(DOCUMENT, first, 1)
    assert second is not None
    assert DOCUMENT.blocks[second.block].text == "What comes next"
    assert motions.heading(DOCUMENT, second, 1) is None
    assert motions.heading(DOCUMENT, second, -1) == first


def test_links_are_numbered_once_each_by_first_appearance() -> None:
    assert [(link.number, link.text) for link in links(DOCUMENT)][1] == (2, "a note")
    twice = Document("", DOCUMENT.blocks * 2)
    assert links(twice) == links(DOCUMENT)


def test_a_link_is_found_by_its_characters() -> None:
    link = links(DOCUMENT)[1]
    assert link_at(DOCUMENT, Position(link.block, link.start + 3)) == link.target
    assert link_at(DOCUMENT, Position(link.block, link.start - 1)) == ""


def test_the_byline_leaves_out_what_is_unknown() -> None:
    assert byline(DOCUMENT).replace("\u00a0", " ") == "By Amina Yusuf · forest.example · 14 May 2024 · 1 min"
    assert byline(Document("", ())) == ""
    assert byline(Document("", (), ("Ana", "Bo", "Cy"))) == "By Ana, Bo and Cy"


def test_progress_runs_from_none_at_the_top_to_all_at_the_last_line() -> None:
    progress = Progress(DOCUMENT)
    assert progress.share(Position(-1), Position(3, 4)) == 0
    assert 0 < progress.share(Position(3, 4), Position(9, 0)) < 1
    assert progress.share(Position(3, 4), None) == 1
    assert progress.minutes_left(0) == 1
    assert progress.minutes_left(1) == 0
