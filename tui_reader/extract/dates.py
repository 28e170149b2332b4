"""Dates as pages write them, for machines and for readers, in the languages of the world's news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

from tui_reader.extract.months import folded, month_number

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_LONGEST = 200
"""Characters of a text that are searched for a date."""
_BUDDHIST = 543
"""Years by which the calendar of Thailand is ahead."""

_YEAR = r"(?P<year>\d{4})(?!\d)"
_WORD = r"(?P<word>[^\s\d,/|·•()]{2,24}?)"
_ZONE = r"(?:\s*\(?(?:utc|gmt)?\s?(?P<offset>[+-]\d\d:?\d\d)|\s*(?P<zone>[a-z]{3,4}|z)\b)?"
_PATTERNS = (
    r"(?<!\d)(?P<year>\d{4})\s?[-/.年년]\s?(?P<month>\d{1,2})\s?[-/.月월]\s?(?P<day>\d{1,2})(?!\d)",
    rf"(?<!\w){_WORD}[.]?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[,\s]\s*{_YEAR}",
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[.ºª])?[\s-]*(?:d[aei]\s+|of\s+|d['’])?{_WORD}[.,]*[\s-]*(?:del?\s+|of\s+)?{_YEAR}",
    rf"(?<!\d)(?P<day>\d{{1,2}})\s+thang\s+(?P<month>\d{{1,2}}),?\s+(?:nam\s+)?{_YEAR}",
    rf"(?<!\d){_YEAR}[.,]?\s*(?:m\.\s*)?{_WORD}\s+(?P<day>\d{{1,2}})(?!\d)",
    rf"(?<![\d.])(?P<first>\d{{1,2}})\s?(?P<sign>[-/.])\s?(?P<second>\d{{1,2}})\s?(?P=sign)\s?{_YEAR}",
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    rf"(?:t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<seconds>\d\d)?{_ZONE})?(?!\d)",
)
"""What a date looks like, the surest first: 2024-04-05, April 5 2024, 5 April 2024, 5/4/2024, 20240405."""
_DATES = tuple(map(re.compile, _PATTERNS))
# Between a day and its time stand "T", "at", "um", "à" or "- 10:30 Uhr".
_TIME = re.compile(
    r"(?:t|[\s,.|·•–—@-]*(?:[^\W\d_]{1,4}[\s.]+)?)(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)"
    rf"(?::(?P<seconds>\d\d))?(?:[.,]\d{{1,9}})?(?:\s*(?P<half>[ap])\.?m\b\.?)?{_ZONE}"
)
# Arabic has months of two words; the table writes them with this sign.
_TWO_WORDS = re.compile(r"\b(تشرين|كانون)\s+(?=ال)")
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
_IN_ADDRESS = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)(?:"
    r"(?P<sign>-?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?!\d)|/(?P<word>\d\d?|[a-z]{3,9})/(?P<number>\d\d?)(?=[/.?#]|$))"
)
_HOURS_OF_ZONES = """
    z:0 utc:0 gmt:0 wet:0 cet:1 mez:1 bst:1 west:1 wat:1 cest:2 mesz:2 eet:2 sast:2 cat:2 eest:3 msk:3 eat:3
    pkt:5 wib:7 hkt:8 sgt:8 jst:9 kst:9 aest:10 aedt:11 nzst:12 nzdt:13
    edt:-4 est:-5 cdt:-5 mdt:-6 mst:-7 pdt:-7 pst:-8
"""
"""How far the time zones are ahead of UTC; letters that stand for several are left out."""
_HOURS = {zone: int(hours) for zone, _, hours in (pair.partition(":") for pair in _HOURS_OF_ZONES.split())}


def parsed_date(text: str, language: str = "") -> datetime | None:
    """Return the moment that a text gives, None if it gives none that can be understood.

    It has the offset from UTC that the text has, and no time zone if the text has none. A day without a time
    begins at midnight.

    Args:
        text: a line with a date in it.
        language: tag such as "en-US": it tells which month a name is that several languages have, and whether
            "3/4/2024" begins with the month; empty if unknown.
    """
    line = folded(" ".join(text[:_LONGEST].split()))
    if seconds := _SECONDS.fullmatch(line):
        return datetime.fromtimestamp(int(seconds[1]), UTC)
    line = _TWO_WORDS.sub(r"\1_", line)
    for pattern in _DATES:
        for match in pattern.finditer(line):
            parts = match.groupdict()
            if parts.get("hour") is None and (time := _TIME.match(line, match.end())):
                parts |= time.groupdict()
            if moment := _moment(parts, folded(language).replace("_", "-")):
                return moment
    return None


def date_in_address(url: str) -> datetime | None:
    """Return the day that an address like `/2024/04/05/` or `/2024-04-05-ferry` names, if any."""
    match = _IN_ADDRESS.search(url.lower())
    if not match:
        return None
    parts = match.groupdict()
    if word := parts.pop("word"):
        parts |= {"day": parts["number"], "month" if word.isdigit() else "word": word}
    return _moment(parts, "")


def most_exact(moments: Iterable[datetime]) -> datetime | None:
    """Return the first of several statements, or one of the same day that tells more of its time and zone.

    None if there are no statements. A moment of which no statement gives the zone is taken for UTC.
    """
    said = list(moments)
    if not said:
        return None
    best = max(
        (moment for moment in said if moment.date() == said[0].date()),
        key=lambda moment: (bool(moment.hour or moment.minute), moment.tzinfo is not None),
    )
    return best if best.tzinfo else best.replace(tzinfo=UTC)


def _moment(parts: dict[str, str | None], language: str) -> datetime | None:
    """Return the moment of the named parts of a match, None if there is no such moment."""
    year = int(parts["year"] or 0)
    day, month = _day_and_month(parts, language)
    hour = int(parts.get("hour") or 0)
    if half := parts.get("half"):
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        moment = datetime(
            year - _BUDDHIST if year > _LAST_YEAR else year,
            month,
            day,
            hour,
            int(parts.get("minute") or 0),
            int(parts.get("seconds") or 0),
            tzinfo=_zone(parts),
        )
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR and moment.timestamp() else None


def _day_and_month(parts: dict[str, str | None], language: str) -> tuple[int, int]:
    """Return day and month, 0 for what is not sure."""
    primary, _, region = language.partition("-")
    if word := parts.get("word"):
        return int(parts["day"] or 0), month_number(word.rstrip("."), primary) or 0
    if month := parts.get("month"):
        return int(parts["day"] or 0), int(month)
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    if first > 12 or first == second or parts["sign"] == "." or primary not in ("", "en"):
        return first, second
    if second > 12 or region == "us":
        return second, first
    return (first, second) if region else (0, 0)


def _zone(parts: dict[str, str | None]) -> timezone | None:
    if offset := parts.get("offset"):
        sign = -1 if offset.startswith("-") else 1
        return timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))
    hours = _HOURS.get(parts.get("zone") or "")
    return None if hours is None else timezone(timedelta(hours=hours)) if hours else UTC
