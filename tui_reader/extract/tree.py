"""The parsed page: how it is made, and what is asked of its elements everywhere in this room."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import lxml.html
from lxml.etree import (
    ElementDefaultClassLookup,
    ErrorLevels,
    ErrorTypes,
    HTMLParser,
    LxmlError,
    XPath,
    _Element,
)
from lxml.html import HtmlElement

from tui_reader.errors import ExtractError

Element = _Element
"""An element of a parsed page."""

MOST_CHARACTERS = 20_000_000
"""Longest page that is parsed: a hundred times a long article, and some seconds of work."""

# No text of an lxml tree may be set to these, so readability gives up on a page that holds them.
_UNSETTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,9}));?")
# The parser for HTML takes the sections of XHTML for comments; in a script they are left to who reads it.
_SECTION = re.compile(
    r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\2|\Z)",
    re.IGNORECASE | re.DOTALL,
)
# In feeds they hold HTML.
_ROOT = re.compile(r"<html\b", re.IGNORECASE)
_START = 4_000
"""Characters in which a page says that it is one."""
# libxml2 leaves out what lies deeper than 2,048 levels and says so only in its log.
_WRAPPER = re.compile(r"</?[a-zA-Z][\w:-]*\b[^<>]*>")
_KEPT_WHEN_FLAT = re.compile(
    r"</?(?:html|head|body|title|meta|link|h[1-6]|p|a|br|img|script|style)(?=[\s/>])", re.IGNORECASE
)
# lxml.html tells forms, inputs and labels apart in Python each time that an element is touched.
_ALIKE = ElementDefaultClassLookup(element=HtmlElement)
_LONGEST_HINT = 2_000
"""Characters of a class or id that are kept; rules that look into it take time with its length."""
_LONG_HINTS = XPath("//*[string-length(@class) > $most or string-length(@id) > $most]")
_HEAD = frozenset({"title", "base", "link", "meta", "style", "script", "noscript", "template", "object"})


def parse(text: str) -> Element:
    """Return the root of the page; one that nests too deep for the parser loses its nesting, not its text.

    Raises:
        ExtractError: if the page is empty or too long.
        MemoryError: if there is none left for the tree.
    """
    return parsed(text)[0]


def parsed(text: str) -> tuple[Element, bool]:
    """Return what `parse` returns, and whether all of the page is in it."""
    if len(text) > MOST_CHARACTERS:
        raise ExtractError(f"The page is longer than {MOST_CHARACTERS // 1_000_000} million characters.")
    text = _REFERENCE.sub(_settable, _UNSETTABLE.sub("", text.replace("\f", " ")))
    if "<![CDATA[" in text and _ROOT.search(text, 0, _START):
        text = _SECTION.sub(_as_text, text)
    root, is_whole = _parse(text)
    if not is_whole:
        root, is_whole = _parse(_WRAPPER.sub(_flattened, text))
    _shorten_hints(root)
    return _with_body(root), is_whole


def _parse(text: str) -> tuple[Element, bool]:
    """Return the root, and whether all of the page is in it."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ALIKE)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (LxmlError, ValueError) as error:
        # Without memory libxml2 stops as it does at what is no page.
        if _stop(parser) == ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise ExtractError("The page is empty.") from error
    return root, _stop(parser) is None


def _stop(parser: HTMLParser) -> int | None:
    """Return why the parser left out the rest of the page, None if it didn't.

    Its log holds no more than a hundred complaints, but the last is always there.
    """
    last = parser.error_log.last_error
    return last.type if last is not None and last.level == ErrorLevels.FATAL else None


def _shorten_hints(root: Element) -> None:
    """Cut what the author calls an element, where that is longer than any name."""
    long: list[Element] = _LONG_HINTS(root, most=_LONGEST_HINT)  # type: ignore[assignment]
    for element in long:
        for name in ("class", "id"):
            if hint := element.get(name):
                element.set(name, hint[:_LONGEST_HINT])


def _with_body(root: Element) -> Element:
    """Move what is no part of a head out of it.

    libxml2 knows HTML 4 only: where a page leaves out <body>, which HTML allows, it takes a first
    <article>, <main>, <section> or <nav> for a part of the head.
    """
    head = root.find("head")
    strays = [] if head is None else [element for element in head if element.tag not in _HEAD]
    if head is not None and strays:
        body = root.find("body")
        if body is None:
            body = lxml.html.Element("body")
            root.append(body)
        for place, element in enumerate(strays):
            body.insert(place, element)
    return root


def _settable(match: re.Match[str]) -> str:
    """Return a character reference as it is, unless it names a control character."""
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore")
    return "" if code > 0x10FFFF or _UNSETTABLE.match(chr(code)) else match[0]


def _as_text(match: re.Match[str]) -> str:
    """Return a section of XHTML as text, anything else as it is."""
    return match[0] if match[1] is None else html.escape(match[1], quote=False)


def _flattened(match: re.Match[str]) -> str:
    return match[0] if _KEPT_WHEN_FLAT.match(match[0]) else "<p>"


def drop(element: Element) -> None:
    """Take the element out of its page and leave the text behind it in place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def traverse(
    root: Element,
    enter: Callable[[Element], bool],
    leave: Callable[[Element], None],
    write: Callable[[str], None],
) -> None:
    """Go through the elements and texts below the root in reading order, however deep they nest.

    `enter` says whether to go inside; `leave` is called for what was gone into.
    """
    if not enter(root):
        return
    write(root.text or "")
    path = [(root, iter(root))]
    while path:
        element, children = path[-1]
        child = next(children, None)
        if child is None:
            path.pop()
            leave(element)
            if path:
                write(element.tail or "")
        elif enter(child):
            write(child.text or "")
            path.append((child, iter(child)))
        else:
            write(child.tail or "")


def text_of(element: Element) -> str:
    """Return all text of the element as one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def link_share(element: Element) -> float:
    """Return how much of the element's text stands in links, from 0 to 1."""
    length = len(text_of(element))
    links = dict.fromkeys(element.iter("a"))
    outermost = (link for link in links if next(link.iterancestors("a"), None) not in links)
    return sum(len(text_of(link)) for link in outermost) / length if length else 0.0


def hints(element: Element) -> str:
    """Return the element's class and id: what its author calls it."""
    return f"{element.get('class', '')} {element.get('id', '')}"
