"""Parquet files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.rows import Hints


def looks_like_parquet(opening: bytes) -> bool:
    """Say whether bytes begin as a Parquet table."""
    return opening.startswith(b"PAR1")


def parquet_frames(file: File, size: int) -> Iterator[pd.DataFrame]:
    """Return the frames of a Parquet file, so many rows at a time.

    Raises
    ------
    ReadError
        If it is not a Parquet table, or is damaged.
    ModuleNotFoundError
        If pyarrow is not installed.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    source = file.path if file.stands_alone else io.BytesIO(file.read_table())
    try:
        with pq.ParquetFile(source) as table:
            # Of all groups at once pyarrow would keep what it has read: the whole file.
            for groups in _groups_of_rows(table.metadata, size):
                for batch in table.iter_batches(size, row_groups=groups):
                    yield pa.Table.from_batches([batch]).to_pandas()
    except (pa.ArrowInvalid, OSError) as err:
        raise ReadError(f"The file is not a Parquet table: {err}.") from err


def _groups_of_rows(metadata: Any, size: int) -> Iterator[list[int]]:
    """Yield the numbers of row groups, as many together as hold so many rows."""
    groups, n_rows = list[int](), 0
    for number in range(metadata.num_row_groups):
        groups.append(number)
        n_rows += metadata.row_group(number).num_rows
        if n_rows >= size:
            yield groups
            groups, n_rows = [], 0

    if groups:
        yield groups


def read_parquet(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a Parquet file.

    Raises
    ------
    ReadError
        If it is not a Parquet table.
    ModuleNotFoundError
        If pyarrow is not installed.
    """
    import pyarrow as pa

    try:
        return pd.read_parquet(io.BytesIO(file.read_table()), engine="pyarrow")
    except (pa.ArrowInvalid, OSError) as err:
        raise ReadError(f"The file is not a Parquet table: {err}.") from err
