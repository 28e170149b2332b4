"""What a page shows around its headline: who wrote the article and when, for readers rather than machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from tui_reader.extract.bylines import begins_as_byline, people
from tui_reader.extract.titles import letters
from tui_reader.extract.tree import Element, hints, text_of
from tui_reader.values import value

_WHOLE = frozenset(("html", "body", "main", "article"))
_SILENT = "script style template noscript svg nav footer form button select iframe"
_NO_TEXT = frozenset((*_SILENT.split(), "blockquote"))
_BESIDE = re.compile(
    r"comment|related|teaser|recommend|sidebar|promo|popular|trending|newsletter|read-?more|most-?read|footer|menu"
    r"|\bnav|breadcrumb|cookie|consent|carousel|widget|more-?(?:news|stories|from)|latest",
    re.IGNORECASE,
)
"""What is called so stands beside an article, unless it holds the headline."""
_BYLINE = re.compile(
    r"byline|author|writer|auteur|autor|verfasser|firma\b|signature|journalist", re.IGNORECASE
)
_ABOUT_WRITER = re.compile(
    r"/(?:authors?|autor(?:es|en|i|ka)?|auteurs?|autori|autore|contributors?|journalists?|reporters?|columnists?|writers?"
    r"|staff|redakteure?|periodistas?|journalistes?|correspondents?|by)/[^/]+/?$",
    re.IGNORECASE,
)
"""What the address of a page about a writer has in it."""
_DATELINE = re.compile(
    r"\b(?:(?:post|entry|article|meta|byline|pub)\w*[-_]+)?(?:date|publish|posted|time)|(?:[-_]|[a-z](?=D))date\b",
    re.I,
)
_RENEWED = re.compile(
    r"updat|modif|revis|aktualis|actualiz|mis à jour|mise à jour|aggiorna|atualiz|обновл|更新|수정", re.I
)
_PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*| (?:de|van|von|der|da|di|del|la|bin|al)){1,4}"
)
_FURNITURE = re.compile(
    r"\b(?:log ?in|sign|subscribe|follow|share|read|view|see|more|profile|bio|contact|about|all|posts?"
    r"|articles?|home)\b",
    re.IGNORECASE,
)
"""Words of links beside a name that are part of none."""

_LONGEST_LINE = 120
_MOST_ELEMENTS = 20_000
"""Elements of the page that are looked at; few articles have a tenth of these."""
_MOST_PARTS = 40
"""Elements that a line may be made of."""
_LONGEST_NAMES = 300
"""Characters of an element's class and id that are looked at."""
_MOST_BEFORE = 150
_MOST_AFTER = 1_500
"""Characters of whole paragraphs behind the headline, up to which its byline is looked for."""
_LEAST_PARAGRAPH = 80
_MOST_MARKED = 20
"""Elements that are looked at: what is marked further down belongs to teasers and comments."""
_MOST_TIMES = 3
_LONGEST_DATE = 40
_DIGITS = re.compile(r"\d")


@value
class Masthead:
    """The elements of an article's page, without those that stand beside it."""

    near: tuple[Element, ...]
    """From the headline until the text is well under way, then what is before it, the nearest first."""
    rest: tuple[Element, ...]
    """What comes after, in the page's order."""

    def bylines(self) -> list[str]:
        """Return what the page marks as writers, else what reads like "by somebody", else like a name."""
        for elements in (self.near, self.rest):
            marked = list(islice(filter(_is_marked, elements), _MOST_MARKED))
            texts = [(_is_author(element), text) for element in marked for text in _writers(element)]
            if found := (
                [text for is_author, text in texts if is_author]
                or [text for _, text in texts if _names_a_person(text)][:1]
                or [text for _, text in texts if _PERSON.fullmatch(text)][:1]
            ):
                return found
        return [line for line in _lines(self.near) if _names_a_person(line)][:1]

    def times(self) -> list[str]:
        """Return the moments that the page gives to machines, those of publishing first."""
        times = [element for element in (*self.near, *self.rest) if element.tag == "time"]
        times = [element for element in times if element.get("datetime")]
        times.sort(key=lambda element: (_is_renewed(element), not _is_publishing(element)))
        return [element.get("datetime", "") for element in times[:_MOST_TIMES]]

    def dates(self) -> Iterator[str]:
        """Yield the lines that may tell the day: what the page calls a date, then any near the headline."""
        marked = [
            element
            for element in (*self.near, *self.rest)
            if _DATELINE.search(_called(element)) or element.tag == "time"
        ]
        lines = [*_lines(marked[:_MOST_MARKED]), *_lines(self.near)]
        yield from sorted(lines, key=lambda line: bool(_RENEWED.search(line)))

    def dates_below(self) -> Iterator[str]:
        """Yield the lines further down that are short enough to hold a day and little else."""
        return (line for line in _lines(self.rest) if len(line) <= _LONGEST_DATE and _DIGITS.search(line))


def read_masthead(root: Element, title: str) -> Masthead:
    """Return what stands around the headline `title`, or around the first top heading if none reads so."""
    headline = _headline(root, title)
    kept = set() if headline is None else {headline, *headline.iterancestors()}
    elements = list(islice(_walk(root, kept), _MOST_ELEMENTS))
    place = elements.index(headline) if headline in elements else 0
    after, rest = _parted(elements[place:])
    before = elements[max(0, place - _MOST_BEFORE) : place]
    return Masthead((*after, *reversed(before)), tuple(rest))


def _headline(root: Element, title: str) -> Element | None:
    headings = list(root.iter("h1", "h2"))
    wanted = letters(title)
    same = (heading for heading in headings if letters(text_of(heading)) == wanted)
    return next(same, next((heading for heading in headings if heading.tag == "h1"), None))


def _walk(root: Element, kept: set[Element]) -> Iterator[Element]:
    """Yield the elements in the page's order, without those beside the article and what is in them."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if (
            element in kept
            or element.tag in _WHOLE
            or not (element.tag in _NO_TEXT or _BESIDE.search(_called(element)))
        ):
            yield element
            waiting.extend(reversed(element))


def _parted(elements: list[Element]) -> tuple[list[Element], list[Element]]:
    length = 0
    for number, element in enumerate(elements):
        if element.tag == "p" and len(text := text_of(element)) >= _LEAST_PARAGRAPH:
            length += len(text)
            if length > _MOST_AFTER:
                return elements[:number], elements[number:]
    return elements, []


def _is_marked(element: Element) -> bool:
    return _is_author(element) or bool(_BYLINE.search(_called(element)))


def _is_author(element: Element) -> bool:
    if "author" in (element.get("rel"), element.get("itemprop")):
        return True
    return element.tag == "a" and bool(_ABOUT_WRITER.search(element.get("href", "")))


def _writers(element: Element) -> list[str]:
    """Return the names that are links of their own, else the element's line."""
    links = [line for link in element.iter("a") if _PERSON.fullmatch(line := _line(link))]
    whole = _line(element)
    # Of several writers, not each has a page to link to.
    is_more = begins_as_byline(whole) and set(people([whole])) > set(people(links))
    lines = [whole] if is_more or not links else links
    return [line for line in lines if line and not _FURNITURE.search(line)]


def _names_a_person(line: str) -> bool:
    return begins_as_byline(line) and any(map(_PERSON.fullmatch, people([line])))


def _lines(elements: Iterable[Element]) -> Iterator[str]:
    return (line for element in elements if (line := _line(element)))


def _line(element: Element) -> str:
    """Return the element's text if it is short, its parts held apart by spaces; empty if it is longer."""
    parts: list[str] = []
    length = 0
    if sum(1 for _ in islice(element.iter(), _MOST_PARTS + 1)) > _MOST_PARTS:
        return ""
    for part in element.itertext():
        parts.append(str(part))
        length += len(part.strip())
        if length > _LONGEST_LINE:
            return ""
    return re.sub(r" (?=[,;.:])", "", " ".join(" ".join(parts).split()))


def _called(element: Element) -> str:
    return hints(element)[:_LONGEST_NAMES]


def _is_publishing(element: Element) -> bool:
    return (
        "publish" in (element.get("itemprop", "") + _called(element)).lower() or "pubdate" in element.attrib
    )


def _label(element: Element) -> str:
    """Return what stands before an element in its line, else the line."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return ""
    told = parent.text if before is None else before.tail
    return told if told and re.search(r"\w", told) else _line(parent)


def _is_renewed(element: Element) -> bool:
    said = _called(element) + element.get("itemprop", "") + _label(element)
    return bool(_RENEWED.search(said)) and "publish" not in said.lower()
