"""What the tagger learns from is read as its files have it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from training.tagger.material import (
    Link,
    Marked,
    Source,
    linked_texts,
    marked_texts,
    plain_texts,
    read_marks,
    write_marks,
)
from training.tagger.targets import settled, words

ANNOTATIONS = Path(__file__).parents[3] / "training/annotations"
TEXT = "Ana Paz won the Golden Lion in Venice."


def write(file: Path, *lines: Mapping[str, object]) -> Path:
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return file


def test_names_are_read_with_those_that_only_the_fine_labels_know(tmp_path: Path) -> None:
    coarse = [[0, 7, "PER"], [31, 37, "LOC"]]
    fine = [[0, 7, "person"], [16, 27, "award"], [31, 37, "location"]]
    file = write(tmp_path / "x.jsonl", {"id": "1", "text": TEXT, "entities": coarse, "fine": fine})
    (source,) = marked_texts(file)
    assert source.names == (Marked(0, 7, "PER"), Marked(16, 27, "OTH"), Marked(31, 37, "LOC"))
    assert source.knows_others


def test_a_text_without_fine_labels_leaves_other_names_open(tmp_path: Path) -> None:
    (source,) = marked_texts(write(tmp_path / "x.jsonl", {"id": "1", "text": TEXT, "entities": []}))
    assert not source.knows_others


def test_two_news_sources_in_one_bracket_are_two(tmp_path: Path) -> None:
    text = "It rains. (AFP via France 24)"
    line = {"id": "1", "text": text, "links": [[0, 2, "It"]], "sources": [[11, 28]]}
    (source,) = linked_texts(write(tmp_path / "x.jsonl", line))
    assert [text[start:end] for start, end in source.outlets] == ["AFP", "France 24"]
    assert source.links == (Link(0, 2, "It"),)


def test_pages_are_read_for_their_text(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_text(json.dumps({"text": TEXT}), "utf-8")
    (tmp_path / "2.json").write_text(json.dumps({"url": "x"}), "utf-8")
    assert [source.text for source in plain_texts(tmp_path)] == [TEXT]


def test_what_was_settled_by_hand_can_be_read() -> None:
    kinds = settled(ANNOTATIONS / "targets.txt")
    assert kinds["Chad"] == "LOC"
    assert set(kinds.values()) <= {"PER", "LOC", "ORG", "OTH", "NAT", "-"}
    assert "Kazakh" in words(ANNOTATIONS / "peoples.txt")


@pytest.mark.parametrize("file", sorted(ANNOTATIONS.rglob("*.jsonl")), ids=lambda file: file.stem)
def test_our_own_marks_stand_at_the_edges_of_words(file: Path) -> None:
    for source in marked_texts(file):
        end = 0
        for name in source.names:
            assert end <= name.start < name.end <= len(source.text), source.name
            assert name.label in {"PER", "LOC", "ORG", "OTH", "NAT"}
            assert source.text[name.start : name.end].strip() == source.text[name.start : name.end]
            end = name.end


def test_marks_are_kept_for_the_texts_that_they_belong_to(tmp_path: Path) -> None:
    file, texts = tmp_path / "marks.jsonl", [Source("1", TEXT), Source("2", "Nothing.")]
    marks = [(Marked(0, 7, "PER"), Marked(16, 27, "OTH")), ()]
    write_marks(file, texts, marks)
    assert list(read_marks(file, texts)) == marks
    with pytest.raises(ValueError, match="1 where 2 should be"):
        list(read_marks(file, texts[::-1]))


def test_what_is_held_out_is_not_learnt_from() -> None:
    learnt = {source.text for file in ANNOTATIONS.glob("*.jsonl") for source in marked_texts(file)}
    held_out = {source.text for source in marked_texts(ANNOTATIONS / "held-out/own-kinds.jsonl")}
    assert held_out
    assert learnt.isdisjoint(held_out)
