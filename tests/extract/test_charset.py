from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.extract.charset import decode


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (codecs.BOM_UTF8 + "é".encode(), "text/html; charset=latin1", "é"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "", "é"),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "text/html; charset=utf-8", "é"),
        ("Łódź".encode("iso8859-2"), "text/html; charset=ISO-8859-2", "Łódź"),
        ("“é”".encode("cp1252"), 'text/html; charset="iso-8859-1"', "“é”"),
        (b'<meta charset="koi8-r">' + "мир".encode("koi8-r"), "", '<meta charset="koi8-r">мир'),
        (b"<meta charset=gb2312>" + "镕".encode("gbk"), "text/html", "<meta charset=gb2312>镕"),
        ("é".encode(), "", "é"),
        ("é!".encode("cp1252"), "", "é!"),
        ("日本".encode()[:-1], "", "日\ufffd"),
        ("é".encode(), "text/html; charset=no-such-thing", "é"),
        (b"a\xffb", "text/html; charset=utf-8", "a\ufffdb"),
    ],
    ids=[
        "the mark beats the header",
        "little-endian UTF-16",
        "big-endian UTF-16",
        "the header",
        "Latin-1 is windows-1252",
        "the page's own word",
        "gb2312 is gb18030",
        "UTF-8 by its bytes",
        "windows-1252 by default",
        "UTF-8 cut off in a character",
        "an unknown label is passed over",
        "bytes that mean nothing",
    ],
)
def test_bytes_become_text_as_in_a_browser(body: bytes, content_type: str, text: str) -> None:
    assert decode(body, content_type) == text


def test_a_page_of_ascii_can_not_call_itself_utf_16() -> None:
    assert decode(b'<meta charset="utf-16"><p>text') == '<meta charset="utf-16"><p>text'


def test_what_a_wrong_decoding_left_behind_takes_no_text_with_it() -> None:
    assert decode("He said \x80\x9dno\x80\x9d and left".encode()) == "He said no and left"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.binary(max_size=200),
    st.one_of(
        st.text(max_size=30), st.sampled_from(["hex", "utf-7", "idna", "big5", "x-user-defined", "utf-16"])
    ),
)
def test_no_bytes_and_no_label_are_too_much(body: bytes, label: str) -> None:
    assert isinstance(decode(body, f"text/html; charset={label}"), str)
    assert isinstance(decode(b"<meta charset=" + label.encode("utf-8", "replace") + b">" + body), str)
