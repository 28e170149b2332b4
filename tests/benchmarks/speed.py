"""The table of speed: what this program needs, what it may need, and what newsboat needs in the same run.

Without newsboat its column is empty. Libraries and caches of up to a million articles are made the first
time and kept (`kept.py`). Parts can be named, to measure only these.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from tests.benchmarks import commands, first_frame, long_list, opening, saving_speed, searching
from tests.benchmarks.table import Line, printed

PARTS: dict[str, Callable[[], Iterator[Line]]] = {
    "frame": first_frame.measured,
    "list": long_list.measured,
    "article": opening.measured,
    "search": searching.measured,
    "commands": commands.measured,
    "saving": saving_speed.measured,
}


def run(parts: Sequence[str] = ()) -> None:
    """Measure these parts, or all, and print the table."""
    lines: list[Line] = []
    for part in parts or PARTS:
        print(f"  measuring: {part} …", file=sys.stderr, flush=True)
        lines += PARTS[part]()
    print(printed(lines))


if __name__ == "__main__":
    run(sys.argv[1:])
