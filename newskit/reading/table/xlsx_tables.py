"""Excel files: the sheet that holds articles, its names and its rows."""

from __future__ import annotations

import re
import zipfile
import zlib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from newskit.column_names import match_columns
from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.raw_rows import RawRow, distinct_names, frame_of

MAX_UNPACKED = 500_000_000
"""Bytes of a spreadsheet once it is unpacked."""
MAX_CELLS = 5_000_000
"""Cells between the first and the last that are filled: all of them take memory."""
_HEADER = 10  # rows among which the names of the columns are looked for
# Rows and cells say where they stand; in whatever way XML lets them.
_TAG = re.compile(rb"""<(?:[\w.-]{1,99}:)?(c|row)(?=[\s/>])((?:[^<>"']|"[^"]*+"|'[^']*+')*+)""")
_PLACE = re.compile(rb"""(?:^|[\s"'])r\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_PLACE_IN_SHEET = re.compile(rb"([A-Z]{0,3})(\d{1,7})")
_FORMULA = re.compile(
    rb"<f\b[^<>]{0,200}(?:/>|>[^<>]{0,9000}</f>)\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>"
)
_NEVER = (
    "formulas in the file that were never calculated are read as empty cells: "
    "open it in a spreadsheet program and save it"
)
_OWN = frozenset(("article_id", "text", "provenance"))
_GOES_ON = re.compile(r"(.+) \(\d{1,4}\)")
_WORKBOOK = "xl/workbook.xml"
_OTHERS = frozenset(("content.xml", "xl/workbook.bin", "workbook"))  # of other spreadsheets
_NOT_EXCEL = "The file is not an Excel file that can be read"
_SHOWN = 20  # bytes of a place that is none, in a message
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class _Sheet(NamedTuple):
    """A sheet: its name, the names of its columns, and its rows."""

    name: str
    columns: list[str]
    rows: list[RawRow]


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
    has_open_formulas = _check(file.path)
    sheets = [sheet for sheet in _sheets(file.path) if sheet.columns]
    if not sheets:
        raise ReadError("All sheets of the file are empty.")

    sheet = max(sheets, key=lambda sheet: _likelihood(sheet, hints))
    others = ", ".join(repr(other.name) for other in sheets if other is not sheet)
    warnings = [
        _NEVER if has_open_formulas else None,
        f"read from the sheet {sheet.name!r}, not from {others}" if others else None,
    ]
    return frame_of(sheet.rows, sheet.columns, warnings)


def _sheets(path: Path) -> list[_Sheet]:
    """Return the sheets that are shown."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    wanted = SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible
    try:
        with CalamineWorkbook.from_path(path) as book:
            about = [
                sheet for sheet in book.sheets_metadata if (sheet.typ, sheet.visible) == wanted
            ]
            return [_sheet(s.name, book.get_sheet_by_name(s.name).to_python()) for s in about]
    except (CalamineError, OSError, ValueError) as err:
        raise ReadError(f"{_NOT_EXCEL}: {err}.") from err


def _sheet(name: str, rows: list[list[Any]]) -> _Sheet:
    begin = max(range(min(len(rows), _HEADER)), key=lambda n: _n_known(rows[n]), default=0)
    header = [str(cell).strip() for cell in rows[begin]] if rows else []
    columns = distinct_names(header)

    found = [_cells(columns, row) for row in rows[begin + 1 :]]
    if _OWN <= set(columns):
        found = list(map(_joined, found))
        columns = [column for column in columns if not _GOES_ON.fullmatch(column)]

    # A column without a name and without a cell is a click too far.
    used = {column for cells in found for column in cells} | set(header) - {""}
    columns = [column for column in columns if column in used]
    return _Sheet(name, columns, [RawRow(cells) for cells in found if cells])


def _n_known(row: list[Any]) -> tuple[int, bool]:
    names = [cell for cell in row if isinstance(cell, str) and cell]
    known = match_columns(pd.DataFrame(columns=distinct_names(names)))
    return len(known), bool(names)


def _likelihood(sheet: _Sheet, hints: Hints) -> tuple[bool, bool]:
    """Say whether a sheet has a column of texts, and of headlines."""
    told = {column for name, column in (hints.columns or {}).items() if name in sheet.columns}
    columns = told | set(match_columns(frame_of(sheet.rows, sheet.columns)).values())
    return "text" in columns, "headline" in columns


def _cells(names: list[str], row: list[Any]) -> dict[str, Any]:
    """Return the cells that are filled. Excel has one kind of number, and shows 7.0 as 7."""
    cells = {}
    for name, cell in zip(names, row, strict=False):
        is_whole = isinstance(cell, float) and cell.is_integer()
        if cell != "":
            cells[name] = int(cell) if is_whole else cell

    return cells


def _joined(cells: dict[str, Any]) -> dict[str, Any]:
    """Return the cells of a file that newskit wrote, with what goes on in "text (2)"."""
    joined: dict[str, Any] = {}
    for name, cell in cells.items():
        match = _GOES_ON.fullmatch(name)
        if match and match[1] in joined:
            joined[match[1]] += str(cell)
        else:
            joined[name] = cell

    return joined


def _check(path: Path) -> bool:
    """Look at a file before it is read; say whether a formula was never calculated.

    Calamine takes memory for all cells up to the last, and a cell may stand anywhere.

    Raises
    ------
    ReadError
        If it is not an Excel file, or its content is over a limit.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            # To the end, so that a size that is a lie is found out.
            looked_at = [_check_part(archive.read(part)) for part in parts]
    except _BROKEN as err:
        raise ReadError(f"{_NOT_EXCEL}: {err}.") from err

    size = sum(n_cells for n_cells, _ in looked_at)
    if size > MAX_CELLS:
        raise ReadError(f"The file spans {size:,} cells; the limit is {MAX_CELLS:,}.")

    return any(has_open_formulas for _, has_open_formulas in looked_at)


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename.lower() for part in parts}
    if _WORKBOOK not in names or names & _OTHERS:
        raise ReadError(f"{_NOT_EXCEL}: it has no workbook of .xlsx.")

    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED:
        limit = f"the limit for a spreadsheet is {MAX_UNPACKED:,}"
        raise ReadError(f"The file holds {size:,} bytes unpacked; {limit}.")


def _check_part(data: bytes) -> tuple[int, bool]:
    """Return how many cells a part of the file spans, and whether a formula has no value."""
    if b"\0" in data and data.lstrip(b"\xff\xfe\0").startswith(b"<"):
        raise ReadError(f"{_NOT_EXCEL}: a part of it is not UTF-8.")

    row = column = lowest = rightmost = 0
    for name, attributes in _TAG.findall(data):
        letters, number = _place(attributes)
        # What does not say where it stands, stands behind or below the one before it.
        if name == b"row":
            row, column = int(number or row + 1), 0
        else:
            row, column = int(number or row), _number(letters) or column + 1

        lowest, rightmost = max(lowest, row), max(rightmost, column)

    return lowest * rightmost, bool(_FORMULA.search(data))


def _place(attributes: bytes) -> tuple[bytes, bytes]:
    """Return the column and the row that a cell or a row states; empty where it states none."""
    stated = _PLACE.search(attributes)
    if stated is None:
        return b"", b""

    place = stated[1] or stated[2] or b""
    match = _PLACE_IN_SHEET.fullmatch(place)
    if match is None:
        raise ReadError(f"{_NOT_EXCEL}: a cell stands at {place[:_SHOWN]!r}.")

    return match[1], match[2]


@cache
def _number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64

    return number
