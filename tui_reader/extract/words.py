"""What there is to read in a text, and how long it is."""

from __future__ import annotations

import re

from tui_reader.models import Block

# Han characters and kana: the scripts that put no spaces between words.
_UNSPACED = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WORD = re.compile(r"\w")


def count_words(text: str) -> int:
    """Return the number of words; three Chinese or Japanese characters count as two words."""
    characters = len(_UNSPACED.findall(text))
    spaced = _UNSPACED.sub(" ", text) if characters else text
    return (characters * 2 + 2) // 3 + sum(1 for run in spaced.split() if _WORD.search(run))


def count_block_words(blocks: tuple[Block, ...]) -> int:
    """Return the number of words to read in the blocks; what describes an image is not read."""
    return sum(count_words(block.text) for block in blocks if block.kind.is_told)


def told_text(blocks: tuple[Block, ...]) -> str:
    """Return the words to read in the blocks, one block after the other."""
    return "\n".join(block.text for block in blocks if block.kind.is_told)
