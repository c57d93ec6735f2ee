"""Coding sheets as they come back: files or frames, one for each coder or all in one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias

import pandas as pd

from newskit.errors import InputError, ReadError, missing_extra
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.csv_tables import read_csv
from newskit.reading.table.raw_rows import distinct_names
from newskit.reading.table.xlsx_limits import check_workbook

Sheets: TypeAlias = (
    "pd.DataFrame | str | Path | Iterable[pd.DataFrame | str | Path] "
    "| Mapping[str, pd.DataFrame | str | Path]"
)
FILLED: Final = (
    "coder", "article_id", "unit_id", "unit", "start", "end", "before", "text", "after"
)  # fmt: skip
"""Columns that `sheet` fills in; what stands right of them is for codes."""
NOTES: Final = "notes"
_UNIT: Final = frozenset(FILLED) - {"coder"}  # that may stand anywhere
_NO_CODES: Final = frozenset(("", "coder", NOTES, "note"))
CODING, CODEBOOK = "coding", "codebook"
"""Names of the two sheets in an Excel file."""
_ENDINGS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
_TOLD: Final = {name: name for name in (*FILLED, NOTES)}


@dataclass(frozen=True)
class Sheet:
    """A sheet: what it is called, its rows, who has coded it, and the codes that it states."""

    name: str
    frame: pd.DataFrame
    coder: str
    is_file: bool = False
    codes: Mapping[str, list[str]] = field(default_factory=dict)

    @cached_property
    def cells(self) -> dict[str, list[Any]]:
        """The cells of each column."""
        frame = self.frame.astype(object)
        return {str(name): frame[name].tolist() for name in frame.columns}

    def row(self, number: int) -> str:
        """Name a row as a spreadsheet does, where the names of the columns are row 1."""
        shown = number + 2 if self.is_file else self.frame.index[number]
        return f"row {shown} of {self.name}"

    @property
    def code_columns(self) -> list[str]:
        """The columns for codes: those right of what was filled in."""
        names = list(self.cells)
        filled = [place for place, name in enumerate(names) if name in _UNIT]
        behind = names[max(filled, default=-1) + 1 :]
        return [name for name in behind if name.casefold() not in _NO_CODES]


def read_sheets(given: Any) -> list[Sheet]:
    """Read sheets from whatever they are handed over as.

    Raises
    ------
    InputError
        If they are nothing of the kind, or one has no column `unit_id`.
    ReadError
        If a file cannot be read.
    """
    if isinstance(given, pd.DataFrame) and _is_wide(given):
        _check_names("the frame", given)
        return list(_of_columns(given))

    sheets = [
        _sheet(number, name, one)
        for number, (name, one) in enumerate(_each(given), 1)
    ]
    if not sheets:
        raise InputError("There is no sheet: give frames, or paths of .csv or .xlsx files.")

    for sheet in sheets:
        _check_names(sheet.name, sheet.frame)
        if "unit_id" not in sheet.cells:
            has = ", ".join(sheet.cells)
            raise InputError(f"{sheet.name} has no column 'unit_id'. Its columns: {has}.")

    return sheets


def _check_names(name: str, frame: pd.DataFrame) -> None:
    columns = frame.columns
    if not columns.is_unique:
        twice = columns[columns.duplicated()][0]
        raise InputError(f"{name} has two columns {twice!r}: rename one.")


def _is_wide(frame: pd.DataFrame) -> bool:
    return "unit_id" not in frame.columns and "coder" not in frame.columns


def _of_columns(frame: pd.DataFrame) -> Iterator[Sheet]:
    """Yield a sheet for each column of a frame with a row per unit and a column per coder."""
    labels = frame.index if frame.index.is_unique else range(len(frame))
    unit_id = list(map(str, labels))
    for coder in frame.columns:
        one = pd.DataFrame({"unit_id": unit_id, "code": frame[coder].astype(object).tolist()})
        yield Sheet(f"column {coder!r}", one.set_index(frame.index), str(coder))


def _each(given: Any) -> Iterator[tuple[str | None, Any]]:
    if isinstance(given, pd.DataFrame):
        yield None, given
    elif isinstance(given, Mapping):
        yield from ((str(name), one) for name, one in given.items())
    elif isinstance(given, str | Path):
        yield from ((None, path) for path in _files(Path(given)))
    elif isinstance(given, Iterable):
        for one in given:
            yield from (
                (None, each)
                for each in (_files(Path(one)) if _is_path(one) else [one])
            )
    else:
        raise InputError(
            f"Expected coding sheets, got {type(given).__name__}: frames or paths."
        )


def _is_path(one: Any) -> bool:
    return isinstance(one, str | Path)


def _files(path: Path) -> list[Path]:
    """Return the file, or of a folder the sheets in it; what Excel has opened is a copy of one."""
    if not path.is_dir():
        return [path]

    found = (p for p in sorted(path.iterdir()) if p.suffix.lower() in _ENDINGS)
    return [p for p in found if not p.name.startswith(("~$", "."))]


def _sheet(
    number: int,
    name: str | None,
    one: Any,
) -> Sheet:
    if isinstance(one, pd.DataFrame):
        return Sheet(f"sheet {name or number}", one, name or f"coder {number}")

    if not _is_path(one):
        raise InputError(f"Sheet {number} is {type(one).__name__}; expected a frame or a path.")

    path = Path(one)
    frame, codes = _read(path)
    return Sheet(path.name, frame, name or path.stem, True, codes)


def _read(path: Path) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    if path.suffix.lower() not in _ENDINGS:
        expected = f"expected one of {', '.join(_ENDINGS)}"
        raise ReadError(f"{str(path)!r} is no coding sheet: {expected}.")

    if not path.is_file():
        raise ReadError(f"There is no file {str(path)!r}.")

    try:
        if path.suffix.lower().startswith(".xls"):
            return _read_xlsx(path)
        return _whole(path, read_csv(File(path, path.name), Hints(columns=_TOLD))), {}
    except ReadError as err:
        raise ReadError(f"{str(path)!r}: {err}") from err


def _whole(path: Path, frame: pd.DataFrame) -> pd.DataFrame:
    """Refuse a file with a row that is none: a code may stand in it."""
    if "error" in frame.columns and frame["error"].notna().any():
        row = int(frame["error"].notna().to_numpy().argmax())
        raise ReadError(f"row {row + 2}: {frame['error'].iloc[row]}")

    return frame.drop(columns=["error", "warnings"], errors="ignore")


def _read_xlsx(path: Path) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """Return the rows of the sheet for codes, or the first sheet; and the codes of the codebook."""
    try:
        import python_calamine as calamine
    except ImportError as err:
        what = "Reading Excel files"
        raise missing_extra("python-calamine", "excel", what, err) from err

    content = path.read_bytes()
    check_workbook(content)
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            rows = {
                name: book.get_sheet_by_name(name).to_python()
                for name in book.sheet_names
            }
    except (calamine.CalamineError, OSError, ValueError) as err:
        raise ReadError(f"it is not an Excel file that can be read: {err}") from err

    frames = {name: _of_rows(cells) for name, cells in rows.items() if cells}
    if not frames:
        raise ReadError("all its sheets are empty")

    codebook = (
        frames.pop(CODEBOOK, pd.DataFrame())
        if len(frames) > 1
        else pd.DataFrame()
    )
    return frames.get(CODING, next(iter(frames.values()))), _stated(codebook)


def _of_rows(rows: list[list[Any]]) -> pd.DataFrame:
    names = distinct_names(str(name).strip() for name in rows[0])
    cells = [
        [None if cell == "" else cell for cell in row] for row in rows[1:]
    ]
    return pd.DataFrame(cells, columns=names, dtype=object).dropna(how="all")


def _stated(codebook: pd.DataFrame) -> dict[str, list[str]]:
    """Return the codes that the codebook of an Excel file lists for each variable."""
    if not {"variable", "code"}.issubset(codebook.columns):
        return {}

    listed = codebook[["variable", "code"]].dropna()
    return {
        str(name): rows["code"].tolist()
        for name, rows in listed.groupby("variable")
    }
