"""How a row is set: always exactly as wide as asked, with what matters in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.shelf import NOW
from tui_reader.lines.pieces import Line
from tui_reader.lines.rows import Setting, age_of, progress_bar, row_lines, snippet_pieces
from tui_reader.lines.stories import Together, also, tally
from tui_reader.models import ArticleId, ArticleRow, Snippet, Stage
from tui_reader.reading.cells import width

TEXTS = st.text(alphabet=st.sampled_from("ab é漢字👩‍👩‍👧🇰🇿\u0301ก็ำ[]/\\\x1b\u202e\t\n"), max_size=60)


def make_row(**changes: object) -> ArticleRow:
    """Return a row that is ready and unread but for the changes."""
    fields: dict[str, object] = {
        "id": ArticleId(1), "url": "https://example.org/a", "title": "A title", "site": "Site", "authors": (),
        "language": "en", "saved": NOW - timedelta(hours=2), "published": None, "words": 460,
        "excerpt": "What it says.", "names": ("Astana",), "tags": (), "is_read": False, "is_starred": False,
        "is_archived": False, "is_trashed": False, "progress": 0.0, "stage": Stage.READY, "reason": "",
    }  # fmt: skip
    return ArticleRow(**{**fields, **changes})  # type: ignore[arg-type]


def text_of(line: Line) -> str:
    """Return a line's text."""
    return "".join(text for text, _ in line)


def drawn(row: ArticleRow, cells: int = 120, snippet: Snippet | None = None) -> list[str]:
    """Return the lines of the row."""
    setting = Setting(width=cells, now=NOW, is_searching=snippet is not None)
    lines = row_lines(row, setting, is_current=False, is_selected=False, snippet=snippet)
    return [text_of(line) for line in lines]


@given(
    cells=st.integers(30, 180),
    title=TEXTS, site=TEXTS, reason=TEXTS, excerpt=TEXTS,
    names=st.lists(TEXTS, max_size=4), tags=st.lists(TEXTS, max_size=4),
    stage=st.sampled_from(Stage), progress=st.floats(0, 1), words=st.sampled_from([0, 1, 900, 500_000]),
    snippet=st.none() | st.builds(lambda text: Snippet(text, ((0, 2), (5, 9))), TEXTS),
    is_current=st.booleans(), is_selected=st.booleans(), is_starred=st.booleans(),
    together=st.none() | st.builds(
        Together, others=st.lists(st.tuples(TEXTS, TEXTS), max_size=5).map(tuple),
        number=st.integers(1, 2000), copies=st.integers(0, 2000),
        is_open=st.booleans(), is_under=st.booleans(), is_last=st.booleans(),
    ),
)  # fmt: skip
def test_every_line_is_exactly_as_wide_as_asked(
    cells: int, title: str, site: str, reason: str, excerpt: str, names: list[str], tags: list[str],
    stage: Stage, progress: float, words: int, snippet: Snippet | None,
    is_current: bool, is_selected: bool, is_starred: bool, together: Together | None,
) -> None:  # fmt: skip
    row = make_row(
        title=title, site=site, reason=reason, excerpt=excerpt, names=tuple(names), tags=tuple(tags),
        stage=stage, progress=progress, words=words, is_starred=is_starred,
    )  # fmt: skip
    setting = Setting(width=cells, now=NOW, is_searching=snippet is not None)
    lines = row_lines(
        row, setting, is_current=is_current, is_selected=is_selected, snippet=snippet, together=together
    )
    assert len(lines) == setting.height
    for line in lines:
        assert sum(width(text) for text, _ in line) == cells
        assert not set(text_of(line)) & set("\x1b\u202e\n\t")


def test_unread_is_weight_and_a_mark() -> None:
    unread, read = (
        row_lines(make_row(is_read=is_read), Setting(width=80, now=NOW), is_current=False, is_selected=False)[
            0
        ]
        for is_read in (False, True)
    )
    assert ("●", "unread-mark") in unread
    assert ("A title", "unread") in unread
    assert ("○", "dim") in read
    assert ("A title", "title") in read


@pytest.mark.parametrize(
    ("stage", "mark", "word"),
    [
        (Stage.QUEUED, "◌", "waiting"),
        (Stage.FETCHING, "◔", "fetching"),
        (Stage.CLEANING, "◑", "cleaning"),
        (Stage.NAMING, "◕", "finding names"),
    ],
)
def test_an_article_on_its_way_shows_its_stage(stage: Stage, mark: str, word: str) -> None:
    line = drawn(make_row(stage=stage, words=0, title="https://example.org/a"), 80)[0]
    assert line.split()[0] == mark
    assert line.rstrip().endswith(word)


@pytest.mark.parametrize("cells", [60, 80, 120])
def test_a_failure_shows_its_reason_and_the_way_out_uncut(cells: int) -> None:
    row = make_row(
        stage=Stage.FAILED, words=0, reason="The host does not answer, and has not for a long time."
    )
    text = " ".join(drawn(row, cells))
    assert "✗" in text
    assert "The host" in text
    assert "· r tries again" in text


def test_a_text_whose_update_failed_is_still_there_with_the_reason() -> None:
    text = drawn(make_row(reason="404: the page is gone."))
    assert "A title" in text[0]
    assert "404: the page is gone · r tries again" in text[1]


def test_progress_is_shown_once_reading_has_begun() -> None:
    assert "▮▮▮▯▯" in drawn(make_row(progress=0.6))[0]
    assert "▮▮▮▯▯" in drawn(make_row(progress=0.6), 80)[0]
    assert "▮" not in drawn(make_row(progress=0.0))[0]
    assert "▮" not in drawn(make_row(progress=1.0))[0]


def test_a_long_title_ends_with_an_ellipsis_before_the_columns() -> None:
    line = drawn(make_row(title="word " * 40), 80)[0]
    assert "… " in line
    assert line.rstrip().endswith("2 min")


def test_names_and_tags_stand_on_the_second_line() -> None:
    second = drawn(make_row(names=("Astana", "Akorda"), tags=("asia",)))[1]
    assert "#asia   Astana · Akorda" in second


def test_words_that_were_searched_for_are_marked_in_the_title() -> None:
    setting = Setting(width=120, now=NOW, words=("fl", "+"))
    line = row_lines(
        make_row(title="After the Floods, no reflow"), setting, is_current=False, is_selected=False
    )
    assert [text for text, look in line[0] if look == "hit"] == ["Floods"]


def test_a_snippet_is_moved_so_that_its_first_hit_is_seen() -> None:
    text = "One two three four five six seven eight nine ten eleven twelve flood and more"
    start = text.index("flood")
    pieces = snippet_pieces(Snippet(text, ((start, start + 5),)), 40)
    assert ("flood", "hit") in pieces
    assert text_of(pieces).startswith("…")
    assert width(text_of(pieces)) <= 40


def test_a_snippet_with_controls_in_it_is_shown_clean_and_unmarked() -> None:
    assert snippet_pieces(Snippet("a\x1b[31mred", ((0, 1),)), 40) == [("ared", "snippet")]


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=23), "23 h"),
        (timedelta(days=6), "6 d"),
        (timedelta(days=20), "2 w"),
        (timedelta(days=40), "6 Apr"),
        (timedelta(days=400), "2023"),
    ],
)
def test_ages_are_short(past: timedelta, expected: str) -> None:
    assert age_of(datetime(2024, 5, 16, 12, tzinfo=UTC) - past, NOW) == expected


@pytest.mark.parametrize(("progress", "bar"), [(0.01, "▮▯▯▯▯"), (0.5, "▮▮▯▯▯"), (0.99, "▮▮▮▮▮")])
def test_five_bars_show_the_share_that_was_read(progress: float, bar: str) -> None:
    assert progress_bar(progress) == bar


def test_the_other_reports_are_told_under_a_wide_row_and_counted_in_a_narrow_one() -> None:
    others = (("Rates stay put", "ledger.example"), ("What the statement left out", "bankwatch.example"))
    together = Together(others, 2, 1)
    lines = {
        cells: [
            text_of(line)
            for line in row_lines(
                make_row(), Setting(cells, NOW), is_current=False, is_selected=False, together=together
            )
        ]
        for cells in (80, 120)
    }
    assert "A title +2" in lines[80][0]
    assert "also: Rates stay put (ledger.example) · What the statement left" in lines[120][1]
    assert lines[120][1].rstrip().endswith("2 reports, 1 copy")


def test_a_report_under_another_is_linked_to_it_by_a_line() -> None:
    together = Together((), 1, 0, is_open=True, is_under=True, is_last=True)
    lines = row_lines(make_row(), Setting(80, NOW), is_current=False, is_selected=False, together=together)
    assert "└ A title" in text_of(lines[0])


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5).map(tuple), st.integers(20, 160))
def test_other_reports_never_take_more_room_than_there_is(
    others: tuple[tuple[str, str], ...], room: int
) -> None:
    assert width(also(Together(others, len(others), 0), room)) <= room


def test_copies_of_one_text_are_one_report() -> None:
    assert tally(Together((), 2, 2)) == "1 report, 2 copies"
    assert tally(Together((), 1, 0)) == "2 reports"
