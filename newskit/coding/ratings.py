"""The codes of one variable as arrays, and the sums that measures of agreement are made of.

A measure is asked for many draws at once: `weights` are draws by units, how often each unit counts
in each draw. The estimate itself is the draw in which every unit counts once. Nothing here looks at
pairs of units, so time is linear in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

import numpy as np

from newskit.text.arrays import Array

_DENSE: Final = 2_000_000
"""Cells of a table of units by codes: 16 MB."""


@dataclass(frozen=True)
class Ratings:
    """Codes of one variable.

    Attributes
    ----------
    code : units by coders: the number of the code, -1 where none was given
    scale : for each code the number that it stands for: a value, or its place in the order
    """

    code: Array
    scale: Array

    @property
    def n_codes(self) -> int:
        """How many different codes there are."""
        return len(self.scale)

    @cached_property
    def n_given(self) -> Array:
        """How many codes each unit was given."""
        given: Array = (self.code >= 0).sum(axis=1)
        return given

    @cached_property
    def given(self) -> tuple[Array, Array]:
        """The codes that were given: for each its unit, and its number."""
        unit, coder = np.nonzero(self.code >= 0)
        return unit, self.code[unit, coder]

    @cached_property
    def agreeing(self) -> Array:
        """Of each unit, the share of pairs of its codes that are the same."""
        unit, code = self.given
        kinds, n = np.unique(unit * self.n_codes + code, return_counts=True)
        same = np.bincount(kinds // self.n_codes, n * (n - 1), len(self.code))
        pairs = self.n_given * (self.n_given - 1)
        return divided(same, pairs)

    def of_units(self, units: Array) -> Ratings:
        """Return the codes of some units."""
        return Ratings(self.code[units], self.scale)

    def of_coders(self) -> Iterator[Ratings]:
        """Yield the codes of every two coders that have a unit in common, of these units."""
        for two in combinations(range(self.code.shape[1]), 2):
            pair = Ratings(self.code[:, two], self.scale)
            if (pair.n_given == 2).any():
                yield pair

    def each_coder(self) -> Iterator[Ratings]:
        """Yield the codes of each coder alone."""
        for coder in range(self.code.shape[1]):
            yield Ratings(self.code[:, [coder]], self.scale)

    def by_code(self, weights: Array, each: Array) -> Array:
        """Add up by code: draws by codes. `each` is what a code of a unit counts."""
        unit, code = self.given
        n, n_codes = len(self.code), self.n_codes
        if n * n_codes > _DENSE:  # names of speakers, of thousands of units
            sums = [
                np.bincount(code, (row * each)[unit], n_codes)
                for row in weights
            ]
            return np.array(sums).reshape(len(weights), n_codes)

        counts = np.bincount(unit * n_codes + code, minlength=n * n_codes)
        by_code: Array = weights @ (counts.reshape(n, n_codes) * each[:, None])
        return by_code


def divided(over: Array, under: Array) -> Array:
    """Divide; missing where there is nothing to divide by."""
    out = np.full(np.broadcast_shapes(np.shape(over), np.shape(under)), np.nan)
    np.divide(over, under, out=out, where=np.asarray(under) > 0)
    return out
