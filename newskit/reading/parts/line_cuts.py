"""Where a file of lines can be cut: between objects on lines, and between the records of a CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, NamedTuple

from newskit.reading.table.csv_records import RecordReader

LONGEST = 60_000_000
"""Bytes of one record: an article of ten million characters, each written as an escape."""
_NOTHING = b' \t\r\n,;|"'
_MANY_LINES = 100_000
"""Bytes of a record within marks, from which on a line that is a record itself ends it: a mark
that nobody closed would else make one record of the rest of the file."""
_SURE = 3
"""Columns of a line that is a record beyond doubt; prose has commas, too."""


class Shape(NamedTuple):
    """What records look like."""

    delimiter: str
    width: int

    @property
    def is_wide(self) -> bool:
        """Whether what has its shape is a record, and no prose with a comma in it."""
        return self.width >= _SURE

    def may_begin(self, data: bytes) -> bool:
        """Say whether a piece may begin with a record."""
        return not self.is_wide or self.fits(data)

    def fits(self, data: bytes) -> bool:
        """Say whether bytes are a record beyond doubt."""
        text = data.decode("utf-8", "replace")
        return RecordReader(text, self.delimiter).begins_with_record(self.width)


class Run(NamedTuple):
    """Records that stand one behind the other."""

    begin: int
    end: int
    line: int
    """Lines before it."""
    first: int
    """Records before it."""
    n_rows: int
    data: bytes


class _Record(NamedTuple):
    data: bytes
    n_lines: int


def runs(
    stream: IO[bytes],
    begin: int,
    chunk: int,
    most: int,
    shape: Shape | None = None,
) -> Iterator[Run]:
    """Cut what is left of a stream into runs of about `chunk` records and at most `most` bytes.

    `begin` says where in the file the stream begins. Without a shape each line is a record.
    """
    line = first = 0
    taken: list[bytes] = []
    size = n_lines = n_rows = 0
    for record in _lines(stream) if shape is None else _records(stream, shape):
        is_full = n_rows >= chunk or size >= most
        if is_full and (shape is None or shape.may_begin(record.data)):
            yield Run(begin, begin + size, line, first, n_rows, b"".join(taken))
            begin, line, first = begin + size, line + n_lines, first + n_rows
            taken, size, n_lines, n_rows = [], 0, 0, 0

        taken.append(record.data)
        size += len(record.data)
        n_lines += record.n_lines
        n_rows += bool(record.data.strip(_NOTHING))

    if taken:
        yield Run(begin, begin + size, line, first, n_rows, b"".join(taken))


def _lines(stream: IO[bytes]) -> Iterator[_Record]:
    while line := stream.readline(LONGEST):
        yield _Record(line, line.count(b"\n"))


def _records(stream: IO[bytes], shape: Shape) -> Iterator[_Record]:
    """Return lines that belong together: where marks are open, a record goes on."""
    held: list[bytes] = []
    size, is_open = 0, False
    while line := stream.readline(LONGEST):
        is_long = size > _MANY_LINES and shape.is_wide
        is_lost = is_long and not line.count(b'"') % 2 and shape.fits(line)
        if held and (is_lost or size > LONGEST):
            yield _Record(b"".join(held), len(held))
            held, size, is_open = [], 0, False

        held.append(line)
        size += len(line)
        is_open ^= line.count(b'"') % 2 == 1
        if not is_open:
            yield _Record(b"".join(held), len(held))
            held, size = [], 0

    if held:
        yield _Record(b"".join(held), len(held))
