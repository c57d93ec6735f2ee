"""CSV files: which delimiter they have, their names, their rows, and what is wrong with a row."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from newskit.column_names import known_columns, n_known
from newskit.errors import ReadError
from newskit.reading.decoding import BOMS_UTF16, decode
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.csv_records import DELIMITERS, RecordReader
from newskit.reading.table.raw_rows import (
    MAX_ABOVE,
    RawRow,
    above_names,
    distinct_names,
    frame_of,
)

_STATED = re.compile(rf"\s*sep=([{DELIMITERS}])\r?\n", re.IGNORECASE)  # as Excel writes it
_SAMPLE = 200_000  # characters that a delimiter is tried on
_TRIED = 20  # records that a delimiter is tried on
_NONE = "\x1f"  # of a file with one column: no text holds it
_LINE = re.compile(r"[^\r\n]+")
_KNOWN = 2  # names in a line that make it the header
_LONGEST_HEADER = 20_000  # characters of a line that is looked at below the first


class _Layout(NamedTuple):
    """How a file is written: its delimiter, and where the names of its columns stand."""

    delimiter: str
    begin: int
    likelihood: tuple[int, float, int]


def read_csv(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a CSV file; every cell is a string, as it stands there.

    The delimiter is found: comma, semicolon, tab or pipe. A record that is no row of the table is a
    row with `error`; one that was read with a doubt has a warning.

    Raises
    ------
    ReadError
        If it is not text, is empty, or no record is a row.
    """
    decoded = decode(file.read_table())
    stated = _STATED.match(decoded.text)
    begin = stated.end() if stated else 0
    delimiters = [stated[1]] if stated else [_NONE, *DELIMITERS]
    sample = decoded.text[:_SAMPLE]
    layouts = (_layout(sample, begin, mark, hints.columns or {}) for mark in delimiters)
    # Under which most names are known, then most records are whole.
    layout = max(layouts, key=attrgetter("likelihood"))

    reader = RecordReader(decoded.text, layout.delimiter, layout.begin)
    passed_over = decoded.text[begin : layout.begin].strip()
    warnings = [decoded.warning, above_names(passed_over) if passed_over else None]
    names = distinct_names(reader.header())
    if not any(names):
        raise ReadError("The file is not a CSV table: it is empty.")

    rows = []
    for cells, problem in reader.records(len(names)):
        # "NA" is a headline too, and "007" an id: nothing but an empty cell is missing.
        found = {name: cell or None for name, cell in zip(names, cells, strict=False)}
        is_bad = not cells
        rows.append(RawRow(found, problem if is_bad else None, None if is_bad else problem))

    return frame_of(rows, names, warnings)


def looks_like_csv(opening: bytes) -> bool:
    """Say whether the first of several lines holds names of columns, a text among them."""
    encoding = "utf-16" if opening.startswith(BOMS_UTF16) else "utf-8-sig"
    first, second, *_ = [*opening.decode(encoding, "replace").splitlines(), "", ""]
    marks = filter(first.__contains__, DELIMITERS) if second.strip() else ()
    rows = (RecordReader(first, mark).header() for mark in marks)
    return any("text" in known and len(known) >= _KNOWN for known in map(known_columns, rows))


def _layout(text: str, begin: int, delimiter: str, told: Collection[str]) -> _Layout:
    begin = _header(text, begin, delimiter, told)
    reader = RecordReader(text, delimiter, begin)
    names = distinct_names(reader.header())
    tried = list(islice(reader.records(len(names)), _TRIED))
    whole = sum(record.problem is None for record in tried) / max(len(tried), 1)
    return _Layout(delimiter, begin, (n_known(names, told), whole, len(names)))


def _header(text: str, begin: int, delimiter: str, told: Collection[str]) -> int:
    """Return where the names stand: in the first line with two that are known, else in the first.

    Programs write above them what was searched for, and when.
    """
    for line in islice(_LINE.finditer(text, begin), MAX_ABOVE):
        names = RecordReader(text, delimiter, line.start()).header()
        is_short = len(line[0]) <= _LONGEST_HEADER
        if is_short and n_known(names, told) >= _KNOWN:
            return line.start()

    return begin
