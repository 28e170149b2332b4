"""What the house style promises about every module, beyond what `make contracts` checks."""

from __future__ import annotations

import ast
from pathlib import Path

import tui_reader

PACKAGE = Path(tui_reader.__file__).parent
MODULES = {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.rglob("*.py"))}
MOST_LINES = 400
MEANINGLESS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def summary(path: Path) -> str:
    """Return the first paragraph of a module's docstring."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n\n")[0]


def test_no_module_is_too_long_to_read_at_once() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    assert [name for name, path in MODULES.items() if not summary(path).endswith((".", ":"))] == []


def test_every_module_is_named_after_what_is_in_it() -> None:
    assert [name for name, path in MODULES.items() if path.stem in MEANINGLESS] == []


def test_every_folder_is_a_package_that_ships_with_its_types() -> None:
    assert [name for name, path in MODULES.items() if not (path.parent / "__init__.py").exists()] == []
    assert (PACKAGE / "py.typed").exists()
