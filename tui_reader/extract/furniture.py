"""What on a page is never part of its article, told by element, role and the names that authors give it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from tui_reader.extract.blocks import BLOCKS
from tui_reader.extract.tree import Element, hints, link_share, text_of
from tui_reader.extract.widths import width

_TAGS = frozenset({"nav", "button", "dialog"})
_ROLES = frozenset({"navigation", "contentinfo", "dialog", "alertdialog", "search", "banner"})
_BOXES = frozenset({"aside", "div", "section", "ul", "ol", "p", "header", "form"})
_FRAMES = frozenset({"html", "body", "main", "article"})
_SURE_NAMES = re.compile(
    r"outbrain|taboola|disqus|comments?(?:-|$| )|author-(?:bio|box|card)|byline"
    r"|onetrust|didomi|usercentrics|truste|qc-cmp|sp[-_]message"
    r"|(?:cookie|consent|gdpr)s?[-_]?(?:law|notice|banner|consent|wall|popup|modal|overlay|dialog)",
    re.IGNORECASE,
)
# What an article is about may be called so too: "related-work", "informed-consent", "cookie-recipe".
_LIKELY_NAMES = re.compile(
    r"cookie|consent|gdpr|newsletter|subscri(?:be|ption)|sign-?up|breadcrumb|share-|sharing|social"
    r"|related|recommend|read-?more|more-(?:from|stories|news)|most-(?:read|popular)|trending|promo|advert"
    r"|sponsor|paywall[-_]?(?:offer|banner|box|prompt|message|promo)|pagination|toc\b|table-of-contents",
    re.IGNORECASE,
)
# Inside longer names these mean something else: "has-sidebar" frames an article.
_WHOLE_NAMES = re.compile(
    r"(?:^|\s)(?:(?:main|top|site|page|global|primary)[-_]?)?(?:nav|navbar|navigation|menu|footer|sidebar)(?:$|\s)",
    re.IGNORECASE,
)
_LIKELY, _SURE = 1, 2
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "skip-link"})
_MOST_LINKED = 0.3
"""Share of links from which an aside is no box of facts."""
_PARAGRAPH = 80
"""Characters from which a paragraph is prose rather than a label."""
_LEAST_PROSE = 100
"""Characters of prose from which a box may belong to the article whatever its name."""
_PROSE_SHARE = 0.6
"""Share of prose from which it does: teasers have dates and pictures, and buttons have labels."""
_MOST_ASKING = 700.0
"""Width up to which a box that holds a button or a field is there for its sake."""
_MOST_AROUND = 4
"""Elements around a button up to the line in which it is a word."""
_MOST_LINKED_PROSE = 0.2
"""Share of links from which it does not."""


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
    if tag in _BOXES and _suspicion(hints(element)) and not is_misnamed(element):
        return tag == "aside" or element.find(".//h1") is None
    return tag == "aside" and link_share(element) > _MOST_LINKED


def is_suspect(element: Element) -> bool:
    """Whether its element or name makes the element one whose text is to be looked at."""
    return element.tag == "aside" or (element.tag in _BOXES and bool(_suspicion(hints(element))))


def is_unseen(element: Element) -> bool:
    """Whether a browser without scripts would not show the element."""
    if element.tag in ("html", "body"):
        return False
    return (
        element.get("hidden") is not None
        or bool(_HIDDEN_STYLE.search(element.get("style", "")))
        or not _HIDDEN_NAMES.isdisjoint(element.get("class", "").split())
    )


def is_word(button: Element) -> bool:
    """Whether the button is a word of the sentence that it stands in, to have it explained."""
    around = list(islice(button.iterancestors(), _MOST_AROUND))
    depth = next((depth for depth, each in enumerate(around) if each.tag in BLOCKS), None)
    if depth is None or around[depth].tag not in ("p", "li") or not any(map(str.isalnum, text_of(button))):
        return False
    parts = [button, *around[:depth]]
    return any(map(_follows_text, parts)) and any(map(_goes_on, parts))


def _follows_text(element: Element) -> bool:
    """Whether text stands right before the element."""
    before, parent = element.getprevious(), element.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return bool(text.strip()) or (before is not None and _is_text(before))


def _goes_on(element: Element) -> bool:
    """Whether text stands right behind the element."""
    behind = element.getnext()
    return bool((element.tail or "").strip()) or (behind is not None and _is_text(behind))


def _is_text(element: Element) -> bool:
    is_inline = element.tag != "button" and element.tag not in BLOCKS
    return is_inline and any(str(text).strip() for text in element.itertext())


def is_misnamed(element: Element) -> bool:
    """Whether the element is called like furniture, but holds paragraphs to read and little else."""
    may_be_article = element.tag in _BOXES - {"aside"} and _suspicion(hints(element)) == _LIKELY
    return may_be_article and is_prose(element) and not _asks(element)


@lru_cache(maxsize=20_000)
def _suspicion(names: str) -> int:
    """Return how sure the names make it that an element is furniture: most occur again and again."""
    if _SURE_NAMES.search(names):
        return _SURE
    return _LIKELY if _LIKELY_NAMES.search(names) or _WHOLE_NAMES.search(names) else 0


def _asks(element: Element) -> bool:
    """Whether the element is there to have something written or pressed."""
    if next(element.iter("button", "input", "textarea"), None) is None:
        return False
    return width(text_of(element)) <= _MOST_ASKING


def is_prose(element: Element) -> bool:
    """Whether the element holds paragraphs to read and little else."""
    paragraphs = (width(text_of(paragraph)) for paragraph in element.iterfind(".//p"))
    prose = sum(length for length in paragraphs if length >= _PARAGRAPH)
    is_most = prose >= max(_LEAST_PROSE, _PROSE_SHARE * width(text_of(element)))
    return is_most and link_share(element) <= _MOST_LINKED_PROSE
