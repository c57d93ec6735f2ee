"""Web archives, cut between their records: WARC, packed or not, and those in WACZ."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from newskit.reading.file import File
from newskit.reading.parts.piece import Cut
from newskit.reading.parts.streams import Careful, blocks_of, raw_stream
from newskit.reading.segment import Segment
from newskit.reading.wacz_files import is_wacz
from newskit.reading.warc_files import is_arc, page_starts

_LOOK = 2_000_000  # bytes in which the first record ends; longer ones are unpacked as a stream
_RECORD = b"\nWARC-Type:"
_GZIP = 31


class _Span(NamedTuple):
    """Records that stand one behind the other: where, or their bytes, and how many pages."""

    begin: int
    end: int
    data: bytes | None
    n_pages: int


class _Kept:
    """A stream that keeps what was read since the last cut; it goes forward only."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._kept = bytearray()
        self._begin = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._stream.read(size)
        self._kept += data
        return data

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._begin + len(self._kept)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go forward to a place."""
        here = self.tell()
        ahead = offset if whence == io.SEEK_CUR else offset - here
        while ahead > 0 and self.read(min(ahead, _LOOK)):
            ahead -= self.tell() - here
            here = self.tell()

        return self.tell()

    def up_to(self, end: int) -> bytes:
        """Return what stands between the last cut and this place, which is the next one."""
        size = end - self._begin
        data = bytes(self._kept[:size])
        del self._kept[:size]
        self._begin = end
        return data

    def rest(self) -> bytes:
        """Return what stands behind the last cut, to the end."""
        while self.read(_LOOK):
            pass

        return bytes(self._kept)


def pages_of(cut: Cut) -> Iterator[File]:
    """Cut web archives between the records of pages; an ARC is one piece."""
    # Which pages of a WACZ are meant says its list.
    if is_wacz(cut.file):
        return

    first = 0
    for span in _spans(cut):
        place = Segment(cut.form, begin=span.begin, end=span.end, first=first)
        segment = place._replace(n_rows=span.n_pages)
        yield cut.file._replace(segment=segment, data=span.data)
        first += span.n_pages


def _spans(cut: Cut) -> Iterator[_Span]:
    with raw_stream(cut.file) as stream:
        yield from _spans_of(stream, cut, is_placed=cut.file.is_on_disk)


def _spans_of(stream: IO[bytes], cut: Cut, is_placed: bool) -> Iterator[_Span]:
    opening = stream.read(_LOOK)
    stream.seek(0)
    if is_arc(opening):
        data = None if is_placed else stream.read()
        yield _Span(0, 0, data, 1)
        return

    with _by_records(stream, opening) as (source, is_same):
        if is_placed and is_same:
            yield from _placed(source, cut)
        else:
            yield from _carried(_Kept(source), cut)


@contextmanager
def _by_records(stream: IO[bytes], opening: bytes) -> Iterator[tuple[IO[bytes], bool]]:
    """Return a stream in which records can be told apart, and whether it is the same one.

    Where all records are packed as one, no record can be found in what is packed.
    """
    unpack = zlib.decompressobj(_GZIP)
    try:
        is_one = unpack.decompress(opening, 10 * _LOOK).count(_RECORD) > 1 or not unpack.eof
    except zlib.error:  # not packed
        is_one = False

    if is_one:
        yield io.BufferedReader(Careful(blocks_of(stream, is_packed=True))), False
    else:
        yield stream, True


def _placed(stream: IO[bytes], cut: Cut) -> Iterator[_Span]:
    begin = n_pages = 0
    for start in page_starts(stream):
        if n_pages >= cut.chunk or (n_pages and start - begin >= cut.most):
            yield _Span(begin, start, None, n_pages)
            begin, n_pages = start, 0

        n_pages += 1

    end = stream.seek(0, io.SEEK_END)
    yield _Span(begin, end, None, n_pages)


def _carried(stream: _Kept, cut: Cut) -> Iterator[_Span]:
    begin = n_pages = 0
    for start in page_starts(stream):
        if n_pages >= cut.chunk or (n_pages and start - begin >= cut.most):
            yield _Span(0, 0, stream.up_to(start), n_pages)
            begin, n_pages = start, 0

        n_pages += 1

    if n_pages:
        yield _Span(0, 0, stream.rest(), n_pages)
