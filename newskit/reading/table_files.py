"""Files that hold a table of articles, one row per article: CSV, JSON lines, Parquet."""

from __future__ import annotations

import io
import json
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import ReadError
from newskit.reading.columns import ARTICLES
from newskit.reading.decoding import decode
from newskit.reading.file import File
from newskit.reading.rows import Hints


def read_csv(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a CSV file; every cell is a string, as it stands there.

    Raises
    ------
    ReadError
        If it is not a CSV table.
    """
    text = decode(file.path.read_bytes()).text
    try:
        # "NA" is a headline too, and "007" an id: nothing but an empty cell is missing.
        return pd.read_csv(io.StringIO(text), dtype="string", keep_default_na=False, na_values=[""])
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as err:
        raise ReadError(f"The file is not a CSV table: {err}.") from err


def read_jsonl(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a file with one JSON object per line; blank lines are passed over.

    Raises
    ------
    ReadError
        If a line is not a JSON object.
    """
    text = decode(file.path.read_bytes()).text
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            rows.append(_object(line, number))

    return pd.DataFrame(rows, dtype="object") if rows else tables.empty(ARTICLES)


def _object(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as err:  # RecursionError: brackets nested too deep
        raise ReadError(f"Line {number} is not JSON: {err}.") from err

    if not isinstance(row, dict):
        kind = type(row).__name__
        raise ReadError(f"Line {number} holds {kind}; expected one JSON object per line.")

    return row


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
        return pd.read_parquet(file.path, engine="pyarrow")
    except (pa.ArrowInvalid, OSError) as err:
        raise ReadError(f"The file is not a Parquet table: {err}.") from err
