"""The rows of all sheets: which unit each is of, and who has coded it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from newskit.coding.codes import code_text
from newskit.coding.sheets import Sheet
from newskit.errors import InputError

ABOUT: Final = ("article_id", "unit", "start", "end", "text")
"""What a sheet says of a unit, beside its unit_id."""
_COMPARED: Final = ("start", "end", "text")
_LONGEST: Final = (
    200  # letters by which two texts are compared: a spreadsheet may cut them
)
_NO_LETTER: Final = re.compile(r"\W+")


class CodedRow(NamedTuple):
    """A row of a sheet."""

    unit_id: str
    coder: str
    sheet: Sheet
    number: int

    def place(self) -> str:
        """Say where it stands."""
        return self.sheet.row(self.number)

    def value(self, name: str) -> Any:
        """Return what stands in a column."""
        return self.sheet.cells[name][self.number]

    def cell(self, name: str) -> Any:
        """Return what stands in a column; None where there is nothing, or no such column."""
        value = self.value(name) if name in self.sheet.cells else None
        return None if code_text(value) is None else value

    def is_like(self, other: CodedRow) -> bool:
        """Say whether two rows of one unit are of the same words, as far as both tell."""
        pairs = (
            (_letters(self.cell(name)), _letters(other.cell(name)))
            for name in _COMPARED
        )
        return all(one == two for one, two in pairs if one and two)


def coded_rows(sheets: Sequence[Sheet]) -> list[CodedRow]:
    """Return the rows of all sheets.

    Units are told apart by `unit_id`; where that occurs twice in a sheet, by `article_id`, too.

    Raises
    ------
    InputError
        If a row has no `unit_id`.
    """
    rows = [row for sheet in sheets for row in _rows_of(sheet)]
    keys = {(row.unit_id, row.coder) for row in rows}
    if len(keys) == len(rows) or any(
        "article_id" not in sheet.cells for sheet in sheets
    ):
        return rows

    return [
        row._replace(unit_id=f"{row.cell('article_id')}:{row.unit_id}")
        for row in rows
    ]


def _rows_of(sheet: Sheet) -> Iterator[CodedRow]:
    unit_ids = list(map(code_text, sheet.cells["unit_id"]))
    coders = sheet.cells.get("coder", [None] * len(unit_ids))
    for number, (unit_id, coder) in enumerate(zip(unit_ids, coders, strict=True)):
        row = CodedRow(
            unit_id or "", code_text(coder) or sheet.coder, sheet, number
        )
        is_empty = unit_id is None and not any(map(row.cell, sheet.cells))
        if unit_id is None and not is_empty:
            raise InputError(f"{row.place()} has no unit_id: it cannot be told what was coded.")

        if not is_empty:
            yield row


def _letters(cell: Any) -> str:
    return _NO_LETTER.sub("", code_text(cell) or "").casefold()[:_LONGEST]
