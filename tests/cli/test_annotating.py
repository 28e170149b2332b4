"""Names in plain texts are printed, and those of saved articles sought anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Known, Newsreader
from tui_reader.errors import WorkerError
from tui_reader.library import Library
from tui_reader.models import Document, Flag, Names, Naming
from tui_reader.saving.process import Worker

_STORY = (
    "Merkel thanks Macron\r\n\r\n"
    "BERLIN 🗼 — Angela Merkel thanked President Emmanuel Macron in Berlin on Friday for €20 million.\r\n\r\n"
    "\tMerkel said that the money was for the people of Germany, and that 12.5 per cent of it had come.\r\n"
)
_FRENCH = "Le maire de la ville est dans les rues avec une partie des habitants, et la pluie ne tombe pas."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(_STORY.encode())
    return file


def test_an_object_a_line_tells_where_each_name_stands_in_the_text_as_it_is(
    newsreader: Newsreader, story: Path
) -> None:
    before = newsreader("list").out
    run = newsreader("annotate", story, "--json", "--published", "2026-05-14")
    (line,) = run.out.splitlines()
    value = json.loads(line)
    assert (run.code, run.err) == (0, "")
    assert list(value) == ["file", "text", "mentions"]
    assert value["file"] == str(story)
    assert value["text"] == _STORY
    mentions: list[dict[str, Any]] = value["mentions"]
    assert all(_STORY[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert {(m["kind"], m["text"]) for m in mentions} >= {
        ("person", "Angela Merkel"),
        ("person", "Emmanuel Macron"),
        ("place", "Germany"),
        ("date", "Friday"),
        ("money", "€20 million"),
        ("percent", "12.5 per cent"),
    }
    assert len({m["entity"] for m in mentions if "Merkel" in m["text"]}) == 1
    assert {m["text"]: m["value"] for m in mentions if "value" in m} == {
        "Friday": "2026-05-08",
        "€20 million": "20000000 EUR",
        "12.5 per cent": "12.5",
    }
    assert {m["text"]: m["description"] for m in mentions if "description" in m} == {
        "Emmanuel Macron": "President"
    }
    assert all(0 < m["score"] <= 1 for m in mentions)
    assert newsreader("list").out == before


def test_without_a_date_of_its_own_a_text_has_no_value_for_a_weekday(
    newsreader: Newsreader, story: Path
) -> None:
    (line,) = newsreader("annotate", story, "--json").out.splitlines()
    (friday,) = [m for m in json.loads(line)["mentions"] if m["text"] == "Friday"]
    assert "value" not in friday


def test_without_json_each_name_is_a_line_with_its_kind_count_and_value(
    newsreader: Newsreader, story: Path
) -> None:
    run = newsreader("annotate", story)
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert [str(story), "person", "Angela Merkel", "3", ""] in rows
    assert [str(story), "money", "€20 million", "1", "20000000 EUR"] in rows


def test_standard_input_is_read_where_no_file_is_named(newsreader: Newsreader) -> None:
    value = json.loads(newsreader("annotate", "--json", stdin=_STORY.encode()).out)
    assert (value["file"], value["text"]) == ("standard input", _STORY)


@pytest.mark.parametrize("text", ["", "  \n\n"])
def test_an_empty_text_has_no_names_and_is_no_fault(newsreader: Newsreader, text: str) -> None:
    run = newsreader("annotate", "-", "--json", stdin=text.encode())
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out) == {"file": "standard input", "text": text, "mentions": []}


def test_a_text_in_another_language_has_no_names_and_a_warning(newsreader: Newsreader) -> None:
    run = newsreader("annotate", "--json", stdin=_FRENCH.encode())
    assert json.loads(run.out)["mentions"] == []
    assert "language" in run.err
    assert run.code == 0


def test_what_cannot_be_read_is_told_and_the_others_go_on(newsreader: Newsreader, story: Path) -> None:
    picture = story.with_name("picture.txt")
    picture.write_bytes(b"\xff\xfeA\x00\x00\xd8")
    run = newsreader("annotate", picture, story.with_name("gone.txt"), story, "--json")
    first, second, third = map(json.loads, run.out.splitlines())
    assert run.code == 1
    assert (first["text"], first["mentions"]) == ("", [])
    assert second["mentions"] == []
    assert third["text"] == _STORY
    assert "byte 5" in run.err
    assert "There is no file" in run.err


def test_a_text_that_would_steer_a_terminal_is_printed_as_escapes(
    newsreader: Newsreader, story: Path
) -> None:
    text = "Zadar\x1b]0;title\x07 and \u202eSplit\u2028 e\u0301\u0301\u0301\u0301\u0301\u0301 \x9b1m\n"
    story.write_bytes(text.encode())
    run = newsreader("annotate", "--json", story)
    assert json.loads(run.out)["text"] == text
    assert run.out.isascii()
    assert "\x1b" not in run.out


def test_names_are_sought_anew_in_all_saved_articles_and_marks_stay(
    newsreader: Newsreader, known: Known
) -> None:
    run = newsreader("annotate", "--again")
    assert (run.code, run.out, run.err) == (0, "Annotated 3 articles again.\n", "")
    with Library(known.folder) as library:
        article = library.article(known.ice)
        assert article.row.is_starred
        assert article.row.tags == ("water",)
        assert article.names.recogniser not in ("", "test")
        assert "Innsbruck" in [entity.name for entity in article.names.entities]
        assert library.article(known.chinese).names == Names()


def test_only_the_articles_that_are_named_are_annotated(newsreader: Newsreader, known: Known) -> None:
    assert newsreader("annotate", "--again", "tag:water").out == "Annotated 1 article again.\n"
    assert newsreader("annotate", "--again", known.bank, 999).code == 1


def test_an_article_whose_names_cannot_be_sought_keeps_those_that_it_has(
    newsreader: Newsreader, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(worker: Worker, document: Document, naming: Naming) -> Names:
        raise WorkerError("It took too long.")

    monkeypatch.setattr(Worker, "names", fail)
    run = newsreader("annotate", "--again", known.ice)
    assert (run.code, run.out) == (1, "Annotated 0 articles again.\n")
    assert run.err == f"newsreader: The glacier that forgot to move ({known.ice}): It took too long.\n"
    with Library(known.folder) as library:
        assert [entity.name for entity in library.article(known.ice).names.entities] == ["Innsbruck"]


def test_what_was_done_before_an_interruption_stays_done(
    newsreader: Newsreader, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Worker.names
    done: list[str] = []

    def interrupted(worker: Worker, document: Document, naming: Naming) -> Names:
        if done:
            raise KeyboardInterrupt
        done.append(document.title)
        return real(worker, document, naming)

    monkeypatch.setattr(Worker, "names", interrupted)
    run = newsreader("annotate", "--again", known.bank, known.ice)
    assert run.code == 130
    assert "keep the names" in run.err
    with Library(known.folder) as library:
        assert library.article(known.bank).names.recogniser not in ("", "test")
        assert library.article(known.ice).names.recogniser == "test"
        library.mark([known.ice], Flag.READ, True)


def test_options_that_do_not_go_together_are_refused(newsreader: Newsreader) -> None:
    assert "for files" in newsreader("annotate", "--again", "--json").err
    assert "for files" in newsreader("annotate", "--again", "--published", "2026-05-14").err
    assert "no date" in newsreader("annotate", "a.txt", "--published", "Friday").err
