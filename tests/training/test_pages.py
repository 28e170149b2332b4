from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.pages import KnownPage, known_pages


def write(folder: Path, name: str, truth: object, *, truths: str = "", pages: str = "") -> None:
    for part in (truths, pages):
        (folder / part).mkdir(exist_ok=True)
    (folder / truths / f"{name}.json").write_text(json.dumps(truth), encoding="utf-8")
    (folder / pages / f"{name}.html.gz").write_bytes(gzip.compress(b"<p>Ice</p>"))


def test_pages_stand_beside_their_truth(tmp_path: Path) -> None:
    write(tmp_path, "a", {"url": "https://www.post.example/a", "text": "Ice"})
    write(tmp_path, "b", {"url": "https://post.example/b", "text": ""})
    (page,) = known_pages(tmp_path)
    assert page == KnownPage("a", "https://www.post.example/a", "<p>Ice</p>", "Ice")
    assert page.site == "post.example"


def test_the_articles_of_the_benchmark_are_read_from_its_own_folders(tmp_path: Path) -> None:
    for name, kind in (("a", "article"), ("b", "forum")):
        truth = {
            "url": f"https://post.example/{name}",
            "_internal": {"page_type": {"primary": kind}},
            "ground_truth": {"main_content": "Ice"},
        }
        write(tmp_path, name, truth, truths="ground-truth", pages="html")
    assert [(page.name, page.text) for page in known_pages(tmp_path)] == [("a", "Ice")]


def test_a_folder_without_pages_says_what_it_should_hold(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no pages NAME\.html\.gz"):
        list(known_pages(tmp_path))
