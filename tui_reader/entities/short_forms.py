"""Reads short forms that a text defines itself: "LN" in "Long Name (LN)", or of its initials alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tui_reader.entities.lexicon import known_names, known_places, not_names
from tui_reader.entities.recall import occurrences
from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import covered, in_order
from tui_reader.models import Kind
from tui_reader.values import replace

_SHORT_FORM = re.compile(
    r"\s?\(\s?[\"“'‘]?"
    r"(?P<short>(?=[^)\s]*[A-Z])\w[\w&.-]{1,9})"
    r"[\"”'’]?\s?\)"
)

_OPENING = re.compile(r"\s?\(\s?[\"“'‘]?")
_CLOSING = re.compile(r"[\"”'’]?\s?\)")
_CAPITALS = re.compile(r"(?:[^\W\d_a-z][a-z]?){3,}")
_NAME_WORD = re.compile(r"[^\W\d_]\w*")
_FEWEST_INITIALS = 3


def definitions(text: str, spans: list[Span]) -> dict[str, tuple[Span, Span]]:
    """Return for each short form where it is given, and the long name that it stands for."""
    defined: dict[str, tuple[Span, Span]] = {}
    for span in spans:
        found = _SHORT_FORM.match(text, span.end)
        if span.kind and found and _stands_for(found["short"], span.text(text)):
            short = replace(span, start=found.start("short"), end=found.end("short"))
            defined.setdefault(found["short"], (short, span))
    return defined


def in_brackets(text: str, spans: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each short form that is a name in brackets by itself, and the organisation before it.

    Its letters may be those of the name in another language: "National Museum (MNH)". What is known to all,
    such as the agency that a report is from, stands for itself.
    """
    for long, short in pairwise(spans):
        name, form = long.text(text), short.text(text)
        if (
            long.kind is short.kind is Kind.ORGANISATION
            and _OPENING.fullmatch(text, long.end, short.start)
            and _CLOSING.match(text, short.end)
            and _CAPITALS.fullmatch(form)
            and " " in name
            and not name.isupper()
            and known_names().isdisjoint((name, form))
        ):
            yield short, long


def with_short_forms(text: str, spans: list[Span]) -> list[Span]:
    """Give each defined short form the kind of its long name, there and wherever the text has it."""
    defined = {name: short for name, (short, _) in definitions(text, spans).items()}
    kept = [
        replace(short, start=span.start, end=span.end) if (short := defined.get(span.text(text))) else span
        for span in spans
    ]
    taken = covered(text, kept)
    added = [short for short in defined.values() if not any(taken[short.start : short.end])]
    taken = covered(text, kept + added)
    found = [
        replace(defined[name], start=start, end=end) for name, start, end in occurrences(text, defined, taken)
    ]
    return in_order(kept + added + found)


def with_initials(text: str, spans: list[Span]) -> list[Span]:
    """Find the initials of organisations with long names, "BoE" or "BE", that no bracket gives."""
    names = {span.text(text): span for span in spans if span.kind is Kind.ORGANISATION}
    initials = {form: span for name, span in names.items() for form in _initials(name)}
    for form in initials.keys() & (known_places() | not_names()):
        del initials[form]
    others = [span for span in spans if span.text(text) not in initials]
    found = occurrences(text, initials, covered(text, others))
    return in_order(others + [replace(initials[form], start=start, end=end) for form, start, end in found])


def _initials(name: str) -> set[str]:
    """Return the initials of all words of a name, and of those with a capital, where they are telling."""
    letters = [word[0] for word in _NAME_WORD.findall(name)]
    forms = {"".join(letters), "".join(letter for letter in letters if letter.isupper())}
    return {form for form in forms if len(form) >= _FEWEST_INITIALS and form[0].isupper()}


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of the short form occur in the long name in that order, from its first letter."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    is_shorter = len(short) < len(long)
    rest = iter(long.casefold())
    return is_shorter and letters[0] == long[0].casefold() and all(letter in rest for letter in letters)
