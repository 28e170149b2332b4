"""Runs the benchmarks, all or those that are named: `python -m tests.benchmarks saving library`.

They compare ways of doing one thing in one run; read the ratios, as times differ from machine to machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.benchmarks import entities, library, saving, speed, stories

BENCHMARKS: dict[str, Callable[[], None]] = {
    "library": library.run,
    "saving": saving.run,
    "entities": entities.run,
    "stories": stories.run,
    "speed": speed.run,
}


def main(names: list[str]) -> int:
    """Run the benchmarks of these names, or all."""
    if unknown := sorted(set(names) - set(BENCHMARKS)):
        print(
            f"There is no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}.", file=sys.stderr
        )
        return 2
    for name in names or BENCHMARKS:
        print(f"\n{name}")
        BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
