"""The library tells which articles have something to do with one another, and what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.shelf import SAVED, Shelf, document, names
from tests.storage.labelled import STORIES, Story
from tui_reader.errors import NotFoundError
from tui_reader.library import Library
from tui_reader.models import ArticleId, Flag, Names

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
