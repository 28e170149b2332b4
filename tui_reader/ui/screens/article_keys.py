"""The keys of the article screen: what is done with an article, and where to go from it."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

KEYS: Final = [
    Binding("s", "mark('starred')", "star", tooltip="give a star or take it away", id="article.star"),
    Binding("A", "mark('archived')", "archive", tooltip="archive or take out", id="article.archive"),
    Binding("o", "browse", "browser", tooltip="open the page in the browser", id="article.browser"),
    Binding("J", "go('next')", "next article", id="article.next", show=False),
    Binding("K", "go('previous')", "previous article", id="article.previous", show=False),
    Binding("tab", "go('next_unread')", "next unread article", id="article.next-unread", show=False),
    Binding("M", "mark('read')", "read", tooltip="mark as read or unread", id="article.read", show=False),
    Binding("t", "tags", "tags", tooltip="edit the tags", id="article.tags", show=False),
    Binding("dd", "trash", "delete", tooltip="move to the trash", id="article.trash", show=False),
    Binding("a", "add", "add", tooltip="save an article", id="article.add", show=False),
    Binding("U", "links", "all links", id="article.links", show=False),
    Binding("R", "related", "related", tooltip="open a related article", id="article.related", show=False),
    Binding(
        "gh", "highlights", "highlights", tooltip="list the highlights", id="article.highlights", show=False
    ),
    Binding("y", "copy", "copy", tooltip="copy address or selection", id="article.copy", show=False),
    Binding("u", "undo", "undo", tooltip="undo the last change", id="article.undo", show=False),
    Binding("ctrl+r", "redo", "redo", tooltip="redo what was undone", id="article.redo", show=False),
    Binding("r", "refetch", "fetch again", id="article.refetch", show=False),
    Binding("x", "whole", "whole page", tooltip="cleaned or whole page", id="article.whole", show=False),
    Binding("z", "zen", "nothing but the text", id="article.zen", show=False),
    Binding("escape", "escape", "let go", tooltip="let go, or go back", id="article.escape", show=False),
    Binding("q,h", "back", "back", tooltip="back to the list", id="article.back"),
]
"""One declaration for each action; footer, palette, help and keymap are derived from it."""
