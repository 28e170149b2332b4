"""Bounds what the worker may use while it cleans one page, as far as the system can hold it to that."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SECONDS: Final = 5
"""Seconds of computing that one page may take to clean; an ordinary one takes a tenth of one."""
MEBIBYTES: Final = 512
"""Memory that one page may need to be cleaned."""
OUT_OF_TIME: Final = f"The page takes more than {SECONDS} s of computing to read, so it was given up."
OUT_OF_MEMORY: Final = f"The page needs more than {MEBIBYTES} MiB of memory to be read, so it was given up."

_STATM = Path("/proc/self/statm")
_DATA = 5
"""Where the pages of data and stack stand in it, see proc_pid_statm(5)."""


@contextmanager
def bounded(*, seconds: float = SECONDS, mebibytes: int = MEBIBYTES) -> Iterator[None]:
    """End this process by SIGPROF after so much computing; more memory than that is a MemoryError.

    What the process holds already, such as a loaded model, doesn't count.
    """
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    if _STATM.exists():
        held = int(_STATM.read_text().split()[_DATA]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (held + mebibytes * 1024 * 1024, hard))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def reason_of(code: int | None) -> str:
    """Return why a process with this exit code was ended, "" if no limit did it.

    What nobody here has killed was killed by a system that is short of memory.
    """
    if sys.platform == "win32" or code is None:
        return ""
    return {-signal.SIGPROF: OUT_OF_TIME, -signal.SIGKILL: OUT_OF_MEMORY}.get(code, "")
