"""Rows of somebody's table before their columns are known, and what is wrong with single ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import ReadError

MAX_ABOVE = 10
"""Lines, or rows, among which the names of the columns are looked for."""
_SHOWN = 60  # characters of what was passed over, in a message


class RawRow(NamedTuple):
    """The cells of a row under the names of its table, and what a reader should know of it."""

    cells: dict[Any, Any]
    error: str | None = None
    warning: str | None = None

    def warnings(self, of_all: Iterable[str | None]) -> list[str]:
        """Return its own warning and those of all rows; None is none."""
        return list(filter(None, (self.warning, *of_all)))


def frame_of(
    rows: Sequence[RawRow],
    names: Iterable[Any],
    warnings: Sequence[str | None] = (),
    may_fail: bool = False,
) -> pd.DataFrame:
    """Return the frame of rows; errors and warnings stand in its columns `error` and `warnings`.

    Parameters
    ----------
    rows : sequence of RawRow
        The rows; a cell that one lacks is missing.
    names : iterable
        The columns, in order.
    warnings : sequence of str, optional
        What a reader should know of every row; None is nothing.
    may_fail : bool
        Whether all rows may be errors: those of a later piece of a file.

    Raises
    ------
    ReadError
        If there is an error in every row: then the file is not what it says.
    """
    errors = [row.error for row in rows]
    if rows and all(errors) and not may_fail:
        raise ReadError(str(errors[0]))

    cells = [row.cells for row in rows]
    columns = {name: [given.get(name) for given in cells] for name in names}
    _note(columns, "error", errors)

    _note(columns, "warnings", [row.warnings(warnings) for row in rows])
    return pd.DataFrame(columns, index=range(len(rows)), dtype="object")


def above_names(text: str) -> list[str]:
    """Return the warning of what stands above the names of the columns, where something does."""
    shown = text.strip()[:_SHOWN]
    if not shown:
        return []

    return [f"what stands above the names of the columns was passed over: {shown!r}"]


def distinct_names(names: Iterable[Any]) -> list[Any]:
    """Return names of which none occurs twice: text, text.1."""
    distinct: dict[Any, None] = {}
    seen: Counter[Any] = Counter()
    for name in names:
        free = name
        # A table may have a column "text.1" of its own.
        while free in distinct:
            seen[name] += 1
            free = f"{name}.{seen[name]}"

        distinct[free] = None

    return list(distinct)


def _note(columns: dict[Any, list[Any]], name: str, noted: list[Any]) -> None:
    """Put in what was noted; where nothing was, what the table itself states under that name."""
    if not any(noted):
        return

    stated = columns.get(name, [None] * len(noted))
    columns[name] = [one or other for one, other in zip(noted, stated, strict=True)]
