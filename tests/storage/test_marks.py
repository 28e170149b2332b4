"""Every decision can be taken back, and made again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document
from tui_reader.models import ArticleId, ArticleRow, Flag
from tui_reader.storage.marks import Marks
from tui_reader.storage.tag_names import tag_name


@pytest.fixture
def marks(shelf: Shelf) -> Marks:
    """Return the marks of the shelf's articles."""
    return Marks(shelf.database)


def _row(shelf: Shelf, id: ArticleId) -> ArticleRow:
    return shelf.rows([id])[0]


def test_a_mark_is_set_undone_and_redone(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.mark([id], Flag.STARRED, True)
    assert _row(shelf, id).is_starred
    assert marks.undo() == "starred “Ice”"
    assert not _row(shelf, id).is_starred
    assert marks.redo() == "starred “Ice”"
    assert _row(shelf, id).is_starred


def test_a_change_of_many_articles_is_one_step(shelf: Shelf, marks: Marks) -> None:
    ids = [shelf.put(document(f"Article {number}", "Text.")) for number in range(3)]
    marks.mark(ids, Flag.ARCHIVED, True)
    assert marks.undo() == "archived 3 articles"
    assert not any(row.is_archived for row in shelf.rows(ids))


def test_a_change_that_changes_nothing_is_no_step(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.mark([id], Flag.READ, False)
    marks.tag([id], remove=["none"])
    assert marks.undo() == ""


def test_undo_restores_the_tags_that_were_there(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.tag([id], add=["asia", "ice"])
    marks.tag([id], add=["new"], remove=["ice"])
    assert _row(shelf, id).tags == ("asia", "new")
    marks.undo()
    assert _row(shelf, id).tags == ("asia", "ice")


def test_undoing_a_tag_leaves_the_tags_that_came_later(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.tag([id], add=["asia"])
    shelf.articles.add_address("https://example.org/ice", "example.org/ice", ["river"])
    marks.undo()
    assert _row(shelf, id).tags == ("river",)


def test_what_was_deleted_for_good_is_no_step_any_more(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.mark([id], Flag.TRASHED, True)
    shelf.articles.delete([id])
    assert marks.undo() == ""


def test_a_tag_has_one_form() -> None:
    assert tag_name(" #Aral  Sea\x1b[31m ") == "aral-sea"
    assert tag_name(" # ") == ""


def test_undo_leaves_alone_what_other_changes_did(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.mark([id], Flag.STARRED, True)
    marks.mark([id], Flag.READ, True)
    marks.undo()
    row = _row(shelf, id)
    assert row.is_starred
    assert not row.is_read


def test_a_new_change_ends_what_could_be_redone(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.mark([id], Flag.STARRED, True)
    marks.undo()
    marks.mark([id], Flag.READ, True)
    assert marks.redo() == ""


def test_opening_an_article_marks_it_read_and_is_no_step(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.mark([id], Flag.STARRED, True)
    marks.mark_opened(id)
    assert _row(shelf, id).is_read
    assert marks.undo() == "starred “Ice”"
    assert _row(shelf, id).is_read


def test_braces_in_a_title_or_a_tag_are_text(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("{0} {x}", "Text."))
    marks.tag([id], add=["{y}"])
    assert marks.undo() == "tagged “{0} {x}” #{y}"


def test_articles_that_are_gone_are_passed_over(shelf: Shelf, marks: Marks) -> None:
    id = shelf.put(document("Ice", "Text."))
    marks.mark([id, 999], Flag.TRASHED, True)
    shelf.articles.delete([id])
    marks.undo()
    assert shelf.rows([id]) == []


_CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.integers(0, 2), st.sampled_from(Flag), st.booleans()),
        st.tuples(st.just("tag"), st.integers(0, 2), st.sampled_from("ab"), st.booleans()),
    ),
    max_size=12,
)


@given(_CHANGES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_everything_and_redoing_everything_comes_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, int, str, bool]]
) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    marks = Marks(shelf.database)
    ids = [shelf.put(document(f"Article {number}", "Text.")) for number in range(3)]
    before = shelf.rows(ids)
    for what, which, value, is_set in changes:
        if what == "mark":
            marks.mark([ids[which]], Flag(value), is_set)
        else:
            marks.tag([ids[which]], **{"add" if is_set else "remove": [value]})
    after = shelf.rows(ids)
    _repeat(marks.undo)
    assert shelf.rows(ids) == before
    _repeat(marks.redo)
    assert shelf.rows(ids) == after
    shelf.close()


def _repeat(step: Callable[[], str]) -> None:
    for _ in range(100):
        if not step():
            return
    raise AssertionError("there was no end to it")
