"""Turns the raw spans of a recogniser into the names of a document, rule by rule."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.entities import headlines, newswire, recall, trim, voting
from tui_reader.entities.ordinary import ordinary_words, without_ordinary
from tui_reader.entities.recogniser import Span
from tui_reader.entities.running_text import RunningText
from tui_reader.entities.short_forms import with_initials, with_short_forms
from tui_reader.entities.stretches import covered

_OPENING_PARAGRAPHS = 3
"""How many paragraphs may open with a dateline: there may be an editor's note before it."""


def clean_up(running: RunningText, raw: Iterable[Span]) -> list[Span]:
    """Return the names of an English text: by place, apart from each other."""
    text = running.text
    ordinary = ordinary_words(text)
    heads = [segment for segment in running.segments if segment.is_headline]
    title_case = headlines.title_case(text, heads)
    starts = [segment.start for segment in running.segments if not segment.is_headline]

    spans = trim.with_endings(text, without_overlaps(raw))
    spans = trim.at_breaks(text, spans)
    spans = trim.edges(text, spans)
    spans = trim.titles(text, spans)
    spans = trim.without_junk(text, spans)
    spans = headlines.names_alone(text, spans, heads, title_case, ordinary)
    spans = trimmed = newswire.datelines(text, spans, starts[:_OPENING_PARAGRAPHS])
    spans = voting.by_majority(text, spans)
    spans = voting.people_by_part(text, spans, trimmed)
    spans = without_ordinary(text, spans, ordinary)
    spans = with_initials(text, with_short_forms(text, spans))
    spans = recall.whole_names(text, spans)
    spans = recall.known_to_all(text, spans, title_case)
    spans = recall.repeats(text, spans, title_case, ordinary)
    return _outside_code(running, headlines.in_capitals(text, spans, heads))


def tidied(running: RunningText, raw: Iterable[Span]) -> list[Span]:
    """Return the names of a text in whatever language: apart from each other, none over a line's end."""
    spans = trim.at_breaks(running.text, without_overlaps(raw))
    return _outside_code(running, trim.marks(running.text, spans))


def _outside_code(running: RunningText, spans: Iterable[Span]) -> list[Span]:
    """Return the spans of a kind that touch no code."""
    code = covered(running.text, running.code)
    return [span for span in spans if span.kind and not any(code[span.start : span.end])]


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Keep the longer of two spans that overlap, the earlier of two that are equally long."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.start - span.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    return kept
