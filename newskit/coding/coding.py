"""Sheets put together: units by coders, for each variable the code that each coder gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from newskit.coding.coded_rows import ABOUT, CodedRow, coded_rows
from newskit.coding.codes import Cell, Codes, Known, known_codes
from newskit.coding.ratings import Ratings
from newskit.coding.scales import number, scale_of
from newskit.coding.sheets import Sheet, read_sheets
from newskit.errors import InputError, did_you_mean
from newskit.text.arrays import Array

_SHOWN: Final = 5  # rows that an error names


@dataclass(frozen=True)
class Coding:
    """What several people have coded.

    Attributes
    ----------
    units : one row per unit: unit_id, and what the sheets say of it
    coders : their names
    codes : for each variable units by coders: the code as text, None where none was given
    known : for each variable its codes; empty where any text is one
    """

    units: pd.DataFrame
    coders: list[str]
    codes: dict[str, Array]
    known: dict[str, Known]

    def order(self, variable: str) -> list[str]:
        """Return the codes in their order: as stated; by size where all are numbers; by letters."""
        if self.known[variable].codes:
            return list(self.known[variable].codes)

        found = sorted(set(self.codes[variable].ravel()) - {None})
        values = {code: number(code) for code in found}
        if None in values.values():
            return found
        return sorted(found, key=lambda code: values[code] or 0.0)

    def ratings(self, variable: str, level: str = "nominal") -> Ratings:
        """Return the codes as numbers.

        Raises
        ------
        InputError
            If the level asks for an order or for numbers, and the codes have none.
        """
        order = self.order(variable)
        place = {code: n for n, code in enumerate(order)}
        codes = self.codes[variable]
        numbers = np.array(
            [place.get(code, -1) for code in codes.ravel()], dtype=int
        )
        is_ordered = bool(self.known[variable].codes)
        return Ratings(
            numbers.reshape(codes.shape), scale_of(variable, order, level, is_ordered)
        )


def read_coding(
    sheets: Any,
    codes: Codes | None = None,
    variables: str | Sequence[str] | None = None,
    complete: bool = False,
) -> Coding:
    """Read sheets and put them together; with `complete`, a cell without a code is an error.

    Raises
    ------
    InputError
        If a sheet lacks a column, has a unit twice or a code that is none, or sheets do not fit.
    """
    read = read_sheets(sheets)
    known = _known(read, codes, variables)
    rows = coded_rows(read)
    units = list(dict.fromkeys(row.unit_id for row in rows))
    coders = list(dict.fromkeys(row.coder for row in rows))
    _check_once(rows)

    unit = _numbers(units, [row.unit_id for row in rows])
    coder = _numbers(coders, [row.coder for row in rows])
    filled = {}
    for name, one in known.items():
        cells = [Cell(row.value(name), row.place) for row in rows]
        found = one.of(cells)
        if complete:
            _check_complete(name, cells, found)

        filled[name] = np.full((len(units), len(coders)), None, dtype=object)
        filled[name][unit, coder] = found

    return Coding(_about(rows, units), coders, filled, known)


def _check_complete(
    variable: str,
    cells: Sequence[Cell],
    found: Sequence[str | None],
) -> None:
    empty = [
        cell.place()
        for cell, code in zip(cells, found, strict=True)
        if code is None
    ]
    if empty:
        more = f", and {len(empty) - _SHOWN} more" if len(empty) > _SHOWN else ""
        raise InputError(f"No code in column {variable!r}: {'; '.join(empty[:_SHOWN])}{more}.")


def _numbers(names: Sequence[str], used: Sequence[str]) -> list[int]:
    number_of = {name: n for n, name in enumerate(names)}
    return [number_of[name] for name in used]


def _known(
    sheets: Sequence[Sheet],
    codes: Codes | None,
    variables: str | Sequence[str] | None,
) -> dict[str, Known]:
    """Return the codes of each variable, as the user or the codebook of a file states them."""
    told = known_codes(codes)
    stated = known_codes(
        {
            name: listed
            for sheet in sheets
            for name, listed in sheet.codes.items()
        }
    )
    asked = (
        [variables] if isinstance(variables, str) else list(variables or told)
    )
    names = asked or list(
        dict.fromkeys(name for sheet in sheets for name in sheet.code_columns)
    )
    if not names:
        has = ", ".join(sheets[0].cells)
        raise InputError(f"{sheets[0].name} has no column for codes right of {has}.")

    _check_columns(sheets, names)
    return {
        name: told.get(name) or stated.get(name) or Known(name)
        for name in names
    }


def _check_columns(sheets: Sequence[Sheet], names: Sequence[str]) -> None:
    for sheet, name in product(sheets, names):
        if name not in sheet.cells:
            hint = did_you_mean(name, sheet.cells)
            remedy = "Say which are to be compared: variables=['tone', ...]."
            raise InputError(f"{sheet.name} has no column {name!r}.{hint} {remedy}")


def _check_once(rows: Sequence[CodedRow]) -> None:
    """Refuse a unit that one coder has twice, and a unit that is another in another sheet."""
    seen: dict[tuple[str, str], CodedRow] = {}
    first: dict[str, CodedRow] = {}
    for row in rows:
        before = seen.setdefault((row.unit_id, row.coder), row)
        if before is not row:
            twice = f"{row.coder!r} has the unit {row.unit_id!r} twice"
            raise InputError(
                f"{twice}: {before.place()}, and {row.place()}. Of two coders, the column 'coder' "
                "has to name each."
            )

        other = first.setdefault(row.unit_id, row)
        if not other.is_like(row):
            raise InputError(
                f"The unit {row.unit_id!r} is not the same in {other.place()} and "
                f"in {row.place()}: the sheets are of different articles."
            )


def _about(rows: Sequence[CodedRow], units: Sequence[str]) -> pd.DataFrame:
    """Return what the first sheet that has a unit says of it."""
    first = {row.unit_id: row for row in reversed(rows)}
    about = {
        name: [first[unit].cell(name) for unit in units] for name in ABOUT
    }
    return pd.DataFrame({"unit_id": list(units), **about}, dtype=object)
