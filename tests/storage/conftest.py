"""A shelf in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """Return an empty shelf."""
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()
