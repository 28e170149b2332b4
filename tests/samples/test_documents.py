"""The sample pages as they come out of extraction: everything of the article, nothing of the site."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from tests.samples.test_pages import each_page, meta, root_of
from tui_reader.entities import recognise
from tui_reader.extract import extract
from tui_reader.models import Block, BlockKind, Document, Kind, Page, Style

LONG_READ = "06-the-wire-and-the-news.html"
CODE = "07-reading-a-river-with-python.html"
IMAGES = "08-lights-of-brittany.html"


@cache
def document_of(name: str) -> Document:
    """Return what extraction makes of a sample."""
    return extract(Page((resources.files("tui_reader.samples") / name).read_bytes()))


def blocks_of(name: str, kind: BlockKind) -> list[Block]:
    """Return a sample's blocks of one kind."""
    return [block for block in document_of(name).blocks if block.kind is kind]


def styled(name: str, style: Style) -> list[str]:
    """Return the stretches of a sample's text that are set in a style."""
    return [
        block.text[inline.start : inline.end]
        for block in document_of(name).blocks
        for inline in block.inlines
        if inline.style is style
    ]


@each_page
def test_a_sample_keeps_what_its_page_says_of_itself(name: str) -> None:
    root, document = root_of(name), document_of(name)
    assert document.title == meta(root, "og:title")
    assert document.site == meta(root, "og:site_name")
    assert document.url == meta(root, "og:url")
    assert document.language == str(root.get("lang"))[:2]
    assert document.excerpt == (meta(root, "description") or meta(root, "og:description"))
    assert document.published is not None


@each_page
def test_a_headline_is_not_repeated_in_the_text(name: str) -> None:
    document = document_of(name)
    assert document.title not in [block.text for block in document.blocks]


@each_page
def test_every_heading_and_list_item_of_the_text_comes_through(name: str) -> None:
    # What stands before the first paragraph or after the text is the site's: each page marks its text so.
    body = root_of(name).xpath(
        "(//*[contains(@class, 'body') or contains(@class, 'content') or contains(@class, 'text')"
        " or contains(@class, 'nass')][p] | //article[p])[last()]"
    )[0]
    headings = [str(heading.text_content()) for heading in body.xpath("./h2 | ./h3")]
    items = body.xpath("./ul//li | ./ol//li")
    assert headings
    assert [block.text for block in blocks_of(name, BlockKind.HEADING)][: len(headings)] == headings
    assert len(blocks_of(name, BlockKind.LIST_ITEM)) >= len(items)


@pytest.mark.parametrize(
    ("name", "authors"),
    [
        ("01-tokayev-mirziyoyev-call.html", ("Dana Akhmetova",)),
        ("02-ecb-first-cut.html", ("Helena Brandt", "Tomás Figueira")),
        ("10-fast-guizhou.html", ("林知远",)),
        ("11-qarawiyyin-library.html", ("سلمى الإدريسي",)),
        ("12-candidates-toronto.html", ("Priya Raman", "Joel Abernathy")),
    ],
)
def test_the_authors_are_known(name: str, authors: tuple[str, ...]) -> None:
    assert document_of(name).authors == authors


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("01-tokayev-mirziyoyev-call.html", "ASTANA — President", "gone away with the water."),
        ("02-ecb-first-cut.html", "FRANKFURT — The European", "which is why it is there."),
        ("03-ecb-mortgages.html", "The European Central Bank’s", "not wait for September."),
        ("04-oxygen-in-a-young-galaxy.html", "There is a smudge of", "European Southern Observatory."),
        ("07-reading-a-river-with-python.html", "In the old town of Cologne", "the best of the three."),
        ("08-lights-of-brittany.html", "A wave taller than a house", "until the day when they cannot."),
        ("09-gel-dans-les-vignes.html", "CHINON — Dans la nuit", "assez pour les boire."),
        ("10-fast-guizhou.html", "从贵阳出发", "路过了贵州的一个山谷。"),
        ("11-qarawiyyin-library.html", "فاس — في ساحة الصفّارين", "ليعرفوا أنّ أحداً يقرأ."),
        ("12-candidates-toronto.html", "TORONTO — He had drawn", "the two Candidates at once."),
        ("13-the-second-that-broke-things.html", "At one second before", "a clock that read sixty."),
    ],
)
def test_a_text_begins_and_ends_where_its_article_does(name: str, begins: str, ends: str) -> None:
    blocks = document_of(name).blocks
    assert blocks[0].text.startswith(begins)
    assert blocks[-1].text.endswith(ends)


def test_the_byline_of_the_canal_is_not_part_of_its_text() -> None:
    assert document_of("05-panama-canal-drought.html").blocks[0].text.startswith("PANAMA CITY — A ship")


def test_a_long_read_keeps_its_notes() -> None:
    items = [block.text for block in blocks_of(LONG_READ, BlockKind.LIST_ITEM)]
    assert any(text.startswith("How regularly the pigeons flew") for text in items)


def test_a_long_read_keeps_its_structure() -> None:
    assert document_of(LONG_READ).words >= 2_200
    headings = blocks_of(LONG_READ, BlockKind.HEADING)
    assert {heading.level for heading in headings} == {2, 3}
    assert len(headings) >= 10
    assert {item.level for item in blocks_of(LONG_READ, BlockKind.LIST_ITEM)} == {1, 2}
    assert len(blocks_of(LONG_READ, BlockKind.RULE)) == 2
    quotes = [block for block in document_of(LONG_READ).blocks if block.quote]
    assert len(quotes) == 3
    assert quotes[-1].text.count("\n") == 3, "four lines of verse"
    assert styled(LONG_READ, Style.SUPERSCRIPT) == ["[1]", "[2]", "[3]"]


def test_a_table_has_its_header_and_its_rows() -> None:
    records, figures = blocks_of(CODE, BlockKind.TABLE)
    assert records.level == figures.level == 1
    assert records.text.splitlines()[-1].split("\t")[:2] == ["October 2018", "0.69"]
    assert [len(row.split("\t")) for row in figures.text.splitlines()] == [5, 5, 5]
    (standings,) = blocks_of("12-candidates-toronto.html", BlockKind.TABLE)
    assert "1\tGukesh Dommaraju\tIndia\t9" in standings.text.splitlines()


def test_listings_keep_their_languages() -> None:
    assert [block.source for block in blocks_of(CODE, BlockKind.CODE)[:3]] == ["csv", "python", "python"]


def test_the_program_in_the_text_prints_what_the_text_says(tmp_path: Path) -> None:
    levels, reading, rising, printed = (block.text for block in blocks_of(CODE, BlockKind.CODE))
    (tmp_path / "levels.csv").write_text(levels, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"{reading}\n{rising}"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == printed.splitlines()


def test_code_in_a_sentence_is_marked() -> None:
    assert "csv.DictReader" in styled(CODE, Style.CODE)
    assert styled(CODE, Style.STRIKE) == ["ten"]


def test_each_image_has_its_own_address_its_description_and_a_caption() -> None:
    images = blocks_of(IMAGES, BlockKind.IMAGE)
    assert [image.source.rpartition("/")[2] for image in images] == [
        "la-jument-1600.jpg",
        "creach-1600.jpg",
        "la-jument-door-1200.jpg",
        "ile-vierge-1200.jpg",
    ]
    assert all(image.text for image in images)
    blocks = document_of(IMAGES).blocks
    after = [blocks[blocks.index(image) + 1].kind for image in images]
    assert after == [BlockKind.CAPTION] * 4


def test_two_outlets_tell_of_one_event() -> None:
    one, other = document_of("02-ecb-first-cut.html"), document_of("03-ecb-mortgages.html")
    assert one.site != other.site
    assert one.published is not None
    assert other.published is not None
    assert abs((one.published - other.published).days) <= 1
    for document in (one, other):
        assert any("European Central Bank" in block.text for block in document.blocks)


def test_languages_and_scripts_are_told_apart() -> None:
    languages = [
        document_of(f"{name}.html").language
        for name in ("09-gel-dans-les-vignes", "10-fast-guizhou", "11-qarawiyyin-library")
    ]
    assert languages == ["fr", "zh", "ar"]


def test_the_two_presidents_are_found_by_name() -> None:
    names = recognise(document_of("01-tokayev-mirziyoyev-call.html"))
    found = {(entity.name, entity.kind) for entity in names.entities}
    assert {
        ("Kassym-Jomart Tokayev", Kind.PERSON),
        ("Shavkat Mirziyoyev", Kind.PERSON),
        ("Kazakhstan", Kind.PLACE),
        ("Uzbekistan", Kind.PLACE),
        ("$10 billion", Kind.MONEY),
    } <= found
