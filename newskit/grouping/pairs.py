"""Two groups side by side: the difference of a measure, its interval, what speaks against it."""

from __future__ import annotations

from functools import cached_property
from itertools import compress
from typing import Any, Final

import numpy as np
import pandas as pd

from newskit.grouping.bootstrap import bounds, effective_n
from newskit.grouping.caveats import caveats_of
from newskit.grouping.groups import Groups
from newskit.grouping.summary import Summary
from newskit.text.arrays import Array

LENGTHS: Final = 2.0
"""Mean words of an article, the longer by the shorter: of one and the same text (the examples of
newskit), the first half has a type-token ratio that is .07 and .11 higher."""
NUMBERS: Final = 10.0
"""Articles, the more by the fewer: the interval is then that of the smaller group alone."""
CODES: Final = {
    "lengths-differ": "articles of one group are twice as long as those of the other, or more: "
    "measures that depend on length differ for that alone",
    "numbers-differ": "one group has ten times the articles of the other, or more: the difference "
    "is as unsure as the smaller group, where one odd article moves it",
}


class Sides:
    """The groups of a table: their values, and the draws of them."""

    def __init__(
        self,
        summary: Summary,
        table: pd.DataFrame,
        groups: Groups,
    ) -> None:
        self._summary = summary
        self._summed = summary.added_up(table, groups)
        self._draws: dict[int, dict[str, Array]] = {}

    @cached_property
    def measured(self) -> dict[str, Array]:
        """The value of each group, by measure."""
        return self._summary.computed(self._summed.sums())

    @cached_property
    def telling(self) -> dict[str, Array]:
        """The articles of each group that tell of a measure."""
        stated = self._summary.estimates
        return {v.column.name: self._summed.n_telling(v.under or "n_words") for v in stated}

    def draws(self, group: int) -> dict[str, Array]:
        """Return the draws of a group, by measure."""
        if group not in self._draws:
            self._draws[group] = self._summary.computed(self._summed.draws(group))
        return self._draws[group]


class Pair:
    """Two groups: the one less the other."""

    def __init__(
        self,
        groups: Groups,
        one: int,
        other: int,
    ) -> None:
        self._groups = groups
        self._pair = one, other

    def row(self, sides: Sides, measure: str) -> dict[str, Any]:
        """Compare one measure."""
        one, other = self._pair
        value, other_value = sides.measured[measure][[one, other]].tolist()
        drawn, other_drawn = (sides.draws(n)[measure] for n in self._pair)
        n, other_n = sides.telling[measure][[one, other]].tolist()
        telling = effective_n(drawn, other_drawn, n, other_n)
        low, high = bounds(drawn - other_drawn, np.array([telling]))
        return {
            "measure": measure,
            "group": self._groups.names[one],
            "other": self._groups.names[other],
            "value": value,
            "other_value": other_value,
            "difference": value - other_value,
            "difference_low": low[0],
            "difference_high": high[0],
            "n_articles": self._groups.n_articles[one],
            "other_n_articles": self._groups.n_articles[other],
            "caveats": self.caveats,
        }

    @cached_property
    def caveats(self) -> str | None:
        """Codes of what speaks against the comparison."""
        of_groups = caveats_of(self._groups, np.array(self._pair)).dropna()
        codes = [code for told in of_groups for code in told.split("; ")]
        holds = (self._ratio(self._mean_words) >= LENGTHS, self._ratio(self._n) >= NUMBERS)
        return "; ".join(dict.fromkeys([*codes, *compress(CODES, holds)])) or None

    @property
    def _n(self) -> Array:
        return self._groups.n_articles[list(self._pair)]

    @property
    def _mean_words(self) -> Array:
        return self._groups.total_words[list(self._pair)] / self._n

    @staticmethod
    def _ratio(two: Array) -> float:
        """Return the larger by the smaller; 0 where there is none."""
        return float(two.max() / two.min()) if two.min() > 0 else 0.0
