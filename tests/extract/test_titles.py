from __future__ import annotations

import pytest

from tui_reader.extract.titles import chosen_title, is_same_title, shortened, without_title
from tui_reader.models import Block, BlockKind

STORY = "Ferries sail again from Turku"
LONG = (
    "The first paragraph of the article is long enough to be one, as it has over a hundred characters in it."
)


@pytest.mark.parametrize(
    ("headings", "claims", "tag", "site", "title"),
    [
        ([STORY], [], f"{STORY} | The Post", "", STORY),
        (["The Post", STORY], [], f"{STORY} | The Post", "The Post", STORY),
        (["The Post", STORY], [], f"The Post - {STORY}", "The Post", STORY),
        (["The Post"], [], f"{STORY} | The Post", "", STORY),
        (["The Post"], [STORY], f"{STORY} | The Post", "", STORY),
        ([], [], f"{STORY} | The Post", "The Post", STORY),
        ([], [], f"The Post | {STORY} | The Post", "The Post", STORY),
        ([], [], f"The Post: {STORY}", "The Post", f"The Post: {STORY}"),
        ([], [], f"The Post » {STORY}", "The Post", STORY),
        ([], [], f"{STORY} - Post", "", STORY),
        ([], [], "Well-known ferries", "", "Well-known ferries"),
        (
            [],
            ["The long road home - Part Two"],
            "The long road home - Part Two - Post",
            "",
            "The long road home - Part Two",
        ),
        ([], [f"{STORY} | Post"], f"{STORY} | Post", "", STORY),
        ([], [f"{STORY} - The Post"], "", "The Post", STORY),
        (["Login"], [STORY], "The Post", "The Post", STORY),
        (["Ferries sail from Turku once more"], [STORY], "", "", "Ferries sail from Turku once more"),
        (["Only heading"], [], "", "", "Only heading"),
        ([], [], "", "", ""),
        (["候鸟提前到达"], [], "候鸟提前到达_晚报", "", "候鸟提前到达"),
    ],
)
def test_the_headline_is_what_the_page_agrees_on(
    headings: list[str], claims: list[str], tag: str, site: str, title: str
) -> None:
    assert chosen_title(headings, claims, tag, site) == title


def test_a_newsroom_s_headline_that_the_page_agrees_with_is_taken_without_what_stands_above_it() -> None:
    glued = f"Shipping {STORY}"
    assert chosen_title([glued], [STORY, f"{STORY} | The Post"], glued, "The Post", STORY) == STORY
    assert chosen_title([STORY.upper()], [STORY, STORY], STORY, "", STORY) == STORY.upper()
    assert chosen_title([glued], [STORY, "Other"], glued, "", STORY) == glued


def test_the_headline_is_left_out_before_the_text_begins_and_as_top_heading_anywhere() -> None:
    blocks = (
        Block(BlockKind.HEADING, STORY.upper(), level=2),
        Block(BlockKind.PARAGRAPH, "By Ann Lee"),
        Block(BlockKind.PARAGRAPH, f"{STORY}!"),
        Block(BlockKind.PARAGRAPH, LONG),
        Block(BlockKind.HEADING, STORY, level=1),
        Block(BlockKind.PARAGRAPH, STORY),
    )
    assert without_title(blocks, [STORY, ""]) == (blocks[1], blocks[3], blocks[5])


def test_an_image_that_is_called_like_the_headline_stays() -> None:
    image = Block(BlockKind.IMAGE, STORY)
    assert without_title((image,), [STORY]) == (image,)


def test_headlines_are_compared_by_their_letters() -> None:
    assert is_same_title("“Ice”: a story", "ICE — A STORY")
    assert not is_same_title("Ice", "Icy")
    assert not is_same_title("…", "!")


def test_a_text_is_shortened_at_a_word() -> None:
    assert shortened("short \n text", 20) == "short text"
    assert shortened("one two, three four", 12) == "one two…"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"
