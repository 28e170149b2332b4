"""Unpacks the body of an answer piece by piece, so that no small answer grows beyond a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_START = b"\x1f\x8b"
_PIECE = 65_536


class BrokenBodyError(ValueError):
    """A body that is not what its encoding says, or ends too early."""


def is_known(encoding: str) -> bool:
    """Whether a Content-Encoding header can be unpacked; one packing inside another can't."""
    return encoding.strip().lower() in ("", "identity", "gzip", "x-gzip", "deflate")


def unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the body in pieces of at most 64 KiB for packed bodies, as they come for others.

    Raises:
        BrokenBodyError: if the body is damaged or cut short.
    """
    kind = encoding.strip().lower()
    if kind in ("gzip", "x-gzip"):
        yield from _inflated(pieces, _GZIP)
    elif kind == "deflate":
        yield from _inflated(pieces, None)
    else:
        yield from pieces


def _inflated(pieces: Iterable[bytes], window: int | None) -> Iterator[bytes]:
    """Yield what the pieces unpack to; without a window it is told from the first bytes."""
    stream = None
    is_complete = False
    held = b""
    for piece in pieces:
        rest, held = held + piece, b""
        while rest:
            if stream is None:
                if len(rest) < len(_GZIP_START):
                    held = rest  # how a stream begins is told from its first two bytes together
                    break
                if is_complete and not rest.startswith(_GZIP_START):
                    return
                stream = zlib.decompressobj(_deflate_window(rest) if window is None else window)
            try:
                yield stream.decompress(rest, _PIECE)
            except zlib.error as error:
                raise BrokenBodyError("damaged") from error
            rest = stream.unconsumed_tail
            is_complete = stream.eof
            if is_complete:
                # A gzip file may go on with another member; anything else behind it is padding.
                rest, stream = stream.unused_data, None
    if held and not is_complete:
        raise BrokenBodyError("cut short")
    if stream is not None:
        # What zlib still holds back here is less than a match of a few hundred bytes.
        yield stream.flush(_PIECE)
        if not stream.eof:
            raise BrokenBodyError("cut short")


def _deflate_window(start: bytes) -> int:
    """Return the window for "deflate": zlib by the standard, a bare stream from some servers."""
    is_zlib = start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
