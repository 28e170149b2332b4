"""Footnotes: what leads to them becomes "[1]", and they bear their number instead of a way back.

Told by what all of them do, whoever wrote the page: a short link in the text leads to a note on the same
page, and a link in the note leads back.
"""

from __future__ import annotations

import re
from itertools import islice

from tui_reader.extract.endnotes import mark_notes
from tui_reader.extract.tree import Element, drop, hints, text_of
from tui_reader.harmless import harmless_line

_MARKER = "data-marker"
_LONGEST_MARKER = 8

_WAY_BACK = "↩↑↵⏎⤴^\ufe0e\ufe0f "
"""What a link says that leads from a note back to its place in the text."""
_LABEL = re.compile(r"[\w*†‡§¶‖#]{1,4}|(?:note|fn\.?|n\.?) ?\d{1,3}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}|[*†‡§¶]{1,3}")
_NAMED = re.compile(r"foot-?note|note-?ref|fn-?ref|\bfn\b", re.IGNORECASE)
_ROLES = frozenset({"doc-noteref", "noteref"})
_MOST_LABELS = 20
"""Number of elements in it from which it is none."""
_AROUND_NUMBER = " \n\t[]().:"
_HOLDERS = ("p", "li", "div", "dd", "section", "aside")
_RAISED = ("a", "sup", "span", "small", "b", "i", "em", "strong", "cite", "font")
"""Elements that a reference may be; a list of contents, which headings lead back to, is none."""
_LONGEST_REFERENCE = 12
"""Characters up to which such an element is a reference."""


def note_marker(element: Element) -> str:
    """Return the number of the note that the element is; empty for anything else."""
    return harmless_line(element.get(_MARKER, ""))[:_LONGEST_MARKER]


def settle_notes(root: Element, base: str) -> None:
    """Make references to notes and the numbers of notes such as they are read, in place."""
    places = _places(root)
    links = {link: name for link in root.iter("a") if (name := _fragment(link, base))}
    targets = {link: places[name] for link, name in links.items() if name in places}
    references = {link for link in links if _LABEL.fullmatch(_label(link)) and _is_named(link)}
    ways_back = set()
    read = set()
    notes: dict[Element, Element] = {}
    for link in targets:
        read.add(link)
        if origins := [
            origin for origin in _origins(link, targets) if origin in read and origin not in ways_back
        ]:
            ways_back.add(link)
            references.update(origins)
            notes |= {
                origin: note for origin in origins if (note := _note_of(targets[origin], link)) is not None
            }
    for link in references - ways_back:
        _write_reference(link)
    for link in list(root.iter("a")):
        is_sign = link.get("role") == "doc-backlink" or not text_of(link).strip(_WAY_BACK)
        if link in ways_back or (is_sign and text_of(link)):
            _take_way_back(link)
    mark_notes(notes)


def _places(root: Element) -> dict[str, Element]:
    """Return the elements of the page that a link can lead to, by name."""
    found: dict[str, Element] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                found.setdefault(name, element)
    return found


def _fragment(link: Element, base: str) -> str:
    """Return the name of the place on the same page that a link leads to, empty if it leads elsewhere."""
    address, sign, name = link.get("href", "").strip().partition("#")
    return name if sign and address in ("", base.partition("#")[0]) else ""


def _label(link: Element) -> str:
    return text_of(link).strip("[]() ")


def _origins(back: Element, targets: dict[Element, Element]) -> list[Element]:
    """Return the links that a link leads back to, which lead to the note that it stands in."""
    place = targets[back]
    if place.tag not in _RAISED or not _is_short(place):
        return []
    near = [place, *place.iterancestors("a")] if place.tag == "a" or not text_of(place) else place.iter("a")
    return [
        link
        for link in near
        if link is not back
        and link in targets
        and _LABEL.fullmatch(_label(link))
        and _is_around(targets[link], back)
    ]


def _is_short(element: Element) -> bool:
    """Whether the element holds no more than a reference does; looks no further than that."""
    parts = list(islice(element.iter(), _MOST_LABELS))
    return len(parts) < _MOST_LABELS and len(text_of(element)) <= _LONGEST_REFERENCE


def _is_around(note: Element, back: Element) -> bool:
    """Whether a note holds a link, or begins with an anchor beside it."""
    if note is back or note in back.iterancestors():
        return True
    if any(str(text).strip() for text in note.itertext()):
        return False
    holder = next(back.iterancestors(*_HOLDERS), None)
    return holder is not None and holder in note.iterancestors()


def _note_of(target: Element, back: Element) -> Element | None:
    """Return the note that a reference leads to and that a link leads back from."""
    return target if target in back.iterancestors() else next(back.iterancestors(*_HOLDERS), None)


def _is_named(link: Element) -> bool:
    """Whether the link is raised, or called a reference to a note."""
    if next(link.iterancestors("sup"), None) is not None or link.find("sup") is not None:
        return True
    return link.get("role") in _ROLES or bool(_NAMED.search(hints(link)))


def _write_reference(link: Element) -> None:
    """Raise what the link says, in brackets, as digits alone would be taken for a part of the word."""
    label = _label(link)
    raised = next(link.iterancestors("sup"), None)
    is_bracketed = raised is not None and "[" in text_of(raised) and "[" not in text_of(link)
    for child in list(link):
        link.remove(child)
    link.text = label if is_bracketed else f"[{label}]"
    # Names such as "footnote" are taken for the foot of the page.
    for element in (link, raised):
        if element is not None:
            element.attrib.clear()
    if raised is None:
        link.tag = "sup"


def _take_way_back(link: Element) -> None:
    """Drop a way back, and what stands only around it; if it is the number of its note, it is the marker."""
    holder = next(link.iterancestors("td", *_HOLDERS), None)
    if holder is not None and holder.tag == "td" and _NUMBER.fullmatch(_label(link)):
        # The number has a column of its own.
        del link.attrib["href"]
        return
    if holder is not None and (number := _number_of(holder, link)):
        holder.set(_MARKER, number)
        link.tail = (link.tail or "").lstrip(_AROUND_NUMBER)
        holder.text = (holder.text or "").rstrip(_AROUND_NUMBER)
    parent = link.getparent()
    drop(link)
    while parent is not None and parent is not holder and _is_bare(parent):
        around = parent.getparent()
        drop(parent)
        parent = around


def _number_of(note: Element, link: Element) -> str:
    """Return the marker that a note begins with, if that is a link; items of a numbered list have theirs."""
    label, parent = _label(link), note.getparent()
    is_numbered = note.tag == "li" and parent is not None and parent.tag == "ol"
    if is_numbered or not _NUMBER.fullmatch(label):
        return ""
    first = next((text for each in note.itertext() if (text := str(each).strip(_AROUND_NUMBER))), "")
    if not first.startswith(label):
        return ""
    return f"{label}." if label.isdigit() else label


def _is_bare(element: Element) -> bool:
    """Whether nothing is left in the element but signs; looks no further than the first word."""
    return not any(str(text).strip(_AROUND_NUMBER + _WAY_BACK) for text in element.itertext())
