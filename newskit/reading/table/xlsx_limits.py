"""What an Excel file holds, before it is read: a cell may stand anywhere, and take memory there."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from functools import cache

from newskit.errors import ReadError

MAX_UNPACKED = 500_000_000
"""Bytes of a spreadsheet once it is unpacked."""
MAX_CELLS = 5_000_000
"""Cells between the first and the last of a sheet, of all sheets: all of them take memory."""
NOT_EXCEL = "The file is not an Excel file that can be read"
_NEVER = (
    "formulas in the file that were never calculated are read as empty cells: "
    "open it in a spreadsheet program and save it"
)

# Rows and cells say where they stand; in whatever way XML lets them.
_TAG = re.compile(rb"""<(?:[\w.-]{1,99}:)?(c|row)(?=[\s/>])((?:[^<>"']|"[^"]*+"|'[^']*+')*+)""")
_STATED = re.compile(rb"""(?:^|[\s"'])r\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_PLACE = re.compile(rb"([A-Z]{0,3})(\d{1,7})")
_FORMULA = re.compile(
    rb"<f\b[^<>]{0,200}(?:/>|>[^<>]{0,9000}</f>)\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>"
)
_WORKBOOK = "xl/workbook.xml"
_OTHERS = frozenset(("content.xml", "xl/workbook.bin", "workbook"))  # of other spreadsheets
_SHOWN = 20  # bytes of a place that is none, in a message
_MARKS = b"\xff\xfe\0"  # of UTF-16
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def check_workbook(content: bytes) -> list[str]:
    """Look at a file before it is read; return the warning if a formula was never calculated.

    Raises
    ------
    ReadError
        If it is not an Excel file, or its content is over a limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            # To the end, so that a size that is a lie is found out.
            has_open_formulas = _check_content(map(archive.read, parts))
    except _BROKEN as err:
        raise ReadError(f"{NOT_EXCEL}: {err}.") from err

    return [_NEVER] if has_open_formulas else []


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename.lower() for part in parts}
    if _WORKBOOK not in names or names & _OTHERS:
        raise ReadError(f"{NOT_EXCEL}: it has no workbook of .xlsx.")

    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED:
        limit = f"the limit for a spreadsheet is {MAX_UNPACKED:,}"
        raise ReadError(f"The file holds {size:,} bytes unpacked; {limit}.")


def _check_content(parts: Iterable[bytes]) -> bool:
    """Look at the parts of a file, most of which are no sheets."""
    n_cells, has_open_formulas = 0, False
    for part in parts:
        is_utf16 = b"\0" in part and part.lstrip(_MARKS).startswith(b"<")
        if is_utf16:
            raise ReadError(f"{NOT_EXCEL}: a part of it is not UTF-8.")

        n_cells += _n_spanned(part)
        has_open_formulas |= bool(_FORMULA.search(part))

    if n_cells > MAX_CELLS:
        raise ReadError(f"The file spans {n_cells:,} cells; the limit is {MAX_CELLS:,}.")

    return has_open_formulas


def _n_spanned(part: bytes) -> int:
    """Return how many cells stand between the first and the last of a sheet."""
    row = column = lowest = rightmost = 0
    for name, attributes in _TAG.findall(part):
        letters, number = _place(attributes)
        # What does not say where it stands, stands behind or below the one before it.
        if name == b"row":
            row, column = int(number or row + 1), 0
        else:
            row, column = int(number or row), _number(letters) or column + 1

        lowest = max(lowest, row)
        rightmost = max(rightmost, column)

    return lowest * rightmost


def _place(attributes: bytes) -> tuple[bytes, bytes]:
    """Return the column and the row that a cell or a row states; empty where it states none."""
    stated = _STATED.search(attributes)
    if stated is None:
        return b"", b""

    place = stated[1] or stated[2] or b""
    match = _PLACE.fullmatch(place)
    if match is None:
        raise ReadError(f"{NOT_EXCEL}: a cell stands at {place[:_SHOWN]!r}.")

    return match[1], match[2]


@cache
def _number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64

    return number
