"""Breaks a text into lines that fit a width, as offsets into the text.

Lines break at spaces, after dashes, after hyphens and slashes of long words, and between ideographs by
the kinsoku rules (closing punctuation never begins a line, opening punctuation never ends one). A word
that fits no line is split between two characters. Spaces at a break belong to neither line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from tui_reader.reading.cells import clusters, is_simple

LONG_WORD = 20
"""Cells from which a word may break after its hyphens and slashes."""

_DASHES = "–—"
_JOINTS = "-/"
_CLOSING = frozenset(
    "、。，．・：；？！）」』】〉》〕〗〙〛｝］｠〜…‥％"
    "ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々〻ゝゞヽヾ"
    ",.;:!?)]}%’”»›—–"
    "⁰¹²³⁴⁵⁶⁷⁸⁹"
)
_OPENING = frozenset("（「『【〈《〔〖〘〚｛［｟([{‘“«‹")
_GLUE = "\u00a0\u202f\u2007"


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return start and end of each line; an empty text is one empty line.

    A line is wider than the width only if a single character is.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    break_line = _break_simple if is_simple(text) else _break_clusters
    while True:
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end
        lines.extend(break_line(text, start, stop, width))
        if end < 0:
            return lines
        start = end + 1


def _break_simple(text: str, start: int, stop: int, width: int) -> Iterator[tuple[int, int]]:
    """Break one paragraph whose characters are all one cell wide."""
    start, stop = _trim(text, start, stop)
    while stop - start > width:
        limit = start + width
        cut = text.rfind(" ", start, limit + 1)
        cut = max(cut, _after_dash(text, max(start, cut), limit))
        word = max(start, text.rfind(" ", start, limit + 1) + 1)
        if text[limit] != " ":
            long = min(LONG_WORD, width)
            # No further than where the word is known to be long: some words have a million letters.
            reach = min(stop, word + long + 1)
            end = text.find(" ", limit, reach)
            if (reach if end < 0 else end) - word > long:
                cut = max(cut, _after_joint(text, max(word, cut) + 2, limit))
        if cut <= start:
            cut = limit
        yield start, _trim(text, start, cut)[1]
        start = _trim(text, cut, stop)[0]
    yield start, stop


def _after_dash(text: str, start: int, limit: int) -> int:
    """Return the last place up to the limit that follows a dash and may begin a line; -1 if there is none."""
    place = limit
    while (place := max(text.rfind(dash, start, place) for dash in _DASHES) + 1) > start:
        if _may_break(text, place):
            return place
        place -= 1
    return -1


def _after_joint(text: str, start: int, limit: int) -> int:
    """Return the last place up to the limit that follows a hyphen or slash; -1 if there is none."""
    for place in range(limit, start - 1, -1):
        if text[place - 1] in _JOINTS and text[place] not in _JOINTS:
            return place
    return -1


def _break_clusters(text: str, start: int, stop: int, width: int) -> Iterator[tuple[int, int]]:
    """Break one paragraph of any script, between what a reader sees as characters."""
    start, stop = _trim(text, start, stop)
    spans = clusters(text[start:stop])
    places = [start + span[0] for span in spans] + [stop]
    sums = [0]
    for _, _, cells in spans:
        sums.append(sums[-1] + cells)
    first = 0
    while sums[-1] - sums[first] > width:
        limit = max(bisect_right(sums, sums[first] + width) - 1, first + 1)
        if limit >= len(spans):
            break
        cut = _last_break(text, places, sums, first, limit, width)
        end = _trim(text, places[first], places[cut])[1]
        yield places[first], end
        while cut < len(spans) and text[places[cut]] == " ":
            cut += 1
        first = cut
    yield places[first], stop


def _last_break(text: str, places: list[int], sums: list[int], first: int, limit: int, width: int) -> int:
    """Return the last cluster, at most the limit, before which the line may end."""
    cut = limit
    while cut > first and not _may_break(text, places[cut]):
        cut -= 1
    word = limit
    while word > first and text[places[word] - 1] != " ":
        word -= 1
    long = min(LONG_WORD, width)
    end = limit
    while end < len(places) - 1 and text[places[end]] != " " and sums[end] - sums[word] <= long:
        end += 1
    if sums[end] - sums[word] > long:
        for place in range(limit, max(word, cut) + 1, -1):
            before, after = text[places[place] - 1], text[places[place]]
            if before in _JOINTS and after not in _JOINTS:
                return place
    return cut if cut > first else limit


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end before the character at the place."""
    before, after = text[place - 1], text[place]
    if before == " " or after == " ":
        return True
    if after in _CLOSING or before in _OPENING or before in _GLUE or after in _GLUE:
        return False
    return before in _DASHES or _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(character: str) -> bool:
    """Whether lines may break on either side; Korean is set with spaces and breaks only there."""
    return (
        "\u2e80" <= character <= "\ua4cf"
        or "\uf900" <= character <= "\ufaff"
        or "\ufe30" <= character <= "\ufe4f"
        or "\uff00" <= character <= "\uff60"
        or character >= "\U0001f000"
    )


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return the stretch without the spaces at its ends."""
    while start < stop and text[start] == " ":
        start += 1
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    return start, stop
