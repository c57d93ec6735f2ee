"""What a cutter gives: a file, or a piece of one, and what its opening settles for all pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.reading.file import File
from newskit.reading.formats import format_named, read_as
from newskit.reading.limits import MAX_COLLECTION
from newskit.reading.rows import Hints
from newskit.reading.segment import Segment
from newskit.reading.settled import Settled
from newskit.reading.table.named_columns import name_columns
from newskit.reading.table.row_reader import RowReader

MOST_BYTES = 32_000_000
"""Bytes of one piece: of long articles it has fewer than were asked for."""
OPENING_ROWS = 2_000
"""Rows that settle how all rows of a table are read: one 25/06 among them says it for all."""


class Piece(NamedTuple):
    """A file, or a piece of one, and about how many articles it has."""

    file: File
    n_rows: int


class Cut(NamedTuple):
    """What is to be cut."""

    file: File
    form: str
    hints: Hints
    chunk: int
    most: int = MOST_BYTES


def unpacked(file: File) -> File:
    """Return a file with its content, if it is packed.

    Raises
    ------
    ReadError
        If it is larger, unpacked, than a file of many articles may be.
    """
    if not file.is_packed:
        return file

    found = file.unpack(MAX_COLLECTION)
    return file._replace(data=found.data, damage=found.damage, is_packed=False)


Cutter = Callable[[Cut], Iterator[File]]
"""Yields the pieces of a file, each with its segment."""


def settle(opening: File, hints: Hints) -> Settled | None:
    """Return what the first rows of a table say of its columns; None where they cannot be read."""
    segment = opening.segment or Segment("")
    try:
        found = read_as(format_named(segment.reader or segment.form), opening, hints)
        return settled_by(found, hints) if isinstance(found, pd.DataFrame) else None
    except (ReadError, InputError, MissingExtraError):  # told by whoever reads the pieces
        return None


def settled_by(frame: pd.DataFrame, hints: Hints) -> Settled:
    """Return what a frame says of the columns of the table that it is a piece of."""
    named = name_columns(frame, hints.columns)
    times = RowReader(named, hints, {}).times
    return Settled(tuple(frame.columns), named.known, times.days, times.order)
