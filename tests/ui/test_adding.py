"""What is typed into the dialog for adding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.library import Library
from tui_reader.ui.adding import add_typed
from tui_reader.web.files import MOST_BYTES


def test_several_addresses_are_parted_by_blanks_and_lines(empty_library: Library) -> None:
    added = add_typed(empty_library, " example.org/a\n https://example.com/b\thttp://example.net ")
    assert len(added.ids) == 3
    assert (added.rest, added.reason) == ("", "")


def test_the_same_address_twice_is_one_article(empty_library: Library) -> None:
    assert len(add_typed(empty_library, "https://example.org/a https://example.org/a#part").ids) == 1


def test_a_file_with_blanks_in_its_name_may_stand_alone_or_in_quotes(
    empty_library: Library, tmp_path: Path
) -> None:
    page = tmp_path / "my page.txt"
    page.write_text("A text at hand.")
    assert len(add_typed(empty_library, str(page)).ids) == 1
    assert len(add_typed(empty_library, f'"{page}" example.org').ids) == 2
    assert empty_library.original(add_typed(empty_library, str(page)).ids[0]).content_type == "text/plain"


@pytest.mark.parametrize("typed", ["ftp://example.org/a", "./missing.html", "javascript:alert(1)"])
def test_what_cannot_be_saved_is_kept_with_a_reason(empty_library: Library, typed: str) -> None:
    added = add_typed(empty_library, f"https://example.org/fine {typed}")
    assert len(added.ids) == 1
    assert added.rest == typed
    assert added.reason.endswith(".")


def test_a_file_that_is_too_large_is_not_read(empty_library: Library, tmp_path: Path) -> None:
    large = tmp_path / "large.html"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert (
        add_typed(empty_library, str(large)).reason
        == f"{large} is larger than 15 MiB, too large for an article."
    )


def test_an_unfinished_quote_is_taken_as_it_stands(empty_library: Library) -> None:
    assert add_typed(empty_library, "https://example.org/it's").rest == ""
