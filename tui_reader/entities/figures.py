"""Finds dates, times, amounts of money and shares in per cent in English text, with what they come to."""

from __future__ import annotations

from datetime import date

from tui_reader.entities.dates import dates
from tui_reader.entities.money import money
from tui_reader.entities.recogniser import Span
from tui_reader.entities.shares import shares
from tui_reader.entities.stretches import covered, in_order
from tui_reader.entities.times import on_their_days, times


def figures(text: str, today: date | None) -> list[Span]:
    """Return them by place, with no date where a time is; amounts may overlap.

    Args:
        text: what is read.
        today: the day when the text came out, None if unknown.
    """
    of_day = times(text)
    cover = covered(text, of_day)
    days = [found for found in dates(text, today) if not any(cover[found.start : found.end])]
    on_days = on_their_days(text, in_order(days + of_day))
    return in_order(on_days + money(text) + shares(text))
