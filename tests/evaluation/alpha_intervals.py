"""How wide the interval of alpha is, and how often it holds the true value: the table of docs/coding.md.

    python -m tests.evaluation.alpha_intervals

Two invented coders see the right code in a share of the units, and else choose at random, by how frequent codes are.
"""

from __future__ import annotations

import sys

import numpy as np

from newskit.coding.alpha import krippendorff_alpha
from newskit.coding.ratings import Ratings
from newskit.grouping.bootstrap import bounds, weights

SAMPLES = 200
UNITS = (30, 50, 100, 200, 400)
CODES = {"three codes, equally frequent": (1 / 3, 1 / 3, 1 / 3), "two codes, one of them nine of ten": (0.9, 0.1)}
SEEN = (0.8, 0.9, 0.95)


def coded(draw: np.random.Generator, n: int, frequent: tuple[float, ...], seen: float) -> Ratings:
    """Return what the two coders say of n units."""
    right = draw.choice(len(frequent), n, p=frequent)
    columns = [np.where(draw.random(n) < seen, right, draw.choice(len(frequent), n, p=frequent)) for _ in range(2)]
    return Ratings(np.column_stack(columns), np.arange(float(len(frequent))))


def measured(frequent: tuple[float, ...], seen: float, n: int, samples: int = SAMPLES) -> tuple[float, float]:
    """Return half the mean width of the interval, and how often it held seen ** 2, which is alpha."""
    draw = np.random.default_rng(1)
    widths, held = [], []
    for number in range(samples):
        ratings = coded(draw, n, frequent, seen)
        if (ratings.agreeing == 1).all():
            continue  # no interval is given
        drawn = np.concatenate([krippendorff_alpha(ratings, some) for some in weights(f"{number}", n)])
        low, high = (end[0] for end in bounds(drawn[:, None], np.array([n])))
        widths.append(high - low)
        held.append(low <= seen**2 <= high)
    return float(np.mean(widths)) / 2, float(np.mean(held))


if __name__ == "__main__":
    for name, frequent in CODES.items():
        for seen in SEEN:
            for n in UNITS:
                half, share = measured(frequent, seen, n)
                sys.stdout.write(f"{name}; alpha {seen**2:.2f}; {n} units: +-{half:.2f}, held {share:.3f}\n")
