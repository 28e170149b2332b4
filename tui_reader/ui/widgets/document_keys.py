"""The keys of the reading view: every way to move about in an article."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

KEYS: Final = [
    Binding("j,down", "lines(1)", "down", id="article.down", show=False),
    Binding("k,up", "lines(-1)", "up", id="article.up", show=False),
    Binding("space,ctrl+f,pagedown", "pages(1)", "page down", id="article.page-down", show=False),
    Binding("b,ctrl+b,pageup", "pages(-1)", "page up", id="article.page-up", show=False),
    Binding("ctrl+d", "half(1)", "half a page down", id="article.half-page-down", show=False),
    Binding("ctrl+u", "half(-1)", "half a page up", id="article.half-page-up", show=False),
    Binding("gg,home", "edge(-1)", "top", id="article.top", show=False),
    Binding("G,end", "edge(1)", "bottom", id="article.bottom", show=False),
    Binding("}", "paragraph(1)", "next paragraph", id="article.next-paragraph", show=False),
    Binding("{", "paragraph(-1)", "previous paragraph", id="article.previous-paragraph", show=False),
    Binding("]]", "heading(1)", "next heading", id="article.next-heading", show=False),
    Binding("[[", "heading(-1)", "previous heading", id="article.previous-heading", show=False),
    Binding("e", "name(1)", "next name", id="article.next-name"),
    Binding("E", "name(-1)", "previous name", id="article.previous-name", show=False),
    Binding("*", "same_name(1)", "next mention of it", id="article.next-mention", show=False),
    Binding("#", "same_name(-1)", "previous mention of it", id="article.previous-mention", show=False),
    Binding("enter", "dossier", "dossier", tooltip="all about the chosen name", id="article.dossier"),
    Binding("f", "follow", "follow", tooltip="follow the name", id="article.follow", show=False),
    Binding("C", "correct", "correct", tooltip="correct the name", id="article.correct", show=False),
    Binding("n", "hit(1)", "next match", id="article.next-match", show=False),
    Binding("N", "hit(-1)", "previous match", id="article.previous-match", show=False),
    # Terminals send C-i as Tab, which goes to the next article.
    Binding("ctrl+o", "jump_back", "back to before the jump", id="article.jump-back", show=False),
    Binding("alt+o", "jump_forward", "forward again", id="article.jump-forward", show=False),
    Binding("m?", "set_mark('{}')", "remember this place", id="article.set-mark", show=False),
    Binding("'?", "go_to_mark('{}')", "go to a place remembered", id="article.go-to-mark", show=False),
]
"""One declaration for each action; footer, palette, help and keymap are derived from it."""
