"""Knows the forms of the lessons by number, with their table rows and their vectors."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tui_reader.entities.tagger.features import PROBES, TABLES, rows, vector_rows


@dataclass(slots=True)
class Vocabulary:
    """The forms met so far."""

    keys: NDArray[np.uint32]
    """Keys of the forms that have a vector, sorted."""
    places: NDArray[np.uint16]
    """The vector's row for each key."""
    vectors: NDArray[np.float32]
    """Static vectors; the first is for forms without one."""
    numbers: dict[str, int] = field(default_factory=dict)
    rows: NDArray[np.int32] = field(default_factory=lambda: np.zeros((1024, PROBES * len(TABLES)), np.int32))
    vector_rows: NDArray[np.int64] = field(default_factory=lambda: np.zeros(1024, np.int64))

    def of(self, forms: tuple[str, ...]) -> list[int]:
        """Return the numbers of the forms, giving new ones a number."""
        if new := [form for form in dict.fromkeys(forms) if form not in self.numbers]:
            first = len(self.numbers)
            while first + len(new) > len(self.rows):
                self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
                self.vector_rows = np.concatenate([self.vector_rows, np.zeros_like(self.vector_rows)])
            self.rows[first : first + len(new)] = rows(new)
            self.vector_rows[first : first + len(new)] = vector_rows(new, self.keys, self.places)
            self.numbers.update((form, number) for number, form in enumerate(new, first))
        return [self.numbers[form] for form in forms]
