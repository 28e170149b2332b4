from __future__ import annotations

import pytest

from tests.cli.conftest import Known, Newsreader, Tty
from tui_reader.cli.changing import remove
from tui_reader.cli.console import Console
from tui_reader.cli.parser import parse
from tui_reader.library import Library
from tui_reader.models import Flag


def row_of(library: Library, id: int) -> tuple[tuple[str, ...], bool]:
    """Return the tags of an article, and whether it is in the trash."""
    (row,) = library.rows([id])
    return row.tags, row.is_trashed


def test_tags_are_added_and_taken_away_in_one_step(
    newsreader: Newsreader, known: Known, library: Library
) -> None:
    done = newsreader("tag", known.ice, known.bank, "+floods", "-water", "+to read")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert row_of(library, known.ice)[0] == ("floods", "to-read")
    assert row_of(library, known.bank)[0] == ("floods", "to-read")
    library.undo()
    assert row_of(library, known.ice)[0] == ("water",)
    assert row_of(library, known.bank)[0] == ()


def test_a_tag_that_looks_like_an_option_can_be_taken_away(
    newsreader: Newsreader, known: Known, library: Library
) -> None:
    newsreader("tag", known.ice, "+health", "+json", "+x")
    assert newsreader("tag", known.ice, "-health", "-json", "-x").code == 0
    assert row_of(library, known.ice)[0] == ("water",)


def test_tags_may_be_parted_by_commas_as_in_the_app(
    newsreader: Newsreader, known: Known, library: Library
) -> None:
    assert newsreader("tag", known.ice, "+floods, #Asia,", "-water,ice").code == 0
    assert row_of(library, known.ice)[0] == ("asia", "floods")


@pytest.mark.parametrize("words", [["1"], ["+floods"], []])
def test_tagging_needs_both_articles_and_tags(newsreader: Newsreader, words: list[str]) -> None:
    failed = newsreader("tag", *words)
    assert failed.code == 2
    assert failed.err.startswith("usage: newsreader tag ")


@pytest.mark.parametrize("word", ["+", "-", "+-", "-+", "+#", "+ ", "+,", "+floods,-", "+\udcff"])
def test_what_is_no_tag_is_refused(newsreader: Newsreader, known: Known, library: Library, word: str) -> None:
    failed = newsreader("tag", known.ice, "+fine", word)
    assert failed.code == 2
    assert "names no tag; write one like +floods" in failed.err
    assert row_of(library, known.ice)[0] == ("water",)
    assert newsreader("add", "-", "--tag", word[1:], stdin=b"text").code == 2


def test_an_article_is_found_by_its_address_too(
    newsreader: Newsreader, known: Known, library: Library
) -> None:
    assert newsreader("tag", "https://ice.example/story?utm_source=x#top", "+floods").code == 0
    assert "floods" in row_of(library, known.ice)[0]


@pytest.mark.parametrize(
    "missing", ["999", "99999999999999999999999", "https://nowhere.example/", "ftp://x y"]
)
def test_the_others_are_removed_if_one_is_not_there(
    newsreader: Newsreader, known: Known, library: Library, missing: str
) -> None:
    done = newsreader("remove", missing, known.ice)
    assert done.code == 1
    assert done.err.startswith("newsreader: ")
    assert missing in done.err
    assert row_of(library, known.ice)[1]


def test_removing_can_be_undone_and_done_again(
    newsreader: Newsreader, known: Known, library: Library
) -> None:
    newsreader("remove", known.ice)
    undone = newsreader("undo")
    assert (undone.code, undone.err) == (0, "")
    assert "The glacier that forgot to move" in undone.out
    assert not row_of(library, known.ice)[1]
    assert newsreader("redo").code == 0
    assert row_of(library, known.ice)[1]
    assert newsreader("redo").code == 1


def test_deleting_for_good_takes_only_what_is_in_the_trash(
    newsreader: Newsreader, known: Known, library: Library
) -> None:
    library.mark([known.ice], Flag.TRASHED, True)
    done = newsreader("remove", known.ice, known.bank, "--forever", "--yes")
    assert done.code == 1
    assert f"{known.bank} is not in the trash" in done.err
    assert [row.id for row in library.rows([known.ice, known.bank])] == [known.bank]


def test_nothing_is_deleted_for_good_without_a_yes(
    newsreader: Newsreader, known: Known, library: Library
) -> None:
    library.mark([known.ice], Flag.TRASHED, True)
    refused = newsreader("remove", "--forever", stdin=b"y\n")
    assert refused.code == 1
    assert "--yes" in refused.err
    assert len(library.rows([known.ice])) == 1


@pytest.mark.parametrize(("answer", "is_deleted"), [("y\n", True), ("Yes\n", True), ("\n", False)])
def test_at_a_terminal_deleting_for_good_is_asked_about(
    known: Known, library: Library, answer: str, is_deleted: bool
) -> None:
    library.mark([known.ice], Flag.TRASHED, True)
    err = Tty()
    code = remove(library, parse(["remove", "--forever"]), Console(Tty(answer), Tty(), err, {}))
    assert err.getvalue() == "Delete 1 article for good? This can't be undone. [y/N] "
    assert (code == 0) == is_deleted
    assert (library.rows([known.ice]) == []) == is_deleted


def test_the_trash_is_emptied(newsreader: Newsreader, known: Known, library: Library) -> None:
    library.mark([known.ice, known.chinese], Flag.TRASHED, True)
    assert newsreader("remove", "--forever", "--yes").code == 0
    assert [row.id for row in library.rows([known.ice, known.bank, known.chinese])] == [known.bank]


@pytest.mark.parametrize("words", [[], ["--yes"], ["1", "--yes"]])
def test_removing_wants_articles(newsreader: Newsreader, words: list[str]) -> None:
    failed = newsreader("remove", *words)
    assert failed.code == 2
    assert failed.err.startswith("usage: newsreader remove ")
