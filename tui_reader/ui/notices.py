"""What the list says where it has no rows: how to begin, or why there is nothing and what to do."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.lines.pieces import Line
from tui_reader.models import Counts
from tui_reader.ui.views import TRASH, UNREAD, Listing


def notice(listing: Listing, counts: Counts, key: Callable[[str], str]) -> list[Line]:
    """Return the lines for an empty list; `key` gives the main key of an action by its id."""
    if listing.search is not None:
        return _nothing_found(listing, key)
    if not counts.saved and not counts.trashed:
        return _welcome(key)
    lines: list[Line] = [[(listing.view.empty, "title")]]
    if listing.view is UNREAD:
        lines += [
            [],
            [(f"{counts.saved:,} articles are kept under All: press ", "dim"), *_key(key("library.view-2"))],
        ]
    elif listing.view is TRASH:
        lines += [
            [],
            [
                ("What is deleted waits here, and ", "dim"),
                *_key(key("library.undo")),
                (" brings it back.", "dim"),
            ],
        ]
    else:
        lines += [[], [("Press ", "dim"), *_key(key("library.help") or "?"), (" for the keys.", "dim")]]
    return lines


def _welcome(key: Callable[[str], str]) -> list[Line]:
    """Return how to begin."""
    return [
        [("Nothing is saved yet.", "unread")],
        [],
        [
            *_key(key("library.add")),
            ("   save an article by its address; several may stand side by side", "text"),
        ],
        [("    or paste an address right here", "text")],
        [],
        [*_key(key("library.samples")), ("   look around with a dozen sample articles", "text")],
        [],
        [("An article is fetched once. After that it is read without the network.", "dim")],
    ]


def _nothing_found(listing: Listing, key: Callable[[str], str]) -> list[Line]:
    """Return how to find more."""
    where = f" in {listing.view.name}" if listing.is_within else ""
    lines: list[Line] = [[(f"Nothing found{where}.", "title")], []]
    if listing.is_within:
        lines.append([*_key(key("library.search")), ("   searches the whole library", "text")])
    lines += [
        [("A word finds what begins with it while you type. Fewer words find more.", "dim")],
        [("Esc ends the search.", "dim")],
    ]
    return lines


def _key(key: str) -> Line:
    """Return a key as it is shown."""
    return [(key, "key")]
