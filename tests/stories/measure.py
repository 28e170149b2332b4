"""Measures how well stories are told, on one part of the labelled set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tests.shelf import Shelf
from tests.stories.labelled import Report, labelled
from tui_reader.library import Library
from tui_reader.models import ArticleId
from tui_reader.values import replace


@dataclass(frozen=True, slots=True)
class Figures:
    """How a library that saved the reports one after the other has sorted them."""

    right: int
    """Pairs that are in one story, and belong there."""
    wrong: int
    """Pairs that are in one story, but don't belong there."""
    missed: int
    """Pairs that belong in one story, but aren't."""
    reports: int
    copies_right: int
    """Reports that are rightly called copies, or rightly not."""

    @property
    def precision(self) -> float:
        """Which part of the pairs in one story belong there."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Which part of the pairs that belong in one story are in one."""
        return self.right / (self.right + self.missed)


def shelve(folder: Path, reports: Sequence[Report]) -> list[ArticleId]:
    """Save the reports in the order in which they came out, and return their numbers in the given order."""
    shelf = Shelf(folder)
    order = sorted(range(len(reports)), key=lambda index: (str(reports[index].document.published), index))
    ids = {
        index: shelf.put(replace(reports[index].document, url=f"https://example.org/{index}"))
        for index in order
    }
    shelf.close()
    return [ids[index] for index in range(len(reports))]


def measure(half: str, folder: Path) -> Figures:
    """Return the figures of one part, as `labelled` reads it, for a library in an empty folder."""
    reports = labelled(half)
    ids = shelve(folder, reports)
    with Library(folder) as library:
        numbers = library.stories.numbers(ids)
        copies = {
            id: next(each.is_copy for each in library.stories.reports(id) if each.row.id == id) for id in ids
        }
    told = [(report.story, numbers.get(id, -id)) for report, id in zip(reports, ids, strict=True)]
    pairs = [(one[0] == other[0], one[1] == other[1]) for one, other in combinations(told, 2)]
    return Figures(
        right=pairs.count((True, True)),
        wrong=pairs.count((False, True)),
        missed=pairs.count((True, False)),
        reports=len(reports),
        copies_right=sum(
            copies[id] == (report.original is not None) for report, id in zip(reports, ids, strict=True)
        ),
    )
