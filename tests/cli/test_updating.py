"""Who opens an older library is told that it takes a moment, and only then."""

from __future__ import annotations

import io
from threading import Event

import pytest

from tests.cli.conftest import Tty
from tui_reader.cli.console import Console
from tui_reader.cli.updating import updating_line

STEP = "Updating the library: step 2 of 9 …"


class Watched(Tty):
    """A terminal that tells when something is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.is_written = Event()

    def flush(self) -> None:
        """Tell that something is there."""
        self.is_written.set()


def console(err: io.StringIO, term: str = "xterm") -> Console:
    """Return a console with this error stream."""
    return Console(io.StringIO(), io.StringIO(), err, {"TERM": term})


@pytest.mark.parametrize(("is_covered", "place"), [(False, ""), (True, "\x1b[999;1H")])
def test_steps_that_take_longer_are_told_on_a_line_that_goes_away(is_covered: bool, place: str) -> None:
    err = Watched()
    with updating_line(console(err), moment=0, is_covered=is_covered) as tell:
        tell(2, 9)
        assert err.is_written.wait(60)
        assert err.getvalue() == f"{place}\r\x1b[2K{STEP}"
        tell(3, 9)
    assert err.getvalue().endswith(f"step 3 of 9 …{place}\r\x1b[2K")


def test_nothing_is_written_if_it_is_done_at_once_or_nobody_would_see_it() -> None:
    for err, term in ((Tty(), "xterm"), (Tty(), "dumb"), (io.StringIO(), "xterm")):
        with updating_line(console(err, term), moment=3600) as tell:
            tell(1, 9)
            tell(2, 9)
        assert err.getvalue() == ""


def test_the_line_goes_away_when_a_step_fails() -> None:
    err = Watched()

    def fail() -> None:
        with updating_line(console(err), moment=0) as tell:
            tell(2, 9)
            assert err.is_written.wait(60)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert err.getvalue().endswith("\r\x1b[2K")
