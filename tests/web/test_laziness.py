from __future__ import annotations

import subprocess
import sys


def test_telling_addresses_apart_imports_neither_client_nor_parser() -> None:
    code = "import sys, tui_reader.web.urls; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "tui_reader" in done.stdout.split()
    assert {"httpx", "lxml", "readability"}.isdisjoint(done.stdout.split())
