"""Cells of any column made into names of groups, in an order that people expect."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit.text.arrays import Array

NOT_STATED = "not stated"


class Labels(NamedTuple):
    """The group of each article by one key: a number, and the names that the numbers stand for."""

    name: str
    code: Array
    labels: list[str]


def labels_of(name: str, values: pd.Series) -> Labels:
    """Give the cells of a column numbers: in the order of categories, numbers or letters, NA last.

    >>> labels_of("year", pd.Series([2024.0, None, 987.0])).labels
    ['987', '2024', 'not stated']
    """
    in_order: Iterable[Any] = ()
    if isinstance(values.dtype, pd.CategoricalDtype):
        in_order = values.dtype.categories
    place = {_label(cell): n for n, cell in enumerate(in_order)}

    cells = values.tolist()
    names = [_label(cell) for cell in cells]
    rank: dict[str, tuple[Any, ...]] = {}
    for label, cell in zip(names, cells, strict=True):
        if label is not None and label not in rank:
            rank[label] = (place.get(label, len(place)), *_rank(cell, label))

    labels = sorted(rank, key=rank.__getitem__)
    # A cell that says so itself is in the same group as one that is empty.
    if None in names and NOT_STATED not in rank:
        labels.append(NOT_STATED)
    number = {label: n for n, label in enumerate(labels)}
    code = [number[NOT_STATED if label is None else label] for label in names]
    return Labels(name, np.array(code, dtype=np.int64), labels)


def _label(cell: Any) -> str | None:
    """Return the name of a cell's group; None for one that is missing or blank."""
    if isinstance(cell, list | tuple | set | np.ndarray):
        return "; ".join(filter(None, map(_label, cell))) or None
    if pd.isna(cell):
        return None
    # Years with a gap are a column of floats.
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, pd.Timestamp) and cell == cell.normalize():
        cell = cell.date()
    return " ".join(str(cell).split()) or None


def _rank(cell: Any, label: str) -> tuple[int, float, str, str]:
    is_number = isinstance(cell, int | float | np.number) and not isinstance(cell, bool)
    if is_number:
        return 0, float(cell), "", ""
    return 1, 0.0, label.casefold(), label
