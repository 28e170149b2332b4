"""Gathers the mentions of one article into entities: who or what is the same by its name.

Names meet only by rules that can be told in words, never by how similar their letters are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from tui_reader.entities.lexicon import without_generation
from tui_reader.entities.recogniser import Span
from tui_reader.entities.short_forms import definitions
from tui_reader.models import Kind

_ARTICLE = re.compile(r"^the ")
_MARKS = re.compile(r"[.,'’\"“”]")
_ENDING = re.compile(
    r" (?:dc|inc|corp|corporation|company|co|ltd|limited|plc|group|holdings?|llc|ag|gmbh|sa)$"
)
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "&"})
_FEWEST_INITIALS = 3
"""Two initials fit too many names."""
# Short forms that articles use without ever giving the long one.
_ONE_FORM = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "uae": "united arab emirates",
}


def entity_of_each(text: str, spans: list[Span]) -> list[int]:
    """Return for each span, given by place, the number of its entity; the first mentioned is 0."""
    names: dict[Kind, dict[str, str]] = defaultdict(dict)
    for span in spans:
        if span.kind:
            names[span.kind].setdefault(key(span.text(text)), span.text(text))
    links: dict[Kind | None, dict[str, str]] = {
        Kind.PERSON: people(names[Kind.PERSON]),
        Kind.PLACE: without_ending(names[Kind.PLACE]) | initials(names[Kind.PLACE]),
        Kind.ORGANISATION: without_ending(names[Kind.ORGANISATION]) | initials(names[Kind.ORGANISATION]),
    }
    for short, long in definitions(text, spans).values():
        if long.kind in links:
            links[long.kind][key(short.text(text))] = key(long.text(text))

    numbers: dict[tuple[Kind | None, str], int] = {}
    entities: list[int] = []
    for span in spans:
        # Dates and amounts are the same by what they come to, however they are written.
        name = span.value or _end(key(span.text(text)), links.get(span.kind, {}))
        entities.append(numbers.setdefault((span.kind, name), len(numbers)))
    return entities


def key(name: str) -> str:
    """Return what equal names share: case, article, stops and the width of spaces aside."""
    plain = _ARTICLE.sub("", _MARKS.sub("", " ".join(name.casefold().split())))
    return _ONE_FORM.get(plain, plain)


def people(keys: Iterable[str]) -> dict[str, str]:
    """Return the full name for each part of one: its end, its beginning, or all but its middle.

    A part that fits two people stays by itself.
    """
    names = [tuple(each.split()) for each in keys]
    links: dict[str, str] = {}
    for part in names:
        for is_part in (_ends, _begins, _frames):
            fits = [name for name in names if len(name) > len(part) and is_part(part, name)]
            if not fits:
                continue
            # Several fits are one person if they are forms of the longest of them.
            full = max(fits, key=len)
            if all(name == full or _ends(name, full) or _frames(name, full) for name in fits):
                links[" ".join(part)] = " ".join(full)
            break
    return links


def _ends(part: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return _bare(name)[-len(part) :] == part


def _begins(part: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return name[: len(part)] == part


def _frames(part: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(part) > 1 and (part[0], part[-1]) == (name[0], _bare(name)[-1])


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(without_generation(" ".join(name)).split())


def without_ending(keys: Iterable[str]) -> dict[str, str]:
    """Return for each plain name the one with its legal form or its district."""
    keys = set(keys)
    forms = ((_ENDING.sub("", each), each) for each in sorted(keys))
    return {plain: each for plain, each in forms if plain != each and plain in keys}


def initials(names: dict[str, str]) -> dict[str, str]:
    """Return for each run of capitals the one long name that has these initials; names are given by key."""
    long_names: dict[str, list[str]] = defaultdict(list)
    for each, name in names.items():
        words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL_WORDS]
        if len(words) >= _FEWEST_INITIALS:
            long_names["".join(word[0] for word in words)].append(each)
    return {
        each: long_names[name][0]
        for each, name in names.items()
        if name.isupper() and len(long_names.get(name, ())) == 1
    }


def _end(name: str, links: dict[str, str]) -> str:
    """Follow the links from a name to the longest form; a circle ends where it would begin again."""
    seen = {name}
    while name in links and links[name] not in seen:
        name = links[name]
        seen.add(name)
    return name
