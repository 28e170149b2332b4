"""A library with a few known articles, and the command line to use on it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.shelf import Shelf
from tui_reader.cli import main
from tui_reader.library import Library
from tui_reader.models import (
    ArticleId,
    Block,
    BlockKind,
    Document,
    Entity,
    Flag,
    Inline,
    Kind,
    Mention,
    Names,
    Style,
)

ICE = Document(
    title="The glacier that forgot to move",
    blocks=(
        Block(
            BlockKind.PARAGRAPH,
            "For nine winters the surveyors of Innsbruck measured a tongue of ice that stood still.",
            (Inline(34, 43, Style.LINK, "https://uni.example/ice"),),
        ),
        Block(BlockKind.HEADING, "What the stakes said", level=2),
        Block(BlockKind.PARAGRAPH, "Then, in one warm week of June, it slid eleven metres."),
    ),
    authors=("Ada Lind",),
    site="Field Notes",
    published=datetime(2026, 2, 1, tzinfo=UTC),
    language="en",
    url="https://ice.example/story",
    excerpt="For nine winters the surveyors measured a tongue of ice.",
    words=31,
)
ICE_NAMES = Names((Entity(Kind.PLACE, "Innsbruck", 1),), (Mention(0, 34, 43, Kind.PLACE, 0),), "test")
BANK = Document(
    title="Central banks hold, and say so at length",
    blocks=(Block(BlockKind.PARAGRAPH, "The rate stayed where it was; the statement about it grew."),),
    site="Market Note",
    published=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
    language="en",
    url="https://bank.example/story",
    excerpt="The rate stayed where it was.",
    words=11,
)
CHINESE = Document(
    title="一条河的两岸",
    blocks=(Block(BlockKind.PARAGRAPH, "河水上涨之前，两岸的人互相打电话。"),),
    site="河岸",
    language="zh",
    url="https://river.example/story",
    excerpt="河水上涨之前，两岸的人互相打电话。",
    words=10,
)


@dataclass(frozen=True, slots=True)
class Known:
    """The known library and the numbers of its articles."""

    folder: Path
    ice: ArticleId
    bank: ArticleId
    chinese: ArticleId


@pytest.fixture
def known(tmp_path: Path) -> Known:
    """Give a library of three articles: the first starred and tagged, the second read."""
    folder = tmp_path / "library"
    shelf = Shelf(folder)
    known = Known(folder, ice=shelf.put(ICE, ICE_NAMES), bank=shelf.put(BANK), chinese=shelf.put(CHINESE))
    shelf.close()
    with Library(folder) as library:
        library.mark([known.ice], Flag.STARRED, True)
        library.tag([known.ice], add=["water"])
        library.mark([known.bank], Flag.READ, True)
    return known


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


class Tty(io.StringIO):
    """A stream that leads to a person."""

    def isatty(self) -> bool:
        return True


Newsreader = Callable[..., Outcome]
"""Runs the command line in this process: `newsreader("list", "--json", stdin=b"…")`."""


@pytest.fixture
def newsreader(
    known: Known, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newsreader:
    """Give the command line on the known library, with no terminal about."""
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(known.folder))
    monkeypatch.setenv("NEWSREADER_CONFIG", str(known.folder / "config.toml"))

    def run(*words: str | int, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def library(known: Known) -> Iterator[Library]:
    """Give the known library itself, to look at what a command did to it."""
    with Library(known.folder) as library:
        yield library
