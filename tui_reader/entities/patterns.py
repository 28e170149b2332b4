"""Finds what patterns describe: the patterns stand in order, and an earlier one takes its text first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import in_order
from tui_reader.models import Kind

_THE_ONE = "it"


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that matches whole words and numbers only; on first use, as it takes milliseconds."""
    return re.compile(rf"(?<![\w.-])(?<!\d,)(?:{pattern})(?!\w|[-.,]\d)")


def matches(text: str, patterns: Iterable[str], kind: Kind) -> list[Span]:
    """Return what the patterns match, by place and apart from each other.

    A group called "it" is what is found, if a pattern has one; the rest is its surroundings.
    """
    spans: list[Span] = []
    taken = bytearray(len(text))
    for pattern in map(_whole, patterns):
        group = _THE_ONE if _THE_ONE in pattern.groupindex else 0
        for found in pattern.finditer(text):
            start, end = found.span(group)
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                spans.append(Span(start, end, kind))
    return in_order(spans)
