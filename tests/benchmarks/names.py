"""Measures recognition: processor time to start, words per second of it, and exactness on marked texts.

    python -m tests.benchmarks.names FOLDER

reads every `*.jsonl` in the folder. A line is one text as a JSON object: "text", the running text, in which
a line is a paragraph, and "entities", a list of [start, end, class] with character offsets into it and a
class of "PER", "LOC" or "ORG". A name counts as found if start, end and class are the same.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from tui_reader.entities import recognise
from tui_reader.models import Block, BlockKind, Document, Kind

CLASSES = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORGANISATION: "ORG"}
FIRST_SENTENCE = "The ferry from Zadar was late."

Name = tuple[int, int, str]


@dataclass(slots=True)
class Score:
    """Names by class: how many were found, how many of them exactly, how many there are."""

    found: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[Name], marked: set[Name]) -> None:
        """Count the names of one text."""
        self.found.update(name[2] for name in found)
        self.exact.update(name[2] for name in found & marked)
        self.marked.update(name[2] for name in marked)

    def f1(self, name_class: str | None = None) -> float:
        """Return the harmonic mean of precision and recall in per cent, of one class or of all."""
        counters = (self.exact, self.found, self.marked)
        exact, found, marked = (each[name_class] if name_class else each.total() for each in counters)
        return 100 * 2 * exact / (found + marked) if found + marked else 0.0


def names_of(text: str) -> set[Name]:
    """Return the people, places and organisations in a text whose lines are paragraphs."""
    lines = text.split("\n")
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    names = recognise(Document(title="", blocks=blocks, language="en"))
    return {
        (starts[mention.block] + mention.start, starts[mention.block] + mention.end, CLASSES[mention.kind])
        for mention in names.mentions
        if mention.kind.is_name
    }


def main() -> None:
    """Print one line for the start and one for each file."""
    parser = argparse.ArgumentParser(description="Measure the recognition of names.")
    parser.add_argument(
        "folder", type=Path, help="where *.jsonl lie, in the format of this module's docstring"
    )
    folder: Path = parser.parse_args().folder

    names_of(FIRST_SENTENCE)
    print(f"start, imports included: {process_time():.2f} CPU seconds")
    for file in sorted(folder.glob("*.jsonl")):
        score, words, start = Score(), 0, process_time()
        for line in file.read_text("utf-8").splitlines():
            value = json.loads(line)
            words += len(value["text"].split())
            score.add(names_of(value["text"]), {(a, b, c) for a, b, c in value["entities"]})
        speed = words / (process_time() - start)
        classes = "  ".join(f"{each} {score.f1(each):.1f}" for each in CLASSES.values())
        print(f"{file.stem}: F1 {score.f1():.1f}  {classes}  {speed:,.0f} words per CPU second")


if __name__ == "__main__":
    main()
