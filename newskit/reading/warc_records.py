"""What is damaged in a WARC costs only itself: one record, or what a header says of its body."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from typing import IO

_GZIP, _ANY_GZIP, _RAW = 31, 47, -15  # window sizes of zlib: gzip; gzip or zlib; neither header
_PACKED, _WARC = b"\x1f\x8b", b"WARC/"
_PIECE = 1_000_000
_OPENING = 1_000  # bytes of a record by which it is known
_RECORD = re.compile(rb"\x1f\x8b\x08|(?<=\n)WARC/[01]\.\d+\r?\n")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")


def start_of(data: bytes) -> bytes:
    """Return the first bytes of a record, which may be packed."""
    if not data.startswith(_PACKED):
        return data[:_OPENING]

    with suppress(zlib.error):
        return zlib.decompressobj(_GZIP).decompress(data, _OPENING)

    return b""


def next_record(stream: IO[bytes], at: int) -> int | None:
    """Return where the next record begins behind a damage; None where there is none."""
    stream.seek(at)
    data = b""
    while piece := stream.read(_PIECE):
        data += piece
        for match in _RECORD.finditer(data):
            opening = data[match.start() : match.start() + _OPENING]
            if start_of(opening).startswith(_WARC):
                return at + match.start()

        # What begins at the end of this piece goes on in the next.
        kept = data[-_OPENING:]
        at += len(data) - len(kept)
        data = kept

    return None


def body_of(data: bytes, transfer: str, packing: str, limit: int) -> bytes:
    r"""Return the body of an answer; crawlers keep headers of bodies that they have decoded.

    >>> body_of(b"5\r\n<p>Ra\r\n3\r\nin.\r\n0\r\n\r\n", "chunked", "", 99)
    b'<p>Rain.'
    >>> body_of(b"<p>Rain.", "chunked", "gzip", 99)
    b'<p>Rain.'
    """
    joined = _without_chunks(data) if "chunked" in transfer.lower() else data
    is_packed = packing.lower() in ("gzip", "x-gzip", "deflate")
    return _unpacked(joined, limit) if is_packed else joined


def _without_chunks(data: bytes) -> bytes:
    parts = []
    at = 0
    while match := _CHUNK.match(data, at):
        at = match.end() + int(match[1], 16)
        parts.append(data[match.end() : at])
        if not int(match[1], 16):
            return b"".join(parts)

    # Where no size stands, nothing was in chunks.
    return b"".join([*parts, data[at:]])


def _unpacked(data: bytes, limit: int) -> bytes:
    for window in (_ANY_GZIP, _RAW):
        with suppress(zlib.error):
            return zlib.decompressobj(window).decompress(data, limit)

    return data
