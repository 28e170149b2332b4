"""What is said of marks that were changed."""

from __future__ import annotations

from tui_reader.library import Library
from tui_reader.models import Flag
from tui_reader.ui.marking import called, toggle


def test_an_article_that_is_gone_is_not_said_to_be_marked(library: Library) -> None:
    assert toggle(library, [9999], Flag.STARRED) == "The article is gone."
    assert toggle(library, [9998, 9999], Flag.STARRED) == "The articles are gone."


def test_one_article_is_never_several(library: Library) -> None:
    assert called(library, [9999]) == "1 article"
    assert called(library, list(library.ids())) == "10 articles"
