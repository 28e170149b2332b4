"""Finds what rules describe: they stand in order, and an earlier one takes its text first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import in_order
from tui_reader.models import Kind

_THE_ONE = "it"

C = TypeVar("C")
Rule = tuple[str, Callable[[re.Match[str], C], str]]
"""A pattern, and what gives the value of a match in a context, "" if it can't be said."""


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that matches whole words and numbers only; on first use, as it takes milliseconds."""
    return re.compile(rf"(?<![\w.-])(?<!\d,)(?:{pattern})(?!\w|[-.,]\d)")


def matches(text: str, rules: Iterable[Rule[C]], kind: Kind, context: C) -> list[Span]:
    """Return what the rules find, by place and apart from each other.

    A group called "it" is what is found, if a pattern has one; the rest is its surroundings.
    """
    spans: list[Span] = []
    taken = bytearray(len(text))
    for pattern, value in rules:
        whole = _whole(pattern)
        group = _THE_ONE if _THE_ONE in whole.groupindex else 0
        for found in whole.finditer(text):
            start, end = found.span(group)
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                spans.append(Span(start, end, kind, value=value(found, context)))
    return in_order(spans)
