"""Files are cleaned and printed, and nothing is saved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Known, Newsreader

_SENTENCES = ("The mill at Overbeck turns again after forty years of rest.", "Flour is ground on Saturdays.")
_RESTORED = (
    f"<p>{_SENTENCES[0]} It was <em>restored</em> by <a href='/w'>the village</a>, stone by stone.</p>"
)
_PAGE = f"""<html lang="en"><head><title>The mill turns again | The Quay</title>
<meta property="og:site_name" content="The Quay"><meta name="author" content="Ada Lind">
<meta property="article:published_time" content="2026-03-01T23:30:00-05:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>The mill turns again</h1>
{_RESTORED * 2}
<p>{_SENTENCES[1]}</p></article></body></html>"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    file = tmp_path / "mill.html"
    file.write_text(_PAGE, encoding="utf-8")
    return file


def test_an_object_a_line_tells_all_of_a_page(newsreader: Newsreader, mill: Path, known: Known) -> None:
    before = newsreader("list").out
    run = newsreader("extract", str(mill), "--url", "https://quay.example/mill", "--json")
    (line,) = run.out.splitlines()
    value = json.loads(line)
    assert run.code == 0
    assert " ".join(value) == (
        "file url title authors published modified language site image section keywords"
        " text html engine warnings"
    )
    assert value["file"] == str(mill)
    assert value["url"] == "https://quay.example/mill"
    assert value["title"] == "The mill turns again"
    assert value["authors"] == ["Ada Lind"]
    assert value["published"] == "2026-03-01T23:30:00-05:00"
    assert value["language"] == "en"
    assert value["text"].splitlines()[-1] == _SENTENCES[1]
    assert "The mill turns again" not in value["text"]
    assert '<a href="https://quay.example/w">the village</a>' in value["html"]
    assert newsreader("list").out == before


def test_without_json_the_headline_and_a_paragraph_a_line_are_printed(
    newsreader: Newsreader, mill: Path
) -> None:
    run = newsreader("extract", str(mill))
    assert run.code == 0
    assert run.out.splitlines()[:2] == ["The mill turns again", ""]
    assert run.out.splitlines()[-1] == _SENTENCES[1]


def test_standard_input_is_read_where_no_file_is_named(newsreader: Newsreader) -> None:
    run = newsreader("extract", "--json", stdin=_PAGE.encode())
    assert json.loads(run.out)["title"] == "The mill turns again"


def test_a_page_without_text_is_an_object_with_the_reason_and_the_others_go_on(
    newsreader: Newsreader, mill: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.html"
    empty.write_text("<html><body></body></html>", encoding="utf-8")
    run = newsreader("extract", str(empty), str(tmp_path / "gone.html"), str(mill), "--json")
    first, second, third = map(json.loads, run.out.splitlines())
    assert run.code == 1
    assert (first["text"], len(first["warnings"])) == ("", 1)
    assert "There is no file" in second["warnings"][0]
    assert third["title"] == "The mill turns again"


def test_a_rule_holds_for_a_file_that_tells_its_own_address(
    newsreader: Newsreader, mill: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _PAGE.replace("</head>", '<link rel="canonical" href="https://quay.example/mill"></head>')
    mill.write_text(
        page.replace("</article>", "<p class='ad'>Visit the mill.</p></article>"), encoding="utf-8"
    )
    rules = tmp_path / "config.toml"
    rules.write_text('[sites."quay.example"]\nkeep = "article"\ndrop = ".ad"\n', encoding="utf-8")
    for module in ("cleaning", "adding"):
        monkeypatch.setattr(f"tui_reader.cli.{module}.config_file", lambda: rules)
    run = newsreader("extract", str(mill), "--json")
    assert json.loads(run.out)["engine"] == "rule"
    assert "Visit" not in json.loads(run.out)["text"]
    number = newsreader("add", str(mill)).out.split("\t")[0]
    assert "Visit" not in newsreader("show", number, "--width", "80").out


def test_the_number_of_an_article_is_told_how_to_be_cleaned_again(newsreader: Newsreader) -> None:
    run = newsreader("extract", "12")
    assert run.code == 1
    assert "newsreader extract --again 12" in run.err


def test_options_that_do_not_go_together_are_refused(newsreader: Newsreader) -> None:
    assert "for files" in newsreader("extract", "--again", "--json").err
    assert "one file only" in newsreader("extract", "a.html", "b.html", "--url", "https://a.example").err
