"""The library tells which articles have something to do with one another, and what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shelf import SAVED, Shelf, document, names
from tests.storage.labelled import STORIES, Story
from tui_reader.errors import NotFoundError
from tui_reader.library import Library
from tui_reader.models import ArticleId, Flag, Names
from tui_reader.storage.likeness import are_copies, rarity, weight, words
from tui_reader.values import replace

PRECISION, RECALL = 0.95, 0.85
"""How many of the articles that are shown must be related, and how many that are related must be shown."""


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


@pytest.fixture
def library(tmp_path: Path, shelf: Shelf) -> Iterator[Library]:
    with Library(tmp_path) as library:
        yield library


def _put(shelf: Shelf, story: Story, *, days: int = 0, language: str = "en", url: str = "") -> ArticleId:
    text = document(story.title, story.text, language=language, url=url, words=len(story.text.split()))
    text = replace(text, published=SAVED + timedelta(days=days))
    found = names(text, **{name.replace(" ", "_"): kind for name, kind in story.named.items()})
    return shelf.put(text, found if story.named else Names())


def _all(shelf: Shelf) -> dict[ArticleId, Story]:
    return {_put(shelf, story): story for story in STORIES}


def _titles(library: Library, id: ArticleId) -> list[str]:
    return [other.row.title for other in library.related.to(id)]


def test_what_is_shown_is_related_and_what_is_related_is_shown(library: Library, shelf: Shelf) -> None:
    stories = _all(shelf)
    wanted = {
        (one, other)
        for one, story in stories.items()
        for other, another in stories.items()
        if one != other and story.label and story.label == another.label
    }
    shown = {(one, other.row.id) for one in stories for other in library.related.to(one)}
    right = len(shown & wanted)
    assert right / len(shown) >= PRECISION
    assert right / len(wanted) >= RECALL


def test_the_reason_is_what_both_are_about(library: Library, shelf: Shelf) -> None:
    ids = {story.title: id for id, story in _all(shelf).items()}
    chess = library.related.to(ids["Ding Liren looks back"])
    assert [other.reason for other in chess] == ["both: Gukesh, Ding Liren"]
    bloom = library.related.to(ids["A green sea off Peru"])
    assert [other.reason for other in bloom] == ["both say: anchovies, phytoplankton, upwelling"]


def test_the_foot_follows_the_trash_and_what_comes_back_from_it(library: Library, shelf: Shelf) -> None:
    ids = {story.title: id for id, story in _all(shelf).items()}
    one, other = ids["Ding Liren looks back"], ids["At seventeen, Gukesh wins in Toronto"]
    library.mark([other], Flag.TRASHED, True)
    assert _titles(library, one) == []
    # The article itself may be in the trash; there it still has to do with what is not.
    assert _titles(library, other) == ["Ding Liren looks back"]
    library.mark([other], Flag.TRASHED, False)
    assert _titles(library, one) == ["At seventeen, Gukesh wins in Toronto"]
    library.mark([other], Flag.TRASHED, True)
    library.delete([other])
    assert _titles(library, one) == []
    with pytest.raises(NotFoundError):
        library.related.to(other)


def test_a_day_is_no_reason_also_in_the_trash(library: Library, shelf: Shelf) -> None:
    for title in ("Alpha", "Beta"):
        text = document(title, f"Friday: Ada Lind is in {title}. Friday, Ada Lind. Friday.", words=40)
        shelf.put(text, names(text, Friday="date", Ada_Lind="person"))
    for number in range(12):
        shelf.put(document(f"Filler {number}", f"Text {number}"))
    library.mark([1], Flag.TRASHED, True)
    assert [other.entities for other in library.related.to(ArticleId(1))] == [("Ada Lind",)]


def test_the_foot_follows_what_an_article_says_now(library: Library, shelf: Shelf) -> None:
    ids = {story.title: id for id, story in _all(shelf).items()}
    changed = Story("", "At seventeen", "There was nothing to tell, and so nothing was told.", {})
    text = document(
        changed.title, changed.text, url="https://example.org/at-seventeen,-gukesh-wins-in-toronto"
    )
    assert shelf.put(text) == ids["At seventeen, Gukesh wins in Toronto"]
    assert _titles(library, ids["Ding Liren looks back"]) == []


def test_of_copies_one_is_shown_and_none_of_the_article_itself(library: Library, shelf: Shelf) -> None:
    ids = {story.title: id for id, story in _all(shelf).items()}
    chess = next(story for story in STORIES if story.title.startswith("Ding Liren"))
    for number in range(3):
        copy = chess._replace(title=f"Champion looks back {number}")
        _put(shelf, copy)
    assert _titles(library, ids[chess.title]) == ["At seventeen, Gukesh wins in Toronto"]
    assert len(_titles(library, ids["At seventeen, Gukesh wins in Toronto"])) == 1


def test_what_a_story_takes_for_a_copy_is_none_of_its_related_articles(
    library: Library, shelf: Shelf
) -> None:
    ids = {story.title: id for id, story in _all(shelf).items()}
    one, other = ids["At seventeen, Gukesh wins in Toronto"], ids["Ding Liren looks back"]
    assert _titles(library, other) == ["At seventeen, Gukesh wins in Toronto"]
    with shelf.database.write() as connection:
        connection.execute("INSERT INTO story (id) VALUES (70)")
        connection.executemany(
            "INSERT OR REPLACE INTO report (article_id, story_id, text) VALUES (?, 70, ?)",
            [(one, one), (other, one)],
        )
    assert _titles(library, other) == []


def test_of_one_title_the_article_that_is_nearest_in_time_is_shown(library: Library, shelf: Shelf) -> None:
    ids = {story.title: id for id, story in _all(shelf).items()}
    about = {"Ding Liren": "person", "Gukesh": "person"}
    for days, tail in ((300, "One waits in Paris."), (3, "Another sleeps at home in Oslo, they say.")):
        text = f"Ding Liren spoke. Gukesh spoke. Ding Liren smiled. Gukesh smiled. {tail}"
        _put(shelf, Story("", "Chess briefing", text, about), days=days, url=f"https://example.org/{days}")
    shown = library.related.to(ids["Ding Liren looks back"])
    briefings = [other.row for other in shown if other.row.title == "Chess briefing"]
    assert [row.published for row in briefings] == [SAVED + timedelta(days=3)]


def test_articles_in_a_language_without_names_are_found_by_their_words(
    library: Library, shelf: Shelf
) -> None:
    for number in range(30):
        said = f"Dans la ville {chr(97 + number % 26) * 4}, les gens ont dit que tout va bien pour le moment."
        _put(shelf, Story("", f"Le jour {number}", said, {}), language="fr")
    frost = "Le gel a brûlé les vignes. Les vignes craignent le gel, et les bougies manquent. Les bougies"
    first = _put(shelf, Story("", "Trois nuits de gel", f"{frost} sont chères.", {}), language="fr")
    rest = (
        "Contre le gel, des bougies. Dans les vignes on les allume à trois heures; les vignes fument, le gel"
    )
    second = _put(
        shelf,
        Story("", "Bougies au petit matin", f"{rest} recule, et les bougies meurent.", {}),
        language="fr",
    )
    (found,) = library.related.to(first)
    assert (found.row.id, found.words) == (second, ("bougies", "gel", "vignes"))


def test_what_every_text_in_a_rare_language_says_is_no_reason(library: Library, shelf: Shelf) -> None:
    _all(shelf)
    ids = [
        _put(shelf, Story("", title, text, {}), language="fr")
        for title, text in (
            (
                "Le pain",
                "Dans la ville les gens disent que le pain est cher. Les gens ont faim dans la ville.",
            ),
            (
                "Le vent",
                "Dans les champs le vent est fort. Les gens disent dans les champs que le vent est fou.",
            ),
        )
    ]
    assert library.related.to(ids[0]) == []


def test_scripts_without_spaces_are_compared_by_pairs_of_characters() -> None:
    assert words("中国天眼, 天眼") == {"中国": 1, "国天": 1, "天眼": 2}
    assert words("The eye of the sky") == {"the": 2, "eye": 1, "sky": 1}


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.floats(0, 50), st.floats(0, 50))
def test_what_is_rarer_and_stands_more_often_never_tells_less(
    holding: int, articles: int, here: float, there: float
) -> None:
    rare = rarity(holding, articles)
    assert 0 <= rare <= 1
    assert rarity(holding + 1, articles) <= rare
    assert 0 <= weight(rare, here, there) == weight(rare, there, here) <= weight(rare, here + 1, there) <= 1


@given(st.sets(st.text(max_size=3)), st.sets(st.text(max_size=3)))
def test_a_text_with_words_is_a_copy_of_itself(one: set[str], other: set[str]) -> None:
    assert are_copies(one, one) == bool(one)
    assert are_copies(one, other) == are_copies(other, one)
