from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Known, Newsreader
from tui_reader.errors import StorageError
from tui_reader.files import write_whole
from tui_reader.library import Library


def test_the_whole_library_is_exported_as_one_stream(newsreader: Newsreader) -> None:
    exported = newsreader("export")
    assert exported.code == 0
    assert exported.out.startswith("---\nid: ")
    assert exported.out.count("\n# ") == 3


def test_a_search_or_numbers_choose_what_is_exported(newsreader: Newsreader, known: Known) -> None:
    by_query = json.loads(newsreader("export", "tag:water", "--format", "json").out)
    by_number = json.loads(newsreader("export", known.ice, "--format", "json").out)
    assert by_query == by_number
    assert [article["id"] for article in by_query] == [known.ice]
    assert "eleven metres" in by_query[0]["text"]
    assert by_query[0]["names"] == [{"kind": "place", "name": "Innsbruck", "count": 1}]


def test_a_folder_gets_a_file_for_each_article(newsreader: Newsreader, known: Known, tmp_path: Path) -> None:
    target = tmp_path / "new" / "articles"
    assert newsreader("export", "--output", target).code == 0
    assert sorted(path.name for path in target.iterdir()) == [
        f"2026-02-01-the-glacier-that-forgot-to-move-{known.ice}.md",
        f"2026-03-01-central-banks-hold-and-say-so-at-length-{known.bank}.md",
        f"2026-03-01-一条河的两岸-{known.chinese}.md",
    ]


def test_a_name_with_a_suffix_is_one_file(newsreader: Newsreader, tmp_path: Path) -> None:
    target = tmp_path / "all.html"
    assert newsreader("export", "--format", "html", "--output", target).code == 0
    assert target.read_text(encoding="utf-8").count("<article") == 3


def test_a_file_is_never_overwritten_silently(newsreader: Newsreader, tmp_path: Path) -> None:
    target = tmp_path / "all.md"
    target.write_text("mine")
    refused = newsreader("export", "--output", target)
    assert refused.code == 1
    assert "all.md exists already" in refused.err
    assert target.read_text() == "mine"
    assert newsreader("export", "--output", target, "--force").code == 0
    assert target.read_text(encoding="utf-8") != "mine"
    assert list(tmp_path.glob(".*")) == []


def test_a_second_export_adds_only_what_is_new(newsreader: Newsreader, known: Known, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    newsreader("export", known.ice, "--format", "text", "--output", folder)
    (taken,) = folder.iterdir()
    taken.write_text("mine")
    again = newsreader("export", "--format", "text", "--output", folder)
    assert again.code == 0
    assert again.err == "newsreader: 1 file exists already and stays as it is; --force replaces it.\n"
    assert len(list(folder.iterdir())) == 3
    assert taken.read_text() == "mine"
    replaced = newsreader("export", "--format", "text", "--output", folder, "--force")
    assert (replaced.code, replaced.err) == (0, "")
    assert "eleven metres" in taken.read_text(encoding="utf-8")


def test_articles_without_a_text_are_left_out_with_a_word(newsreader: Newsreader, library: Library) -> None:
    library.add("https://waiting.example/story")
    exported = newsreader("export", "--format", "json")
    assert exported.code == 0
    assert len(json.loads(exported.out)) == 3
    assert exported.err == "newsreader: 1 article has no text and is left out.\n"


def test_a_file_appears_only_once_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "all.md"

    def pieces(*, is_broken: bool) -> Iterator[str]:
        yield "first"
        assert not path.exists()
        if is_broken:
            raise StorageError("the library is gone")
        yield " last"

    with pytest.raises(StorageError):
        write_whole(path, pieces(is_broken=True))
    assert list(tmp_path.iterdir()) == []
    write_whole(path, pieces(is_broken=False))
    assert path.read_text() == "first last"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_that_is_written_to_stays_a_link(newsreader: Newsreader, tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.md", tmp_path / "link.md"
    kept.write_text("old")
    link.symlink_to(kept)
    assert newsreader("export", "--output", link, "--force").code == 0
    assert link.is_symlink()
    assert kept.read_text(encoding="utf-8") != "old"


def test_a_folder_that_is_not_there_is_named_in_the_complaint(newsreader: Newsreader, tmp_path: Path) -> None:
    failed = newsreader("export", "--output", tmp_path / "nowhere" / "all.md")
    assert failed.code == 1
    assert "nowhere" in failed.err


@pytest.mark.parametrize("words", [["tag:nothing"], ["999"]])
def test_an_export_of_nothing_says_so(newsreader: Newsreader, words: list[str]) -> None:
    failed = newsreader("export", *words)
    assert failed.code == 1
    assert failed.out == ""
    assert "no article" in failed.err
