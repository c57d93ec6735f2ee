"""Intervals by the bootstrap: articles drawn anew, with replacement, a thousand times.

Whatever a group's numbers are made of adds up over articles. So a draw is a row of weights (how
often each article was drawn), all draws are one matrix, and their sums are one product.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from statistics import NormalDist
from typing import Final

import numpy as np

from newskit.text.arrays import Array

DRAWS: Final = 1_000
LEVEL: Final = 0.95
SEED: Final = 20_241_130
"""Of all draws, so that they are the same tomorrow; with the name of the group, so that the draws
of two groups do not depend on each other, nor those of one on which others there are."""
_AT_ONCE: Final = 4_000_000  # weights: 32 MB


def weights(name: str, n: int) -> Iterator[Array]:
    """Yield how often each of n articles was drawn: draws by articles, a few hundred at a time.

    >>> sum(part.sum(axis=1).tolist() == [3.0] * len(part) for part in weights("Daily", 3))
    1
    """
    draw = np.random.default_rng([SEED, zlib.crc32(name.encode("utf-8", "surrogatepass"))])
    size = max(1, min(DRAWS, _AT_ONCE // max(n, 1)))
    for begin in range(0, DRAWS, size):
        rows = min(size, DRAWS - begin)
        drawn = draw.integers(0, n, (rows, n)) + np.arange(rows)[:, None] * n
        yield np.bincount(drawn.ravel(), minlength=rows * n).reshape(rows, n).astype("float64")


def tail(n: float, level: float = LEVEL) -> float:
    """Return the share of draws below an interval, for n articles.

    The plain share, .025, gives intervals that are too narrow where articles are few: draws of n
    spread less than samples of n do, by the root of (n - 1) / n, and know nothing of the spread
    being an estimate, too. Student's t makes up for both: what ExpandProbs of the R package
    resample does, after Hesterberg, T. C. (2014), arXiv:1411.5279.

    >>> round(tail(10), 4), round(tail(3000), 4)
    (0.0086, 0.0249)
    """
    if n < 2:
        return math.nan
    t = _student(NormalDist().inv_cdf((1 + level) / 2), n - 1)
    return NormalDist().cdf(-t * math.sqrt(n / (n - 1)))


def _student(z: float, df: float) -> float:
    """Turn a quantile of the normal distribution into one of Student's (A&S 26.7.5)."""
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return z + sum(term / df ** (k + 1) for k, term in enumerate(terms))


def bounds(draws: Array, n: Array) -> tuple[Array, Array]:
    """Return the ends of the interval of each column of draws; n articles tell of it.

    Draws without a value (no article with a quotation was drawn) are left out. Missing where fewer
    than two articles tell of it.
    """
    in_order = np.sort(draws, axis=0)  # missing ones last
    last = np.isfinite(in_order).sum(axis=0) - 1
    shares = {k: tail(k) for k in set(n.tolist())}
    share = np.array([shares[k] for k in n.tolist()])

    enough = np.isfinite(share) & (last > 0)
    share = np.where(enough, share, 0.0)
    ends = (_quantile(in_order, last, end) for end in (share, 1 - share))
    low, high = (np.where(enough, end, np.nan) for end in ends)
    return low, high


def effective_n(
    one: Array,
    other: Array,
    n: float,
    other_n: float,
) -> float:
    """Return how many articles tell of a difference: Welch's degrees of freedom, and one.

    Of two groups, the one that is more uncertain counts.
    """
    if min(n, other_n) < 2:
        return 0.0
    spread = [float(np.nanvar(draws)) for draws in (one, other)]
    if not sum(spread) > 0:
        return min(n, other_n)
    df = sum(spread) ** 2 / (spread[0] ** 2 / (n - 1) + spread[1] ** 2 / (other_n - 1))
    return 1 + df


def _quantile(
    in_order: Array,
    last: Array,
    share: Array,
) -> Array:
    """Interpolate between the two draws next to a share, as NumPy does."""
    place = share * np.maximum(last, 0)
    below = np.floor(place).astype(np.int64)
    above = np.minimum(below + 1, np.maximum(last, 0))
    column = np.arange(in_order.shape[1])
    a, b = in_order[below, column], in_order[above, column]
    out: Array = a + (b - a) * (place - below)
    return out
