"""The field for a line: nothing that steers a terminal comes into it."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui.conftest import AppMaker
from tests.ui.driving import press, screen_text, settle
from tui_reader.library import Library
from tui_reader.ui.screens.add import AddScreen
from tui_reader.ui.widgets.line_input import LineInput

HOSTILE = "a\x1b]0;pwn\x07\x9b31m\u202eb\nc"


@pytest.mark.parametrize(
    "keys",
    [("slash",), ("a",), ("j", "j", "t"), ("question_mark",), ("j", "j", "enter", "slash")],
    ids=["search", "add", "tags", "help", "find"],
)
async def test_what_is_pasted_is_one_harmless_line(
    library: Library, make_app: AppMaker, keys: tuple[str, ...]
) -> None:
    app = make_app(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        field = app.focused
        assert isinstance(field, LineInput)
        app.post_message(events.Paste(HOSTILE))
        await settle(pilot)
        assert field.value.endswith("ab c")
        assert field.cursor_position == len(field.value)
        assert not set(screen_text(app)) & set("\x1b\x07\x9b\u202e")


async def test_a_value_that_is_given_is_harmless_too(library: Library, make_app: AppMaker) -> None:
    app = make_app(library)
    async with app.run_test() as pilot:
        await settle(pilot)
        await app.push_screen(AddScreen(library, "  x\x1b[31my\tz\n"))
        field = app.focused
        assert isinstance(field, LineInput)
        assert field.value == "  xy z "
