"""Recognises what a document names: reads it, cleans up, adds dates, times and amounts, gathers entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tui_reader.entities.aliases import heads
from tui_reader.entities.canonical import canonical
from tui_reader.entities.choice import recogniser_for
from tui_reader.entities.clean_up import clean_up, tidied
from tui_reader.entities.figures import figures
from tui_reader.entities.groups import Name
from tui_reader.entities.language import is_english
from tui_reader.entities.own_day import own_day
from tui_reader.entities.recogniser import Recogniser, Span
from tui_reader.entities.running_text import RunningText, running_text
from tui_reader.entities.same_names import peoples
from tui_reader.entities.spelling import spelled
from tui_reader.entities.stretches import covered, in_order
from tui_reader.models import Document, Entity, Kind, Mention, Names, Naming

OTHER_THRESHOLD = 0.7
"""Score from which another name is lit, if the threshold for all isn't higher."""


def recognise(document: Document, recogniser: Recogniser | None = None, naming: Naming = Naming()) -> Names:
    """Return what the document names; nothing if nobody reads its language, rather than something wrong.

    Dates and amounts are found in English only, and what cleans up names of other languages is little.

    Args:
        document: what is read.
        recogniser: who reads it; by default the one for its language, which is loaded once in a process.
        naming: which pipelines of spaCy the user has for other languages, and how sure a name must be.
    """
    running = running_text(document)
    english = is_english(document, running.text)
    contradicts = document.language == "en" and not english
    language = "en" if english else "" if contradicts else document.language
    recogniser = recogniser or recogniser_for(language, naming.pipelines)
    if recogniser is None or recogniser.language not in (language, "xx"):
        return Names()
    found = recogniser.read(running.text)
    names = lit(clean_up(running, found) if english else tidied(running, found), naming.threshold)
    others = figures(running.text, own_day(document, running)) if english else []
    return _in_blocks(running, _apart(running.text, names, others), recogniser.name)


def lit(names: Iterable[Span], threshold: float) -> list[Span]:
    """Return the names that are sure enough to be lit."""
    least = {Kind.OTHER: max(threshold, OTHER_THRESHOLD)}
    return [name for name in names if name.kind and name.score >= least.get(name.kind, threshold)]


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
    numbers: dict[Name, int] = {}
    forms: dict[Name, list[str]] = defaultdict(list)
    for span, head in zip(spans, heads(running.text, spans), strict=True):
        written = span.text(running.text)
        forms[head].append(written)
        segment = running.segment_at(span.start)
        start = span.start - segment.start + segment.offset
        end = start + len(written)
        entity = numbers.setdefault(head, len(numbers))
        mentions.append(Mention(segment.block, start, end, head.kind, entity, span.score, span.value))
    entities = tuple(_entity(head.kind, written) for head, written in forms.items())
    return Names(entities, tuple(mentions), recogniser)


def _entity(kind: Kind, forms: list[str]) -> Entity:
    """Return what the mentions in these forms stand for."""
    name = _fullest(forms, kind)
    return Entity(kind, name, len(forms), canonical(name, kind) if kind.is_name else "")


def _fullest(forms: list[str], kind: Kind) -> str:
    """Return the longest form, of equally long ones the first that isn't all capitals.

    The word for a people names its country only if nothing else does.
    """
    of_itself = [form for form in forms if spelled(form) not in peoples()]
    fullest = max(of_itself or forms, key=lambda form: (len(form), not form.isupper()))
    # A dateline gives its place in capitals; three letters are more likely an abbreviation.
    is_dateline = kind is Kind.PLACE and fullest.isupper() and len(fullest) > 3
    return fullest.title() if is_dateline else fullest
