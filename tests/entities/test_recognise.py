"""What a document names, from its blocks to its entities."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.entities.marked import ListedNames, article, marked_blocks
from tui_reader.entities import recognise, telling_names
from tui_reader.models import Block, BlockKind, Document, Entity, Inline, Kind, Names, Style

KINDS: dict[str, Kind | None] = {
    "Ana Horvat": Kind.PERSON,
    "Horvat": Kind.PERSON,
    "Zadar": Kind.PLACE,
    "Ovrana": Kind.PLACE,
    "Harbour Board": Kind.ORGANISATION,
    "Ovrans": None,
}
RECOGNISER = ListedNames(KINDS)


def test_mentions_are_given_by_block_and_counted_with_the_title() -> None:
    document = article(
        "Horvat leaves Zadar",
        "Ana Horvat left Zadar on Monday.",
        "The Harbour Board paid $5 million to Horvat, not to the Ovrans.",
    )
    names = recognise(document, RECOGNISER)
    assert marked_blocks(document, names) == [
        "{person:Horvat} leaves {place:Zadar}",
        "{person:Ana Horvat} left {place:Zadar} on {date:Monday}.",
        "The {organisation:Harbour Board} paid {money:$5 million} to {person:Horvat}, not to the Ovrans.",
    ]
    assert names.entities == (
        Entity(Kind.PERSON, "Ana Horvat", 3),
        Entity(Kind.PLACE, "Zadar", 2),
        Entity(Kind.DATE, "Monday", 1),
        Entity(Kind.ORGANISATION, "Harbour Board", 1),
        Entity(Kind.MONEY, "$5 million", 1),
    )
    assert names.recogniser == "listed"


def test_code_rules_and_images_are_not_read() -> None:
    document = Document(
        title="",
        language="en",
        blocks=(
            Block(BlockKind.CODE, "Zadar = 1"),
            Block(BlockKind.IMAGE, "Zadar by night"),
            Block(BlockKind.RULE),
            Block(BlockKind.CAPTION, "Zadar by night"),
            Block(BlockKind.PARAGRAPH, "Call Zadar for Ovrana", (Inline(5, 10, Style.CODE),)),
        ),
    )
    assert marked_blocks(document, recognise(document, RECOGNISER))[1:] == [
        "Zadar = 1",
        "Zadar by night",
        "",
        "{place:Zadar} by night",
        "Call Zadar for {place:Ovrana}",
    ]


def test_a_table_is_read_cell_by_cell() -> None:
    table = Block(BlockKind.TABLE, "port\tmaster\nZadar\tAna\nHorvat\tOvrana", level=1)
    document = Document(title="", language="en", blocks=(table,))
    assert marked_blocks(document, recognise(document, RECOGNISER))[1] == (
        "port\tmaster\n{place:Zadar}\tAna\n{person:Horvat}\t{place:Ovrana}"
    )


def test_the_header_of_a_table_is_not_read() -> None:
    table = Block(BlockKind.TABLE, "Zadar\tOvrana\nZadar\tAna", level=1)
    document = Document("", (table,), language="en")
    assert marked_blocks(document, recognise(document, RECOGNISER))[1] == "Zadar\tOvrana\n{place:Zadar}\tAna"


def test_a_name_with_an_ending_is_the_one_without_it() -> None:
    document = article(
        "",
        "Ana Horvat Jr. met Dorna Lines, Inc. in Ovrana, D.C. to talk. Horvat left Ovrana and Dorna Lines.",
    )
    kinds = {"Ana Horvat": Kind.PERSON, "Dorna Lines": Kind.ORGANISATION, "Ovrana": Kind.PLACE}
    names = recognise(document, ListedNames({"Ana Horvat Jr.": Kind.PERSON} | kinds))
    assert [(entity.name, entity.count) for entity in names.entities] == [
        ("Ana Horvat Jr", 2),
        ("Dorna Lines, Inc", 2),
        ("Ovrana, D.C.", 2),
    ]
    assert telling_names(names) == ("Horvat", "Dorna Lines, Inc", "Ovrana, D.C.")


def test_a_name_never_crosses_from_one_block_to_the_next() -> None:
    document = article("", "We met Ana", "Horvat was late.")
    assert marked_blocks(document, recognise(document, RECOGNISER))[1:] == [
        "We met Ana",
        "{person:Horvat} was late.",
    ]


def test_a_date_or_an_amount_takes_in_a_name_that_it_holds() -> None:
    document = article("", "It cost 5 million US dollars in May 2024.")
    names = recognise(document, ListedNames({"US": Kind.PLACE, "May": Kind.PERSON}))
    assert marked_blocks(document, names)[1] == "It cost {money:5 million US dollars} in {date:May 2024}."


def test_a_date_gives_way_to_a_name_that_it_would_cut() -> None:
    document = article("", "They read the Monday Post there.")
    names = recognise(document, ListedNames({"Monday Post": Kind.ORGANISATION}))
    assert marked_blocks(document, names)[1] == "They read the {organisation:Monday Post} there."


def test_the_fullest_form_is_the_name_and_capitals_come_last() -> None:
    names = recognise(article("ZADAR WAITS", "All of Zadar waits."), RECOGNISER)
    assert names.entities == (Entity(Kind.PLACE, "Zadar", 2),)


def test_another_language_has_no_names_and_no_recogniser() -> None:
    assert recognise(article("Zadar", "Ana Horvat", language="fr"), RECOGNISER) == Names()


def test_an_empty_document_has_no_names() -> None:
    assert recognise(Document(title="", blocks=(), language="en"), RECOGNISER) == Names(recogniser="listed")


_WORDS = st.lists(
    st.sampled_from(
        [
            "Ana",
            "Horvat",
            "Zadar",
            "the",
            "said",
            "Ovrana's",
            "3 May",
            "$5",
            "MAY",
            "(OB)",
            "Board\n",
            "—",
            "\t",
            "é́",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(_WORDS, st.lists(st.tuples(st.sampled_from(BlockKind), _WORDS), max_size=4))
def test_mentions_are_in_order_apart_and_counted(title: str, blocks: list[tuple[BlockKind, str]]) -> None:
    document = Document(title=title, language="en", blocks=tuple(Block(kind, text) for kind, text in blocks))
    names = recognise(document, RECOGNISER)
    places = [(mention.block, mention.start, mention.end) for mention in names.mentions]
    assert places == sorted(places)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(places))
    entities = [mention.entity for mention in names.mentions]
    assert list(dict.fromkeys(entities)) == list(range(len(names.entities)))
    assert [entity.count for entity in names.entities] == [
        entities.count(index) for index in range(len(names.entities))
    ]
    texts = [document.title, *(block.text for block in document.blocks)]
    for mention in names.mentions:
        assert texts[mention.block + 1][mention.start : mention.end].strip()
        assert names.entities[mention.entity].kind is mention.kind


def test_a_place_that_only_a_dateline_names_is_not_called_in_capitals() -> None:
    names = recognise(
        article("Rain", "BELGRADE — It rained for the third day on the UAE."),
        ListedNames({"UAE": Kind.PLACE}),
    )
    assert [entity.name for entity in names.entities if entity.kind is Kind.PLACE] == ["Belgrade", "UAE"]


def test_a_people_is_its_country_by_kind_and_by_name() -> None:
    recogniser = ListedNames({"Zambians": Kind.OTHER, "Zambia": Kind.PLACE})
    names = recognise(article("", "The Zambians voted. They came from all over Zambia."), recogniser)
    assert names.entities == (Entity(Kind.PLACE, "Zambia", 2),)
    assert {mention.kind for mention in names.mentions} == {Kind.PLACE}
