"""Who wrote an article and when, as its page shows them to readers rather than to machines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from tui_reader.extract.tree import Element, hints, text_of
from tui_reader.harmless import harmless_line

_BYLINE = re.compile(r"byline|author|writer", re.IGNORECASE)
_DATELINE = re.compile(
    r"\b(?:(?:post|entry|article|meta|byline|pub)\w*[-_]+)?(?:date|publish|posted|time)", re.I
)
_BY = re.compile(r"^(?:written\s+by|story\s+by|by|von|par|por|di|door)\b:?\s+", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\||&|\b(?:and|und|et)\b)\s*")
# A comma before these parts no names.
_GENERATION = re.compile(r",?\s+(Jr|Sr|I{2,3}|IV)\b\.?")
_DEGREES = "PhD DPhil EdD MD JD DO DDS DVM RN MA MS MSc MBA MPH BA BSc LLM Esq CPA CFA FRS OBE MBE"
_DEGREE = re.compile(r",\s*(?:" + "|".join(r"\.?\s?".join(degree) for degree in _DEGREES.split()) + r")\b\.?")
_INITIALS = re.compile(r"\w\.?(?:-?\w\.)*")
_NOBODY = frozenset({"admin", "staff", "editor", "guest"})

_LONGEST_NAME = 60
_LONGEST_BYLINE = 240
_MOST_NAMES = 12
_MOST_MARKED = 20
"""Elements that are looked at: what is marked further down belongs to teasers and comments."""


def people(bylines: Iterable[str]) -> tuple[str, ...]:
    """Return the names in some bylines, each once; addresses and whole sentences are none."""
    found: dict[str, None] = {}
    for byline in map(harmless_line, bylines):
        if "://" in byline or "@" in byline or len(byline) > _LONGEST_BYLINE:
            continue
        names = (_without_stop(name) for name in _BETWEEN_NAMES.split(_BY.sub("", _plain(byline))))
        found |= {name: None for name in names if _is_name(name)}
    return tuple(found)[:_MOST_NAMES]


def in_order(name: str) -> str:
    """Return a name that a catalogue gives as "Last, First" as it is said; two whole names are left alone."""
    bare = _plain(name)
    last, comma, first = bare.partition(",")
    if not comma or "," in first or ";" in first or (_is_whole_name(last) and _is_whole_name(first)):
        return name
    generation = _GENERATION.search(first)
    end = generation[0] if generation else ""
    return f"{first.removesuffix(end).strip()} {last.strip()}{end}"


def is_byline(text: str, authors: Iterable[str]) -> bool:
    """Whether a text says who wrote the article and little else."""
    is_short = len(text) <= _LONGEST_NAME * 2
    return is_short and bool(_BY.match(text)) and any(author in _plain(text) for author in authors)


def shown_bylines(root: Element) -> list[str]:
    """Return what the page marks as writer, else what reads like "by somebody", else like a name."""
    marked = (
        element for element in root.iter("a", "span", "div", "p", "address", "strong") if _is_marked(element)
    )
    texts = [(_is_author(element), text_of(element)) for element in islice(marked, _MOST_MARKED)]
    return (
        [text for is_author, text in texts if is_author]
        or [text for _, text in texts if _BY.match(text)][:1]
        or [text for _, text in texts if _PERSON.fullmatch(text)][:1]
    )


def shown_dates(root: Element) -> list[str]:
    """Return the moments that the page marks, those of publishing first, then texts that it calls a date."""
    times = [element for element in root.iter("time") if element.get("datetime")]
    times.sort(key=lambda element: "publish" not in (element.get("itemprop", "") + hints(element)).lower())
    marked = (
        element for element in root.iter("time", "span", "p", "div", "li") if _DATELINE.search(hints(element))
    )
    texts = (text_of(element) for element in islice(marked, _MOST_MARKED))
    short = [text for text in texts if len(text) <= _LONGEST_NAME]
    return [element.get("datetime", "") for element in times[:3]] + short


def _is_marked(element: Element) -> bool:
    return _is_author(element) or bool(_BYLINE.search(hints(element)))


def _is_author(element: Element) -> bool:
    return "author" in (element.get("rel"), element.get("itemprop"))


def _plain(byline: str) -> str:
    """Return the byline with no comma inside a name: without degrees, and "Jr." as part of the name."""
    return _GENERATION.sub(_generation, _DEGREE.sub("", byline))


def _generation(match: re.Match[str]) -> str:
    return f" {match[1]}." if match[1] in ("Jr", "Sr") else f" {match[1]}"


def _without_stop(name: str) -> str:
    name = name.strip()
    return name if name.endswith(("Jr.", "Sr.")) else name.strip(" .")


def _is_whole_name(text: str) -> bool:
    """Whether the text holds a first and a last name, particles and initials aside."""
    return sum(not (word.islower() or _INITIALS.fullmatch(word)) for word in text.split()) > 1


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_NAME and text.lower() not in _NOBODY
