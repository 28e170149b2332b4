"""Asks the library which articles a listing has: what is found at once is shown, and the rest when it comes.

A view is read a window at a time, and a search by time of saving is walked from the newest article on.
What a screen holds is there before the next picture is drawn; then the same worker goes on through the
others until all are there, and only then asks for the numbers of the library. Other lists come as a whole.

Results keep the order that the bar tells: what was saved last comes first, whether its headline or its text
has the word. Rows that change places while they are read would cost more than a better order gains.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from textual.message import Message

from tui_reader.coverage import Folded
from tui_reader.library import Library
from tui_reader.models import Snippet, Sort
from tui_reader.queries import Query
from tui_reader.ui.answers import Answer, answer, windowed_answers
from tui_reader.ui.folding import Folding
from tui_reader.ui.sources import Source
from tui_reader.ui.views import Listing
from tui_reader.ui.window_rows import ordered

FIRST: Final = 32
"""How many articles are asked for first: what a screen holds."""
SECONDS: Final = 0.03
"""How long the first rows are sought before those that are there are shown."""
MORE: Final = (4_096, 65_536, 1_048_576)
"""How many articles are asked for after those that a screen may hold; the last number again and again."""


@dataclass
class Listed(Message, namespace="shelf"):
    """The library has answered which articles a listing has."""

    answer: Answer
    keep_place: bool


@dataclass
class SnippetsRead(Message, namespace="shelf"):
    """The library has given lines around what was searched for."""

    source: Source
    ids: Sequence[int]
    snippets: dict[int, Snippet]


def answers(
    library: Library,
    listing: Listing,
    lingering: AbstractSet[int],
    folding: Folding,
    stopwatch: Callable[[], float],
    *,
    keep_place: bool = False,
    is_over: Callable[[], bool] = lambda: False,
) -> Iterator[Answer]:
    """Yield what the library answers, more each time; only the last answer is whole and has the numbers.

    Args:
        library: who is asked.
        listing: what for.
        lingering: articles that stay as `Listing.ids` tells.
        folding: which stories are one row.
        stopwatch: tells seconds.
        keep_place: whether the list is shown already, so that a part of it would be less than there is.
        is_over: tells whether nobody wants to know any more; nothing comes after that.
    """
    if not _is_walked(listing, lingering):
        listed = ordered(listing, lingering, folding)
        found = (
            [answer(library, listing, lingering, folding, stopwatch)]
            if listed is None
            else windowed_answers(library, listing, listed, is_new=not keep_place)
        )
        for each in found:
            # A thread can't be stopped, so this may come after somebody asked for something else.
            if is_over():
                return
            yield each
        return
    started = stopwatch()
    seconds = 0.0
    for ids, is_all in _walk(library, listing.query, is_over, lambda: stopwatch() > started + SECONDS):
        if is_over():
            return
        seconds = seconds or stopwatch() - started
        if is_all:
            yield Answer(listing, Folded(ids), library.counts(), library.names.followed(), seconds)
        elif not keep_place:
            yield Answer(listing, Folded(ids), seconds=seconds, is_whole=False)


def _is_walked(listing: Listing, lingering: AbstractSet[int]) -> bool:
    """Whether it is a search by time of saving; one that keeps to a view may have articles that linger."""
    has_lingering = bool(lingering) and listing.is_within and listing.view.lasting is not None
    is_newest_first = listing.sort is Sort.SAVED and not listing.is_reversed
    return listing.search is not None and is_newest_first and not has_lingering


def _walk(
    library: Library, query: Query, is_over: Callable[[], bool], is_late: Callable[[], bool]
) -> Iterator[tuple[array[int], bool]]:
    """Yield the articles found so far, and whether they are all."""
    found = array("q")
    limits = iter((FIRST, FIRST, *MORE))
    limit, stops = next(limits), lambda: is_over() or is_late()
    while True:
        window = library.walk.window(query, below=found[-1] if found else None, limit=limit, is_over=stops)
        found = found + window.ids
        yield found, window.is_last
        if window.is_last or is_over():
            return
        # Only the first rows are in a hurry; if some are missing, those that a screen holds are next.
        limit, stops = next(limits, limit), is_over
