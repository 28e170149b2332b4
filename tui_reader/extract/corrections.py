"""Last corrections to the blocks of an article, where only what stands beside a block tells what it is."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.extract.entries import with_times
from tui_reader.extract.quotes import with_followers
from tui_reader.models import Block, BlockKind
from tui_reader.values import replace


def corrected(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with times as headings, initials at their words, and nothing twice or for nothing."""
    joined = _with_initials(_once(with_times(with_followers(blocks))))
    return _without_loose_rules(joined)


def _with_initials(blocks: Sequence[Block]) -> list[Block]:
    """Put a large first letter that was a block of its own before its word."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if above is not None and _is_initial(above, block):
            inlines = tuple(replace(i, start=i.start + 1, end=i.end + 1) for i in block.inlines)
            found[-1] = replace(block, text=above.text + block.text, inlines=inlines)
        else:
            found.append(block)
    return found


def _is_initial(block: Block, below: Block) -> bool:
    is_prose = block.kind is below.kind is BlockKind.PARAGRAPH and block.quote == below.quote
    return is_prose and len(block.text) == 1 and block.text.isupper() and below.text[0].islower()


def _once(blocks: Sequence[Block]) -> list[Block]:
    """Say nothing twice: a picture that follows itself, an alternative that the caption repeats."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if above is None:
            found.append(block)
        elif block.kind is above.kind is BlockKind.IMAGE and block.source and block.source == above.source:
            found[-1] = above if above.text else block
        elif block.kind is above.kind is BlockKind.ATTRIBUTION and block.quote == above.quote:
            found[-1] = _joined(above, block)
        elif block.kind is BlockKind.CAPTION and above.kind is BlockKind.IMAGE and above.text == block.text:
            found[-1:] = [replace(above, text=""), block] if above.source else [block]
        else:
            found.append(block)
    return found


def _joined(above: Block, block: Block) -> Block:
    """Return two blocks about who is quoted as lines of one."""
    lead = above.text + "\n"
    inlines = tuple(
        replace(inline, start=inline.start + len(lead), end=inline.end + len(lead))
        for inline in block.inlines
    )
    return replace(above, text=lead + block.text, inlines=above.inlines + inlines)


def _without_loose_rules(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Leave out rules that part nothing: at either end, and beside another rule."""
    kept: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.RULE or (kept and kept[-1].kind is not BlockKind.RULE):
            kept.append(block)
    while kept and kept[-1].kind is BlockKind.RULE:
        kept.pop()
    return tuple(kept)
