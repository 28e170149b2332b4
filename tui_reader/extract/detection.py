"""Tells the encoding of a page from its bytes, where nothing else does or what does is wrong."""

from __future__ import annotations

import codecs

_MOST_BYTES = 200_000
"""Bytes beyond ASCII that are looked at; a hundredth of them is mostly enough."""
_LEAST_SURE = 0.6
"""Confidence of chardet below which it guesses."""
_ITS_WORD_FOR_DONT_KNOW = ("ascii", "iso-8859-1", "windows-1252")
_WIDER = {"gb2312": "gb18030", "euc-kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs"}
"""What pages mean by these: later sets of characters that hold the earlier ones."""


def is_utf_8(body: bytes) -> bool:
    """Whether the bytes can be UTF-8, also if they were cut off inside a character."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return False
    return True


def detected(body: bytes) -> str:
    """Return a codec that fits the bytes, empty if none can be told."""
    if is_utf_8(body):
        return _in_pairs(body) or "utf-8"
    # Only pages that say nothing or the wrong thing come here, so the import waits.
    import chardet

    found = chardet.detect(_telling_part(body))
    name = (found["encoding"] or "").lower()
    if found["confidence"] < _LEAST_SURE or name in _ITS_WORD_FOR_DONT_KNOW:
        return _in_pairs(body)
    return _WIDER.get(name, name)


def _in_pairs(body: bytes) -> str:
    """Return UTF-16 if every second byte is mostly null, as in Western text."""
    start = body[:2_000]
    half = len(start) // 2
    if half and start[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    if half and start[0::2].count(0) > half * 0.7:
        return "utf-16-be"
    return ""


def _telling_part(body: bytes) -> bytes:
    """Return the words that are not in ASCII, as markup says nothing of the encoding."""
    words = (word for word in body.split() if not word.isascii())
    kept: list[bytes] = []
    length = 0
    for word in words:
        kept.append(word[:1_000])
        length += len(kept[-1])
        if length > _MOST_BYTES:
            break
    return b" ".join(kept)
