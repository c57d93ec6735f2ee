"""Cut the files of a source: where each can be cut, and what its opening settles for all of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.reading.content import Content
from newskit.reading.decoding import BOMS_UTF16, decode
from newskit.reading.file import File
from newskit.reading.formats import form_of, format_named, frame_as
from newskit.reading.gzips import MAGIC, is_gzip
from newskit.reading.parts.line_cuts import Run, Shape, runs
from newskit.reading.rows import Hints
from newskit.reading.segment import Segment
from newskit.reading.settled import Settled
from newskit.reading.single import Task
from newskit.reading.table.csv_layout import layout_of
from newskit.reading.table.csv_records import RecordReader
from newskit.reading.table.headerless import headerless_form
from newskit.reading.table.named_columns import name_columns
from newskit.reading.table.row_reader import RowReader

MOST_BYTES = 32_000_000
"""Bytes of one piece: of long articles it has fewer than were asked for."""
_LOOK = 1_000_000
"""Bytes of an opening in which the names of columns stand."""
_OPENING_ROWS, _OPENING_BYTES = 2_000, 8_000_000
"""Rows, and bytes, that settle how all rows of a table are read."""
_CUT = ("csv", "jsonl")
_ENDINGS = frozenset((".csv", ".tsv", ".tab", ".txt", ".jsonl", ".ndjson", ".json"))
_LARGE = 1_000_000
"""Bytes of a file whose form is looked for whatever its ending."""


class Piece(NamedTuple):
    """A file, or a piece of one, and about how many articles it has."""

    file: File
    n_rows: int


def pieces_of(file: File, task: Task, chunk: int) -> Iterator[Piece]:
    """Return the pieces of a file; the file itself where it is small, or cannot be cut."""
    form = _form(file, task.form)
    if form not in _CUT:
        yield Piece(file, 1)
        return

    found = _segments(file, form, chunk, MOST_BYTES, task.hints)
    first = next(found, None)
    second = next(found, None)
    if first is None or second is None:
        yield Piece(file, first.n_rows or 1 if first else 1)
        return

    # Of more rows than a small piece has: one 25/06 among them says how all days are written.
    opening = next(_segments(file, form, _OPENING_ROWS, _OPENING_BYTES, task.hints))
    settled = _settle(file, opening, task.hints)
    yield from (_piece(file, segment, settled) for segment in (first, second))
    yield from (_piece(file, segment, settled) for segment in found)


def _piece(file: File, segment: Segment, settled: Settled | None) -> Piece:
    segment = segment._replace(settled=settled)
    return Piece(file._replace(segment=segment), segment.n_rows or 1)


def _form(file: File, name: str | None) -> str | None:
    """Return the form of a file that may be cut; None of others."""
    if not file.stands_alone or file.why:
        return None

    try:
        is_large = file.path.stat().st_size > _LARGE
        may_be = file.suffix in _ENDINGS or is_large
        # What is packed can only be read from its beginning.
        is_packed = may_be and is_gzip(file.opening(len(MAGIC)))
        may_be = may_be and not is_packed
        return form_of(file._replace(content=Content(file)), name).name if may_be else None
    except (ReadError, OSError):  # told by whoever reads it
        return None


def _segments(
    file: File,
    form: str,
    chunk: int,
    most: int,
    hints: Hints,
) -> Iterator[Segment]:
    with file.path.open("rb") as stream:
        opening = stream.read(_LOOK)
        if opening.startswith(BOMS_UTF16):
            return

        head, shape = _header(opening, hints) if form == "csv" else (b"", None)
        stream.seek(len(head))
        for run in runs(stream, chunk, most, shape):
            yield _segment(form, head, run)


def _segment(form: str, head: bytes, run: Run) -> Segment:
    line = run.line + head.count(b"\n")
    return Segment(form, run.begin, run.end, head, b"", run.first, run.n_rows, line)


def _header(opening: bytes, hints: Hints) -> tuple[bytes, Shape]:
    """Return what stands above the rows of a CSV file, and what its rows look like."""
    # To the last whole line: a character may be cut in two.
    text = decode(opening[: opening.rfind(b"\n") + 1] or opening).text
    without_names = headerless_form(text)
    if without_names:
        return b"", Shape("\t", len(without_names.names))

    layout = layout_of(text, hints.columns or {})
    reader = RecordReader(text, layout.delimiter, layout.begin)
    width = len(reader.header())
    n_lines = text.count("\n", 0, reader.at)
    stream = io.BytesIO(opening)
    head = b"".join(stream.readline() for _ in range(n_lines))
    return head, Shape(layout.delimiter, width)


def _settle(file: File, segment: Segment, hints: Hints) -> Settled | None:
    """Return what the opening of a table says of its columns; None where it cannot be read."""
    try:
        opening = file._replace(segment=segment)
        return settled_by(frame_as(format_named(segment.form), opening, hints), hints)
    except (ReadError, InputError, MissingExtraError):  # told by whoever reads it
        return None


def settled_by(frame: pd.DataFrame, hints: Hints) -> Settled:
    """Return what a frame says of the columns of the table that it is a piece of."""
    named = name_columns(frame, hints.columns)
    times = RowReader(named, hints, {}).times
    return Settled(tuple(frame.columns), named.known, times.days, times.order)
