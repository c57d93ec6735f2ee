"""Write a table as a file: times as Excel can hold them, and no cell that runs."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.errors import InputError, import_extra

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
"""What a sheet of Excel has."""
LONGEST = 16_000
"""Characters that one cell gets: Excel takes 32,767 units of UTF-16, of which a character may be
two. The rest of a longer text stands in columns behind it: "text (2)", "text (3)"."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What OWASP lists as able to start a formula in a spreadsheet."""
_EARLIEST = pd.Timestamp("1900-03-01")  # before it, Excel counts a day that never was
_MAX_INT = 2**53  # beyond it, Excel rounds
# What XML cannot hold, and what looks like the escape that Office writes for it.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def write_xlsx(table: pd.DataFrame, path: Path) -> None:
    """Write a table as the only sheet of an Excel file.

    Instants become ISO 8601 in UTC, as text, since Excel knows no zones; wall clocks become Excel's
    own times. Lists become JSON. A text that begins with "=" stays a text.

    Raises
    ------
    InputError
        If it has more rows or columns than a sheet.
    MissingExtraError
        If openpyxl is not installed.
    """
    openpyxl = import_extra("openpyxl", "excel", "Writing Excel files")
    columns = dict(_columns(table))
    _check_size(len(table), len(columns))

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("newskit")
    sheet.freeze_panes = "A2"
    cell_of = partial(text_cell, sheet)
    sheet.append(list(map(cell_of, columns)))
    for row in zip(*columns.values(), strict=True):
        sheet.append(list(map(cell_of, row)))

    # In memory first: a folder that is not there leaves no half file and nothing open.
    content = io.BytesIO()
    book.save(content)
    path.write_bytes(content.getvalue())


def _columns(table: pd.DataFrame) -> Iterator[tuple[str, list[Any]]]:
    """Return the columns of the sheet: texts too long for a cell go on in columns of their own."""
    for name in table.columns:
        cells = list(map(_plain, table[name]))
        yield str(name), list(map(_begin, cells))

        # What does not go in, from the second part on.
        rests = list(map(_rest, cells))
        for number in count(2):
            if not any(rests):
                break

            yield f"{name} ({number})", list(map(_begin, rests))
            rests = list(map(_rest, rests))


def _check_size(n_rows: int, n_columns: int) -> None:
    # The names take a row.
    if n_rows < MAX_ROWS and n_columns <= MAX_COLUMNS:
        return

    size = f"{n_rows:,} rows and {n_columns:,} columns"
    limit = f"a sheet of Excel has {MAX_ROWS:,} and {MAX_COLUMNS:,}, names included"
    raise InputError(f"The table has {size}; {limit}. Write .csv or .parquet instead.")


def _begin(cell: Any) -> Any:
    return cell[:LONGEST] or None if isinstance(cell, str) else cell


def _rest(cell: Any) -> str | None:
    return cell[LONGEST:] or None if isinstance(cell, str) else None


def _plain(value: Any) -> Any:
    """Return a cell as Excel can hold it: a text, a number, a flag, a wall clock, or nothing."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)

    if not pd.api.types.is_scalar(value):
        return str(value)

    if pd.isna(value):
        return None

    if isinstance(value, pd.Timestamp):
        is_known = value.tzinfo is None and value >= _EARLIEST
        return value.to_pydatetime(warn=False) if is_known else value.isoformat()

    # Excel knows Python's numbers only, not NumPy's.
    plain = value.item() if hasattr(value, "item") else value
    is_number = isinstance(plain, int | float) and abs(plain) < _MAX_INT
    return plain if is_number else str(plain)


def text_cell(sheet: Any, value: Any) -> Any:
    """Return what openpyxl is given: of a text a cell that stays a text, "=" or not."""
    if not isinstance(value, str):
        return value

    from openpyxl.cell import WriteOnlyCell

    text = _ESCAPED.sub(_as_office, value)
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _as_office(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def write_parquet(table: pd.DataFrame, path: Path) -> None:
    """Write a table with every value exactly as it is."""
    import_extra("pyarrow", "parquet", "--format parquet")
    table.to_parquet(path, index=False)


def write_csv(table: pd.DataFrame, path: Path, encoding: str = "utf-8") -> None:
    """Write a table as UTF-8: lists as JSON, an apostrophe before what a spreadsheet would run."""
    table.apply(_for_csv).to_csv(path, index=False, encoding=encoding, lineterminator="\n")


def _for_csv(column: pd.Series) -> pd.Series:
    # Only text can come from an article: a negative number stays a number.
    if isinstance(column.dtype, pd.StringDtype):
        is_formula = column.str.startswith(FORMULA_STARTS, na=False)
        return column.where(~is_formula, "'" + column)
    return column.map(_cell_for_csv) if column.dtype == object else column


def _cell_for_csv(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
