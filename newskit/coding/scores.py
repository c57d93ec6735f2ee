"""How often newskit says what people say: of each code, and which it takes for which.

Shares of counted units have Wilson's interval, which does not shrink to nothing where all or none
of a few units are right. Their mean over codes has one from a thousand samples of the units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from statistics import NormalDist
from typing import Any, Final

import numpy as np
import pandas as pd

from newskit import tables
from newskit.coding.columns import VALIDATION_CONFUSION, VALIDATION_SCORES
from newskit.coding.ratings import Ratings, divided
from newskit.grouping.bootstrap import LEVEL, bounds, weights
from newskit.text.arrays import Array

_Z: Final = NormalDist().inv_cdf((1 + LEVEL) / 2)
_MEASURES: Final = ("precision", "recall", "f1")


@dataclass(frozen=True)
class Pairs:
    """What people and newskit say of units that people have settled.

    Attributes
    ----------
    variable : what was coded
    codes : all codes, in their order
    people, newskit : for each unit the number of the code
    """

    variable: str
    codes: Sequence[str]
    people: Array
    newskit: Array

    def scores(self) -> pd.DataFrame:
        """Return precision, recall and F1 of each code, and their mean over codes."""
        counts = self._counts(self._once)
        of_codes = _of_codes({name: values[0] for name, values in counts.items()})
        means = self._means(counts)
        names = [column.name for column in VALIDATION_SCORES[2:]]
        data = {name: [*of_codes[name], means.get(name)] for name in names}
        variable = [self.variable] * (len(self.codes) + 1)
        data |= {"variable": variable, "code": [*self.codes, None]}
        return tables.conform(VALIDATION_SCORES, data)

    def confusion(self) -> pd.DataFrame:
        """Return how often newskit said what where people said what."""
        n_codes = len(self.codes)
        both = self.people * n_codes + self.newskit
        n = self._by_code(both, self._once, n_codes**2)[0]
        of_people = np.repeat(self._by_code(self.people, self._once, n_codes)[0], n_codes)
        low, high = wilson(n, of_people)
        pairs = list(product(self.codes, self.codes))
        data = {
            "variable": [self.variable] * len(pairs),
            "people": [people for people, _ in pairs],
            "newskit": [newskit for _, newskit in pairs],
            "n": n.astype(int),
            "share": divided(n, of_people),
            "share_low": low,
            "share_high": high,
        }
        return tables.conform(VALIDATION_CONFUSION, data)

    @cached_property
    def _once(self) -> Array:
        """The draw in which every unit counts once."""
        return np.ones((1, len(self.people)))

    def _by_code(
        self,
        code: Array,
        drawn: Array,
        n_codes: int,
    ) -> Array:
        ratings = Ratings(code[:, None], np.arange(n_codes))
        return ratings.by_code(drawn, self._once[0])

    def _counts(self, drawn: Array) -> dict[str, Array]:
        same = np.where(self.people == self.newskit, self.people, -1)
        n_codes = len(self.codes)
        return {
            "n_people": self._by_code(self.people, drawn, n_codes),
            "n_newskit": self._by_code(self.newskit, drawn, n_codes),
            "n_both": self._by_code(same, drawn, n_codes),
        }

    def _means(self, counts: Mapping[str, Array]) -> dict[str, Any]:
        """Return the mean of each measure over the codes, and the ends of its interval."""
        found = _mean_scores(counts)
        drawn = weights(self.variable, len(self.people))
        parts = [_mean_scores(self._counts(some)) for some in drawn]
        n = np.full(len(_MEASURES), len(self.people))
        low, high = bounds(np.concatenate(parts), n)
        means: dict[str, Any] = dict(zip(_MEASURES, found[0], strict=True))
        for place, name in enumerate(_MEASURES):
            means |= {f"{name}_low": low[place], f"{name}_high": high[place]}

        return means


def wilson(over: Array, under: Array) -> tuple[Array, Array]:
    """Return the ends of the interval of 95 % of a share (Wilson 1927).

    >>> [end.round(2).tolist() for end in wilson(np.array([0, 8]), np.array([8, 8]))]
    [[0.0, 0.68], [0.32, 1.0]]
    """
    share, square = divided(over, under), divided(np.full(np.shape(under), _Z**2), under)
    middle = (share + square / 2) / (1 + square)
    half = np.sqrt(share * (1 - share) * square + square**2 / 4) / (1 + square)
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)


def _of_codes(counts: Mapping[str, Array]) -> dict[str, Array]:
    """Return the measures of each code with their intervals."""
    both, people, newskit = counts["n_both"], counts["n_people"], counts["n_newskit"]
    either = people + newskit - both
    shares = {"precision": (both, newskit), "recall": (both, people), "f1": (both, either)}
    found = {name: values.astype(int) for name, values in counts.items()}
    for name, (over, under) in shares.items():
        ends = wilson(over, under)
        parts = {"": divided(over, under), "_low": ends[0], "_high": ends[1]}
        found |= {f"{name}{end}": values for end, values in parts.items()}
    # F1 grows with the share of the units that both call so, of those that either does.
    for end in ("", "_low", "_high"):
        share = found[f"f1{end}"]
        found[f"f1{end}"] = 2 * share / (1 + share)

    return found


def _mean_scores(counts: Mapping[str, Array]) -> Array:
    """Return the means of precision, recall and F1 over codes: draws by measures."""
    both, people, newskit = counts["n_both"], counts["n_people"], counts["n_newskit"]
    scored = divided(both, newskit), divided(both, people), divided(2 * both, people + newskit)
    return np.column_stack([_mean(values) for values in scored])


def _mean(values: Array) -> Array:
    known = np.isfinite(values)
    return divided(np.where(known, values, 0).sum(axis=1), known.sum(axis=1))
