"""Trains the judge on a folder of pages: `python -m training.train_judge FOLDER [WEIGHTS]`.

Prints a cross-validation by site, in which no page is judged by trees that have seen its site, then grows
the trees on all pages and writes them.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

from training.labels import labels
from training.measure import failures, mean, score
from training.pages import KnownPage, known_pages
from training.varied import varied
from tui_reader.extract.judge.features import features
from tui_reader.extract.judge.forest import forest_of
from tui_reader.extract.judge.matrix import Matrix
from tui_reader.extract.judge.outline import Outline
from tui_reader.extract.judge.verdict import decided
from tui_reader.extract.judge.wording import Clues
from tui_reader.extract.metadata import read_metadata
from tui_reader.extract.prepare import prepare
from tui_reader.extract.readable import case_of
from tui_reader.extract.tree import parse

WEIGHTS = Path(__file__).parents[1] / "tui_reader/extract/judge/weights.npz"
_FOLDER = "holds pages NAME.html.gz and the truth about them in NAME.json, or is the dev folder of WCXB"
_FOLDS = 5
_ROUNDS = 240
_SETTINGS = {
    "objective": "binary",
    "num_leaves": 31,
    "max_depth": 9,
    "learning_rate": 0.05,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "max_bin": 63,
    "seed": 1,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page as the trees see it, and what they should say of it."""

    page: KnownPage
    outline: Outline
    votes: Sequence[Sequence[bool]]
    """For each engine, whether it keeps each piece."""
    rows: Matrix
    truth: NDArray[np.bool_]

    @property
    def fold(self) -> int:
        """Number of the fold that the page's site falls into."""
        return int.from_bytes(hashlib.sha256(self.page.site.encode()).digest()[:4]) % _FOLDS

    @property
    def weights(self) -> NDArray[np.float64]:
        """How much each piece counts: the root of its share of the article."""
        words = np.array([max(len(piece.text.split()), 1) for piece in self.outline.pieces], np.float64)
        whole = max(float(words[self.truth].sum()), 20.0)
        share: NDArray[np.float64] = np.sqrt(np.minimum(words / whole, 1)) + 0.005
        return share

    def text(self, kept: Sequence[bool]) -> str:
        """Return the text of the pieces that are kept."""
        pieces = zip(self.outline.pieces, kept, strict=True)
        return "\n".join(piece.text for piece, is_kept in pieces if is_kept)


def lesson(page: KnownPage) -> Lesson | None:
    """Return what there is to learn from a page, None if it has no text."""
    root = parse(page.html)
    metadata = read_metadata(root, page.url)
    prepare(root, metadata.base)
    case = case_of(root)
    if not case.page.pieces:
        return None
    clues = Clues(metadata.titles, metadata.summary, metadata.body)
    rows = features(case.page, case.votes, clues)
    truth = np.array(labels([piece.text for piece in case.page.pieces], page.text))
    return Lesson(page, case.page, case.votes, rows, truth)


def grown(lessons: Sequence[Lesson]) -> lightgbm.Booster:
    """Grow the trees on some lessons."""
    data = lightgbm.Dataset(
        np.vstack([each.rows for each in lessons]),
        np.concatenate([each.truth for each in lessons]).astype(np.float32),
        weight=np.concatenate([each.weights for each in lessons]),
    )
    return lightgbm.train(_SETTINGS, data, _ROUNDS)


def arrays_of(booster: lightgbm.Booster) -> dict[str, NDArray[np.generic]]:
    """Return the trees as the arrays that `forest_of` reads."""
    sizes: list[int] = []
    columns: list[int] = []
    thresholds: list[float] = []
    children: dict[str, list[int]] = {"left": [], "right": []}
    values: list[float] = []
    for tree in booster.dump_model()["tree_info"]:
        inner: dict[int, dict[str, object]] = {}
        leaves: dict[int, float] = {}
        _collect(tree["tree_structure"], inner, leaves)
        sizes.append(len(inner))
        for _, node in sorted(inner.items()):
            columns.append(int(str(node["split_feature"])))
            thresholds.append(_rounded_down(float(str(node["threshold"]))))
            for side, into in children.items():
                into.append(_place(node[f"{side}_child"]))
        values += [value for _, value in sorted(leaves.items())]
    return {
        "sizes": np.array(sizes, np.int16),
        "columns": np.array(columns, np.int16),
        "thresholds": np.array(thresholds, np.float32),
        "left": np.array(children["left"], np.int16),
        "right": np.array(children["right"], np.int16),
        "values": np.array(values, np.float32),
    }


def _collect(node: dict[str, object], inner: dict[int, dict[str, object]], leaves: dict[int, float]) -> None:
    if "split_index" not in node:
        leaves[int(str(node.get("leaf_index", 0)))] = float(str(node["leaf_value"]))
        return
    inner[int(str(node["split_index"]))] = node
    for side in ("left_child", "right_child"):
        child = node[side]
        if isinstance(child, dict):
            _collect(child, inner, leaves)


def _place(child: object) -> int:
    """Return the number of an inner node, or of a leaf below zero."""
    if not isinstance(child, dict):
        raise TypeError(f"A tree holds {child!r} where a node should be.")
    return int(child["split_index"]) if "split_index" in child else -1 - int(child.get("leaf_index", 0))


def _rounded_down(value: float) -> float:
    """Return the largest single-precision number that is no larger, so that no feature changes sides."""
    single = np.float32(value)
    return float(single if single <= value else np.nextafter(single, np.float32(-np.inf)))


def cross_validate(lessons: Sequence[Lesson], others: Sequence[Lesson]) -> None:
    """Print what trees make of pages whose sites they have not seen, and the best that any choice could.

    Args:
        lessons: what the trees are measured on.
        others: what they learn from besides.
    """
    scores, best = [], []
    for fold in range(_FOLDS):
        booster = grown([each for each in (*lessons, *others) if each.fold != fold])
        for each in lessons:
            if each.fold == fold:
                found = np.asarray(booster.predict(each.rows), np.float32)
                scores.append(score(each.text(decided(each.outline, each.votes, found)), each.page.text))
                best.append(score(each.text(each.truth.tolist()), each.page.text))
    for name, several in (("trees", scores), ("best choice", best)):
        result = mean(several)
        print(
            f"{name:12} {len(several)} pages  F1 {result.f1:.4f}  P {result.precision:.4f}  "
            f"R {result.recall:.4f}  failed {failures(several)}"
        )


def main(arguments: Sequence[str]) -> int:
    """Train on the folder that is named."""
    parser = argparse.ArgumentParser(prog="python -m training.train_judge", description=__doc__)
    parser.add_argument("folder", type=Path, help=_FOLDER)
    parser.add_argument("weights", type=Path, nargs="?", default=WEIGHTS, help="the file to write")
    parser.add_argument("--no-validation", action="store_true", help="grow and write the trees only")
    options = parser.parse_args(arguments)
    pages = list(known_pages(options.folder))
    lessons = [each for page in pages if (each := lesson(page))]
    others = [each for page in pages if (each := lesson(varied(page)))]
    pieces, columns = sum(len(each.rows) for each in lessons), lessons[0].rows.shape[1]
    print(f"{len(lessons)} pages and as many variants, {pieces} pieces, {columns} features")
    if not options.no_validation:
        cross_validate(lessons, others)
    booster = grown([*lessons, *others])
    arrays = arrays_of(booster)
    rows = np.vstack([each.rows for each in lessons[:20]])
    difference = np.abs(forest_of(arrays).probabilities(rows) - np.asarray(booster.predict(rows))).max()
    print(f"largest difference between the stored trees and those that were grown: {difference:.1e}")
    np.savez_compressed(options.weights, allow_pickle=False, **arrays)
    print(f"{options.weights}: {options.weights.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
