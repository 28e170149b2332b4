"""Turns the bytes of a page into text as browsers do, and never gives up on any.

A byte order mark decides, then the Content-Type header, then what the page says of itself in its first
kilobytes, unless the bytes belie them; failing these it is UTF-8 if it can be, else what they look like.
Labels and what they mean are those of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).
"""

from __future__ import annotations

import codecs
import re

from tui_reader.extract.detection import detected, in_pairs, is_utf_8

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?([\w:.()-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.()-]{1,40})", re.IGNORECASE)
_C1 = re.compile("[\x80-\x9f]")
_OF_SEVERAL_BYTES = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "gb18030",
    "big5hkscs",
    "euc-jp",
    "iso2022-jp",
    "cp932",
    "cp949",
)
_MOST_WRONG = 0.5
"""Share of what is not ASCII beyond which bytes that can't be read mean a wrong label, not a damaged page."""
_DEFAULT_OF_SERVERS = "cp1252"
"""What many a server and template says of every page: it is believed only if the bytes agree."""
_PRESCAN = 8192
"""Bytes in which a page must name its encoding; the standard asks for 1,024, real pages need more."""

# One line for each codec of Python: the labels that name it. Latin-1 and ASCII are windows-1252 to browsers.
_LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "utf-16-le": "utf-16 utf-16le ucs-2 unicode iso-10646-ucs-2 csunicode",
    "utf-16-be": "utf-16be unicodefffe",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 latin1 l1 ascii us-ascii",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251 win-1251 win1251",
    "cp1253": "windows-1253 cp1253 x-cp1253",
    "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5",
    "cp1255": "windows-1255 cp1255 x-cp1255",
    "cp1256": "windows-1256 cp1256 x-cp1256",
    "cp1257": "windows-1257 cp1257 x-cp1257",
    "cp1258": "windows-1258 cp1258 x-cp1258",
    "cp874": "windows-874 tis-620 iso-8859-11 iso8859-11 dos-874",
    "cp866": "ibm866 cp866 866",
    "iso8859-2": "iso-8859-2 iso8859-2 latin2 l2",
    "iso8859-3": "iso-8859-3 iso8859-3 latin3 l3",
    "iso8859-4": "iso-8859-4 iso8859-4 latin4 l4",
    "iso8859-5": "iso-8859-5 iso8859-5 cyrillic",
    "iso8859-6": "iso-8859-6 iso8859-6 arabic",
    "iso8859-7": "iso-8859-7 iso8859-7 greek greek8",
    "iso8859-8": "iso-8859-8 iso8859-8 iso-8859-8-i hebrew logical visual",
    "iso8859-10": "iso-8859-10 iso8859-10 latin6 l6",
    "iso8859-13": "iso-8859-13 iso8859-13",
    "iso8859-14": "iso-8859-14 iso8859-14",
    "iso8859-15": "iso-8859-15 iso8859-15 latin9 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "koi8-r koi8 koi koi8_r",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 chinese iso-ir-58",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "euc-jp": "euc-jp x-euc-jp",
    "iso2022-jp": "iso-2022-jp csiso2022jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 korean ksc5601 windows-949",
}


def decode(body: bytes, content_type: str = "") -> str:
    """Return the text of a page; bytes that mean nothing become U+FFFD."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _without_c1(body[len(mark) :].decode(codec, "replace"))
    codec = in_pairs(body) or _declared(body, content_type)
    if codec in ("", _DEFAULT_OF_SERVERS) or _is_belied(body, codec):
        codec = detected(body, codec)
    return _without_c1(body.decode(codec, "replace"))


def _declared(body: bytes, content_type: str) -> str:
    """Return the codec that the header or the page names; empty if neither names one that is known."""
    header = _HEADER.search(content_type)
    codec = _codec(header[1]) if header else ""
    if codec and codec != _DEFAULT_OF_SERVERS:
        return codec
    start = body[:_PRESCAN]
    for pattern in (_META, _XML):
        if (named := pattern.search(start)) and (own := _codec(named[1].decode("ascii", "replace"))):
            # A page whose label could be read as ASCII is not in UTF-16, whatever it says.
            return "utf-8" if own.startswith("utf-16") else own
    return codec


def _is_belied(body: bytes, codec: str) -> bool:
    """Whether the bytes are plainly in another encoding than the one that is declared."""
    if codec in _OF_SEVERAL_BYTES:
        text = body.decode(codec, "replace")
        wrong = text.count("\N{REPLACEMENT CHARACTER}")
        if not wrong:
            return False
        beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
        return is_utf_8(body) or wrong > _MOST_WRONG * beyond_ascii
    return not body.isascii() and is_utf_8(body)


def _without_c1(text: str) -> str:
    r"""Drop the second set of control characters.

    In pages they are what is left of a wrong decoding long ago ("donâ\x80\x99t"); a terminal takes some of
    them for the start of a command that goes on to the end of the line.
    """
    return _C1.sub("", text)


def _codec(label: str) -> str:
    wanted = label.strip().lower()
    return next((codec for codec, labels in _LABELS.items() if wanted in labels.split()), "")
