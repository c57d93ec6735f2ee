"""Files packed with gzip: unpacked in memory up to a limit; of a damaged one what is whole."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from newskit.errors import ReadError

ENDING, MAGIC = ".gz", b"\x1f\x8b"
_GZIP = 31
"""How zlib is told that a stream has gzip's header."""
_DAMAGED = (
    "The gzip file breaks off or is damaged behind its first {:,} bytes, of which the last may be "
    "wrong; they end: {!r}"
)
_SHOWN = 60
_PIECE = 512
"""Bytes that are unpacked at once where some are damaged."""


class Unpacked(NamedTuple):
    """What a packed file holds, and where it is damaged."""

    data: bytes
    damage: str | None = None


def is_gzip(opening: bytes) -> bool:
    """Say whether bytes begin as gzip does."""
    return opening.startswith(MAGIC)


def opening_of(packed: bytes, size: int) -> bytes:
    """Return the first bytes of what is packed; of a damaged file those before the damage."""
    return _unpack(packed, size).data


def unpacked(packed: bytes, limit: int) -> Unpacked:
    """Return what is packed.

    Raises
    ------
    ReadError
        If it is more than the limit.
    """
    found = _unpack(packed, limit + 1)
    if len(found.data) > limit:
        raise ReadError(f"The gzip file has more than {limit:,} bytes unpacked; that is the limit.")

    return found


def _unpack(packed: bytes, most: int) -> Unpacked:
    """Unpack streams, one behind the other, as programs write them that add to a file."""
    parts: list[bytes] = []
    size, left = 0, packed
    while left.startswith(MAGIC) and size < most:
        stream = zlib.decompressobj(_GZIP)
        try:
            part = stream.decompress(left, most - size)
        except zlib.error:
            # Piece by piece, so that what comes before the damage is there.
            part = _before_damage(left, most - size)

        parts.append(part)
        size += len(part)
        if not stream.eof:
            data = b"".join(parts)
            return Unpacked(data, None if size >= most else _damage(data))

        left = stream.unused_data.lstrip(b"\0")

    return Unpacked(b"".join(parts))


def _before_damage(packed: bytes, most: int) -> bytes:
    stream = zlib.decompressobj(_GZIP)
    parts: list[bytes] = []
    size = 0
    for begin in range(0, len(packed), _PIECE):
        try:
            part = stream.decompress(packed[begin : begin + _PIECE], most - size)
        except zlib.error:
            break

        parts.append(part)
        size += len(part)
        if size >= most:
            break

    return b"".join(parts)


def _damage(data: bytes) -> str:
    return _DAMAGED.format(len(data), data[-_SHOWN:].decode("utf-8", "replace").strip())
