"""Trims what a recogniser put into a name, or left beside it, that isn't part of the name."""

from __future__ import annotations

import re

from tui_reader.entities import lexicon
from tui_reader.entities.recogniser import Span
from tui_reader.entities.stretches import covered
from tui_reader.models import Kind
from tui_reader.values import replace

_LEADING = " \t\n\"'“”„‘’‚«»‹›.,;:!?()[]{}–—-/|•*#"
# A full stop may belong to the name: "U.S.".
_TRAILING = _LEADING.replace(".", "")
# What belongs to the name before it although a comma parts them.
_ENDING = r", (?:Inc|Ltd|LLC|L\.L\.C|LLP|Corp|PLC|plc|N\.V|S\.A|D\.?C|Jr|Sr)\b\.?"
_AFTER = re.compile(_ENDING)
_PART = re.compile(rf"(?:[^\n\t, ]| (?! )|,(?! )|{_ENDING})+")
_POSSESSIVE = re.compile(r"\s?['’]s?$")
_BRACKET = re.compile(r"\s*[(\[].*", re.DOTALL)
_TAIL = re.compile(r"\s+(?:\d+\s*[-–:]\s*\d+|et al\.?)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"“”‘(–—-])\s*$")
_ADDRESS_MARKS = ("://", "@", "www.", "_", "#")


def with_endings(text: str, spans: list[Span]) -> list[Span]:
    """Add "Inc.", "D.C." or "Jr." behind a comma to the name before it, as they are no names themselves."""
    ends = {span.end: found.end() for span in spans if (found := _AFTER.match(text, span.end))}
    taken = covered(text, (Span(start, end, None) for start, end in ends.items()))
    return [replace(span, end=ends.get(span.end, span.end)) for span in spans if not taken[span.start]]


def at_breaks(text: str, spans: list[Span]) -> list[Span]:
    """Cut names at line breaks, between columns and at commas: no name runs over one, but for its ending."""
    return [
        replace(span, start=span.start + part.start(), end=span.start + part.end())
        for span in spans
        for part in _PART.finditer(span.text(text))
    ]


def marks(text: str, spans: list[Span]) -> list[Span]:
    """Take marks off the ends of names, in whatever language."""
    trimmed: list[Span] = []
    for span in spans:
        name = span.text(text).rstrip(_TRAILING)
        if bare := name.lstrip(_LEADING):
            end = span.start + len(name)
            trimmed.append(replace(span, start=end - len(bare), end=end))
    return trimmed


def edges(text: str, spans: list[Span]) -> list[Span]:
    """Take the article, the possessive, a score, "et al." and marks off the ends of names."""
    trimmed = (_without_edges(text, span) for span in spans)
    return [span for span in trimmed if span.start < span.end]


def _without_edges(text: str, span: Span) -> Span:
    """Trim both ends until nothing more comes off."""
    start, end = span.start, span.end
    while True:
        name = text[start:end].lstrip(_LEADING)
        new_start = end - len(name)
        if (article := lexicon.ARTICLE.match(name)) and not _has_own_article(text, new_start):
            new_start += article.end()
        name = _BRACKET.sub("", text[new_start:end])
        name = _POSSESSIVE.sub("", _TAIL.sub("", name.rstrip(_TRAILING)))
        if name.endswith(".") and "." not in name[:-1]:
            name = name[:-1]
        new_end = new_start + len(name)
        if (new_start, new_end) == (span.start, span.end):
            return span
        if (new_start, new_end) == (start, end) or not name:
            return replace(span, start=new_start, end=new_end)
        start, end = new_start, new_end


def _has_own_article(text: str, start: int) -> bool:
    """Whether "The" belongs to the name: it has a capital although it doesn't begin a sentence."""
    return text.startswith("The ", start) and not _SENTENCE_START.search(text, max(0, start - 4), start)


def titles(text: str, spans: list[Span]) -> list[Span]:
    """Take titles off the names of people; whoever has one right before the name is a person."""
    after_title = {found.end() for found in lexicon.titles().finditer(text)}
    after_rank = {found.end(): found.start() for found in lexicon.ranks().finditer(text)}
    return [_without_title(span, after_title, after_rank) for span in spans]


def _without_title(span: Span, after_title: set[int], after_rank: dict[int, int]) -> Span:
    """Start the span after the last title in it or before it, and after the ranks that it begins with.

    `after_rank` gives for the end of each rank its start: inside a name, "King" is a part of it.
    """
    for end in range(span.end - 1, span.start - 1, -1):
        may_be_rank = span.kind is Kind.PERSON or end == span.start
        is_rank = may_be_rank and after_rank.get(end, span.end) <= span.start
        if end in after_title or is_rank:
            person = replace(span, start=end, kind=Kind.PERSON)
            return person if end == span.start else _without_title(person, after_title, after_rank)
    return span


def without_junk(text: str, spans: list[Span]) -> list[Span]:
    """Drop what names nobody: one letter, no capital, an address, a word known to be something else."""
    return [span for span in spans if _can_be_name(span.text(text))]


def _can_be_name(name: str) -> bool:
    return (
        len(name) > 1
        and name != name.lower()
        and any(character.isalpha() for character in name)
        and not any(mark in name for mark in _ADDRESS_MARKS)
        and name not in lexicon.not_names()
        and name not in lexicon.openers()
    )
