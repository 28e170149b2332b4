"""Writes screenshots/*.svg: the app on the sample library, headless, at a fixed time.

    python -m tests.screenshots [FOLDER]

The samples go through the real pipeline. The README shows what comes out.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from textual.pilot import Pilot

from tui_reader.config.settings import Config
from tui_reader.library import Library
from tui_reader.models import Flag, Position
from tui_reader.ui.app import ReaderApp

NOW: Final = datetime(2026, 11, 20, 18, tzinfo=UTC)
"""The time at which all pictures are taken."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture."""

    name: str
    """Name of the file without its suffix."""
    keys: tuple[str, ...] = ()
    """What is pressed before it is taken; a run of characters is typed."""
    size: tuple[int, int] = (120, 36)
    """Columns and rows."""
    theme: str = "dark"


SHOTS: Final = (
    Shot("library", ("2",)),
    Shot("library-light", ("2",), theme="light"),
    Shot("library-80x24", ("2",), size=(80, 24)),
    Shot("article", ("enter", "e", "e", "e")),
    Shot("article-light", ("enter", "e", "e", "e"), theme="light"),
    Shot("article-80x24", ("enter", "e", "e"), size=(80, 24)),
    Shot("dossier", ("E", "enter")),
    Shot("names", ("E",)),
    Shot("search", ("slash", "floods -ice kaz")),
    Shot("help", ("question_mark",)),
)


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        saved = iter(NOW - timedelta(hours=31 * number**1.5) for number in range(40, -1, -1))
        with Library(Path(temporary), clock=lambda: next(saved).timestamp()) as library:
            _fill(library)
            for shot in SHOTS:
                _read(library)
                asyncio.run(_take(library, shot, folder / f"{shot.name}.svg"))


def _fill(library: Library) -> None:
    """Save the samples, and let somebody have read some of them."""
    ids = library.add_samples()
    library.start_saving()
    library.wait_for(ids)
    library.stop_saving()
    library.tag(ids[-2:], add=["water"])
    library.tag(ids[3:5], add=["history"])
    library.mark([ids[4], ids[9]], Flag.STARRED, True)
    library.remember(ids[7], Position(9, 0), 0.4)
    library.remember(ids[4], Position(20, 0), 0.7)


def _read(library: Library) -> None:
    """Let the same articles be read before each picture, whatever the one before has opened."""
    ids = library.ids()
    library.mark(ids, Flag.READ, False)
    library.mark(ids[2:5], Flag.READ, True)


async def _take(library: Library, shot: Shot, file: Path) -> None:
    """Open the app, press the keys, and write down what it shows."""
    app = ReaderApp(library, Config(theme=shot.theme), now=lambda: NOW, stopwatch=lambda: 0.0)
    async with app.run_test(size=shot.size) as pilot:
        await _settle(pilot)
        for key in shot.keys:
            await pilot.press(*(key if " " in key else [key]))
            await _settle(pilot)
        file.write_text(app.export_screenshot(title="newsreader"), encoding="utf-8")
        print(file)


async def _settle(pilot: Pilot[None]) -> None:
    """Wait for workers and messages."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "screenshots")
