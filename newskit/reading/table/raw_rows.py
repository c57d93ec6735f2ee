"""Rows of somebody's table before their columns are known, and what is wrong with single ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import ReadError


class RawRow(NamedTuple):
    """The cells of a row under the names of its table, and what a reader should know of it."""

    cells: dict[Any, Any]
    error: str | None = None
    warning: str | None = None


def frame_of(
    rows: Sequence[RawRow], names: Iterable[Any], warnings: Sequence[str | None] = ()
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

    Raises
    ------
    ReadError
        If there is an error in every row: then the file is not what it says.
    """
    columns = {name: [row.cells.get(name) for row in rows] for name in names}
    errors = [row.error for row in rows]
    if rows and all(errors):
        raise ReadError(str(errors[0]))

    if any(errors):
        columns["error"] = _filled(errors, columns.get("error"))

    told = [list(filter(None, (row.warning, *warnings))) or None for row in rows]
    if any(told):
        columns["warnings"] = _filled(told, columns.get("warnings"))

    return pd.DataFrame(columns, index=range(len(rows)), dtype="object")


def distinct_names(names: Iterable[Any]) -> list[Any]:
    """Return names of which none occurs twice: text, text.1."""
    seen: Counter[Any] = Counter()
    distinct = []
    for name in names:
        distinct.append(f"{name}.{seen[name]}" if seen[name] else name)
        seen[name] += 1

    return distinct


def _filled(noted: list[Any], stated: list[Any] | None) -> list[Any]:
    """Return what was noted, else what the table itself states under the same name."""
    if stated is None:
        return noted

    return [one or other for one, other in zip(noted, stated, strict=True)]
