"""Finds what rules describe: they stand in order, and an earlier one takes its text first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Generic, TypeVar

from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import in_order
from tui_reader.models import Kind
from tui_reader.values import value

_THE_ONE = "it"

C = TypeVar("C")


@value
class Rule(Generic[C]):
    """How something is written, and what it comes to."""

    pattern: str
    """A regular expression; a group called "it" is what is found, the rest then its surroundings."""
    value: Callable[[re.Match[str], C], str]
    """Gives the value of a match in a context, "" if it can't be said."""
    clue: str
    """A quick regular expression for what every match contains: lines without it are passed over."""


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that matches whole words and numbers only; on first use, as it takes milliseconds."""
    return re.compile(rf"(?<![\w.-])(?<!\d,)(?:{pattern})(?!\w|[-.,]\d)")


def plainly_spaced(text: str) -> str:
    """Return the text, as long as it was, with plain spaces for those that break no line or are thin."""
    for space in "\u00a0\u202f\u2009":
        text = text.replace(space, " ")
    return text


def matches(text: str, rules: Iterable[Rule[C]], kind: Kind, context: C) -> list[Span]:
    """Return what the rules find, none across a line break, by place and apart from each other."""
    text = plainly_spaced(text)
    spans: list[Span] = []
    taken = bytearray(len(text))
    lines: dict[str, list[tuple[int, int]]] = {}
    for rule in rules:
        if rule.clue not in lines:
            lines[rule.clue] = _lines_with(rule.clue, text)
        if not lines[rule.clue]:
            continue  # to compile all patterns takes longer than to read a text
        whole = _whole(rule.pattern)
        group = _THE_ONE if _THE_ONE in whole.groupindex else 0
        for first, last in lines[rule.clue]:
            for found in whole.finditer(text, first, last):
                start, end = found.span(group)
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    spans.append(Span(start, end, kind, value=rule.value(found, context)))
    return in_order(spans)


def _lines_with(clue: str, text: str) -> list[tuple[int, int]]:
    """Return where the lines begin and end that hold a clue."""
    lines: list[tuple[int, int]] = []
    search = re.compile(clue).search
    found = search(text)
    while found:
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        lines.append((text.rfind("\n", 0, found.start()) + 1, end))
        found = search(text, end)
    return lines
