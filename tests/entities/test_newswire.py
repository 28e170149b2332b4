"""Datelines give a place and an outlet."""

from __future__ import annotations

import pytest

from tests.entities.marked import read_marks, write_marks
from tui_reader.entities.newswire import datelines


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (
            "Ovrana, {person:The Harbour Post}: The ferry sank.",
            "{place:Ovrana}, {organisation:The Harbour Post}: The ferry sank.",
        ),
        (
            "NAIROBI, 3 May (Reuters) - Rain fell.",
            "{place:NAIROBI}, 3 May ({organisation:Reuters}) - Rain fell.",
        ),
        (
            "Zadar, Croatia (Harbour News) — Rain fell.",
            "{place:Zadar}, {place:Croatia} ({organisation:Harbour News}) — Rain fell.",
        ),
        ("{organisation:Zadar}, Croatia – Rain fell.", "{place:Zadar}, {place:Croatia} – Rain fell."),
        ("ZADAR — Rain fell on {place:Zadar}.", "{place:ZADAR} — Rain fell on {place:Zadar}."),
        ("ASTANA — Rain fell.", "{place:ASTANA} — Rain fell."),
        ("UPDATE — Rain fell.", "UPDATE — Rain fell."),
        ("Anna, Head of School: we won.", "Anna, Head of School: we won."),
        ("Rain – {place:Zadar} has enough of it.", "Rain – {place:Zadar} has enough of it."),
    ],
)
def test_only_a_dateline_is_read_as_one(raw: str, read: str) -> None:
    text, spans = read_marks(raw)
    assert write_marks(text, datelines(text, spans, [0])) == read


def test_a_dateline_opens_its_paragraph() -> None:
    text = "They wrote: Lima, Peru – Rain fell."
    assert datelines(text, [], [0]) == []
