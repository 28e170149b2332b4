"""Lets a network under training mark texts, and measures it on texts whose names are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import jax
import numpy as np
from numpy.typing import NDArray

from training.tagger.batches import batches
from training.tagger.lessons import Lesson
from training.tagger.material import Marked, Source
from training.tagger.network import Params, logits
from training.tagger.vocabulary import Vocabulary
from tui_reader.entities.tagger.decoding import TAGS, decode
from tui_reader.entities.tagger.tokens import Tokens, tokens

CLASSES = ("PER", "LOC", "ORG")
_LONGEST = 4000
_forward = jax.jit(logits)


def logits_of(
    params: Params, vocabulary: Vocabulary, texts: Sequence[str]
) -> Iterator[tuple[Tokens, NDArray[np.float32]]]:
    """Yield for each text its tokens and a row of numbers for each of them."""
    found = [tokens(text) for text in texts]
    parts = [
        (number, start, min(start + _LONGEST, len(each.forms)))
        for number, each in enumerate(found)
        for start in range(0, max(len(each.forms), 1), _LONGEST)
    ]
    nothing = np.zeros((_LONGEST, TAGS), np.float16)
    plain = (
        Lesson(tuple(found[n].forms[start:end]), nothing[: end - start], False, ())
        for n, start, end in parts
        if end
    )
    rows: dict[int, list[NDArray[np.float32]]] = {}
    order = iter([part for part in parts if part[2]])
    for batch, places in batches(plain, vocabulary):
        answer = np.asarray(_forward(params, batch))
        for start, length in places:
            rows.setdefault(next(order)[0], []).append(answer[start : start + length])
    for number, each in enumerate(found):
        yield each, np.concatenate(rows[number]) if number in rows else nothing[:0].astype(np.float32)


def names_in(found: Tokens, rows: NDArray[np.float32]) -> tuple[Marked, ...]:
    """Return the names that the rows of numbers speak for."""
    return tuple(Marked(found.starts[each.first], found.ends[each.last], each.label) for each in decode(rows))


def measured(truths: Sequence[Source], answers: Sequence[Sequence[Marked]]) -> str:
    """Return F1, precision and recall of exact names, all and by class, as a line."""
    hits, found, known = Counter[str](), Counter[str](), Counter[str]()
    for truth, answer in zip(truths, answers, strict=True):
        right = {(name.start, name.end, name.label) for name in truth.names if name.label in CLASSES}
        said = {(name.start, name.end, name.label) for name in answer if name.label in CLASSES}
        hits.update(label for *_, label in right & said)
        found.update(label for *_, label in said)
        known.update(label for *_, label in right)
    parts = [_figures("all", hits.total(), found.total(), known.total())]
    parts += [_figures(label, hits[label], found[label], known[label]) for label in CLASSES]
    return "  ".join(parts)


def _figures(label: str, hits: int, found: int, known: int) -> str:
    precision, recall = 100 * hits / max(found, 1), 100 * hits / max(known, 1)
    return f"{label} {200 * hits / max(found + known, 1):.1f} ({precision:.1f}/{recall:.1f})"
