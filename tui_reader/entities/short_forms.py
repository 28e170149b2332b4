"""Reads short forms that a text defines itself: "LN" in "Long Name (LN)"."""

from __future__ import annotations

import re
from dataclasses import replace

from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import covered, in_order

_SHORT_FORM = re.compile(
    r"\s?\(\s?[\"“'‘]?"
    r"(?P<short>(?=[^)\s]*[A-Z])\w[\w&.-]{1,9})"
    r"[\"”'’]?\s?\)"
)


def definitions(text: str, spans: list[Span]) -> dict[str, tuple[Span, Span]]:
    """Return for each short form where it is given, and the long name that it stands for."""
    defined: dict[str, tuple[Span, Span]] = {}
    for span in spans:
        found = _SHORT_FORM.match(text, span.end)
        if span.kind and found and _stands_for(found["short"], span.text(text)):
            short = replace(span, start=found.start("short"), end=found.end("short"))
            defined.setdefault(found["short"], (short, span))
    return defined


def with_short_forms(text: str, spans: list[Span]) -> list[Span]:
    """Give each defined short form the kind of its long name, there and wherever it was found."""
    defined = definitions(text, spans)
    kept = [
        replace(span, kind=defined[name][0].kind) if (name := span.text(text)) in defined else span
        for span in spans
    ]
    taken = covered(text, kept)
    added = [short for short, _ in defined.values() if not any(taken[short.start : short.end])]
    return in_order(kept + added)


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of the short form occur in the long name in that order, from its first letter."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    is_shorter = len(short) < len(long)
    rest = iter(long.casefold())
    return is_shorter and letters[0] == long[0].casefold() and all(letter in rest for letter in letters)
