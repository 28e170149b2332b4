"""Who is quoted: told by the element that says so, or by a last line that begins with a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tui_reader.extract.tree import Element, text_of
from tui_reader.models import Block, BlockKind, Inline
from tui_reader.values import replace

_DASH = re.compile(r"\s*(?:[—–―‒]+|--+(?=\s*\w)|[-~](?=\s))\s*")  # dashes of all lengths
_AFTER_QUOTE = re.compile(
    r"(?<=[”\"»“’])\s*(?:[—–―]|--)\s*(?=[^\W_](?:[^.!?\n]|(?<=\b[A-Z])\.|\.(?=\w)){0,99}$)"
)
_LAST_DASH = re.compile(r"\s*(?:[—–―‒]|--)\s*$")
_SAID = re.compile(r"[.!?…。！？:;—–―\"”’»)\]-]\s*$")  # a sentence is over before the source
_SPOKEN = re.compile(r"[?!…？！]\W*$")  # said by somebody in a dialogue rather than somebody's name
_LONGEST = 120
"""Characters up to which a line names somebody rather than going on."""
_MOST_BEHIND = 10
"""Elements behind a name from which it is taken to be in the middle, empty though they may be."""
_MOST_IN_FIGURE = 200
"""Elements of a figure that are looked at."""
_MEDIA = frozenset({"img", "table", "pre"})


def names_source(element: Element) -> bool:
    """Whether the element says where a quotation comes from: what is quoted is before it, nothing behind."""
    if element.tag == "footer":
        return _quotation(element) is not None
    if element.tag == "figcaption":
        figure = next(element.iterancestors("figure"), None)
        parts = [] if figure is None else [part.tag for part in islice(figure.iter(), _MOST_IN_FIGURE)]
        return "blockquote" in parts and not _MEDIA.intersection(parts)
    if (
        element.tag != "cite"
        or next(element.iterancestors("footer", "figcaption", "li", "td"), None) is not None
    ):
        return False
    if _follows_quotation(element):
        return True
    quotation = _quotation(element)
    return quotation is not None and _is_last(element, quotation) and _begins_anew(element)


def is_named_by(line: str) -> bool:
    """Whether a line that goes on with a name says by its dash that all of it is one."""
    return any(map(str.isalnum, line)) and bool(_DASH.match(line))


def before_source(block: Block) -> list[Block]:
    """Return what stands right before a name without the dash between the two; nothing if it is only that."""
    match = _LAST_DASH.search(block.text)
    return _ended(block, match.start()) if match and block.kind is BlockKind.PARAGRAPH else [block]


def is_outside(source: Element) -> bool:
    """Whether the element that says who is quoted stands outside the quotation."""
    return source.tag != "footer" and next(source.iterancestors("blockquote"), None) is None


def _follows_quotation(element: Element) -> bool:
    """Whether a quotation ends right before the element, which stands alone outside it."""
    before, after = element.getprevious(), element.getnext()
    if before is None or before.tag != "blockquote" or (before.tail or "").strip():
        return False
    is_alone = after is None or after.tag in (
        "p",
        "div",
        "blockquote",
        "figure",
        "hr",
        "h2",
        "h3",
        "ul",
        "ol",
    )
    return is_alone and not (element.tail or "").strip()


def attributed(blocks: Sequence[Block], depth: int) -> list[Block]:
    """Return the blocks of a quotation, the innermost of `depth`, with a last line that says whose it is."""
    found = list(blocks)
    if not found or found[-1].quote != depth or found[-1].kind is not BlockKind.PARAGRAPH:
        return found
    last = found[-1]
    here = [block for block in found if block.quote == depth]
    if any(block.kind is BlockKind.ATTRIBUTION for block in here):
        return found
    place = last.text.rfind("\n") + 1
    others = [line for block in here for line in block.text.split("\n")][:-1]
    if others and _is_name(last.text[place:]) and not any(map(_DASH.match, others)):
        return [*found[:-1], *_parted(last, place, place)]
    match = _AFTER_QUOTE.search(last.text)
    if match and not last.text[match.end()].islower() and not any(map(_DASH.match, others)):
        return [*found[:-1], *_parted(last, match.start(), match.end())]
    return found


def with_followers(blocks: Sequence[Block]) -> list[Block]:
    """Take a line that begins with a dash into the quotation that it stands right behind."""
    found = list(blocks)
    for place in range(1, len(found)):
        above, block = found[place - 1], found[place]
        is_behind = above.kind is BlockKind.PARAGRAPH and above.quote == block.quote + 1
        is_line = block.kind is BlockKind.PARAGRAPH and "\n" not in block.text and _is_name(block.text)
        goes_on = place + 1 < len(found) and _DASH.match(found[place + 1].text)
        if is_behind and is_line and not goes_on:
            found[place] = named(replace(block, quote=above.quote))
    return found


def named(block: Block) -> Block:
    """Return the block as attribution, without the dash before it."""
    match = _DASH.match(block.text)
    return _cut(replace(block, kind=BlockKind.ATTRIBUTION, level=0, marker=""), match.end() if match else 0)


def _is_name(line: str) -> bool:
    return bool(_DASH.match(line)) and len(line) <= _LONGEST and not _SPOKEN.search(line)


def _parted(block: Block, end: int, start: int) -> list[Block]:
    """Return what stands before `end`, if anything, and what begins at `start` as attribution."""
    return [*_ended(block, end), named(_cut(block, start))]


def _ended(block: Block, end: int) -> list[Block]:
    """Return the block without the characters from `end`; nothing if none are left."""
    text = block.text[:end].rstrip()
    inlines = (replace(inline, end=min(inline.end, len(text))) for inline in block.inlines)
    before = replace(block, text=text, inlines=tuple(i for i in inlines if i.start < i.end))
    return [before] if text else []


def _cut(block: Block, start: int) -> Block:
    """Return the block without the characters before `start`."""
    inlines = tuple(
        Inline(max(inline.start - start, 0), inline.end - start, inline.style, inline.target)
        for inline in block.inlines
        if inline.end > start
    )
    return replace(block, text=block.text[start:], inlines=inlines)


def _quotation(element: Element) -> Element | None:
    return next(element.iterancestors("blockquote"), None)


def _is_last(element: Element, quotation: Element) -> bool:
    """Whether no text stands between the element and the end of the quotation."""
    current = element
    while current is not quotation:
        behind = list(islice(current.itersiblings(), _MOST_BEHIND))
        texts = [current.tail, *(text_of(each) + (each.tail or "") for each in behind)]
        parent = current.getparent()
        if len(behind) == _MOST_BEHIND or parent is None or any(text and text.strip() for text in texts):
            return False
        current = parent
    return True


def _begins_anew(element: Element) -> bool:
    """Whether the sentence before the element is over."""
    before, parent = element.getprevious(), element.getparent()
    if parent is None:
        return False
    text = (parent.text if before is None else before.tail) or ""
    if text.strip():
        return bool(_SAID.search(text))
    if before is None:
        return parent.tag != "blockquote" and text_of(parent) != text_of(_quotation(element))  # type: ignore[arg-type]
    return before.tag in ("br", "p", "div", "ul", "ol", "blockquote") or bool(_SAID.search(text_of(before)))
