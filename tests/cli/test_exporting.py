from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Known, Newsreader


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


def test_a_folder_stays_as_it_is_if_one_file_is_in_the_way(
    newsreader: Newsreader, known: Known, tmp_path: Path
) -> None:
    taken = tmp_path / f"2026-02-01-the-glacier-that-forgot-to-move-{known.ice}.txt"
    taken.write_text("mine")
    before = set(tmp_path.iterdir())
    assert newsreader("export", "--format", "text", "--output", tmp_path).code == 1
    assert set(tmp_path.iterdir()) == before
    assert taken.read_text() == "mine"


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
