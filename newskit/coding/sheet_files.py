"""The files of a sheet: one for each coder, as CSV or Excel, and nothing in them that runs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pandas as pd

from newskit.coding.codes import Codes, Known, code_text
from newskit.coding.sampling import shuffled
from newskit.coding.scales import number
from newskit.coding.sheets import CODEBOOK, CODING, FILLED, NOTES
from newskit.errors import InputError, ReadError, import_extra
from newskit.spreadsheets import LONGEST, text_cell, write_csv
from newskit.tables import TEXT

_WIDTHS: Final = {"before": 34, "text": 60, "after": 34, NOTES: 30}
_WIDTH: Final = 12
_CODE_WIDTH: Final = 18
_HIDDEN: Final = frozenset(FILLED) - {"before", "text", "after"}
"""Columns that nobody needs for coding; newskit does, when the sheet comes back."""
_NO_NAME: Final = re.compile(r"[^\w-]+")
_ENDINGS: Final = (".csv", ".xlsx")


def coder_names(coders: int | Sequence[str]) -> list[str]:
    """Return the names of the coders.

    Raises
    ------
    InputError
        If there is none, or two have one name.
    """
    if isinstance(coders, str):
        raise InputError(f"coders is {coders!r}; expected a number or a list: [{coders!r}].")

    if isinstance(coders, int):
        names = [f"coder {n}" for n in range(1, coders + 1)]
    else:
        names = [str(code_text(name) or "") for name in coders]

    files = [_file_name(name) for name in names]
    if not names or len(set(files)) < len(files) or not all(files):
        raise InputError(f"coders={coders!r}: expected a number, or names that differ.")
    return names


def paths_of(path: str | Path, coders: int | Sequence[str]) -> list[Path]:
    """Return the path of each coder's file.

    Raises
    ------
    InputError
        If it is no path of a sheet, or a file is there already: it may hold what somebody coded.
    """
    path = Path(path)
    if path.suffix.lower() not in _ENDINGS:
        expected = f"expected .csv or .xlsx: {str(path)!r}"
        raise InputError(f"path ends in {path.suffix!r}; {expected}.")

    names = coder_names(coders)
    paths = [path.with_stem(f"{path.stem}_{_file_name(name)}") for name in names]
    paths = paths if len(names) > 1 else [path]
    there = next((str(one) for one in paths if one.exists()), None)
    if there:
        raise InputError(f"{there!r} is there, and may be filled in: choose another name.")
    return paths


def _file_name(coder: str) -> str:
    return _NO_NAME.sub("_", coder).strip("_").casefold()


def write_sheets(
    units: pd.DataFrame,
    paths: Sequence[Path],
    coders: Sequence[str],
    codes: Codes | None,
    known: Mapping[str, Known],
    seed: int | None,
) -> None:
    """Write the sheet of each coder; with a seed, each in an order of its own.

    Raises
    ------
    ReadError
        If a file cannot be written.
    """
    filled = [name for name in FILLED if name in units.columns]
    for coder, path in zip(coders, paths, strict=True):
        table = units[[*filled, *known]].assign(coder=coder, **{NOTES: None})
        table = table[["coder", *filled, *known, NOTES]].astype({"coder": TEXT, NOTES: TEXT})
        if seed is not None:
            table = table.iloc[shuffled(units["unit_id"], f"{seed} {coder}")]

        try:
            _write(table, path, codes, known)
        except OSError as err:
            why = err.strerror or err
            raise ReadError(f"{str(path)!r} could not be written: {why}.") from err


def _write(
    table: pd.DataFrame,
    path: Path,
    codes: Codes | None,
    known: Mapping[str, Known],
) -> None:
    if path.suffix.lower() == ".csv":
        # With the mark that Excel needs to see UTF-8.
        whole = table.map(_whole, na_action="ignore").astype(table.dtypes)
        write_csv(whole, path, encoding="utf-8-sig")
        return

    openpyxl = import_extra("openpyxl", "excel", "Writing Excel files")
    book = openpyxl.Workbook()
    book.active.title = CODING
    cells = table.astype(object).where(table.notna(), None)
    _fill(book.active, [list(table.columns), *cells.to_numpy().tolist()])
    _lay_out(book.active, list(table.columns), known)
    codebook = list(_codebook(codes or {}, known))
    _fill(book.create_sheet(CODEBOOK), [["variable", "code", "meaning"], *codebook])
    _lay_out(book[CODEBOOK], ["variable", "code", "meaning"], {"code": None, "meaning": None})
    _let_choose(book[CODING], list(table.columns), codebook)
    _keep_texts(book[CODING], list(table.columns), known)

    content = io.BytesIO()
    book.save(content)
    path.write_bytes(content.getvalue())


def _whole(value: Any) -> Any:
    """Return a text without halves of characters, which no file can hold."""
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "replace").decode("utf-8")


def _fill(page: Any, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows; what an article says stays a text, and a number a number."""
    from openpyxl.styles import Alignment, Font

    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for place, row in enumerate(rows):
        cells = [text_cell(page, _cut(value)) for value in row]
        page.append(cells)
        for cell in page[place + 1]:
            cell.alignment = wrapped
            if not place:
                cell.font = bold

    page.freeze_panes = "A2"


def _cut(value: Any) -> Any:
    too_long = isinstance(value, str) and len(value) > LONGEST
    return value[:LONGEST] + " […]" if too_long else value


def _lay_out(
    page: Any,
    names: Sequence[str],
    codes: Mapping[str, Any],
) -> None:
    """Make columns as wide as they need be, hide those that say nothing, and fit a page's width."""
    from openpyxl.utils import get_column_letter

    for place, name in enumerate(names, 1):
        column = page.column_dimensions[get_column_letter(place)]
        column.width = _WIDTHS.get(name, _CODE_WIDTH if name in codes else _WIDTH)
        column.hidden = name in _HIDDEN

    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def _codebook(codes: Codes, known: Mapping[str, Known]) -> Iterator[list[Any]]:
    """Yield the codes of each variable, and what each means where that is said."""
    for name, one in known.items():
        stated = codes.get(name)
        meant = (
            list(stated.values())
            if isinstance(stated, Mapping)
            else [None] * len(one.codes)
        )
        for code, meaning in zip(one.codes, meant, strict=True):
            value = number(code)
            yield [name, code if value is None else value, meaning]

        if not one.codes:
            yield [name, None, "any text"]


def _let_choose(
    page: Any,
    names: Sequence[str],
    codebook: Sequence[Sequence[Any]],
) -> None:
    """Give each variable the list of its codes to choose from."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    places: dict[str, list[int]] = {}
    for row, (name, code, _) in enumerate(codebook, 2):
        if code is not None:
            places.setdefault(name, []).append(row)

    for name, rows in places.items():
        listed = f"{CODEBOOK}!$B${rows[0]}:$B${rows[-1]}"
        choice = DataValidation(type="list", formula1=listed, allow_blank=True)
        choice.showErrorMessage = True
        choice.errorTitle, choice.error = (
            "Not a code", f"Choose a code from the list of {name}."
        )
        page.add_data_validation(choice)
        letter = get_column_letter(names.index(name) + 1)
        choice.add(f"{letter}2:{letter}{page.max_row}")


def _keep_texts(
    page: Any,
    names: Sequence[str],
    known: Mapping[str, Known],
) -> None:
    """Let Excel take what is typed as text, so that "3-4" is no day; numbers stay numbers."""
    for name, one in known.items():
        if any(number(code) is not None for code in one.codes):
            continue

        place = names.index(name) + 1
        for row in range(2, page.max_row + 1):
            page.cell(row, place).number_format = "@"
