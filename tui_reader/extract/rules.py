"""Does what the user's rule for a site says, where no engine gets its pages right."""

from __future__ import annotations

import lxml.html
from lxml.cssselect import CSSSelector

from tui_reader.extract.tree import Element, drop
from tui_reader.models import SiteRule


def apply_rule(root: Element, rule: SiteRule) -> Element | None:
    """Drop from the page what is to be dropped, and return what is to be kept, by itself.

    Returns:
        None if the rule names nothing to keep, or nothing of it is on this page.
    """
    for element in _selected(root, rule.drop):
        if element.tag != "body":
            drop(element)
    kept = _selected(root, rule.keep)
    if not kept:
        return None
    if kept[0].tag == "body":
        return kept[0]
    article: Element = lxml.html.Element("article")
    inside = {element for match in kept for element in match.iterdescendants()}
    for element in kept:
        if element not in inside:
            element.tail = None
            article.append(element)
    return article


def _selected(root: Element, selector: str) -> list[Element]:
    """Return the elements below the root that a CSS selector names, in order."""
    if not selector:
        return []
    found = CSSSelector(selector, translator="html")(root)
    matches = found if isinstance(found, list) else []
    return [match for match in matches if isinstance(match, Element) and match is not root]
