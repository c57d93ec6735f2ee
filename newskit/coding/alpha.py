"""Krippendorff's alpha for codes that are names, an order, or numbers.

Source: Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability. Where the distance of
two codes is a squared difference, the sum over pairs is one of sums and squares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Final

import numpy as np

from newskit.coding.ratings import Ratings, divided
from newskit.text.arrays import Array


def krippendorff_alpha(
    ratings: Ratings,
    weights: Array,
    level: str = "nominal",
) -> Array:
    """Return 1 - observed / expected disagreement, a number a draw; missing where none is possible.

    Units with one code are left out: nothing can be compared with it.
    """
    kept = ratings.n_given > 1
    weights, ratings = weights[:, kept], ratings.of_units(kept)
    counts = ratings.by_code(weights, np.ones(len(ratings.code)))
    observed, expected = LEVELS[level](ratings, weights, counts)
    return np.asarray(1 - (counts.sum(axis=1) - 1) * divided(observed, expected))


def _nominal(
    ratings: Ratings,
    weights: Array,
    counts: Array,
) -> tuple[Array, Array]:
    observed = weights @ (ratings.n_given * (1 - ratings.agreeing))
    return observed, counts.sum(axis=1) ** 2 - (counts**2).sum(axis=1)


def _interval(
    ratings: Ratings,
    weights: Array,
    counts: Array,
) -> tuple[Array, Array]:
    # From their middle, so that squares of large numbers lose no digits.
    value = (
        ratings.scale - ratings.scale.mean()
        if ratings.n_codes
        else ratings.scale
    )
    expected = counts.sum(axis=1) * (counts @ value**2) - (counts @ value) ** 2
    return weights @ _squared_differences(ratings, value), 2 * expected


def _ordinal(
    ratings: Ratings,
    weights: Array,
    counts: Array,
) -> tuple[Array, Array]:
    """Return the disagreement of ranks: how many codes stand between two depends on the draw."""
    ranks = counts.cumsum(axis=1) - counts / 2
    rows = zip(weights, counts, ranks, strict=True)
    drawn = [
        _interval(Ratings(ratings.code, r), w[None], c[None])
        for w, c, r in rows
    ]
    observed: Array = np.array([pair[0][0] for pair in drawn])
    expected: Array = np.array([pair[1][0] for pair in drawn])
    return observed, expected


def _ratio(
    ratings: Ratings,
    weights: Array,
    counts: Array,
) -> tuple[Array, Array]:
    between = np.zeros(len(ratings.code))
    for one, other in combinations(ratings.code.T, 2):
        both = (one >= 0) & (other >= 0)
        between += both * _relative(ratings.scale[one], ratings.scale[other])

    distance = _relative(ratings.scale[:, None], ratings.scale[None, :])
    expected = ((counts @ distance) * counts).sum(axis=1)
    return weights @ divided(2 * between, ratings.n_given - 1), expected


def _relative(one: Array, other: Array) -> Array:
    return np.nan_to_num(divided(one - other, one + other)) ** 2


def _squared_differences(ratings: Ratings, value: Array) -> Array:
    """Return, for each unit, the squared differences of its codes over all its other codes."""
    unit, code = ratings.given
    n = len(ratings.code)
    total = np.bincount(unit, value[code], n)
    squares = np.bincount(unit, value[code] ** 2, n)
    return divided(2 * (ratings.n_given * squares - total**2), ratings.n_given - 1)


LEVELS: Final[Mapping[str, Callable[[Ratings, Array, Array], tuple[Array, Array]]]] = {
    "nominal": _nominal, "ordinal": _ordinal, "interval": _interval, "ratio": _ratio
}
"""What the codes of a variable are: names, an order, numbers, or numbers with a zero."""
