"""CSV files: which delimiter they have, their names, their rows, and what is wrong with a row."""

from __future__ import annotations

import re
from itertools import islice

import pandas as pd

from newskit.column_names import match_columns
from newskit.errors import ReadError
from newskit.reading.decoding import decode
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.csv_records import DELIMITERS, RecordReader
from newskit.reading.table.raw_rows import RawRow, distinct_names, frame_of

_STATED = re.compile(rf"\s*sep=([{DELIMITERS}])\r?\n", re.IGNORECASE)  # as Excel writes it
_TRIED = 20  # records that a delimiter is tried on
_NONE = "\x1f"  # of a file with one column: no text holds it


def read_csv(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a CSV file; every cell is a string, as it stands there.

    The delimiter is found: comma, semicolon, tab or pipe. A record that is no row of the table is a
    row with `error`; one that was read with a doubt has a warning.

    Raises
    ------
    ReadError
        If it is not text, is empty, or no record is a row.
    """
    decoded = decode(file.path.read_bytes())
    stated = _STATED.match(decoded.text)
    begin = stated.end() if stated else 0
    delimiter = stated[1] if stated else _delimiter(decoded.text)

    reader = RecordReader(decoded.text, delimiter, begin)
    names = distinct_names(reader.header())
    if not any(names):
        raise ReadError("The file is not a CSV table: it is empty.")

    rows = []
    for cells, problem in reader.records(len(names)):
        # "NA" is a headline too, and "007" an id: nothing but an empty cell is missing.
        found = {name: cell or None for name, cell in zip(names, cells, strict=False)}
        is_bad = not cells
        rows.append(RawRow(found, problem if is_bad else None, None if is_bad else problem))

    return frame_of(rows, names, [decoded.warning])


def _delimiter(text: str) -> str:
    """Return the delimiter under which most names are known, then most records are whole."""
    delimiters: list[str] = [_NONE, *DELIMITERS]
    return max(delimiters, key=lambda delimiter: _likelihood(text, delimiter))


def _likelihood(text: str, delimiter: str) -> tuple[int, float, int]:
    reader = RecordReader(text, delimiter)
    names = distinct_names(reader.header())
    known = match_columns(pd.DataFrame(columns=names))
    tried = list(islice(reader.records(len(names)), _TRIED))
    whole = sum(record.problem is None for record in tried)
    return len(known), whole / max(len(tried), 1), len(names)
