"""Makes labels for unmarked texts: a teacher's, cleaned up, with the links' exact ends and kinds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from training.tagger.material import OTHER, PEOPLE, Marked, Source
from tui_reader.entities.clean_up import clean_up
from tui_reader.entities.recogniser import Span
from tui_reader.entities.running_text import RunningText, Segment
from tui_reader.models import Kind
from tui_reader.values import replace

KINDS = {"PER": Kind.PERSON, "LOC": Kind.PLACE, "ORG": Kind.ORGANISATION}
_LABELS = {kind: label for label, kind in KINDS.items()}
_PARAGRAPH = re.compile(r"[^\n]+")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_SHARE = 0.5
"""Of the mentions of a link's target, how many must be of one kind for all to be."""
NO_NAME = "-"
"""The kind of a target that is no name, such as an office."""


def paragraphs(text: str) -> RunningText:
    """Return a plain text as the rules of the program take it: each line a segment."""
    lines = enumerate(_PARAGRAPH.finditer(text))
    return RunningText(text, tuple(Segment(line.start(), line.end(), number, 0) for number, line in lines))


def cleaned(text: str, names: Iterable[Marked]) -> tuple[Marked, ...]:
    """Put the names through the rules of the program; names of other kinds stay where they hit nothing."""
    names = list(names)
    spans = clean_up(paragraphs(text), (Span(each.start, each.end, KINDS.get(each.label)) for each in names))
    kept = [Marked(span.start, span.end, _LABELS[span.kind]) for span in spans if span.kind in _LABELS]
    others = [name for name in names if name.label in (OTHER, PEOPLE)]
    return without_overlaps(kept, (_without_article(text, name) for name in others))


def without_overlaps(first: Iterable[Marked], *more: Iterable[Marked]) -> tuple[Marked, ...]:
    """Join lists of names; a name gives way to those of an earlier list that it meets."""
    kept = list(first)
    for names in more:
        taken = {place for name in kept for place in range(name.start, name.end)}
        kept += [name for name in names if taken.isdisjoint(range(name.start, name.end))]
    return tuple(sorted(kept, key=lambda name: name.start))


def _without_article(text: str, name: Marked) -> Marked:
    found = _ARTICLE.match(text, name.start)
    return Marked(found.end(), name.end, name.label) if found and found.end() < name.end else name


def kinds_of_targets(sources: Sequence[Source], labels: Sequence[Sequence[Marked]]) -> dict[str, str]:
    """Return what each link's target is, by what the labels say of all that leads there.

    A target of which most mentions are marked otherwise, in part or not at all, is not in the answer.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for source, names in zip(sources, labels, strict=True):
        marked = {(name.start, name.end): name.label for name in names}
        for link in source.links:
            start = link.start + _article(source.text, link.start, link.end)
            votes[link.target][marked.get((start, link.end), NO_NAME)] += 1
    winners = {target: ballot.most_common(1)[0] for target, ballot in votes.items()}
    return {
        target: label
        for target, (label, count) in winners.items()
        if label != NO_NAME and count > _SHARE * votes[target].total()
    }


def _article(text: str, start: int, end: int) -> int:
    """Return the length of an article that is no part of the name: "The" in mid-sentence is one."""
    found = _ARTICLE.match(text, start, end)
    is_own = start > 1 and text[start].isupper() and text[start - 2].isalpha()
    return found.end() - start if found and not is_own else 0


def with_links(
    source: Source, names: Iterable[Marked], kinds: Mapping[str, str], peoples: Container[str]
) -> tuple[Marked, ...]:
    """Let the links say where their names begin and end and what they are; brackets hold news sources.

    What is one of the words for `peoples` is that, wherever it leads.
    """
    linked, none = [], []
    for link in source.links:
        start = link.start + _article(source.text, link.start, link.end)
        label = kinds.get(link.target)
        if label == NO_NAME:
            none.append((start, link.end))
        elif label and source.text[start].isupper():
            linked.append(Marked(start, link.end, label))
    outlets = [Marked(start, end, "ORG") for start, end in source.outlets]
    left = [name for name in names if (name.start, name.end) not in none]
    joined = without_overlaps(outlets, linked, left)
    return tuple(
        replace(name, label=PEOPLE) if source.text[name.start : name.end] in peoples else name
        for name in joined
    )
