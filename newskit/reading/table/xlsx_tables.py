"""Excel files: the sheet that holds articles, its names and its rows."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd

from newskit.column_names import match_columns, n_known
from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.raw_rows import MAX_ABOVE, RawRow, above_names, distinct_names, frame_of
from newskit.reading.table.xlsx_limits import NOT_EXCEL, check_workbook
from newskit.spreadsheets import LONGEST

_OWN = frozenset(("article_id", "text", "provenance"))
_GOES_ON = re.compile(r"(.+) \(\d{1,4}\)")


class _Sheet(NamedTuple):
    """A sheet: its name, the names of its columns, its rows, and what stands above."""

    name: str
    columns: list[str]
    rows: list[RawRow]
    above: str


def read_xlsx(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of the first sheet of an Excel file that holds articles.

    Names are looked for in the first ten rows. Rows without any cell are passed over.

    Raises
    ------
    ReadError
        If it is not an Excel file, is over a limit, or all its sheets are empty.
    ModuleNotFoundError
        If python-calamine is not installed.
    """
    content = file.read_table()
    warnings = check_workbook(content)
    sheets = _sheets(content, hints.columns or {})
    if not sheets:
        raise ReadError("All sheets of the file are empty.")

    # The first of those that are as good.
    sheet = max(sheets, key=lambda sheet: _likelihood(sheet, hints))
    others = [repr(other.name) for other in sheets if other is not sheet]
    if others:
        warnings.append(f"read from the sheet {sheet.name!r}, not from {', '.join(others)}")

    return frame_of(sheet.rows, sheet.columns, [*warnings, *above_names(sheet.above)])


def looks_like_xlsx(opening: bytes) -> bool:
    """Say whether bytes begin as a ZIP with the parts of a spreadsheet."""
    return opening.startswith(b"PK\x03\x04") and b"xl/" in opening


def _sheets(content: bytes, told: Mapping[str, str]) -> list[_Sheet]:
    """Return the sheets that are shown and not empty."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    shown = SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible
    sheets = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for about in book.sheets_metadata:
                if (about.typ, about.visible) == shown:
                    rows = book.get_sheet_by_name(about.name).to_python()
                    sheets.append(_sheet(about.name, rows, told))
    except (CalamineError, OSError, ValueError) as err:
        raise ReadError(f"{NOT_EXCEL}: {err}.") from err

    return [sheet for sheet in sheets if sheet.columns]


def _sheet(
    name: str,
    rows: list[list[Any]],
    told: Mapping[str, str],
) -> _Sheet:
    """Return a sheet under the names of its header: the row with most names that are known."""
    if not rows:
        return _Sheet(name, [], [], "")

    known = [(n_known(row, told), any(row)) for row in rows[:MAX_ABOVE]]
    begin = known.index(max(known))
    above = " ".join(map(str, filter(None, chain.from_iterable(rows[:begin]))))
    columns = distinct_names(map(str.strip, map(str, rows[begin])))
    below = rows[begin + 1 :]

    # What newskit wrote, and people changed, has the columns of articles.
    is_own = _OWN.issubset(columns)
    read = _own_cells if is_own else _cells
    found = list(filter(None, map(partial(read, columns), below)))

    # A column without a name and without a cell is a click too far; a part of a text is joined.
    passed_over = {""}.union(filter(_GOES_ON.fullmatch, columns) if is_own else ())
    used = (set(columns) - passed_over).union(*found)
    kept = list(filter(used.__contains__, columns))
    return _Sheet(name, kept, list(map(RawRow, found)), above)


def _likelihood(sheet: _Sheet, hints: Hints) -> tuple[bool, bool]:
    """Say whether a sheet has a column of texts, and of headlines."""
    told = hints.columns or {}
    columns = {column for name, column in told.items() if name in sheet.columns}
    columns |= set(match_columns(frame_of(sheet.rows, sheet.columns)).values())
    return "text" in columns, "headline" in columns


def _cells(names: list[str], row: list[Any]) -> dict[str, Any]:
    """Return the cells that are filled. Excel has one kind of number, and shows 7.0 as 7."""
    cells = {}
    for name, cell in zip(names, row, strict=False):
        is_whole = isinstance(cell, float) and cell.is_integer()
        if cell != "":
            cells[name] = int(cell) if is_whole else cell

    return cells


def _own_cells(names: list[str], row: list[Any]) -> dict[str, Any]:
    """Return the cells of a file that newskit wrote, with what goes on in "text (2)"."""
    joined: dict[str, Any] = {}
    for name, cell in _cells(names, row).items():
        match = _GOES_ON.fullmatch(name)
        before = str(joined.get(match[1], "")) if match else ""
        is_full = bool(before) and len(before) % LONGEST == 0
        if match and is_full:
            joined[match[1]] = before + str(cell)
        else:
            joined[name] = cell

    return joined
