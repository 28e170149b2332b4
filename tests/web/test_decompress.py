from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.web.decompress import BrokenBodyError, is_known, unpacked

TEXT = b"The ferry leaves at noon. " * 4_000


def raw_deflate(body: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(body) + stream.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "raw": raw_deflate,
}


def chopped(body: bytes, size: int) -> list[bytes]:
    return [body[start : start + size] for start in range(0, len(body), size)]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.binary(max_size=5_000), st.integers(1, 2_000), st.sampled_from(sorted(PACKERS)))
def test_a_packed_body_comes_back_however_it_arrives(body: bytes, size: int, kind: str) -> None:
    encoding = "deflate" if kind == "raw" else kind
    assert b"".join(unpacked(chopped(PACKERS[kind](body), size), encoding)) == body


def test_a_small_bomb_comes_in_small_pieces() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    first = next(unpacked([bomb], "gzip"))
    assert len(bomb) < 60_000
    assert len(first) <= 65_536


@pytest.mark.parametrize("padding", [b"", bytes(1), bytes(20)])
def test_members_of_a_gzip_body_follow_each_other_and_padding_is_ignored(padding: bytes) -> None:
    body = gzip.compress(b"one ") + gzip.compress(b"two") + padding
    for size in range(1, len(body) + 1):
        assert b"".join(unpacked(chopped(body, size), "gzip")) == b"one two"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_body_that_is_cut_short_is_found_out(encoding: str) -> None:
    packed = PACKERS[encoding](TEXT)
    with pytest.raises(BrokenBodyError):
        list(unpacked([packed[:-10]], encoding))
    with pytest.raises(BrokenBodyError):
        list(unpacked([packed[:1]], encoding))


def test_a_body_that_is_not_packed_at_all_is_found_out() -> None:
    with pytest.raises(BrokenBodyError):
        list(unpacked([b"<html>not packed</html>"], "gzip"))


def test_only_single_encodings_are_known() -> None:
    assert all(map(is_known, ["", "identity", "gzip", "X-Gzip", " deflate "]))
    assert not any(map(is_known, ["br", "zstd", "gzip, gzip", "gzip,deflate"]))
