from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import FetchError
from tui_reader.web.urls import canonical, normalise

PROPERTY = settings(max_examples=300, deadline=None, derandomize=True)

ADDRESSES = st.builds(
    lambda scheme, host, port, path, query, fragment: f"{scheme}{host}{port}{path}{query}{fragment}",
    st.sampled_from(["https://", "http://", "HTTPS://", "", "//"]),
    st.sampled_from(["example.org", "WWW.Example.org", "www.www.example.org.", "[::1]", "müller.de", "a"]),
    st.sampled_from(["", ":80", ":443", ":8080"]),
    st.text("aB/ %é日.:@?", max_size=12).map(lambda text: f"/{text}"),
    st.sampled_from(["", "?", "?a=1&utm_source=x", "?b=%c3%a9&&a=/", "?fbclid=1", "?q=a b"]),
    st.sampled_from(["", "#top", "#!/x"]),
)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org/story", "https://example.org/story"),
        ("  <https://example.org/story>\n", "https://example.org/story"),
        ("//example.org", "https://example.org"),
        ("localhost:8000/x", "https://localhost:8000/x"),
        ("example.org:8080", "https://example.org:8080"),
        ("HTTP://example.org", "http://example.org"),
        ("http://intranet/page", "http://intranet/page"),
        ("https://example.org/a b?q=c d", "https://example.org/a%20b?q=c%20d"),
        ("https://example.org/a-long-\n  address", "https://example.org/a-long-address"),
        ("https://ja.wikipedia.org/wiki/日本", "https://ja.wikipedia.org/wiki/%E6%97%A5%E6%9C%AC"),
        ("192.168.1.2/feed", "https://192.168.1.2/feed"),
        ("https://example.org/story?id=7#comments", "https://example.org/story?id=7"),
        ("https://example.org/#!/story", "https://example.org/#!/story"),
    ],
)
def test_a_typed_address_is_made_whole(typed: str, address: str) -> None:
    assert normalise(typed) == address


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "There is no address"),
        (" \n ", "There is no address"),
        ("hello", "“hello” is not an address"),
        ("hello world", "“hello world” is not an address"),
        ("example.org is nice", "is not an address"),
        ("file:///etc/passwd", "“file:” can't be saved"),
        ("javascript:alert(1)", "“javascript:” can't be saved"),
        ("mailto:ann@example.org", "“mailto:” can't be saved"),
        ("https://", "is not an address"),
        ("https://example.org:99999/", "its host or port makes no sense"),
        ("http://[::1", "its host or port makes no sense"),
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(typed: str, complaint: str) -> None:
    with pytest.raises(FetchError, match=complaint) as caught:
        normalise(typed)
    assert caught.value.url == typed


@pytest.mark.parametrize(
    "spelling",
    [
        "https://example.org/story?id=7",
        "http://example.org/story?id=7",
        "HTTPS://WWW.EXAMPLE.ORG/story?id=7",
        "https://example.org:443/story?id=7",
        "http://example.org:80/story?id=7",
        "https://example.org/story/?id=7#comments",
        "https://example.org/story?utm_source=feed&utm_medium=rss&id=7",
        "https://example.org/story?id=7&fbclid=AbC&gclid=1&mc_cid=2",
        "https://ann:secret@example.org/story?id=7",
        "example.org/story?id=7",
    ],
)
def test_spellings_of_one_address_share_a_key(spelling: str) -> None:
    assert canonical(spelling) == "example.org/story?id=7"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1"),
        ("https://example.org/", "https://news.example.org/"),
        ("https://example.org:8080/", "https://example.org/"),
        ("https://example.org/?ref=home", "https://example.org/"),
    ],
)
def test_different_pages_have_different_keys(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_escapes_and_letters_outside_ascii_are_spelled_alike() -> None:
    assert canonical("https://example.org/caf%c3%a9") == canonical("https://example.org/café")
    assert canonical("https://müller.de/") == canonical("https://xn--mller-kva.de")


def test_what_is_no_address_is_its_own_key() -> None:
    assert canonical("") == ""
    assert canonical("http://[broken") == "http://[broken"
    assert canonical("file:///tmp/a.html") == "file:///tmp/a.html"


@PROPERTY
@given(ADDRESSES)
def test_a_key_is_the_key_of_itself(address: str) -> None:
    assert canonical(canonical(address)) == canonical(address)


@PROPERTY
@given(st.text(max_size=60))
def test_any_text_has_a_key_that_stays(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@PROPERTY
@given(ADDRESSES)
def test_scheme_www_fragment_and_tracking_do_not_change_the_key(address: str) -> None:
    without_fragment = address.partition("#")[0].rstrip()
    joint = "&" if "?" in without_fragment else "?"
    assert canonical(f"{without_fragment}{joint}utm_campaign=x#part") == canonical(without_fragment)


@PROPERTY
@given(ADDRESSES)
def test_an_address_made_whole_stays_as_it_is(address: str) -> None:
    try:
        whole = normalise(address)
    except FetchError:
        return
    assert whole.startswith(("http://", "https://"))
    assert normalise(whole) == whole
    assert canonical(whole) == canonical(address)
