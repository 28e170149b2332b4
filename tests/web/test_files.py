from __future__ import annotations

import io
from pathlib import Path

import pytest

from tui_reader.errors import FetchError
from tui_reader.web.files import addresses_in, file_meant, read_file, read_stream


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds a page and two folders."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story").write_text("The ferry leaves at noon.")
    (tmp_path / "www").mkdir()
    (tmp_path / "example.org").mkdir()
    return tmp_path


@pytest.mark.parametrize("word", ["story", "www", "missing.html", "./missing", "~/missing", "/missing"])
def test_a_word_means_a_file_if_it_is_there_or_written_as_one(here: Path, word: str) -> None:
    assert file_meant(word) == Path(word).expanduser()


@pytest.mark.parametrize(
    "word", ["", "example.org", "example.org/story.html", "https://example.org/", "a\0b"]
)
def test_any_other_word_means_an_address(here: Path, word: str) -> None:
    assert file_meant(word) is None


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("www", "www is a folder; name the files in it"),
        ("missing.html", "There is no file missing.html."),
        ("a\0b", "can't be the name of a file"),
        ("x" * 300, "can't be read: File name too long"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(here: Path, name: str, complaint: str) -> None:
    with pytest.raises(FetchError, match=complaint):
        read_file(Path(name))


@pytest.mark.parametrize(
    ("name", "body", "complaint"),
    [
        ("report.pdf", b"%PDF-1.7 and so on", "is a PDF, not a page of text"),
        ("page.html", b"\x89PNG\r\n\x1a\n", "is an image, not a page of text"),
        ("letter.docx", b"PK\x03\x04letter", "is a ZIP archive or an office document"),
        ("program", b"\x7fELF\x02\x01\x01\x00", "is not a page of text"),
        ("empty.txt", b" \n", "is empty"),
    ],
)
def test_a_file_that_holds_no_text_is_refused(tmp_path: Path, name: str, body: bytes, complaint: str) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(FetchError, match=complaint):
        read_file(tmp_path / name)
    with pytest.raises(FetchError, match=complaint):
        read_stream(io.BytesIO(body), name)


def test_text_of_every_encoding_is_taken(tmp_path: Path) -> None:
    for body in ("Bømlo".encode(), "Bømlo".encode("latin-1"), "Bømlo".encode("utf-16")):
        (tmp_path / "story").write_bytes(body)
        assert read_file(tmp_path / "story").body == body


def test_only_a_text_of_nothing_but_addresses_stands_for_them() -> None:
    listed = read_stream(io.BytesIO(b"https://one.example/\n\nhttps://two.example/\n"), "list")
    assert addresses_in(listed) == ["https://one.example/", "https://two.example/"]
    prose = read_stream(io.BytesIO(b"https://one.example/ is a page.\n"), "prose")
    assert addresses_in(prose) == []
