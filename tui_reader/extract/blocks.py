"""Turns the cleaned HTML of an article into blocks: the one place that knows what HTML means for a reader."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.extract.addresses import absolute
from tui_reader.extract.code import is_gutter, listing
from tui_reader.extract.flow import Flow
from tui_reader.extract.inline import SILENT, InlineWriter, stands_for_text
from tui_reader.extract.tables import is_data, table_block
from tui_reader.extract.tree import Element, traverse
from tui_reader.harmless import harmless_line
from tui_reader.models import Block, BlockKind, Inline, Style

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BLOCK_NAMES = """
    html body address article aside blockquote caption center dd details dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p picture pre section
    summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""Elements that begin and end a block of text."""
_BULLETS = ("•", "◦", "▪")


def blocks_of(root: Element, base: str = "") -> tuple[Block, ...]:
    """Return the content of an element as blocks; its links are relative to the address `base`."""
    writer = _BlockWriter(base)
    traverse(root, writer.enter, writer.leave, writer.write)
    return _without_loose_rules(writer.finish())


@dataclass(slots=True)
class _List:
    """A list that is being written."""

    is_ordered: bool
    number: int
    step: int = 1

    def marker(self, depth: int, value: str) -> str:
        """Return what stands before the next item and count it."""
        if not self.is_ordered:
            return _BULLETS[min(depth, len(_BULLETS)) - 1]
        number = _whole_number(value, self.number)
        self.number = number + self.step
        return f"{number}."


class _BlockWriter:
    """Collects text into blocks as elements are entered and left."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._flow = Flow()
        self._inline = InlineWriter(self._flow, base)
        self._blocks: list[Block] = []
        self._kinds: list[tuple[BlockKind, int]] = []
        self._lists: list[_List] = []
        self._marker = ""
        self._quote = 0
        self._images: list[Block] = []
        self._captions: list[list[Block]] = []

    def write(self, text: str) -> None:
        """Add text to the block that is growing."""
        self._flow.write(text)

    def enter(self, element: Element) -> bool:
        """Begin an element and say whether its content is to be read."""
        tag = element.tag
        if tag in SILENT or is_gutter(element):
            return False
        if tag in BLOCKS:
            self._end_block()
            return self._enter_block(element)
        if tag == "br":
            self._write_break()
        elif tag == "img":
            self._write_image(element)
        else:
            self._inline.enter(element)
        return True

    def leave(self, element: Element) -> None:
        """End an element that was gone into."""
        tag = element.tag
        if tag not in BLOCKS:
            self._inline.leave(element)
            return
        self._end_block()
        if tag in _HEADINGS or tag in ("figcaption", "caption"):
            self._kinds.pop()
        elif tag == "blockquote":
            self._quote -= 1
        elif tag in _LISTS or tag == "dd":
            self._lists.pop()
            self._marker = ""
        elif tag == "li":
            self._marker = ""
        elif tag in ("dt", "summary"):
            self._flow.close(Style.STRONG)
        elif tag == "figure":
            self._blocks.extend(self._captions.pop())

    def finish(self) -> list[Block]:
        """Return all blocks."""
        self._end_block()
        return self._blocks

    def _enter_block(self, element: Element) -> bool:
        tag = element.tag
        if tag in _HEADINGS:
            self._kinds.append((BlockKind.HEADING, _HEADINGS[tag]))
            if self._marker.endswith("."):
                # A heading has no marker, and the number of the item is part of what it says.
                self._flow.write(f"{self._marker} ")
        elif tag in ("figcaption", "caption"):
            self._kinds.append((BlockKind.CAPTION, 0))
        elif tag == "blockquote":
            self._quote += 1
        elif tag in _LISTS:
            is_ordered = tag == "ol"
            items = sum(1 for child in element if child.tag == "li")
            is_reversed = is_ordered and element.get("reversed") is not None
            first = _whole_number(element.get("start", ""), items if is_reversed else 1)
            self._lists.append(_List(is_ordered, first, -1 if is_reversed else 1))
        elif tag == "dd":
            self._lists.append(_List(is_ordered=False, number=1))
        elif tag == "li":
            current = self._lists[-1] if self._lists else _List(is_ordered=False, number=1)
            self._marker = current.marker(max(len(self._lists), 1), element.get("value", ""))
        elif tag in ("dt", "summary"):
            self._flow.open(Style.STRONG)
        elif tag == "figure":
            self._captions.append([])
        elif tag == "hr":
            self._add(Block(BlockKind.RULE, quote=self._quote))
        elif tag == "pre":
            if (block := listing(element, self._quote)).text.strip():
                self._mark_item()
                self._add(block)
            return False
        elif tag == "table" and is_data(element):
            self._mark_item()
            self._add(table_block(element, self._base, self._quote))
            self._write_table_caption(element)
            return False
        return True

    def _end_block(self) -> None:
        """Make a block of the text that has grown, and set down the pictures met in it."""
        if not self._flow.is_empty:
            text, inlines = self._flow.take()
            if text.strip():
                self._add(self._text_block(text, inlines))
        images, self._images = self._images, []
        for image in images:
            self._add(image)

    def _text_block(self, text: str, inlines: tuple[Inline, ...]) -> Block:
        kind, level = self._kinds[-1] if self._kinds else (BlockKind.PARAGRAPH, 0)
        marker, self._marker = self._marker, ""
        if kind is BlockKind.HEADING:
            return Block(kind, text.replace("\n", " "), inlines, level, self._quote)
        if kind is BlockKind.PARAGRAPH and (self._lists or marker):
            return Block(BlockKind.LIST_ITEM, text, inlines, max(len(self._lists), 1), self._quote, marker)
        return Block(kind, text, inlines, level, self._quote)

    def _mark_item(self) -> None:
        """Set down the marker of an item that begins with something that has none."""
        if marker := self._marker:
            self._marker = ""
            self._add(Block(BlockKind.LIST_ITEM, "", (), max(len(self._lists), 1), self._quote, marker))

    def _add(self, block: Block) -> None:
        """Set a block down; a caption waits for the end of its figure, as it belongs below the picture."""
        if block.kind is BlockKind.CAPTION and self._captions:
            self._captions[-1].append(block)
        else:
            self._blocks.append(block)

    def _write_break(self) -> None:
        """Break the line; two breaks in a row end the paragraph."""
        if self._flow.ends_line:
            self._end_block()
        elif not self._flow.is_empty:
            self._flow.write_break("\n")

    def _write_image(self, image: Element) -> None:
        """Keep an image until the paragraph it stands in is over, so that the paragraph stays whole."""
        alternative = harmless_line(image.get("alt", ""))
        if stands_for_text(image):
            self._flow.write(alternative)
            return
        source = absolute(image.get("src", ""), self._base)
        if source or alternative:
            block = Block(BlockKind.IMAGE, alternative, quote=self._quote, source=source)
            if self._flow.is_empty:
                self._add(block)
            else:
                self._images.append(block)

    def _write_table_caption(self, table: Element) -> None:
        for caption in table.iter("caption"):
            for block in blocks_of(caption, self._base):
                self._add(block)


def _whole_number(text: str, otherwise: int) -> int:
    """Return a number as HTML attributes hold it, or the other one if it is none or absurd."""
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else otherwise


def _without_loose_rules(blocks: list[Block]) -> tuple[Block, ...]:
    """Leave out rules that part nothing: at either end, and beside another rule."""
    kept: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.RULE or (kept and kept[-1].kind is not BlockKind.RULE):
            kept.append(block)
    while kept and kept[-1].kind is BlockKind.RULE:
        kept.pop()
    return tuple(kept)
