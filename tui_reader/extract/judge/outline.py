"""The outline of a page: its text in the smallest pieces to keep or leave, and the boxes they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tui_reader.extract.blocks import BLOCKS
from tui_reader.extract.code import is_gutter
from tui_reader.extract.embeds import is_post
from tui_reader.extract.endnotes import notes_number
from tui_reader.extract.inline import SILENT
from tui_reader.extract.judge.names import meanings
from tui_reader.extract.prepare import HAD_BUTTON, WAS_HIDDEN
from tui_reader.extract.tables import is_data
from tui_reader.extract.tree import Element, hints

KINDS = ("p", "li", "h1", "h2", "h3", "h4", "td", "dd", "blockquote", "figcaption", "pre", "div")
"""Elements that a piece of text can stand in, as far as they are told apart."""
_SAME_KIND = {
    "h5": "h4",
    "h6": "h4",
    "th": "td",
    "dt": "dd",
    "caption": "figcaption",
}

_FRAME_NAMES = """
    nav footer header aside form ul ol table figure blockquote article main section dl details address
"""
FRAMES = _FRAME_NAMES.split()
ROLES = ("navigation", "contentinfo", "banner", "complementary", "main", "article", "dialog", "list")
"""Elements and roles that mark all that stands in them."""
_FRAME_BITS = {name: 1 << place for place, name in enumerate(FRAMES)}
_ROLE_BITS = {name: 1 << (len(FRAMES) + place) for place, name in enumerate(ROLES)}
_BODY_BIT = 1 << (len(FRAMES) + len(ROLES))
_HIDDEN_BIT = _BODY_BIT << 1
_ASKING_BIT = _HIDDEN_BIT << 1
MARKS = len(FRAMES) + len(ROLES) + 3
"""Number of marks, each a bit.

They stand for elements and roles, for the article's body in microdata, for what would be hidden, and for
small boxes that ask their reader to write or press something.
"""

_FIELDS = frozenset({"input", "textarea"})
_MOST_ASKING = 700
"""Characters up to which a box with a field or button in it is there for their sake."""

_LONGEST_LINE = 160
"""Characters from which a single line break parts two pieces."""


@dataclass(slots=True)
class Box:
    """A block element of the page."""

    element: Element
    parent: int
    """Place of the box around it, -1 for the outermost."""
    kind: int
    """Place of its kind among `KINDS`."""
    names: int
    """What its own names mean."""
    near: int
    """What its names and those of the two boxes around it mean."""
    around: int
    """What the names of all boxes around it mean, its own included."""
    marks: int
    """Elements and roles that it stands in, its own included."""
    pattern: str
    """Element and class: what is alike on a page has the same."""
    table: int
    """Place of the box that is the data table it stands in, -1 for none."""
    post: int
    """Place of the box that is the post of another site it stands in, -1 for none."""
    notes: str
    """Number of the notes that it is a part of, empty if it is none."""


@dataclass(slots=True)
class Piece:
    """A stretch of text that is kept or left as a whole."""

    box: int
    """Place of the innermost box around it."""
    nodes: list[tuple[Element, bool]] = field(default_factory=list)
    """Where its text is: an element's text, or its tail if true."""
    texts: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    """Characters that stand in links."""
    strong: int = 0
    """Characters that are set in bold."""
    links: int = 0

    @property
    def text(self) -> str:
        """The whole text with the white space of its source."""
        return "".join(self.texts)


@dataclass(frozen=True, slots=True)
class Outline:
    """All text of a page in order, and its boxes from the outside in."""

    boxes: list[Box]
    pieces: list[Piece]


def outline(root: Element) -> Outline:
    """Return the outline of a page."""
    reader = _Reader()
    walk: Iterator[tuple[str, Element]] = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if not reader.enter(element):
                walk.skip_subtree()  # type: ignore[attr-defined]  # unknown to the stubs
        else:
            reader.leave(element)
    return reader.finish()


class _Reader:
    """Collects boxes and pieces as elements are entered and left."""

    def __init__(self) -> None:
        self._boxes: list[Box] = []
        self._pieces: list[Piece] = []
        self._path: list[int] = []
        self._piece: Piece | None = None
        self._silent: Element | None = None
        self._links = 0
        self._strong = 0
        self._ends_line = False
        self._meanings: dict[str, int] = {"": 0}
        self._asking: list[int] = []

    def enter(self, element: Element) -> bool:
        """Begin an element and say whether its content is to be read."""
        tag = element.tag
        if tag in SILENT or (tag == "td" and is_gutter(element)):
            self._silent = element
            if tag in _FIELDS and element.get("type") != "hidden" and self._path:
                self._asking.append(self._path[-1])
            return False
        if tag in BLOCKS:
            self._end()
            self._open(element, tag)
        elif tag == "a":
            self._links += 1
            if self._piece is not None:
                self._piece.links += 1
        elif tag == "b" or tag == "strong":
            self._strong += 1
        elif tag == "br":
            self._break()
        if element.get(HAD_BUTTON) is not None and self._path:
            self._asking.append(self._path[-1])
        if element.text:
            self._write(element, element.text, is_tail=False)
        return True

    def leave(self, element: Element) -> None:
        """End an element and read what stands behind it."""
        tag = element.tag
        if self._silent is element:
            self._silent = None
        elif tag in BLOCKS:
            self._end()
            self._path.pop()
        elif tag == "a":
            self._links -= 1
        elif tag == "b" or tag == "strong":
            self._strong -= 1
        if element.tail and self._path:
            self._write(element, element.tail, is_tail=True)

    def finish(self) -> Outline:
        """Return what was collected."""
        self._end()
        if self._asking:
            _mark_asking(self._boxes, self._pieces, self._asking)
        return Outline(self._boxes, self._pieces)

    def _open(self, element: Element, tag: str) -> None:
        parent = self._path[-1] if self._path else -1
        around = self._boxes[parent] if parent >= 0 else None
        names = 0 if tag in ("html", "body") else self._names(element)
        near, marks, table, post = names, _marks(element, tag), -1, -1
        notes = notes_number(element)
        if around is not None:
            near |= around.names
            if around.parent >= 0:
                near |= self._boxes[around.parent].names
            table, post = around.table, around.post
            notes = notes or around.notes
        if tag == "table" and table < 0 and is_data(element):
            table = len(self._boxes)
        if is_post(element):
            post = len(self._boxes)
        kind = _SAME_KIND.get(tag, tag)
        self._path.append(len(self._boxes))
        self._boxes.append(
            Box(
                element,
                parent,
                _KIND_PLACES.get(kind, len(KINDS) - 1),
                names,
                near,
                names | around.around if around else names,
                marks | around.marks if around else marks,
                f"{tag} {element.get('class', '')}",
                table,
                post,
                notes,
            )
        )

    def _names(self, element: Element) -> int:
        names = hints(element).strip()
        found = self._meanings.get(names)
        if found is None:
            found = self._meanings[names] = meanings(names)
        return found

    def _write(self, element: Element, text: str, *, is_tail: bool) -> None:
        length = len(text) if not text.isspace() else 0
        piece = self._piece
        if piece is None:
            if not length or not self._path:
                return
            piece = self._piece = Piece(self._path[-1], links=min(self._links, 1))
        piece.nodes.append((element, is_tail))
        piece.texts.append(text)
        if length:
            piece.length += length
            self._ends_line = False
            if self._links:
                piece.linked += length
            if self._strong:
                piece.strong += length

    def _break(self) -> None:
        if self._piece is not None:
            if self._ends_line or self._piece.length > _LONGEST_LINE:
                self._end()
            else:
                self._piece.texts.append("\n")
        self._ends_line = True

    def _end(self) -> None:
        if self._piece is not None:
            self._pieces.append(self._piece)
        self._piece = None
        self._ends_line = False


_KIND_PLACES = {name: place for place, name in enumerate(KINDS)}


def _mark_asking(boxes: list[Box], pieces: list[Piece], asking: list[int]) -> None:
    """Mark the largest small boxes around fields and buttons, and all boxes in them."""
    lengths = [0] * len(boxes)
    for piece in pieces:
        lengths[piece.box] += piece.length
    for place in range(len(boxes) - 1, 0, -1):
        lengths[boxes[place].parent] += lengths[place]
    marked = set()
    for place in asking:
        while place > 0 and lengths[boxes[place].parent] <= _MOST_ASKING:
            place = boxes[place].parent
        if lengths[place] <= _MOST_ASKING:
            marked.add(place)
    for place, box in enumerate(boxes):
        if place in marked or box.parent in marked:
            marked.add(place)
            box.marks |= _ASKING_BIT


def _marks(element: Element, tag: str) -> int:
    marks = _FRAME_BITS.get(tag, 0)
    if role := element.get("role"):
        marks |= _ROLE_BITS.get(role, 0)
    if element.get("itemprop") == "articleBody":
        marks |= _BODY_BIT
    if element.get(WAS_HIDDEN) is not None:
        marks |= _HIDDEN_BIT
    return marks
