"""SQLite files: the table in them that holds articles, such as `newsdata` of NELA-GT."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

import pandas as pd

from newskit.column_names import known_columns
from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.shared.sqlite_files import MAGIC, open_sqlite, open_sqlite_bytes, table_names
from newskit.reading.table.raw_rows import RawRow, frame_of

_NEEDED = {"text", "headline"}


def looks_like_sqlite(opening: bytes) -> bool:
    """Say whether bytes begin as SQLite files do."""
    return opening.startswith(MAGIC)


def read_sqlite(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of the table whose columns are those of articles.

    Raises
    ------
    ReadError
        If it is no SQLite file, is damaged, or has no such table.
    """
    frames = list(sqlite_frames(file, hints))
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def sqlite_frames(
    file: File,
    hints: Hints,
    size: int = 1_000_000_000,
) -> Iterator[pd.DataFrame]:
    """Return the frames of that table, so many rows at a time; one without rows where it has none.

    Raises
    ------
    ReadError
        If it is no SQLite file, is damaged, or has no such table.
    """
    opened = open_sqlite(file.path) if file.stands_alone else open_sqlite_bytes(file.read_table())
    with opened as connection:
        columns = {name: _columns(connection, name) for name in table_names(connection)}
        told = set(hints.columns or {})
        ranks = {name: _likelihood(there, told) for name, there in columns.items()}
        best = max(ranks, key=ranks.__getitem__, default="")
        if not best or not ranks[best][0]:
            listed = ", ".join(columns) or "none"
            raise ReadError(f"No table of the file has articles; its tables: {listed}.")

        others = [repr(name) for name in columns if name != best]
        note = f"read from the table {best!r}, not from {', '.join(others)}" if others else None
        records = connection.execute(f"SELECT * FROM {_quoted(best)}")
        is_first = True
        while (rows := [RawRow(dict(one)) for one in islice(records, size)]) or is_first:
            yield frame_of(rows, columns[best], [note])
            is_first = False


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _likelihood(columns: list[str], told: set[str]) -> tuple[int, int]:
    """Say how many of text and headline a table has, and how many other columns are known."""
    known = known_columns(columns)
    n_told = len(told.intersection(columns))
    return len(known & _NEEDED) + n_told, len(known)
