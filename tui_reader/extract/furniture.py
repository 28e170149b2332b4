"""What on a page is never part of its article, told by element, role and the names that authors give it."""

from __future__ import annotations

import re

from tui_reader.extract.tree import Element, hints, link_share

_TAGS = frozenset({"nav", "button", "dialog"})
_ROLES = frozenset({"navigation", "contentinfo", "dialog", "alertdialog", "search", "banner"})
_BOXES = frozenset({"aside", "div", "section", "ul", "ol", "p", "header", "form"})
_FRAMES = frozenset({"html", "body", "main", "article"})
_NAMES = re.compile(
    r"cookie|consent|gdpr|onetrust|newsletter|subscri(?:be|ption)|sign-?up|breadcrumb|share-|sharing|social"
    r"|related|recommend|read-?more|more-(?:from|stories|news)|most-(?:read|popular)|trending|promo|advert"
    r"|sponsor|outbrain|taboola|comments?(?:-|$| )|disqus|author-(?:bio|box|card)|byline|pagination"
    r"|toc\b|table-of-contents",
    re.IGNORECASE,
)
# Inside longer names these mean something else: "has-sidebar" frames an article.
_WHOLE_NAMES = re.compile(
    r"(?:^|\s)(?:(?:main|top|site|page|global|primary)[-_]?)?(?:nav|navbar|navigation|menu|footer|sidebar)(?:$|\s)",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "skip-link"})
_MOST_LINKED = 0.3
"""Share of links from which an aside is no box of facts."""


def is_furniture(element: Element) -> bool:
    """Whether the element belongs to the site rather than to the article."""
    tag = element.tag
    if tag in _FRAMES:
        return False
    if tag in _TAGS or element.get("role") in _ROLES:
        return True
    if tag == "footer":
        # A quotation or figure names its source in a footer.
        return not any(ancestor.tag in ("blockquote", "figure") for ancestor in element.iterancestors())
    if tag in _BOXES and _is_named(hints(element)):
        return tag == "aside" or element.find(".//h1") is None
    return tag == "aside" and link_share(element) > _MOST_LINKED


def is_unseen(element: Element) -> bool:
    """Whether a browser without scripts would not show the element."""
    if element.tag in ("html", "body"):
        return False
    return (
        element.get("hidden") is not None
        or bool(_HIDDEN_STYLE.search(element.get("style", "")))
        or not _HIDDEN_NAMES.isdisjoint(element.get("class", "").split())
    )


def _is_named(names: str) -> bool:
    return bool(_NAMES.search(names) or _WHOLE_NAMES.search(names))
