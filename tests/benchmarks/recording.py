"""Runs a program on a terminal and records when it wrote what, so that times can be read off afterwards.

What the screen showed is worked out when the program has ended, so that this takes no time from it.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyte

from tests.terminal import as_pyte_reads

COLUMNS, LINES = 120, 40
PATIENCE = 60.0
"""Seconds after which a program is taken to hang."""
_QUIET = 0.15
"""Seconds without a word after which a screen is taken to be complete."""
_CONTROLS = re.compile(rb"\x1b\[[0-9;?:<=>]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>78]|\x1bP[^\x1b]*\x1b\\")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a program wrote at once."""

    seconds: float
    """When, since the program was started."""
    computed: float
    """How many seconds of computing it had taken by then."""
    written: bytes
    """The bytes."""


class Recording:
    """A program that runs on a terminal, and what it has written."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(environment), start_new_session=True
        )
        os.close(theirs)
        self._chunks: list[Chunk] = []

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode())

    def wait_for(self, wanted: str) -> None:
        """Read until a text has been written since the last key, whole or with jumps of the cursor in it."""
        pattern, written = wanted.encode(), b""
        end = time.perf_counter() + PATIENCE
        while pattern not in _CONTROLS.sub(b"", written):
            if time.perf_counter() > end or not self._read(PATIENCE):
                raise AssertionError(f"waited in vain for “{wanted}”:\n{self.screen()}")
            written += self._chunks[-1].written

    def rest(self, quiet: float = _QUIET) -> None:
        """Read until nothing more is written."""
        while self._read(quiet):
            pass

    def answer(self, keys: str, wait: float = 5.0) -> float:
        """Press keys; return after how many seconds the screen was complete, as far as it changed."""
        self.rest(0.03)
        pressed, before = time.perf_counter() - self.started, len(self._chunks)
        self.type(keys)
        if self._read(wait):
            self.rest()
        if len(self._chunks) == before:
            raise AssertionError(f"“{keys!r}” changed nothing:\n{self.screen()}")
        return self._chunks[-1].seconds - pressed

    def first_shown(self, wanted: str, since: float = 0.0) -> Chunk:
        """Return what was written when the screen showed a text for the first time, since some second."""
        screen, stream = _emulator()
        for chunk in self._chunks:
            stream.feed(as_pyte_reads(chunk.written))
            if chunk.seconds >= since and any(wanted in line for line in screen.display):
                return chunk
        raise AssertionError(f"“{wanted}” was never shown:\n{self.screen()}")

    def now(self) -> float:
        """Return the seconds since the program was started."""
        return time.perf_counter() - self.started

    def screen(self) -> str:
        """Return what the screen shows."""
        screen, stream = _emulator()
        for chunk in self._chunks:
            stream.feed(as_pyte_reads(chunk.written))
        return "\n".join(screen.display)

    def megabytes(self) -> float:
        """Return the memory of the program and what it has started; what several share is counted once."""
        kilobytes = 0
        for each in _family(self._process.pid):
            for found in re.findall(r"^Pss:\s+(\d+)", Path(f"/proc/{each}/smaps_rollup").read_text(), re.M):
                kilobytes += int(found)
        return kilobytes / 1024

    def end(self) -> None:
        """End the program and whatever it has started."""
        for each in _family(self._process.pid):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        self._process.wait()
        os.close(self._ours)

    def _read(self, seconds: float) -> bool:
        """Record what the program writes within that time, and return whether it wrote anything."""
        ready, _, _ = select.select([self._ours], [], [], seconds)
        if not ready:
            return False
        try:
            written = os.read(self._ours, 1 << 16)
        except OSError:  # Linux says so when the program has closed its end
            return False
        self._chunks.append(Chunk(time.perf_counter() - self.started, self._computed(), written))
        return bool(written)

    def _computed(self) -> float:
        """Return how many seconds the program has computed."""
        try:
            stat = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(stat[11]) + int(stat[12])) / _TICKS


@contextmanager
def recording(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Recording]:
    """Run a program until the block ends."""
    program = Recording(command, environment)
    try:
        yield program
    finally:
        program.end()


def _family(process: int) -> Iterator[int]:
    """Yield a process and those that it and they have started."""
    yield process
    with suppress(FileNotFoundError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from _family(int(child))


def _emulator() -> tuple[pyte.Screen, pyte.ByteStream]:
    screen = pyte.Screen(COLUMNS, LINES)
    return screen, pyte.ByteStream(screen)
