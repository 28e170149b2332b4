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
        (b"\xc3\xa9\xc3\xa8\xff", "text/html; charset=utf-8", "éè\ufffd"),
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


_RUSSIAN = "Президент встретился с жителями города и обещал построить дорогу до конца года. "
_SENTENCES = {
    "cp1251": _RUSSIAN,
    "koi8-r": _RUSSIAN,
    "gb18030": "总统与城市居民会面，并承诺在年底前修建一条新的道路。",
    "big5hkscs": "總統與城市居民會面，並承諾在年底前修建一條新的道路。",
    "cp932": "大統領は市民と会い、年末までに新しい道路を建設すると約束した。",
    "euc-jp": "大統領は市民と会い、年末までに新しい道路を建設すると約束した。",
    "cp949": "대통령은 시민들을 만나 연말까지 새 도로를 건설하겠다고 약속했다.",
    "cp1253": "Ο πρόεδρος συναντήθηκε με τους κατοίκους της πόλης και υποσχέθηκε νέο δρόμο. ",
    "cp1255": "הנשיא נפגש עם תושבי העיר והבטיח לבנות כביש חדש עד סוף השנה. ",
    "utf-16-le": "The mill at Overbeck turns again, and flour is ground on Saturdays. ",
    "utf-16-be": "The mill at Overbeck turns again, and flour is ground on Saturdays. ",
}


@pytest.mark.parametrize("codec", _SENTENCES)
@pytest.mark.parametrize(
    "content_type", ["text/html", "text/html; charset=utf-8"], ids=["unlabelled", "as UTF-8"]
)
def test_an_encoding_that_nobody_tells_or_somebody_tells_wrong_is_told_from_the_text(
    codec: str, content_type: str
) -> None:
    page = "<html><body><p>" + _SENTENCES[codec] * 10
    assert decode(page.encode(codec), content_type) == page


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "big5", "euc-kr", "shift_jis"])
def test_utf_8_under_another_label_is_read_as_utf_8(label: str) -> None:
    page = "<p>" + "Øystein og Åse går på ski – «alltid» i påsken. Президент встретился с жителями. " * 5
    assert decode(page.encode(), f"text/html; charset={label}") == page


def test_what_the_page_says_goes_before_what_a_server_says_of_every_page() -> None:
    page = '<meta charset="windows-1251"><p>' + _RUSSIAN
    assert decode(page.encode("cp1251"), "text/html; charset=iso-8859-1") == page


def test_a_few_damaged_bytes_change_no_encoding() -> None:
    page = "<p>" + _SENTENCES["gb18030"] * 10
    damaged = page.encode("gb18030").replace("条".encode("gb18030"), b"\xff", 2)
    text = decode(damaged, "text/html; charset=gbk")
    assert text.replace("\N{REPLACEMENT CHARACTER}", "条", 2) == page


@pytest.mark.parametrize("label", ["", "; charset=iso-8859-1"])
def test_a_stray_byte_makes_no_other_encoding_of_utf_8(label: str) -> None:
    page = "<p>Le café du port est très agréable, où l’on s’arrête dès l’été. " * 5
    text = decode(page.encode() + b"caf\xe9", f"text/html{label}")
    assert text == page + "caf\N{REPLACEMENT CHARACTER}"


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
