"""SQLite files that others wrote: opened to read, nothing of them trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newskit.errors import ReadError
from newskit.reading.limits import MAX_ARTICLE

MAGIC = b"SQLite format 3\0"
_STEPS = 10_000  # instructions between two looks at how many there were
_MOST_LOOKS = 200_000  # two thousand million instructions; a million versions take a tenth
_NO_TABLE = "CREATE VIRTUAL"

Records = list[dict[str, Any]]


def is_sqlite(path: Path) -> bool:
    """Say whether a file begins as SQLite files do."""
    with path.open("rb") as stream:
        return stream.read(len(MAGIC)) == MAGIC


@contextmanager
def open_sqlite(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a SQLite file to read it.

    Raises
    ------
    ReadError
        If it is none, is damaged, or reading it takes too long.
    """
    if not is_sqlite(path):
        raise ReadError(f"{str(path)!r} is no SQLite file.")

    # What a running program has not yet written into the file stands beside it.
    is_at_rest = not path.with_name(f"{path.name}-wal").exists()
    address = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' * is_at_rest}"
    try:
        connection = sqlite3.connect(address, uri=True)
        try:
            _guard(connection)
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as err:
        raise ReadError(f"{str(path)!r} cannot be read as SQLite: {err}.") from err


@contextmanager
def open_sqlite_bytes(data: bytes) -> Iterator[sqlite3.Connection]:
    """Open what a SQLite file held, in memory.

    Raises
    ------
    ReadError
        If it is none, is damaged, or reading it takes too long.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        _guard(connection)
        yield connection
    except sqlite3.Error as err:
        raise ReadError(f"The content cannot be read as SQLite: {err}.") from err
    finally:
        connection.close()


def _guard(connection: sqlite3.Connection) -> None:
    """Let nothing in the file run, and nothing run forever."""
    looks = iter(range(_MOST_LOOKS))
    connection.set_progress_handler(lambda: next(looks, None) is None, _STEPS)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_ARTICLE)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.row_factory = sqlite3.Row
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")


def table_names(connection: sqlite3.Connection) -> list[str]:
    """Return the names of tables; views and virtual tables are programs, and are none."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    return [name for name, sql in rows if sql and not sql.upper().startswith(_NO_TABLE)]


def records_of(
    connection: sqlite3.Connection, table: str, columns: Collection[str], order: str = ""
) -> Records:
    """Return some columns of a table, in small letters; those it does not have are None."""
    quoted = '"' + table.replace('"', '""') + '"'
    there = {row["name"].lower() for row in connection.execute(f"PRAGMA table_info({quoted})")}
    wanted = [name for name in columns if name in there]
    if not wanted:
        return []

    # Names of columns are our own, never those of the file.
    by = [name for name in order.split(", ") if name in there]
    ordered = f" ORDER BY {', '.join(by)}" if by else ""
    rows = connection.execute(f"SELECT {', '.join(wanted)} FROM {quoted}{ordered}")
    lacking = dict.fromkeys(columns)
    return [lacking | dict(zip(wanted, row, strict=True)) for row in rows]
