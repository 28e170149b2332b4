"""Stories as the library keeps them: how articles come in, go out and are put elsewhere."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shelf import Shelf
from tests.stories.labelled import labelled
from tui_reader.errors import NotFoundError
from tui_reader.library import Library
from tui_reader.models import ArticleId, Document, Flag, Names
from tui_reader.values import replace
from tui_reader.web.urls import canonical

DOCUMENTS = [report.document for report in labelled("tuning")]
FIRE, POST, REPRINT = DOCUMENTS[0], DOCUMENTS[1], DOCUMENTS[2]
TRAIN = next(document for document in DOCUMENTS if "derails" in document.title)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """Return an empty shelf."""
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


@pytest.fixture
def library(shelf: Shelf, tmp_path: Path) -> Iterator[Library]:
    """Return the library of the shelf."""
    with Library(tmp_path) as library:
        yield library


def put(shelf: Shelf, document: Document, name: str) -> ArticleId:
    """Save a report under an address of its own."""
    return shelf.put(replace(document, url=f"https://example.org/{name}"))


def together(library: Library, id: ArticleId) -> list[int]:
    """Return the articles of a story."""
    return [report.row.id for report in library.stories.reports(id)]


def test_reports_of_one_event_share_a_story_and_the_reprint_is_told(shelf: Shelf, library: Library) -> None:
    train, fire = put(shelf, TRAIN, "train"), put(shelf, FIRE, "fire")
    reprint, post = put(shelf, REPRINT, "reprint"), put(shelf, POST, "post")
    reports = library.stories.reports(post)
    assert [(report.row.id, report.is_copy) for report in reports] == [
        (fire, False),
        (post, False),
        (reprint, True),
    ]
    assert together(library, train) == [train]
    assert set(library.stories.numbers([train, fire, reprint, post])) == {fire, reprint, post}


def test_the_older_of_two_copies_is_the_original_whichever_was_saved_first(
    shelf: Shelf, library: Library
) -> None:
    reprint, fire = put(shelf, REPRINT, "reprint"), put(shelf, FIRE, "fire")
    assert [(each.row.id, each.is_copy) for each in library.stories.reports(fire)] == [
        (fire, False),
        (reprint, True),
    ]


def test_a_copy_is_known_after_a_year(shelf: Shelf, library: Library) -> None:
    assert FIRE.published is not None
    fire = put(shelf, FIRE, "fire")
    late = put(shelf, replace(REPRINT, published=FIRE.published + timedelta(days=365)), "late")
    assert together(library, late) == [fire, late]


def test_an_article_alone_is_its_own_story_and_one_that_is_not_there_has_none(
    shelf: Shelf, library: Library
) -> None:
    fire = put(shelf, FIRE, "fire")
    assert together(library, fire) == [fire]
    assert library.stories.numbers([fire]) == {}
    with pytest.raises(NotFoundError):
        library.stories.reports(ArticleId(fire + 1))


def test_a_few_words_before_a_paywall_make_no_story(shelf: Shelf, library: Library) -> None:
    blocks = (replace(FIRE.blocks[0], text="Subscribe to read on. Already a subscriber? Sign in here."),)
    one = put(shelf, replace(FIRE, blocks=blocks), "one")
    put(shelf, replace(FIRE, blocks=blocks), "two")
    assert together(library, one) == [one]


def test_a_trashed_report_leaves_its_story_and_comes_back(shelf: Shelf, library: Library) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    library.mark([post], Flag.TRASHED, True)
    assert together(library, fire) == [fire]
    assert library.stories.numbers([fire]) == {}
    library.undo()
    assert together(library, fire) == [fire, post]


def test_a_deleted_report_leaves_nothing_behind(shelf: Shelf, library: Library) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    library.mark([fire, post], Flag.TRASHED, True)
    library.delete([fire, post])
    with shelf.database.read() as connection:
        for table in ("report", "sketch", "clue"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert connection.execute("SELECT max(articles) FROM term").fetchone() == (0,)


def test_terms_are_counted_once_however_often_an_article_is_stored(shelf: Shelf, library: Library) -> None:
    put(shelf, FIRE, "fire")
    put(shelf, FIRE, "fire")
    with shelf.database.read() as connection:
        assert connection.execute("SELECT max(articles) FROM term").fetchone() == (1,)


def test_an_article_with_a_new_text_gets_a_new_place(shelf: Shelf, library: Library) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    assert together(library, fire) == [fire, post]
    assert put(shelf, TRAIN, "post") == post
    assert together(library, fire) == [fire]
    assert put(shelf, POST, "post") == post
    assert together(library, fire) == [fire, post]


def test_names_that_are_sought_again_change_no_story(shelf: Shelf, library: Library) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    task = shelf.articles.settled(post)
    assert task is not None
    shelf.articles.store_names(task, Names(recogniser="new"))
    assert together(library, fire) == [fire, post]


def test_what_was_split_stays_apart_whatever_is_stored_again(shelf: Shelf, library: Library) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    library.stories.split([fire])
    assert together(library, fire) == [fire]
    put(shelf, FIRE, "fire")
    for _ in range(2):
        put(shelf, POST, "post")
        assert together(library, fire) == [fire]
        assert together(library, post) == [post]


def test_a_split_is_undone_and_done_again(shelf: Shelf, library: Library) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    reprint = put(shelf, REPRINT, "reprint")
    library.stories.split([fire])
    assert together(library, post) == [post, reprint]
    assert "out of its story" in library.undo()
    assert together(library, post) == [fire, post, reprint]
    assert [each.is_copy for each in library.stories.reports(post)] == [False, False, True]
    library.redo()
    assert together(library, post) == [post, reprint]


def test_splitting_what_is_alone_is_no_change(shelf: Shelf, library: Library) -> None:
    library.stories.split([put(shelf, FIRE, "fire")])
    assert library.undo() == ""


def test_articles_are_joined_for_good_and_parted_by_undo(shelf: Shelf, library: Library) -> None:
    fire, train = put(shelf, FIRE, "fire"), put(shelf, TRAIN, "train")
    library.stories.join([train], fire)
    assert together(library, fire) == [fire, train]
    put(shelf, TRAIN, "train")
    assert together(library, fire) == [fire, train]
    library.undo()
    assert together(library, fire) == [fire]
    with pytest.raises(NotFoundError):
        library.stories.join([fire], ArticleId(99))


def test_what_was_split_twice_stays_apart_from_both_stories(shelf: Shelf, library: Library) -> None:
    fire = put(shelf, FIRE, "fire")
    put(shelf, POST, "post")
    library.stories.split([fire])
    train = put(shelf, TRAIN, "train")
    library.stories.join([train], fire)
    library.stories.split([fire])
    put(shelf, POST, "post")
    assert together(library, fire) == [fire]
    library.undo()
    library.undo()
    assert together(library, train) == [train]
    put(shelf, POST, "post")
    assert together(library, fire) == [fire]


def test_an_article_that_others_were_joined_to_stays_with_them_whatever_its_text_becomes(
    shelf: Shelf, library: Library
) -> None:
    fire, train = put(shelf, FIRE, "fire"), put(shelf, TRAIN, "train")
    library.stories.join([train], fire)
    put(shelf, replace(FIRE, blocks=FIRE.blocks[:1]), "fire")
    assert together(library, fire) == [fire, train]


def test_joining_what_is_together_already_keeps_it_together(shelf: Shelf, library: Library) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    library.stories.join([post], fire)
    put(shelf, TRAIN, "post")
    assert together(library, fire) == [fire, post]
    library.stories.join([post], fire)
    library.undo()
    assert library.undo() == ""


def test_joining_an_article_to_itself_is_no_change(shelf: Shelf, library: Library) -> None:
    fire = put(shelf, FIRE, "fire")
    library.stories.join([fire], fire)
    assert library.undo() == ""


def test_a_join_that_is_undone_leaves_no_story_of_one(shelf: Shelf, library: Library) -> None:
    fire, train = put(shelf, FIRE, "fire"), put(shelf, TRAIN, "train")
    library.stories.join([train], fire)
    library.undo()
    with shelf.database.read() as connection:
        assert connection.execute("SELECT count(*) FROM report").fetchone() == (0,)


@pytest.mark.parametrize("is_split", [True, False])
def test_what_was_decided_for_an_article_is_kept_when_it_becomes_another(
    shelf: Shelf, library: Library, is_split: bool
) -> None:
    """The second address turns out to lead to the page of the first."""
    kept, post = put(shelf, TRAIN if not is_split else FIRE, "kept"), put(shelf, POST, "post")
    dropped = put(shelf, TRAIN if not is_split else FIRE, "dropped")
    if is_split:
        library.stories.split([dropped])
    else:
        library.stories.join([dropped], post)
    document = replace(TRAIN if not is_split else FIRE, url="https://example.org/dropped")
    library.extract_again([dropped])
    id = shelf.articles.store(
        shelf.task(dropped), document, Names(), key=canonical("https://example.org/kept")
    )
    assert id == kept
    assert together(library, kept) == ([kept] if is_split else [post, kept])
    put(shelf, POST, "post")
    assert together(library, post) == ([post] if is_split else [post, kept])


def test_an_older_library_is_caught_up_with_bit_by_bit(shelf: Shelf, library: Library) -> None:
    ids = [put(shelf, document, str(number)) for number, document in enumerate((FIRE, POST, TRAIN))]
    with shelf.database.write() as connection:
        for table in ("report", "sketch", "clue", "term"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO unsketched SELECT id FROM article")
    assert library.stories.catch_up(limit=2) == 1
    assert library.stories.catch_up(limit=2) == 0
    assert together(library, ids[0]) == ids[:2]
    assert library.stories.catch_up() == 0


def test_folding_keeps_the_first_of_each_story_in_the_order_of_the_list(
    shelf: Shelf, library: Library
) -> None:
    fire, post = put(shelf, FIRE, "fire"), put(shelf, POST, "post")
    train, reprint = put(shelf, TRAIN, "train"), put(shelf, REPRINT, "reprint")
    ids = library.ids()
    assert list(ids) == [reprint, train, post, fire]
    folded = library.stories.fold(ids)
    assert list(folded.ids) == [reprint, train]
    assert folded.under == {reprint: [post, fire]}
    assert not folded.opened
    folded = library.stories.fold(ids, {fire, train})
    assert list(folded.ids) == [reprint, post, fire, train]
    assert folded.opened == {reprint}
    texts = library.stories.texts(ids)
    assert texts[fire] == texts[reprint] != texts[post]


@given(order=st.permutations(range(4)), unfolded=st.booleans(), length=st.integers(0, 4))
def test_folding_loses_no_article(
    folded: tuple[Library, list[ArticleId]], order: list[int], unfolded: bool, length: int
) -> None:
    library, there = folded
    ids = array("q", [there[index] for index in order[:length]])
    found = library.stories.fold(ids, set(there) if unfolded else set())
    hidden = [id for head, under in found.under.items() if head not in found.opened for id in under]
    assert sorted([*found.ids, *hidden]) == sorted(ids)
    firsts = [id for id in ids if not any(id in under for under in found.under.values())]
    assert [id for id in found.ids if id in firsts] == firsts


@pytest.fixture(scope="module")
def folded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, list[ArticleId]]]:
    """Return a library with a story of three and an article by itself."""
    folder = tmp_path_factory.mktemp("folded")
    shelf = Shelf(folder)
    ids = [put(shelf, document, str(number)) for number, document in enumerate((FIRE, POST, REPRINT, TRAIN))]
    shelf.close()
    with Library(folder) as library:
        yield library, ids
