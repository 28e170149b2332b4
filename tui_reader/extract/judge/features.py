"""What is told of each piece of a page before it is judged; nothing of it depends on the page's language."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui_reader.extract.judge.boxes import surroundings
from tui_reader.extract.judge.course import course
from tui_reader.extract.judge.matrix import Matrix, amounts
from tui_reader.extract.judge.outline import KINDS, Outline
from tui_reader.extract.judge.wording import LENGTH, LINKED, LONG, Clues, headline, wording


def features(page: Outline, votes: Sequence[Sequence[bool]], clues: Clues) -> Matrix:
    """Return one row for each piece of the page.

    Args:
        page: the page, which has at least one piece.
        votes: for each engine, whether it keeps the piece.
        clues: what the page says of its article elsewhere.
    """
    own = wording(page.pieces, clues)
    voted = np.array(votes, np.float32).T
    lengths = own[:, LENGTH]
    each = amounts(
        lengths, lengths * own[:, LINKED], np.where(lengths >= LONG, lengths, 0), voted * lengths[:, None]
    )
    place = np.array([piece.box for piece in page.pieces], np.int64)
    kinds = np.array([page.boxes[piece.box].kind for piece in page.pieces], np.int64)
    return np.hstack(
        [
            own,
            np.eye(len(KINDS))[kinds],
            voted,
            surroundings(page, each),
            course(each, kinds, place, own, headline(own)),
        ]
    ).astype(np.float32)
