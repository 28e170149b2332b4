"""Recognises what a document names: reads it, cleans up, adds dates, times and amounts, gathers entities."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache

from tui_reader.entities.aliases import entity_of_each
from tui_reader.entities.clean_up import clean_up
from tui_reader.entities.dates import dates
from tui_reader.entities.language import is_english
from tui_reader.entities.money import money
from tui_reader.entities.own_day import own_day
from tui_reader.entities.recogniser import Recogniser, Span
from tui_reader.entities.running_text import RunningText, running_text
from tui_reader.entities.shares import shares
from tui_reader.entities.spacy_model import SpacyModel
from tui_reader.entities.stretches import covered, in_order
from tui_reader.entities.times import on_their_days, times
from tui_reader.models import Document, Entity, Kind, Mention, Names


def recognise(document: Document, recogniser: Recogniser | None = None) -> Names:
    """Return what the document names; nothing if it isn't English, rather than something wrong.

    Without a recogniser the reader's own is used, which is loaded once in a process.
    """
    running = running_text(document)
    if not is_english(document, running.text):
        return Names()
    recogniser = recogniser or _own_recogniser()
    names = clean_up(running, recogniser.read(running.text))
    others = figures(running.text, own_day(document, running))
    return _in_blocks(running, _apart(running.text, names, others), recogniser.name)


def figures(text: str, today: date | None) -> list[Span]:
    """Return the dates, times, amounts of money and shares in the text, with their values, by place.

    They may overlap. `today` is the day when the text came out, None if unknown.
    """
    on_days = on_their_days(text, in_order(dates(text, today) + times(text)))
    return in_order(on_days + money(text) + shares(text))


@cache
def _own_recogniser() -> Recogniser:
    """Return the recogniser that comes with the reader."""
    return SpacyModel()


def _apart(text: str, names: list[Span], others: list[Span]) -> list[Span]:
    """Return names and figures so that none overlaps another.

    A date or an amount takes in a name that it holds whole, as the "US" of "5 million US dollars", and gives
    way to one that it cuts. Where two figures meet, the first stays.
    """
    inside = covered(text + "\n", (Span(name.start + 1, name.end, None) for name in names))
    kept: list[Span] = []
    for other in others:
        is_cut = inside[other.start] or inside[other.end]
        if not is_cut and (not kept or kept[-1].end <= other.start):
            kept.append(other)
    cover = covered(text, kept)
    return in_order([name for name in names if not cover[name.start]] + kept)


def _in_blocks(running: RunningText, spans: list[Span], recogniser: str) -> Names:
    """Return the spans as mentions in their blocks, with the entities that they mention."""
    mentions: list[Mention] = []
    forms: dict[int, list[str]] = defaultdict(list)
    kinds = []
    for span, entity in zip(spans, entity_of_each(running.text, spans), strict=True):
        if span.kind is None:
            continue
        segment = running.segment_at(span.start)
        shift = segment.offset - segment.start
        mentions.append(
            Mention(
                segment.block, span.start + shift, span.end + shift, span.kind, entity, span.score, span.value
            )
        )
        if entity not in forms:
            kinds.append(span.kind)
        forms[entity].append(span.text(running.text))
    entities = tuple(
        Entity(kind, _fullest(forms[entity], kind), len(forms[entity])) for entity, kind in enumerate(kinds)
    )
    return Names(entities, tuple(mentions), recogniser)


def _fullest(forms: list[str], kind: Kind) -> str:
    """Return the longest form, of equally long ones the first that isn't all capitals."""
    fullest = max(forms, key=lambda form: (len(form), not form.isupper()))
    # A dateline gives its place in capitals; three letters are more likely an abbreviation.
    is_dateline = kind is Kind.PLACE and fullest.isupper() and len(fullest) > 3
    return fullest.title() if is_dateline else fullest
