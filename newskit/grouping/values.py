"""What the numbers of a group are made of: sums, ratios of sums, means over articles.

Each room states them in its `by_group.csv`. A column `value` there says how a number is made:

- ``sum``: added up over the articles;
- ``n_quoted_words / n_words``, ``1000 * n / n_words``: a sum by a sum;
- ``mean mattr``: the mean over the articles that have it, for what does not add up;
- ``scored``: by the room's own formula, on sums.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from newskit.csv_files import csv_rows
from newskit.tables import FLOAT, WHOLE, Column
from newskit.text.arrays import Array

_RATIO: Final = re.compile(r"(?:(?P<factor>\d+) \* )?(?P<over>[\w ]+) / (?P<under>[\w ]+)")
_MEAN: Final = "mean "
KNOWN: Final = "known "
"""Before the name of a column: the articles that have a value in it."""


class GroupValue(NamedTuple):
    """A number of a group: its column, and the sums that it is made of."""

    column: Column
    over: str
    under: str = ""
    """Empty where it is no ratio."""
    factor: float = 1.0
    scored: bool = False

    @property
    def is_estimate(self) -> bool:
        """Whether it has an interval; what only adds up depends on the number of articles."""
        return self.scored or bool(self.under)

    @property
    def needs(self) -> tuple[str, ...]:
        """The sums that it reads."""
        return () if self.scored else tuple(filter(None, (self.over, self.under)))

    def of(self, numbers: Mapping[str, Array]) -> Array:
        """Compute it from sums; missing where there is nothing to divide by."""
        over = numbers[self.over]
        if not self.under:
            return over
        under = numbers[self.under]
        out = np.full(np.broadcast_shapes(over.shape, under.shape), np.nan)
        np.divide(self.factor * over, under, out=out, where=under > 0)
        return out


def values_of(package: str, table: str) -> tuple[GroupValue, ...]:
    """Read the numbers of a table by group from the by_group.csv of a room."""
    rows = csv_rows(package, "by_group.csv")
    return tuple(_value(row) for row in rows if row["table"] == table)


def _value(row: Mapping[str, str]) -> GroupValue:
    how = row["value"]
    dtype = row["dtype"] or (WHOLE if how == "sum" else FLOAT)
    column = Column(row["column"], dtype, row["unit"], row["meaning"])
    if how in ("sum", "scored"):
        return GroupValue(column, column.name, scored=how == "scored")
    if how.startswith(_MEAN):
        averaged = how.removeprefix(_MEAN)
        return GroupValue(column, averaged, KNOWN + averaged)

    ratio = _RATIO.fullmatch(how)
    if ratio is None:
        raise ValueError(f"by_group.csv: the value {how!r} of {column.name!r} is not understood")
    return GroupValue(column, ratio["over"], ratio["under"], float(ratio["factor"] or 1))
