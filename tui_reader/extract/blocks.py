"""Turns the cleaned HTML of an article into blocks: the one place that knows what HTML means for a reader."""

from __future__ import annotations

from tui_reader.extract.addresses import absolute
from tui_reader.extract.breaks import is_verse, keeps_lines
from tui_reader.extract.code import is_gutter, listing
from tui_reader.extract.corrections import corrected
from tui_reader.extract.embeds import EMBED, embed_name
from tui_reader.extract.flow import Flow
from tui_reader.extract.inline import SILENT, InlineWriter, stands_for_text
from tui_reader.extract.lists import OpenList, opened
from tui_reader.extract.notes import note_marker
from tui_reader.extract.quotes import attributed, before_source, is_named_by, is_outside, named, names_source
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


def blocks_of(root: Element, base: str = "") -> tuple[Block, ...]:
    """Return the content of an element as blocks; its links are relative to the address `base`."""
    writer = _BlockWriter(base)
    traverse(root, writer.enter, writer.leave, writer.write)
    return corrected(writer.finish())


class _BlockWriter:
    """Collects text into blocks as elements are entered and left."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._flow = Flow()
        self._inline = InlineWriter(self._flow, base)
        self._blocks: list[Block] = []
        self._kinds: list[tuple[BlockKind, int]] = []
        self._lists: list[OpenList] = []
        self._marker = ""
        self._quote = 0
        self._quotations: list[int] = []
        self._sources: list[Element] = []
        self._lined: list[Element] = []
        self._images: list[Block] = []
        self._captions: list[list[Block]] = []

    def write(self, text: str) -> None:
        """Add text to the block that is growing."""
        if not self._lined:
            self._flow.write(text)
            return
        first, *others = text.split("\n")
        self._flow.write(first)
        for line in others:
            self._write_break()
            self._flow.write(line)

    def enter(self, element: Element) -> bool:
        """Begin an element and say whether its content is to be read."""
        tag = element.tag
        if tag in SILENT or is_gutter(element):
            return False
        if keeps_lines(element):
            self._lined.append(element)
        if names_source(element) and not is_named_by(self._flow.line):
            is_behind = not self._flow.is_empty
            self._end_block()
            if is_behind and self._blocks:
                self._blocks[-1:] = before_source(self._blocks[-1])
            self._enter_source(element)
            return True
        if tag in BLOCKS:
            self._end_block()
            return self._enter_block(element)
        if tag == "br":
            self._write_break()
        elif tag == "img":
            self._write_image(element)
        else:
            return self._inline.enter(element)
        return True

    def leave(self, element: Element) -> None:
        """End an element that was gone into."""
        if self._sources and self._sources[-1] is element:
            self._end_block()
            self._leave_source(element)
        elif element.tag in BLOCKS:
            self._end_block()
            self._leave_block(element)
        else:
            self._inline.leave(element)
        if self._lined and self._lined[-1] is element:
            self._lined.pop()

    def finish(self) -> list[Block]:
        """Return all blocks."""
        self._end_block()
        return self._blocks

    def _enter_source(self, element: Element) -> None:
        """Begin to say who is quoted."""
        self._sources.append(element)
        self._kinds.append((BlockKind.ATTRIBUTION, 0))
        self._quote += is_outside(element)

    def _leave_source(self, element: Element) -> None:
        self._sources.pop()
        self._kinds.pop()
        self._quote -= is_outside(element)

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
            self._quotations.append(len(self._blocks))
        elif tag in _LISTS:
            self._lists.append(opened(element))
        elif tag == "dd":
            self._lists.append(OpenList())
        elif tag == "li":
            current = self._lists[-1] if self._lists else OpenList()
            self._marker = note_marker(element) or current.marker(element, max(len(self._lists), 1))
        elif tag in ("dt", "summary"):
            self._flow.open(Style.STRONG)
        elif tag == "figure":
            self._captions.append([])
        elif tag == "hr":
            self._add(Block(BlockKind.RULE, quote=self._quote))
        elif tag == "pre" and not is_verse(element):
            if (block := listing(element, self._quote)).text.strip():
                self._mark_item()
                self._add(block)
            return False
        elif tag == "table" and is_data(element):
            self._mark_item()
            self._add(table_block(element, self._base, self._quote))
            self._write_table_caption(element)
            return False
        elif marker := note_marker(element):
            self._lists.append(OpenList())
            self._marker = marker
        return True

    def _leave_block(self, element: Element) -> None:
        tag = element.tag
        if tag in _HEADINGS or tag in ("figcaption", "caption"):
            self._kinds.pop()
        elif tag == "blockquote":
            start = self._quotations.pop()
            self._blocks[start:] = attributed(self._blocks[start:], self._quote)
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
        elif tag not in ("hr", "pre", "table") and note_marker(element):
            self._lists.pop()
            self._marker = ""

    def _end_block(self) -> None:
        """Make a block of the text that has grown, and set down the pictures met in it."""
        if not self._flow.is_empty:
            text, inlines = self._flow.take()
            if text.strip() and (block := self._text_block(text, inlines)).text:
                self._add(block)
        images, self._images = self._images, []
        for image in images:
            self._add(image)

    def _text_block(self, text: str, inlines: tuple[Inline, ...]) -> Block:
        kind, level = self._kinds[-1] if self._kinds else (BlockKind.PARAGRAPH, 0)
        marker, self._marker = self._marker, ""
        if kind is BlockKind.HEADING:
            return Block(kind, text.replace("\n", " "), inlines, level, self._quote)
        if kind is BlockKind.ATTRIBUTION:
            return named(Block(kind, text, inlines, quote=self._quote))
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
        is_caption = block.kind is BlockKind.CAPTION or (
            block.kind is BlockKind.ATTRIBUTION and self._sources and self._sources[-1].tag == "figcaption"
        )
        if is_caption and self._captions:
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
        elif address := absolute(image.get(EMBED, ""), self._base):
            name = embed_name(image)
            link = Inline(0, len(name), Style.LINK, address)
            self._show(Block(BlockKind.EMBED, name, (link,), quote=self._quote, source=address))
        elif (source := absolute(image.get("src", ""), self._base)) or alternative:
            self._show(Block(BlockKind.IMAGE, alternative, quote=self._quote, source=source))

    def _show(self, block: Block) -> None:
        if self._flow.is_empty:
            self._add(block)
        else:
            self._images.append(block)

    def _write_table_caption(self, table: Element) -> None:
        for caption in table.iter("caption"):
            for block in blocks_of(caption, self._base):
                self._add(block)
