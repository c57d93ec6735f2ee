"""CSV files: their names, their rows, and what is wrong with a row."""

from __future__ import annotations

import pandas as pd

from newskit.errors import ReadError
from newskit.reading.decoding import decode
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.csv_layout import layout_of
from newskit.reading.table.csv_records import Record, RecordReader
from newskit.reading.table.headerless import frame_without_header, headerless_form
from newskit.reading.table.raw_rows import RawRow, above_names, distinct_names, frame_of

_CUT = "The file is cut off within this row: {}."


def read_csv(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a CSV file; every cell is a string, as it stands there.

    The delimiter is found: comma, semicolon, tab or pipe. A record that is no row of the table is a
    row with `error`; one that was read with a doubt has a warning.

    Raises
    ------
    ReadError
        If it is not text, is empty, or no record is a row.
    """
    text, warning = decode(file.read_table())
    without_names = headerless_form(text)
    if without_names:
        return frame_without_header(text, without_names, warning, file)

    layout = layout_of(text, hints.columns or {})
    reader = RecordReader(text, layout.delimiter, layout.begin)
    names = distinct_names(reader.header())
    reader.line += file.skipped_lines
    if not any(names):
        raise ReadError("The file is not a CSV table: it is empty.")

    rows = [_row(names, record) for record in reader.records(len(names))]
    return frame_of(rows, names, [warning, *above_names(layout.above)], file.is_later)


def _row(names: list[str], record: Record) -> RawRow:
    cells, problem, is_cut = record
    if not cells:
        return RawRow({}, error=problem)

    # "007" is an id: nothing but an empty cell is missing.
    found = {name: cell or None for name, cell in zip(names, cells, strict=True)}
    return RawRow(found, _CUT.format(problem)) if is_cut else RawRow(found, warning=problem)
