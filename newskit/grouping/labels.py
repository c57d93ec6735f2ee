"""Cells of any column made into names of groups, in an order that people expect."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit.text.arrays import Array

NOT_STATED = "not stated"
_LAST = (float("inf"),)


class Labels(NamedTuple):
    """The group of each article by one key: a number, and the names that the numbers stand for."""

    name: str
    code: Array
    labels: list[str]
    ranks: list[tuple[Any, ...]]
    """By what they are put in order: those of one part of a corpus among those of another."""


def labels_of(name: str, values: pd.Series) -> Labels:
    """Give the cells of a column numbers: in the order of categories, numbers or letters, NA last.

    >>> labels_of("year", pd.Series([2024.0, None, 987.0])).labels
    ['987', '2024', 'not stated']
    """
    cells = values.tolist()
    names = list(map(_label, cells))
    stated = _stated_order(values)

    rank: dict[str, tuple[Any, ...]] = {}
    for label, cell in zip(names, cells, strict=True):
        if label is not None:
            rank.setdefault(label, (stated.get(label, len(stated)), *_rank(cell, label)))

    # A cell that says so itself is in the same group as one that is empty.
    labels = sorted(rank, key=rank.__getitem__)
    if None in names and NOT_STATED not in rank:
        labels.append(NOT_STATED)

    number = {label: n for n, label in enumerate(labels)}
    code = [number[label or NOT_STATED] for label in names]
    ranks = [rank.get(label, _LAST) for label in labels]
    return Labels(name, np.array(code, dtype=np.int64), labels, ranks)


def _stated_order(values: pd.Series) -> dict[str, int]:
    """Return the place of each category of a column that has categories."""
    if not isinstance(values.dtype, pd.CategoricalDtype):
        return {}
    labels = filter(None, map(_label, values.dtype.categories))
    return {label: n for n, label in enumerate(labels)}


def _label(cell: Any) -> str | None:
    """Return the name of a cell's group; None for one that is missing or blank."""
    if isinstance(cell, list | tuple | set | np.ndarray):
        return "; ".join(filter(None, map(_label, cell))) or None
    if pd.isna(cell):
        return None
    return " ".join(str(_plain(cell)).split()) or None


def _plain(cell: Any) -> Any:
    """Return a number without a point, and a day without a clock, where there is nothing behind."""
    # Years with a gap are a column of floats.
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, pd.Timestamp) and cell == cell.normalize():
        return cell.date()
    return cell


def _rank(cell: Any, label: str) -> tuple[int, float, str, str]:
    is_number = isinstance(cell, int | float | np.number) and not isinstance(cell, bool)
    if is_number:
        return 0, float(cell), "", ""
    return 1, 0.0, label.casefold(), label
