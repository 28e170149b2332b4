"""Finds by what the tagger's numbers are divided: `python -m training.calibrate_tagger MARKED.jsonl …`.

A score should be the share of names with this score that are right. The temperature that makes it so goes
into `tui_reader/entities/tagger/decoding.py`, whenever the weights have changed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tui_reader.entities.tagger.decoding import TEMPERATURE, decode
from tui_reader.entities.tagger.network import Network
from tui_reader.entities.tagger.tokens import tokens
from tui_reader.entities.tagger.weights import trained

TEMPERATURES = tuple(round(0.8 + 0.1 * step, 1) for step in range(18))
_LABELS = frozenset({"PER", "LOC", "ORG"})
_BINS = 10
_SURE = 1e-4

Answers = Sequence[tuple[float, bool]]
"""Of each name its score, and whether it is right."""


def answers(files: Iterable[Path], temperature: float) -> Iterator[tuple[float, bool]]:
    """Yield what the tagger says of each name that it finds in the files, and whether it is marked there."""
    network = Network(trained())
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            known = json.loads(line)
            marked = {tuple(entity) for entity in known["entities"]}
            found = tokens(known["text"])
            if found.forms:
                for name in decode(network.logits(found.forms), temperature):
                    if name.label in _LABELS:
                        place = (found.starts[name.first], found.ends[name.last], name.label)
                        yield name.score, place in marked


def surprise(said: Answers) -> float:
    """Return the mean of minus the logarithm of the probability that was given to what came out."""
    scores, right = _columns(said)
    given = np.clip(np.where(right, scores, 1 - scores), _SURE, 1)
    return float(-np.log(given).mean())


def calibration_error(said: Answers) -> float:
    """Return by how much score and share of the right differ, the mean over ten bins by their size."""
    scores, right = _columns(said)
    bins = np.minimum((scores * _BINS).astype(int), _BINS - 1)
    errors = [
        abs(scores[in_bin].mean() - right[in_bin].mean()) * in_bin.mean()
        for each in range(_BINS)
        if (in_bin := bins == each).any()
    ]
    return float(sum(errors))


def _columns(said: Answers) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    return np.array([score for score, _ in said]), np.array([is_right for _, is_right in said])


def main() -> None:
    """Print surprise and error of each temperature, with a mark at the best."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="JSON lines with text and entities")
    files: list[Path] = parser.parse_args().files
    said = {each: list(answers(files, each)) for each in TEMPERATURES}
    best = min(TEMPERATURES, key=lambda each: surprise(said[each]))
    for each, known in said.items():
        mark = " best" if each == best else " now" if each == TEMPERATURE else ""
        print(f"{each:.1f}  surprise {surprise(known):.4f}  error {calibration_error(known):.3f}{mark}")


if __name__ == "__main__":
    main()
