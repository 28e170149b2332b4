"""Trains the tagger: `python -m training.train_tagger MATERIAL --web FOLDER --teacher PIPELINE`.

Teaches a spaCy pipeline, lets it mark texts, trains the network on these in three rounds and writes it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from training.tagger.learning import Course, averaged, learnt
from training.tagger.lessons import Lesson, lessons
from training.tagger.marking import logits_of, measured, names_in
from training.tagger.material import (
    Marked,
    Source,
    linked_texts,
    marked_texts,
    plain_texts,
    read_marks,
    write_marks,
)
from training.tagger.network import Params, new_params
from training.tagger.rounds import Material, mixed_lessons, stream, taught_lessons
from training.tagger.silver import cleaned
from training.tagger.targets import settled, words
from training.tagger.teacher import marked_by, pipeline, taught
from training.tagger.vectors import vocabulary_of
from training.tagger.vocabulary import Vocabulary
from tui_reader.entities.tagger.decoding import LABELS, TAGS
from tui_reader.entities.tagger.tokens import tokens
from tui_reader.entities.tagger.weights import arrays_of

WEIGHTS = Path(__file__).parents[1] / "tui_reader/entities/tagger/weights.npz"
_OURS = Path(__file__).parent / "annotations"
_LONGEST_PAGE = 20_000
"""Characters: longer pages are lists of something."""
_EPOCHS_OF_TEACHER = 3
_FIRST_ROUND = Course(steps=1200, rate=3e-3)
_LATER_ROUNDS = 2
_LATER_COURSES = [
    Course(steps=750, rate=2.5e-3, unknown=unknown, seed=seed) for seed, unknown in ((2, 0.1), (3, 0.2))
]
_PRIORS = {"LOC": -0.5}
"""What is added to the numbers of a class, as logarithms; set on the texts that are held out."""
_GOLD_WEIGHTS = {"uner": 1.0, "crossner": 1.0, "gum": 0.5}
_OWN_WEIGHT = 1.5


def material(folder: Path, web: Path | None) -> Material:
    """Read all that is learnt from: marked and linked texts in a folder, web pages in another."""
    gold = [
        lesson
        for name, weight in _GOLD_WEIGHTS.items()
        for source in marked_texts(folder / f"{name}.jsonl")
        for lesson in lessons(source, weight=weight)
    ]
    silver = [
        source for file in sorted(folder.glob("current-events-*.jsonl")) for source in linked_texts(file)
    ]
    if web:
        silver += [source for source in plain_texts(web) if len(source.text) < _LONGEST_PAGE]
    return Material(
        gold,
        own_lessons(),
        silver,
        settled(_OURS / "targets.txt"),
        words(_OURS / "peoples.txt"),
        tuple(tuple(tokens(town).forms) for town in sorted(words(_OURS / "towns.txt"))),
    )


def own_lessons() -> list[Lesson]:
    """Return the sentences that were marked by hand for this tagger."""
    return [
        lesson
        for file in sorted(_OURS.glob("*.jsonl"))
        for source in marked_texts(file)
        for lesson in lessons(source, is_complete=True, weight=_OWN_WEIGHT)
    ]


def teacher_labels(
    path: str, folder: Path, silver: Sequence[Source], kept: Path | None
) -> list[tuple[Marked, ...]]:
    """Teach the pipeline what people marked and return what it marks in the texts, cleaned up.

    Its marks don't hang on our own annotation: `kept` holds them from one training to the next.
    """
    if kept and kept.exists():
        marks = list(read_marks(kept, silver))
    else:
        known = [source for name in ("uner", "crossner") for source in marked_texts(folder / f"{name}.jsonl")]
        language = taught(pipeline(path), known, _EPOCHS_OF_TEACHER)
        marks = list(marked_by(language, (source.text for source in silver)))
        if kept:
            write_marks(kept, silver, marks)
    return [cleaned(source.text, names) for source, names in zip(silver, marks, strict=True)]


def with_priors(params: Params) -> Params:
    """Return the weights with classes as likely as in texts, which name fewer places than our lessons."""
    shift = np.zeros(TAGS, np.float32)
    for label, prior in _PRIORS.items():
        first = 1 + 4 * LABELS.index(label)
        shift[first : first + 4] = prior
    return {**params, "out.b": params["out.b"] + shift}


def reporter(vocabulary: Vocabulary, check: Path | None) -> Callable[[int, Params], None]:
    """Return what measures the network on a file of marked texts, before and after the clean-up."""
    truths: list[Source] = list(marked_texts(check)) if check else []

    def report(step: int, params: Params) -> None:
        if truths:
            rows = logits_of(params, vocabulary, [truth.text for truth in truths])
            answers = [names_in(*each) for each in rows]
            clean = [cleaned(truth.text, answer) for truth, answer in zip(truths, answers, strict=True)]
            print(
                f"{step} raw      {measured(truths, answers)}\n{step} clean up {measured(truths, clean)}",
                flush=True,
            )

    return report


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "material", type=Path, help="folder with uner, crossner, gum and current-events-*.jsonl"
    )
    parser.add_argument("--teacher", required=True, help="folder of a spaCy pipeline with vectors")
    parser.add_argument("--web", type=Path, help="folder with pages NAME.json, as WCXB has them")
    parser.add_argument("--marks", type=Path, help="keeps the teacher's marks for the next training")
    parser.add_argument("--check", type=Path, help="marked texts to measure on, never to learn from")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()

    vocabulary = vocabulary_of(options.teacher)
    report = reporter(vocabulary, options.check)
    read = material(options.material, options.web)
    labels = teacher_labels(options.teacher, options.material, read.silver, options.marks)
    params = learnt(
        new_params(_FIRST_ROUND.seed, TAGS),
        stream(read, taught_lessons(read, labels), vocabulary, _FIRST_ROUND.seed),
        _FIRST_ROUND,
        report,
    )
    for _ in range(_LATER_ROUNDS):
        relabelled = mixed_lessons(read, labels, params, vocabulary)
        params = averaged(
            [
                learnt(params, stream(read, relabelled, vocabulary, course.seed), course, report)
                for course in _LATER_COURSES
            ]
        )
    params = with_priors(params)
    report(0, params)
    numbers = {name: np.asarray(values) for name, values in params.items()}
    arrays = arrays_of(numbers, vocabulary.keys, vocabulary.places, vocabulary.vectors)
    np.savez(options.weights, allow_pickle=False, **arrays)  # unpacking would double the time of loading
    print(f"{options.weights}: {options.weights.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
