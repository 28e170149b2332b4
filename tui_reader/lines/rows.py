"""Sets an article's row into lines, each exactly as wide as asked."""

from __future__ import annotations

from tui_reader.harmless import harmless_line
from tui_reader.lines.ages import age
from tui_reader.lines.pieces import Line, Piece, cells, filled, left, right
from tui_reader.lines.stories import Together, also, branch, marker, tally
from tui_reader.pace import minutes
from tui_reader.reading.cells import clip, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from typing import Final

    from tui_reader.models import ArticleRow, Snippet
    from tui_reader.storage.first_look import FirstRow

    Row = ArticleRow | FirstRow

WIDE: Final = 100
"""From this width a row has two lines and all columns."""

_GUTTER: Final = 4
_END: Final = 4
_STAGE_MARKS: Final = {"queued": "◌", "fetching": "◔", "cleaning": "◑", "naming": "◕"}
_STAGE_WORDS: Final = {
    "queued": "waiting",
    "fetching": "fetching",
    "cleaning": "cleaning",
    "naming": "finding names",
}


class Setting:
    """What decides how rows look, besides the articles."""

    __slots__ = ("age", "is_by_published", "is_searching", "now", "retry", "width", "words")

    def __init__(
        self,
        width: int,
        now: datetime,
        *,
        retry: str = "r",
        is_by_published: bool = False,
        is_searching: bool = False,
        words: Sequence[str] = (),
        age: Callable[[datetime], str] | None = None,
    ) -> None:
        """Take what decides.

        Args:
            width: cells a line has.
            now: the moment from which ages count.
            retry: the key that tries a failed article again.
            is_by_published: whether ages count from the day of publication.
            is_searching: whether rows show the words that were found.
            words: what was searched for, to be marked in headlines.
            age: tells how long ago a moment was, instead of counting from now.
        """
        self.width = width
        self.now = now
        self.retry = retry
        self.is_by_published = is_by_published
        self.is_searching = is_searching
        self.words = words
        self.age = age or (lambda moment: age_of(moment, now))

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two lines and all columns."""
        return self.width >= WIDE

    @property
    def height(self) -> int:
        """Lines a row has."""
        return 2 if self.is_wide or self.is_searching else 1


def width_beside(width: int, height: int, number: int, *, is_searching: bool = False) -> int:
    """Return the cells that rows have: one less where so many of them need a scroll bar."""
    is_tall = width >= WIDE or is_searching
    return width - 1 if number * (2 if is_tall else 1) > height else width


def row_lines(
    row: Row,
    setting: Setting,
    *,
    is_current: bool,
    is_selected: bool,
    snippet: Snippet | None = None,
    together: Together | None = None,
) -> list[Line]:
    """Return the lines of a row."""
    bar: Piece = ("▌", "cursor") if is_current else (" ", "text")
    mark: Piece = ("✓", "cursor") if is_selected else _mark(row)
    lines = [[bar, (" ", "text"), mark, (" ", "text"), *_first_line(row, setting, together)]]
    if setting.height == 2:
        lines.append([bar, ("   ", "text"), *_second_line(row, setting, snippet, together)])
    return lines


def age_of(moment: datetime, now: datetime) -> str:
    """Return how long ago the moment was, as `ages.age` tells it."""
    return age((now - moment).total_seconds(), moment.year, moment.month, moment.day)


def progress_bar(progress: float) -> str:
    """Return the share that was read as five small bars."""
    full = min(5, max(1, round(progress * 5)))
    return "▮" * full + "▯" * (5 - full)


def _marked(title: str, look: str, words: Sequence[str]) -> Line:
    """Return the title with the words that were searched for marked where a word begins so."""
    if not words:
        return [(title, look)]
    import re

    wanted = re.compile("|".join(rf"(?<!\w){re.escape(word)}\w*" for word in words), re.IGNORECASE)
    line: Line = []
    done = 0
    for found in wanted.finditer(title):
        line += [(title[done : found.start()], look), (found.group(), "hit")]
        done = found.end()
    return [*line, (title[done:], look)]


def _has_failed(row: Row) -> bool:
    """Whether the last attempt to fetch it failed; there may still be a text from an earlier one."""
    return bool(row.reason) and row.stage not in _STAGE_MARKS


def _mark(row: Row) -> Piece:
    """Return the sign that says what state the article is in."""
    if _has_failed(row):
        return "✗", "failure"
    if row.stage in _STAGE_MARKS:
        return _STAGE_MARKS[row.stage], "pending"
    if row.is_archived:
        return "□", "dim"
    return ("○", "dim") if row.is_read else ("●", "unread-mark")


def _first_line(row: Row, setting: Setting, together: Together | None) -> Line:
    """Return title and columns, and in a narrow list the tags or the reason of a failure."""
    room = setting.width - _GUTTER
    columns = _columns(row, setting)
    if setting.height == 1 and _has_failed(row):
        columns = [("  ", "text"), *_reason(row, setting, room * 3 // 5), ("  ", "text")]
    room -= cells(columns)
    look = "pending" if not row.words else "title" if row.is_read else "unread"
    lead = branch(together)
    more = marker(together) if setting.height == 1 else ""
    title = clip(harmless_line(row.title), room - width(lead) - width(more))
    line = [(lead, "dim"), *_marked(title, look, setting.words), (more, "names")]
    title = lead + title + more
    tags = "" if setting.is_wide else _tags(row, room - width(title) - 3)
    if tags:
        line.append(("   " + tags, "dim"))
    return [*filled(line, room), *columns]


def _columns(row: Row, setting: Setting) -> Line:
    """Return site, progress, age, length and star, as many as there is room for."""
    end: Line = [(" ", "text"), ("★", "star") if row.is_starred else (" ", "text"), ("  ", "text")]
    if row.stage in _STAGE_MARKS:
        return [(right(_STAGE_WORDS[row.stage], 15), "pending"), *end]
    moment = row.published if setting.is_by_published and row.published else row.saved
    past = (right(setting.age(moment), 8), "dim")
    length = (right(f"{minutes(row.words)} min" if row.words else "", 8), "dim")
    bar = progress_bar(row.progress) if row.words and 0 < row.progress < 1 else ""
    if setting.is_wide:
        return [("  ", "text"), (left(row.site, 18), "dim"), (right(bar, 7), "dim"), past, length, *end]
    if bar:
        length = (right(bar, 8), "dim")
    site = ("  " + left(row.site, 13), "dim")
    return [*([site] if setting.width >= 64 else []), *([past] if setting.width >= 50 else []), length, *end]


def _second_line(row: Row, setting: Setting, snippet: Snippet | None, together: Together | None) -> Line:
    """Return the reason of a failure, the words that were found, the other reports, or excerpt and names."""
    room = setting.width - _GUTTER - _END
    if _has_failed(row):
        return filled(_reason(row, setting, room), room + _END)
    if snippet is not None:
        return filled(snippet_pieces(snippet, room), room + _END)
    if together is not None and together.is_folded:
        aside_text = tally(together)
        others = also(together, room - width(aside_text) - 3)
        return [
            *filled([(others, "dim")], room - width(aside_text)),
            (aside_text, "names"),
            (" " * _END, "text"),
        ]
    names = clip(" · ".join(harmless_line(name) for name in row.names), room // 2) if setting.is_wide else ""
    tags = _tags(row, room // 4) if setting.is_wide else ""
    gap = "   " if tags and names else ""
    aside = width(tags) + len(gap) + width(names)
    # What is under another article is linked to the next one by a line.
    lead = ("  " if together.is_last else "│ ") if together is not None and together.is_under else ""
    excerpt = lead + clip(harmless_line(row.excerpt), room - aside - width(lead) - (3 if aside else 0))
    line = filled([(excerpt, "dim")], room - aside)
    return [*line, (tags, "dim"), (gap, "text"), (names, "names"), (" " * _END, "text")]


def _tags(row: Row, room: int) -> str:
    """Return the tags, if there is room for more than a scrap of them."""
    return clip("  ".join(f"#{harmless_line(tag)}" for tag in row.tags), room) if room >= 5 else ""


def snippet_pieces(snippet: Snippet, room: int) -> Line:
    """Return the snippet with its hits marked, cut so that the first hit is seen."""
    text = harmless_line(snippet.text)
    if text != snippet.text:
        return [(clip(text, room), "snippet")]
    start = 0
    if snippet.hits and width(text[: snippet.hits[0][1]]) > room - 2:
        start = max(0, text.rfind(" ", 0, max(0, snippet.hits[0][0] - room // 3)) + 1)
    shown = clip(("…" if start else "") + text[start:], room)
    shift = start - (1 if start else 0)
    pieces: Line = []
    done = 0
    for hit_start, hit_end in snippet.hits:
        a, b = max(done, hit_start - shift), min(hit_end - shift, len(shown))
        if a < b:
            pieces += [(shown[done:a], "snippet"), (shown[a:b], "hit")]
            done = b
    return [*pieces, (shown[done:], "snippet")]


def _reason(row: Row, setting: Setting, room: int) -> Line:
    """Return why the article can't be had and the way out, which is never cut."""
    hint = f" · {setting.retry} tries again"
    return [(clip(harmless_line(row.reason).rstrip("."), room - width(hint)), "failure"), (hint, "dim")]
