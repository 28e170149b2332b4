"""Highlights stay on their words, are never lost with a text, and can be undone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shelf import Shelf, document, names
from tui_reader.anchors import Told
from tui_reader.errors import NotFoundError
from tui_reader.highlights import Highlight
from tui_reader.library import Library, parse_query
from tui_reader.models import ArticleId, Document, Flag, Names, Page, Position
from tui_reader.values import replace
from tui_reader.web.urls import canonical

STORY = document(
    "Floods recede in Astana",
    "The water fell by a metre. The mayor thanked everybody.",
    "President Tokayev came to Astana on Monday.",
)
NAMES = names(STORY, Astana="place", Tokayev="person")


@pytest.fixture
def library(shelf: Shelf, tmp_path: Path) -> Iterator[Library]:
    """Return the library of the shelf."""
    with Library(tmp_path) as library:
        yield library


def mark(library: Library, id: ArticleId, words: str, note: str = "") -> Highlight:
    """Highlight words of an article, the first that are so."""
    text = library.article(id).document
    for index, each in enumerate((text.title, *(block.text for block in text.blocks)), -1):
        if (at := each.find(words)) >= 0:
            end = Position(index, at + len(words))
            return library.highlights.add(id, Position(index, at), end, words, note)
    raise AssertionError(words)


def put_again(shelf: Shelf, id: ArticleId, text: Document, found: Names = Names()) -> None:
    """Let the page of an article hold another text."""
    key = canonical(text.url)
    shelf.articles.keep_page(id, Page(b"<p>newer</p>", text.url, "text/html"), key)
    shelf.articles.store(shelf.task(id), text, found)


def words(library: Library, id: ArticleId) -> list[tuple[str, bool]]:
    return [(each.words, each.is_lost) for each in library.highlights.in_article(id)]


def test_a_highlight_is_kept_with_its_place_and_its_note(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    added = mark(library, id, "The mayor thanked everybody.", "and  nobody\nelse")
    assert library.highlights.in_article(id) == (added,)
    assert (added.start, added.end) == (Position(0, 27), Position(0, 55))
    assert added.note == "and nobody else"


def test_white_space_around_the_words_is_left_out(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    added = library.highlights.add(id, Position(0, 26), Position(0, 31), " The ")
    assert (added.words, added.start) == ("The", Position(0, 27))


def test_words_that_are_not_in_the_article_cannot_be_highlighted(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    with pytest.raises(NotFoundError, match="another text"):
        library.highlights.add(id, Position(0, 0), Position(0, 9), "Something else")
    with pytest.raises(NotFoundError, match="another text"):
        library.highlights.add(id, Position(0, 3), Position(0, 4), " ")
    assert library.undo() == ""


def test_those_that_touch_become_one_with_both_notes(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    mark(library, id, "The water fell", "one")
    apart = mark(library, id, "thanked everybody")
    joined = library.highlights.add(id, Position(0, 4), Position(0, 18), "water fell by ", "two")
    assert words(library, id) == [("The water fell by", False), ("thanked everybody", False)]
    assert joined.note == "one two"
    library.undo()
    assert words(library, id) == [("The water fell", False), ("thanked everybody", False)]
    library.redo()
    assert library.highlights.in_article(id) == (joined, apart)


def test_adding_noting_and_removing_are_undone_and_done_again(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    added = mark(library, id, "by a metre")
    library.highlights.write_note(added.id, "how much?")
    library.highlights.remove(added.id)
    assert words(library, id) == []
    assert library.undo() == "took a highlight from “Floods recede in Astana”"
    assert library.highlights.in_article(id) == (replace(added, note="how much?"),)
    assert library.undo() == "wrote a note in “Floods recede in Astana”"
    assert library.highlights.in_article(id) == (added,)
    assert library.undo() == "highlighted words in “Floods recede in Astana”"
    assert words(library, id) == []
    library.redo()
    library.redo()
    assert library.highlights.in_article(id) == (replace(added, note="how much?"),)


def test_a_highlight_moves_with_its_words_when_the_page_changes(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    added = mark(library, id, "Tokayev came to Astana")
    put_again(shelf, id, replace(STORY, blocks=document("", "Update:", "New lead.").blocks + STORY.blocks))
    (moved,) = library.highlights.in_article(id)
    assert moved == replace(added, start=Position(3, 10), end=Position(3, 32))


def test_words_that_are_gone_are_kept_and_found_when_they_come_back(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    added = mark(library, id, "The mayor thanked everybody.", "why?")
    put_again(shelf, id, document("Floods recede in Astana", "Please accept our cookies."))
    assert library.highlights.in_article(id) == (replace(added, is_lost=True),)
    put_again(shelf, id, STORY)
    assert library.highlights.in_article(id) == (added,)


def test_undo_puts_a_highlight_where_its_words_are_by_now(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY)
    library.highlights.remove(mark(library, id, "Tokayev came").id)
    put_again(shelf, id, replace(STORY, blocks=document("", "New lead.").blocks + STORY.blocks))
    library.undo()
    (back,) = library.highlights.in_article(id)
    assert (back.words, back.start) == ("Tokayev came", Position(2, 10))


def test_highlights_survive_two_articles_becoming_one(shelf: Shelf, library: Library) -> None:
    first, second = shelf.put(STORY), shelf.put(replace(STORY, url="https://example.org/other"))
    mark(library, first, "by a metre")
    mark(library, second, "The mayor", "who?")
    mark(library, second, "on Monday")
    shelf.articles.keep_page(second, Page(b"<p>same</p>", STORY.url, "text/html"), canonical(STORY.url))
    assert words(library, first) == [("by a metre", False), ("The mayor", False), ("on Monday", False)]
    assert library.highlights.in_article(second) == ()


def test_the_trash_keeps_highlights_and_deleting_for_good_takes_them(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY, NAMES)
    mark(library, id, "Tokayev came to Astana")
    (astana,) = library.names.named("Astana")
    library.mark([id], Flag.TRASHED, True)
    assert library.highlights.naming(astana.id) == []
    library.mark([id], Flag.TRASHED, False)
    assert len(library.highlights.naming(astana.id)) == 1
    library.mark([id], Flag.TRASHED, True)
    library.delete([id])
    with shelf.database.read() as connection:
        assert connection.execute("SELECT count(*) FROM highlight").fetchone() == (0,)


def test_articles_with_highlights_are_found(shelf: Shelf, library: Library) -> None:
    id, other = shelf.put(STORY), shelf.put(document("Other", "Nothing marked."))
    mark(library, id, "by a metre")
    assert list(library.ids(parse_query("is:highlighted"))) == [id]
    assert list(library.ids(parse_query("-is:highlighted"))) == [other]


def test_highlights_are_listed_by_article_and_place(shelf: Shelf, library: Library) -> None:
    id, other = shelf.put(STORY), shelf.put(document("Other", "Something marked."))
    mark(library, id, "The mayor")
    mark(library, id, "The water")
    mark(library, other, "Something")
    listed = library.highlights.among(library.ids(parse_query("")))
    assert [(each.row.id, each.highlight.words) for each in listed] == [
        (other, "Something"), (id, "The water"), (id, "The mayor"),
    ]  # fmt: skip


@pytest.mark.parametrize("many", [0, 5_000])
def test_highlights_that_name_somebody_are_found_by_the_mentions_in_them(
    shelf: Shelf, library: Library, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("tui_reader.storage.highlights.MANY_ARTICLES", many)
    id = shelf.put(STORY, NAMES)
    text = replace(STORY, title="Again in Astana", url="https://example.org/again")
    again = shelf.put(text, names(text, Astana="place", Tokayev="person"))
    mark(library, id, "President Tokayev")
    over_both = library.highlights.add(
        again,
        Position(0, 27),
        Position(1, 32),
        "The mayor thanked everybody.\nPresident Tokayev came to Astana",
    )
    mark(library, id, "The water fell")
    mark(library, again, "Again in Astana")
    (astana,), (tokayev,) = library.names.named("Astana"), library.names.named("Tokayev")
    found = library.highlights.naming(tokayev.id)
    assert [each.highlight.words[slice(*each.named)] for each in found] == ["Tokayev", "Tokayev"]
    assert [each.row.id for each in found] == [again, id]
    first, second = library.highlights.naming(astana.id)
    assert (first.highlight.words, second.highlight) == ("Again in Astana", over_both)
    assert library.highlights.naming(astana.id, first.highlight) == [second]
    assert list(library.highlights.all_naming(astana.id)) == [first, second]


def test_highlights_follow_the_correction_of_a_name(shelf: Shelf, library: Library) -> None:
    id = shelf.put(STORY, NAMES)
    mark(library, id, "President Tokayev")
    (tokayev,), (astana,) = library.names.named("Tokayev"), library.names.named("Astana")
    library.corrections.reject(tokayev.id)
    assert library.highlights.naming(tokayev.id) == []
    library.undo()
    assert len(library.highlights.naming(library.names.named("Tokayev")[0].id)) == 1
    assert library.highlights.naming(astana.id) == []


TEXTS = st.lists(
    st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1, max_size=6).map(" ".join),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(st.data(), TEXTS, st.lists(TEXTS, max_size=3))
def test_after_any_refetches_highlights_stand_on_their_words_or_are_told_as_lost(
    data: st.DataObject, text: list[str], newer: list[list[str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder)) as library:
        shelf = Shelf(Path(folder))
        id = shelf.put(document("Title", *text))
        told = Told("Title", document("Title", *text).blocks)
        for _ in range(data.draw(st.integers(1, 3))):
            block = data.draw(st.integers(0, len(text) - 1))
            start = data.draw(st.integers(0, len(text[block]) - 1))
            last = data.draw(st.integers(block, len(text) - 1))
            end = data.draw(st.integers(start + 1 if last == block else 1, len(text[last])))
            place = Position(block, start), Position(last, end)
            if told.words(*place).strip():
                library.highlights.add(id, *place, told.words(*place))
        made = library.highlights.in_article(id)
        for texts in (*newer, text):
            put_again(shelf, id, document("Title", *texts))
            told = Told("Title", document("Title", *texts).blocks)
            now = {each.id: each for each in library.highlights.in_article(id)}
            assert now.keys() == {each.id for each in made}
            for each in made:
                if not now[each.id].is_lost:
                    found = told.words(now[each.id].start, now[each.id].end)
                    assert found == now[each.id].words
                    assert found.split() == each.words.split()
        while library.undo():
            pass
        assert library.highlights.in_article(id) == ()
        while library.redo():
            pass
        assert {each.id for each in library.highlights.in_article(id)} == {each.id for each in made}
        shelf.close()
