"""The content of a file as a stream: from disk, out of a ZIP, unpacked, or as handed over.

A stream ends where the file is damaged, and says so: what stands before that is not lost.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from newskit.reading.archives import BROKEN, open_member
from newskit.reading.file import File

BLOCK = 1_000_000
"""Bytes that are read at once."""
_GZIP = 31  # what zlib calls it
_PACKED, _UNPACKED, _STEP = 65_536, 1_000_000, 64  # bytes that are read, given, and tried, at once
_DAMAGED = "The packed file is damaged behind byte {:,} of what is packed: {}"


class Careful(io.RawIOBase):
    """A stream that ends where it is damaged, and keeps what is wrong there."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._rest = b""
        self._given = 0
        self.damage: str | None = None

    def take(self, size: int) -> bytes:
        """Return the next bytes, as many as there are up to a size."""
        buffer, taken = bytearray(size), 0
        while taken < size:
            n = self.readinto(memoryview(buffer)[taken:])
            if not n:
                break

            taken += n

        return bytes(buffer[:taken])

    def put_back(self, data: bytes) -> None:
        """Give bytes again that were taken."""
        self._rest = data + self._rest
        self._given -= len(data)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer; 0 at the end, or where the damage is."""
        while not self._rest and self.damage is None:
            try:
                self._rest = next(self._blocks)
            except StopIteration:
                return 0
            except BROKEN as err:
                self.damage = _DAMAGED.format(self._given, err)

        given, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(given)] = given
        self._given += len(given)
        return len(given)


def blocks_of(stream: IO[bytes], is_packed: bool) -> Iterator[bytes]:
    """Return the bytes of a stream in blocks, unpacked if it is packed.

    Raises
    ------
    EOFError
        If it ends within what is packed.
    zlib.error
        If it is damaged.
    """
    if is_packed:
        yield from _unpacked(stream)
        return

    while block := stream.read(_UNPACKED):
        yield block


def _unpacked(stream: IO[bytes]) -> Iterator[bytes]:
    """Return blocks of what is packed in one piece, or in several one behind the other."""
    unpack = zlib.decompressobj(_GZIP)
    while data := stream.read(_PACKED):
        while data:
            if unpack.eof:
                unpack, data = zlib.decompressobj(_GZIP), data.lstrip(b"\0")

            before = unpack.copy()
            try:
                yield unpack.decompress(data, _UNPACKED)
            except zlib.error:
                yield from _up_to_damage(before, data)
                raise

            data = unpack.unconsumed_tail or unpack.unused_data

    yield unpack.flush()
    if not unpack.eof:
        raise EOFError("it is cut off")


def _up_to_damage(unpack: Any, data: bytes) -> Iterator[bytes]:
    """Return what can still be unpacked of a block that holds the damage."""
    try:
        for begin in range(0, len(data), _STEP):
            yield unpack.decompress(data[begin : begin + _STEP])
    except zlib.error:
        return


@contextmanager
def raw_stream(file: File) -> Iterator[IO[bytes]]:
    """Open the content of a file, packed as it is."""
    if file.data is not None:
        yield io.BytesIO(file.data)
    elif file.member is not None:
        with open_member(file.path, file.member) as stream:
            yield stream
    else:
        with file.path.open("rb") as stream:
            yield stream


@contextmanager
def careful_stream(file: File) -> Iterator[Careful]:
    """Open the content of a file; where it is damaged, the stream ends and says so."""
    with raw_stream(file) as stream:
        yield Careful(blocks_of(stream, file.is_packed))


def is_seekable(file: File) -> bool:
    """Say whether a piece of it can be read from the middle of the file."""
    return file.stands_alone
