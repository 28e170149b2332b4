from __future__ import annotations

from tui_reader.extract.plain import read_plain
from tui_reader.models import Block, BlockKind

WRAPPED = """\
The ice came early that year and by the first week of
December the pilots walked to the lighthouse on it.
Nobody remembered such a thing."""


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def test_lines_that_a_program_wrapped_are_joined() -> None:
    assert read_plain(f"Ice\n\n{WRAPPED}") == ("Ice", (paragraph(WRAPPED.replace("\n", " ")),))


def test_lines_that_were_meant_stay_lines() -> None:
    verse = "Roses are red,\n  violets are blue,\nand so on."
    assert read_plain(f"A verse\n\n{verse}")[1] == (paragraph(verse),)


def test_long_lines_are_paragraphs_even_without_blank_lines() -> None:
    one, other = "One sentence, and more. " * 8, "Another sentence, and more. " * 8
    assert read_plain(f"Title\n\n{one}\n{other}\n")[1] == (paragraph(one.strip()), paragraph(other.strip()))


def test_line_ends_of_all_systems_are_alike() -> None:
    assert read_plain("Title\r\n\r\nOne.\r\rTwo.")[1] == (paragraph("One."), paragraph("Two."))


def test_a_headline_may_be_said_again_in_capitals_and_more_than_once() -> None:
    assert read_plain("The Ice.\n\nTHE ICE\n\nThe ice\n\nIt came.") == ("The Ice.", (paragraph("It came."),))


def test_a_text_that_begins_with_a_long_paragraph_keeps_it() -> None:
    text = "It came early that year, and nobody had laid in enough wood for the winter. " * 4
    title, blocks = read_plain(f"{text}\n\nThe end.")
    assert title == "It came early that year, and nobody had laid in enough wood for the winter. It…"
    assert blocks == (paragraph(text.strip()), paragraph("The end."))


def test_a_single_line_is_both_headline_and_text() -> None:
    assert read_plain("Only this.") == ("Only this.", (paragraph("Only this."),))


def test_marked_headings_are_headings() -> None:
    title, blocks = read_plain("# Ice\n\n## Early ##\n\nIt came.")
    assert title == "Ice"
    assert blocks == (Block(BlockKind.HEADING, "Early", level=2), paragraph("It came."))


def test_nothing_but_white_space_is_no_text() -> None:
    assert read_plain(" \n\t\n\f") == ("", ())
