"""Measures recognisers side by side: how exact they are, what they cost, and what the clean-up adds.

    python -m tests.benchmarks.names PATH

reads the `*.jsonl` in the folder PATH, or that one file. A line is one text as a JSON object: "text", the
running text, in which a line is a paragraph, and "entities", a list of [start, end, class] with character
offsets into it and a class of "PER", "LOC" or "ORG". A name counts as found if start, end and class are the
same. Each recogniser is asked in a process of its own: our tagger, and each pipeline of spaCy for English
that is installed. "start" is processor time from nothing to the names of a first sentence, "memory" what the
process takes at most while it reads everything, "install" what the recogniser brings to the disk beside
numpy and the rest of this program.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from time import process_time

from tui_reader import entities
from tui_reader.entities.choice import recogniser_for
from tui_reader.entities.clean_up import without_overlaps
from tui_reader.entities.recogniser import Recogniser
from tui_reader.entities.running_text import running_text
from tui_reader.models import Block, BlockKind, Document, Kind

OURS = "tagger"
CLASSES = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORGANISATION: "ORG"}
FIRST_SENTENCE = "The ferry from Zadar was late."
_PROGRAM = "newsreader-tui"

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

    def __str__(self) -> str:
        """Return F1, precision and recall in per cent, of all and of each class."""
        return "  ".join(self._figures(name_class) for name_class in (None, *CLASSES.values()))

    def _figures(self, name_class: str | None) -> str:
        counters = (self.exact, self.found, self.marked)
        exact, found, marked = (each[name_class] if name_class else each.total() for each in counters)
        f1, precision, recall = (
            100 * part / whole if whole else 0.0
            for part, whole in ((2 * exact, found + marked), (exact, found), (exact, marked))
        )
        return f"{f1:5.1f} ({precision:.1f}/{recall:.1f})"


def document_of(text: str) -> Document:
    """Return a text whose lines are paragraphs as a document."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
    return Document(title="", blocks=blocks, language="en")


def names_alone(recogniser: Recogniser, text: str) -> set[Name]:
    """Return the names that the recogniser finds in a text by itself."""
    running = running_text(document_of(text))
    starts = _starts(text)
    names: set[Name] = set()
    for span in without_overlaps(recogniser.read(running.text)):
        segment = running.segment_at(span.start)
        shift = starts[segment.block] + segment.offset - segment.start
        if span.kind in CLASSES:
            names.add((span.start + shift, span.end + shift, CLASSES[span.kind]))
    return names


def names_cleaned(recogniser: Recogniser, text: str) -> set[Name]:
    """Return the names that the program lights in a text."""
    starts = _starts(text)
    return {
        (starts[mention.block] + mention.start, starts[mention.block] + mention.end, CLASSES[mention.kind])
        for mention in entities.recognise(document_of(text), recogniser).mentions
        if mention.kind in CLASSES
    }


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def marked_texts(file: Path) -> Iterator[tuple[str, set[Name]]]:
    """Yield each text of a file with its names."""
    for line in file.read_text("utf-8").splitlines():
        value = json.loads(line)
        yield value["text"], {(start, end, name_class) for start, end, name_class in value["entities"]}


def measure(name: str, files: Iterable[Path]) -> None:
    """Print how exact one recogniser is on each file, alone and cleaned up, and then what it costs."""
    recogniser = recogniser_for("en", () if name == OURS else (name,))
    if recogniser is None or (name != OURS and recogniser is recogniser_for("en")):
        raise SystemExit(f"{name} can't be used.")
    names_cleaned(recogniser, FIRST_SENTENCE)
    start = process_time()
    for file in files:
        texts = list(marked_texts(file))
        words = sum(len(text.split()) for text, _ in texts)
        for said, names_of in (("alone", names_alone), ("cleaned up", names_cleaned)):
            score, began = Score(), process_time()
            for text, marked in texts:
                score.add(names_of(recogniser, text), marked)
            speed = words / (process_time() - began)
            print(f"{file.stem:14.14} {name:22.22} {said:10}  {score}  {speed:8,.0f} words/s")
    print(f"{name:37.37} start {start:.2f} s  memory {_peak():.0f} MB  install {_installed(name):.1f} MB")


def _peak() -> float:
    """Return how much memory this process has taken at most, in megabytes."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _installed(name: str) -> float:
    """Return what a recogniser takes on the disk, in megabytes, without what this program needs anyway."""
    own = _size(Path(entities.__file__).parent.rglob("*"))
    if name == OURS:
        return own / 1e6
    needed = _requirements("spacy") | {name}
    needed -= set().union(*(_requirements(each) for each in _required(_PROGRAM)))
    files = [str(file.locate()) for each in needed for file in metadata.files(each) or ()]
    return (own + _size(map(Path, files))) / 1e6


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")


def _requirements(name: str) -> set[str]:
    """Return a distribution and all that it needs, as far as it is installed."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            try:
                waiting += _required(each)
            except metadata.PackageNotFoundError:
                continue
            found.add(each)
    return found


def _required(name: str) -> list[str]:
    """Return what a distribution needs without its extras."""
    stated = [each for each in metadata.requires(name) or () if "extra ==" not in each]
    return [re.split(r"[^\w.-]", each, maxsplit=1)[0].lower().replace("_", "-") for each in stated]


def pipelines() -> list[str]:
    """Return the pipelines of spaCy for English that are installed."""
    return sorted(
        each.name for each in metadata.entry_points(group="spacy_models") if each.name.startswith("en_")
    )


def main() -> None:
    """Measure each recogniser in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.names", description="Measure names.")
    parser.add_argument("path", type=Path, help="*.jsonl, in the format of this module's docstring")
    parser.add_argument("--only", help="a recogniser to measure in this process", metavar="NAME")
    options = parser.parse_args()
    path: Path = options.path
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if options.only:
        measure(options.only, files)
        return
    classes = "  ".join(f"{each + '  F1 (P/R)':17}" for each in ("all", *CLASSES.values()))
    print(f"{'':50}{classes}", flush=True)
    for name in (OURS, *pipelines()):
        command = [sys.executable, "-m", "tests.benchmarks.names", str(path), "--only", name]
        # One thread, as in the worker process.
        subprocess.run(command, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, check=False)


if __name__ == "__main__":
    main()
