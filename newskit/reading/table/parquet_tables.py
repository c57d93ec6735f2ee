"""Parquet files."""

from __future__ import annotations

import io

import pandas as pd

from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.rows import Hints


def looks_like_parquet(opening: bytes) -> bool:
    """Say whether bytes begin as a Parquet table."""
    return opening.startswith(b"PAR1")


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
