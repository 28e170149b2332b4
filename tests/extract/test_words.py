from __future__ import annotations

import pytest

from tui_reader.extract.words import count_block_words, count_words
from tui_reader.models import Block, BlockKind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two  three.", 3),
        ("well-known — isn't it?", 3),
        ("天地人", 2),
        ("天地人和", 3),
        ("我爱 Python 和猫", 4),
        ("مرحبا بالعالم", 2),
        ("… – !", 0),
        ("<" * 1_000_000 + " end", 1),
    ],
    ids=lambda value: str(value)[:30],
)
def test_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert count_words(text) == words


def test_what_describes_an_image_is_not_read() -> None:
    blocks = (Block(BlockKind.IMAGE, "A fox in snow"), Block(BlockKind.TABLE, "a\tb\nc\td"))
    assert count_block_words(blocks) == 4
