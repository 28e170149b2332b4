"""Reads the texts that the tagger learns from: JSON lines with `text` and what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# What CrossNER calls the names that are neither people, places nor organisations.
_OTHER = frozenset(
    {"event", "award", "election", "book", "album", "song", "poem", "product", "programlang", "conference"}
)
_UNSURE = frozenset({"misc", "magazine", "academicjournal", "astronomicalobject"})
_VIA = " via "
OTHER, PEOPLE, UNKNOWN = "OTH", "NAT", "?"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text and what it is called there."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    label: str
    """PER, LOC, ORG, OTH for another name, NAT for a people, or "?" where it may be any or none."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a text that leads to an article of Wikipedia."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    target: str
    """Title of the article."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its names, its links, or both."""

    name: str
    text: str
    names: tuple[Marked, ...] = ()
    """By place, apart from each other."""
    knows_others: bool = False
    """Whether names that are neither people, places nor organisations are marked too."""
    links: tuple[Link, ...] = ()
    """As the text has them; only in texts from Wikipedia."""
    outlets: tuple[tuple[int, int], ...] = ()
    """Where the names of news sources stand in brackets."""


def marked_texts(file: Path) -> Iterator[Source]:
    """Yield the texts of a file whose `entities` are `[start, end, label]`, and `fine` too if it has that."""
    for line in file.read_text("utf-8").splitlines():
        known = json.loads(line)
        names = [Marked(*entity) for entity in known["entities"]]
        fine = [Marked(start, end, _coarse(label)) for start, end, label in known.get("fine", ())]
        taken = {place for name in names for place in range(name.start, name.end)}
        names += [each for each in fine if each.label and taken.isdisjoint(range(each.start, each.end))]
        yield Source(
            known["id"], known["text"], tuple(sorted(names, key=lambda name: name.start)), bool(fine)
        )


def _coarse(label: str) -> str:
    """Return the class of a fine label of CrossNER, empty where it is no name to us."""
    return OTHER if label in _OTHER else UNKNOWN if label in _UNSURE else ""


def linked_texts(file: Path) -> Iterator[Source]:
    """Yield the texts of a file with `links`, `[start, end, target]`, and `sources`, `[start, end]`."""
    for line in file.read_text("utf-8").splitlines():
        known = json.loads(line)
        links = tuple(Link(*link) for link in known["links"])
        outlets = [part for start, end in known["sources"] for part in _parted(known["text"], start, end)]
        yield Source(known["id"], known["text"], links=links, outlets=tuple(outlets))


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the two news sources of "AFP via France 24", or the one that is there."""
    first, parted, second = text[start:end].partition(_VIA)
    yield start, start + len(first)
    if parted:
        yield end - len(second), end


def plain_texts(folder: Path) -> Iterator[Source]:
    """Yield the articles of a folder that holds `NAME.json` with `text`, as WCXB has them."""
    for file in sorted(folder.glob("*.json")):
        known = json.loads(file.read_text("utf-8"))
        if isinstance(known.get("text"), str):
            yield Source(file.stem, known["text"])


def write_marks(file: Path, sources: Sequence[Source], marks: Sequence[Sequence[Marked]]) -> None:
    """Write what is marked in each text, a line for each."""
    lines = (
        json.dumps({"id": source.name, "entities": [[name.start, name.end, name.label] for name in names]})
        for source, names in zip(sources, marks, strict=True)
    )
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def read_marks(file: Path, sources: Sequence[Source]) -> Iterator[tuple[Marked, ...]]:
    """Yield what was written of each text; the texts must be the same."""
    lines = file.read_text("utf-8").splitlines()
    for source, line in zip(sources, lines, strict=True):
        known = json.loads(line)
        if known["id"] != source.name:
            raise ValueError(f"{file} has {known['id']} where {source.name} should be")
        yield tuple(Marked(*entity) for entity in known["entities"])
