"""The numbers of the library are kept, and are what counting from scratch gives."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document, names
from tui_reader.library import Library
from tui_reader.models import Counts, Flag, Stage
from tui_reader.queries import Filter, Query

_TAGS = ("asia", "books", "law")
_NUMBERS = st.lists(st.integers(0, 7), min_size=1, max_size=3, unique=True)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.just([0]), st.booleans()),
        st.tuples(st.just("queue"), st.just([0]), st.booleans()),
        st.tuples(st.sampled_from(list(Flag)), _NUMBERS, st.booleans()),
        st.tuples(st.sampled_from(_TAGS), _NUMBERS, st.booleans()),
        st.tuples(st.sampled_from(["retry", "undo", "redo", "delete"]), _NUMBERS, st.just(True)),
    ),
    min_size=5,
    max_size=30,
)


@settings(max_examples=40, deadline=None)
@given(steps=_STEPS)
def test_kept_numbers_are_what_counting_gives(steps: list[tuple[str, list[int], bool]]) -> None:
    with TemporaryDirectory() as folder, Library(Path(folder)) as library:
        shelf = Shelf(Path(folder))
        for _ in range(4):
            _put(library, shelf)
        for what, places, value in steps:
            there = [*library.ids(), *library.ids(Query(filters=(Filter("is", "trashed"),)))]
            ids = list({there[place % len(there)]: None for place in places}) if there else []
            _do(library, shelf, what, ids, value=value)
            assert library.counts() == _counted(Path(folder))
        shelf.close()


def _do(library: Library, shelf: Shelf, what: str, ids: list[int], *, value: bool) -> None:
    """Change something."""
    steps: dict[str, Callable[[], object]] = {
        "put": lambda: _put(library, shelf),
        "queue": lambda: library.add(f"https://example.org/{len(library.ids())}", tags=_TAGS[:1]),
        "retry": lambda: library.retry(ids),
        "undo": library.undo,
        "redo": library.redo,
        "delete": lambda: library.delete(ids),
    }
    if what in steps:
        steps[what]()
    elif what in _TAGS:
        library.tag(ids, add=[what] if value else (), remove=() if value else [what])
    else:
        library.mark(ids, Flag(what), value)


def _put(library: Library, shelf: Shelf) -> None:
    """Save an article."""
    number = library.counts().saved + library.counts().trashed
    article = document(f"Story {number}", "Ada Lind came.", url=f"https://example.org/{number}")
    shelf.put(article, names(article, Ada_Lind="person"))


def _counted(folder: Path) -> Counts:
    """Return the numbers as they are counted from scratch."""
    connection = sqlite3.connect(folder / "library.db")
    rows = connection.execute(
        "SELECT id, is_read, is_starred, is_archived, stage FROM article WHERE NOT is_trashed"
    ).fetchall()
    (trashed,) = connection.execute("SELECT count(*) FROM article WHERE is_trashed").fetchone()
    tags = connection.execute("SELECT article_id, name FROM tag").fetchall()
    connection.close()
    there = {id for id, *_ in rows}
    tagged = Counter(name for id, name in tags if id in there)
    return Counts(
        saved=len(rows),
        unread=sum(not (is_read or is_archived) for _, is_read, _, is_archived, _ in rows),
        starred=sum(is_starred for _, _, is_starred, _, _ in rows),
        archived=sum(is_archived for *_, is_archived, _ in rows),
        trashed=trashed,
        pending=sum(Stage(stage).is_pending for *_, stage in rows),
        failed=sum(stage == Stage.FAILED for *_, stage in rows),
        tags=tuple(sorted(tagged.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
