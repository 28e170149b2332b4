"""The keys of the dossier."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

KEYS: Final = [
    Binding("tab", "next_part(1)", "next part", tooltip="show the part beside this one", id="dossier.next"),
    Binding("shift+tab", "next_part(-1)", "previous part", id="dossier.previous", show=False),
    *(
        Binding(
            str(number), f"part({number})", "part", tooltip="show the part in that place",
            id=f"dossier.part-{number}", show=False, group=Binding.Group("parts"),
        )
        for number in range(1, 5)
    ),
    Binding("w", "write", "write", tooltip="write as Markdown into this folder", id="dossier.write"),
    Binding("f", "follow", "follow", tooltip="follow the name, or no longer", id="dossier.follow"),
    Binding("C", "correct", "correct", tooltip="rename, merge, or no name", id="dossier.correct"),
    Binding("u", "undo", "undo", tooltip="undo the last change", id="dossier.undo", show=False),
    Binding("ctrl+r", "redo", "redo", tooltip="redo what was undone", id="dossier.redo", show=False),
    # Terminals send C-i as Tab.
    Binding(
        "alt+o", "forward", "forward again", tooltip="to the article again", id="dossier.forward", show=False
    ),
    Binding("q,h,escape,ctrl+o", "back", "back", tooltip="back to where you were", id="dossier.back"),
]  # fmt: skip
"""One declaration for each action; footer, palette, help and keymap are derived from it."""
