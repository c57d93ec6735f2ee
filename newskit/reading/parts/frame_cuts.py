"""Tables that cannot be read from their middle on: their raw rows are cut, as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.formats import format_named, read_as
from newskit.reading.parts.piece import OPENING_ROWS, Cut, settled_by, unpacked
from newskit.reading.segment import Segment
from newskit.reading.settled import Settled
from newskit.reading.table.parquet_tables import parquet_frames
from newskit.reading.table.sqlite_tables import sqlite_frames


def rows_of(cut: Cut) -> Iterator[File]:
    """Cut a table by its raw rows; a large one is never in memory as a whole."""
    size = max(cut.chunk, OPENING_ROWS)
    first, settled, damage = 0, None, None
    cut = cut._replace(file=unpacked(cut.file))
    frames = _FRAMES.get(cut.form, _whole)(cut, size)
    while True:
        try:
            frame = next(frames, None)
        except ReadError as err:
            if settled is None:  # nothing of it can be read: told by whoever reads it
                return

            frame, damage = None, str(err)

        if frame is None:
            break

        settled = settled or settled_by(frame, cut.hints)
        yield from _pieces(cut, frame, first, settled)
        first += len(frame)

    if damage:
        segment = Segment(cut.form, first=first, n_rows=0, settled=settled)
        empty = pd.DataFrame(columns=list(settled.columns) if settled else [])
        yield cut.file._replace(damage=damage, segment=segment, frame=empty, data=None)


def _pieces(
    cut: Cut,
    frame: pd.DataFrame,
    first: int,
    settled: Settled,
) -> Iterator[File]:
    for begin in range(0, len(frame), cut.chunk):
        rows = frame.iloc[begin : begin + cut.chunk]
        segment = Segment(cut.form, first=first + begin, n_rows=len(rows), settled=settled)
        yield cut.file._replace(segment=segment, frame=rows, data=None)


def _whole(cut: Cut, size: int) -> Iterator[pd.DataFrame]:
    found = read_as(format_named(cut.form), cut.file, cut.hints)
    if isinstance(found, pd.DataFrame):
        yield found


def _of_parquet(cut: Cut, size: int) -> Iterator[pd.DataFrame]:
    return parquet_frames(cut.file, size)


def _of_sqlite(cut: Cut, size: int) -> Iterator[pd.DataFrame]:
    return sqlite_frames(cut.file, cut.hints, size)


_FRAMES: dict[str, Callable[[Cut, int], Iterator[pd.DataFrame]]] = {
    "parquet": _of_parquet,
    "sqlite": _of_sqlite,
}
