"""Finds the part of a page where the sentences are: what is left when cleverer judges see a fragment."""

from __future__ import annotations

from tui_reader.extract.embeds import is_post
from tui_reader.extract.tree import Element, drop, link_share, text_of
from tui_reader.extract.widths import width

_LEAST_SENTENCE = 60
"""Characters from which a text counts as sentences rather than as a label."""
_MOST_LINKED = 0.4
"""Share of links from which a text counts as a menu."""
_MOST = 0.8
"""Share of all sentences that the chosen part must hold."""
_LEAST = 0.1
"""Share of all sentences below which a part made of links is left out."""

_TEXTS = ("p", "pre", "h2", "h3")
_MIXED = ("div", "section", "article", "blockquote", "li", "td", "dd")
_INLINE = frozenset({"b", "strong", "em", "i", "span", "code", "font"})


def densest(root: Element) -> Element:
    """Return the smallest part that holds most sentences of the page; lists of links in it are dropped."""
    weights: dict[Element, float] = {}
    total = 0.0
    for element in root.iter(*_TEXTS, *_MIXED):
        length = _own_length(element)
        if length < _LEAST_SENTENCE or link_share(element) > _MOST_LINKED:
            continue
        total += length
        for holder in (element, *element.iterancestors()):
            weights[holder] = weights.get(holder, 0) + length
    found = _innermost(root, weights, _MOST * total)
    for element in list(found.iter("ul", "div", "section", "aside", "table")):
        is_minor = element is not found and weights.get(element, 0) < _LEAST * total
        if is_minor and link_share(element) > 0.6 and not any(map(is_post, element.iter("blockquote"))):
            drop(element)
    return found


def _own_length(element: Element) -> float:
    """Return the length of the text that stands in the element itself, not in blocks inside it."""
    if element.tag in _TEXTS:
        return width(text_of(element))
    length = width((element.text or "").strip())
    for child in element:
        length += width((child.tail or "").strip())
        if child.tag in _INLINE:
            length += width(text_of(child))
    return length


def _innermost(root: Element, weights: dict[Element, float], least: float) -> Element:
    """Follow the heaviest child as long as it holds enough."""
    current = root
    while True:
        heaviest = max(current, key=lambda child: weights.get(child, 0), default=None)
        if heaviest is None or heaviest.tag in _TEXTS or weights.get(heaviest, 0) < max(least, 1):
            return current
        current = heaviest
