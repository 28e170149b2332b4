"""Makes other pages of the known ones, with what news sites are built of and guides and blogs are not."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence

import lxml.html

from training.boxes import TEASERS, add, box_of, conceal, consent, offer, remarks, teasers
from training.labels import WORD
from training.pages import KnownPage
from tui_reader.errors import ExtractError
from tui_reader.extract.tree import Element, drop, parse, text_of
from tui_reader.values import replace

_ARTICLE = ("p", "li", "h2", "h3", "h4", "blockquote", "pre", "table", "figure")
_GRAM = 3
_KNOWN = 0.8
"""Share of a paragraph's stretches of words that the truth must hold."""


def varied(page: KnownPage, seed: int = 0) -> KnownPage:
    """Return another page with the same article, or with its beginning; the same seed makes the same page."""
    dice = random.Random(f"{page.name} {seed}")
    try:
        root = parse(page.html)
    except ExtractError:
        return page
    paragraphs = _paragraphs(root, page.text)
    if not paragraphs:
        return page
    changes: Sequence[tuple[float, Callable[[], None]]] = (
        (0.25, lambda: _shorten(root, paragraphs, dice)),
        (0.6, lambda: _silence(root, dice)),
        (0.2, lambda: _wrap(paragraphs, dice)),
        (0.25, lambda: _hide_the_end(paragraphs, dice)),
        (0.5, lambda: _link_between(paragraphs, dice)),
        (0.5, lambda: _put(offer(dice), paragraphs, dice)),
        (0.3, lambda: _put(teasers(dice), paragraphs, dice)),
        (0.4, lambda: _put_behind(teasers(dice), paragraphs[-1], dice)),
        (0.3, lambda: _put_behind(offer(dice), paragraphs[-1], dice)),
        (0.2, lambda: _put_behind(remarks(dice), paragraphs[-1], dice)),
        (0.4, lambda: _at_an_end(root, consent(dice), dice)),
        (0.5, lambda: _flatten(root)),
        (0.5, lambda: _rename(root, dice)),
    )
    for chance, change in changes:
        if dice.random() < chance:
            change()
    return replace(page, html=lxml.html.tostring(root, encoding="unicode"))


def _paragraphs(root: Element, truth: str) -> list[Element]:
    """Return the paragraphs of the article."""
    known = _grams(truth)
    found = []
    for element in root.iter("p"):
        own = _grams(text_of(element))
        if len(own) >= 8 and len(own & known) >= _KNOWN * len(own):
            found.append(element)
    return found


def _grams(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text)
    return {tuple(words[place : place + _GRAM]) for place in range(len(words) - _GRAM + 1)}


def _shorten(root: Element, paragraphs: list[Element], dice: random.Random) -> None:
    """Leave only the first paragraphs, as most news are short."""
    count = dice.randint(2, 8)
    if count >= len(paragraphs):
        return
    last, end = paragraphs[count - 1], paragraphs[-1]
    order = {element: place for place, element in enumerate(root.iter())}
    holders = set(end.iterancestors())
    for element in list(root.iter(*_ARTICLE)):
        if order[last] < order[element] <= order[end] and element not in holders:
            drop(element)
    del paragraphs[count:]


def _silence(root: Element, dice: random.Random) -> None:
    """Let the page say nothing of its article to machines."""
    for script in list(root.iter("script")):
        if "ld+json" in script.get("type", ""):
            drop(script)
    if dice.random() < 0.5:
        for meta in list(root.iter("meta")):
            if "description" in (meta.get("name", "") + meta.get("property", "")):
                drop(meta)


def _wrap(paragraphs: Sequence[Element], dice: random.Random) -> None:
    """Put each paragraph into boxes of its own."""
    names = [dice.choice(("text-block", "richtext", "row", "css-1x", "")) for _ in range(dice.randint(1, 3))]
    for paragraph in paragraphs:
        for name in names:
            parent = paragraph.getparent()
            if parent is None or parent.tag in ("li", "td", "blockquote"):
                break
            box = box_of("div", name)
            parent.replace(paragraph, box)
            box.tail, paragraph.tail = paragraph.tail, None
            box.append(paragraph)
            paragraph = box


def _hide_the_end(paragraphs: Sequence[Element], dice: random.Random) -> None:
    """Hide the last part of the article, as for those who have not paid."""
    parent = paragraphs[-1].getparent()
    siblings = [paragraph for paragraph in paragraphs if paragraph.getparent() is parent]
    if parent is None or len(siblings) < 3:
        return
    first = siblings[dice.randint(1, len(siblings) - 2)]
    box = box_of("div", dice.choice(("paywall", "premium", "rest", "")))
    conceal(box, dice)
    behind = list(first.itersiblings())
    parent.replace(first, box)
    for element in (first, *behind):
        box.append(element)


def _link_between(paragraphs: Sequence[Element], dice: random.Random) -> None:
    """Name other articles between the paragraphs."""
    for _ in range(dice.randint(1, 3)):
        title, _start = dice.choice(TEASERS)
        line = box_of("p", "")
        holder = line
        if dice.random() < 0.4:
            holder = add(line, "strong", "")
        if dice.random() < 0.5:
            holder.text = dice.choice(("Read also: ", "More: ", "See also — ", "+++ "))
        add(holder, "a", title).set("href", "/other")
        _behind(dice.choice(paragraphs), line)


def _put(box: Element, paragraphs: Sequence[Element], dice: random.Random) -> None:
    _behind(dice.choice(paragraphs), box)


def _put_behind(box: Element, last: Element, dice: random.Random) -> None:
    """Put a box behind the article, or behind one of the boxes around it."""
    around = [last, *last.iterancestors()][: dice.randint(1, 4)]
    place = around[-1]
    if place.tag not in ("body", "html"):
        _behind(place, box)


def _at_an_end(root: Element, box: Element, dice: random.Random) -> None:
    body = root.find("body")
    if body is not None:
        body.insert(0 if dice.random() < 0.6 else len(body), box)


def _behind(place: Element, box: Element) -> None:
    box.tail, place.tail = place.tail, None
    place.addnext(box)


def _flatten(root: Element) -> None:
    """Use boxes without meaning where HTML has words for them."""
    for element in list(root.iter("article", "main", "section", "aside", "header")):
        element.tag = "div"
        if element.get("role") is not None:
            del element.attrib["role"]


def _rename(root: Element, dice: random.Random) -> None:
    """Take all names away, or make them say nothing, as build tools do."""
    is_kept = dice.random() < 0.5
    for element in root.iter():
        name = f"{element.get('class', '')} {element.get('id', '')}".strip()
        for attribute in ("class", "id", "itemprop"):
            if element.get(attribute) is not None:
                del element.attrib[attribute]
        if is_kept and name:
            element.set("class", f"x{hashlib.sha256(name.encode()).hexdigest()[:6]}")
