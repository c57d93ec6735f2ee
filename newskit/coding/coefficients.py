"""Percent agreement, and kappas that set it against what chance would give.

Each takes the codes of a variable and weights (draws by units), and returns one number a draw;
missing where chance alone would give complete agreement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import numpy as np

from newskit.coding.ratings import Ratings, divided
from newskit.text.arrays import Array

Measure: TypeAlias = Callable[[Ratings, Array], Array]
_NO_CHANCE = 1e-12
"""Least disagreement that chance must give: sums of weights are not exact."""


def percent_agreement(ratings: Ratings, weights: Array) -> Array:
    """Return the mean share of pairs of coders that agree, over units with two codes or more."""
    weights, ratings = _pairable(weights, ratings)
    return divided(weights @ ratings.agreeing, weights.sum(axis=1))


def fleiss_kappa(ratings: Ratings, weights: Array) -> Array:
    """Return kappa with one distribution of codes for all coders.

    Units may have been coded by different numbers of coders, as Gwet (2014) generalizes it.
    """
    share = _share_of_codes(ratings, weights)
    chance = (share**2).sum(axis=1)
    return _beyond_chance(1 - percent_agreement(ratings, weights), 1 - chance)


def scott_pi(ratings: Ratings, weights: Array) -> Array:
    """Return Fleiss' kappa of two coders, over the units that both have coded."""
    weights, ratings = _pairable(weights, ratings)
    return fleiss_kappa(ratings, weights)


def gwet_ac1(ratings: Ratings, weights: Array) -> Array:
    """Return AC1: by chance agree only those codes that were given at random."""
    share = _share_of_codes(ratings, weights)
    if ratings.n_codes < 2:
        return np.full(len(weights), np.nan)

    chance = (share * (1 - share)).sum(axis=1) / (ratings.n_codes - 1)
    return _beyond_chance(1 - percent_agreement(ratings, weights), 1 - chance)


def cohen_kappa(
    ratings: Ratings,
    weights: Array,
    distance: str = "nominal",
) -> Array:
    """Return kappa with a distribution of codes for each of two coders; of more, its mean.

    The mean over all pairs of coders is Light's kappa; a pair without a value is left out.
    """
    pairs = ratings.of_coders()
    kappas = [_cohen(weights, pair, DISTANCES[distance]) for pair in pairs]
    if not kappas:
        return np.full(len(weights), np.nan)

    known = np.isfinite(kappas)
    return divided(np.where(known, kappas, 0).sum(axis=0), known.sum(axis=0))


def _cohen(
    weights: Array,
    pair: Ratings,
    distance: tuple[Callable[[Array], Array], Callable[[Array, Array], Array]],
) -> Array:
    between, by_chance = distance
    both = (pair.n_given == 2).astype("float64")
    n = weights @ both
    shares = (
        divided(one.by_code(weights, both), n[:, None])
        for one in pair.each_coder()
    )
    observed = divided(weights @ (both * between(pair.code)), n)
    return _beyond_chance(observed, by_chance(*shares))


def _unlike(code: Array) -> Array:
    return np.asarray(code[:, 0] != code[:, 1], dtype="float64")


def _unlike_by_chance(one: Array, other: Array) -> Array:
    return np.asarray(1 - (one * other).sum(axis=1))


def _steps(code: Array) -> Array:
    return np.asarray(np.abs(code[:, 0] - code[:, 1]), dtype="float64")


def _steps_by_chance(one: Array, other: Array) -> Array:
    """Return the mean number of steps: of each step, the chance that it lies between the two."""
    below, other_below = one.cumsum(axis=1), other.cumsum(axis=1)
    return np.asarray((below * (1 - other_below) + other_below * (1 - below)).sum(axis=1))


def _squares(code: Array) -> Array:
    return _steps(code) ** 2


def _squares_by_chance(one: Array, other: Array) -> Array:
    place = np.arange(one.shape[1])
    squares = (one + other) @ place**2
    return np.asarray(squares - 2 * (one @ place) * (other @ place))


DISTANCES: Final[
    Mapping[str, tuple[Callable[[Array], Array], Callable[[Array, Array], Array]]]
] = {
    "nominal": (_unlike, _unlike_by_chance),
    "linear": (_steps, _steps_by_chance),
    "quadratic": (_squares, _squares_by_chance),
}
"""Distances between the codes of two coders: observed of each unit, and expected by chance."""


def _pairable(weights: Array, ratings: Ratings) -> tuple[Array, Ratings]:
    """Keep the units with two codes or more: only there can coders agree."""
    kept = ratings.n_given > 1
    return weights[:, kept], ratings.of_units(kept)


def _share_of_codes(ratings: Ratings, weights: Array) -> Array:
    """Return the mean share that each code has of the codes of a unit: draws by codes."""
    each = np.nan_to_num(divided(np.ones(len(ratings.code)), ratings.n_given))
    n_coded = weights @ (ratings.n_given > 0)
    return divided(ratings.by_code(weights, each), n_coded[:, None])


def _beyond_chance(observed: Array, by_chance: Array) -> Array:
    """Return 1 - disagreement / disagreement by chance."""
    possible = np.where(by_chance > _NO_CHANCE, by_chance, np.nan)
    return np.asarray(1 - observed / possible)
